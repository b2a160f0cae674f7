"""Colours a widget paints with by itself, set by the stylesheet as Qt properties."""

from PySide6.QtCore import Property, QObject
from PySide6.QtGui import QColor

from ui.widgets.tokens import Tone


class PaintedColours:
    """Mixed into a widget: the stylesheet fills ``qproperty-paint_…``, the paint code reads it."""

    def painted(self, name: str) -> QColor:
        """Return the colour of that name; black before the stylesheet was applied."""
        colours: dict[str, QColor] = self.__dict__.setdefault("_painted", {})
        return colours.get(name, QColor(0, 0, 0))

    def tone_ink(self, tone: Tone) -> QColor:
        """Return the colour of a status word."""
        return self.painted(tone.value)

    def tone_ground(self, tone: Tone) -> QColor:
        """Return the colour of a status plate."""
        return self.painted(f"{tone.value}_ground")


def paint_property(name: str) -> Property:
    """Declare the Qt property through which the stylesheet sets a painted colour."""

    def read(widget: QObject) -> QColor:
        colours: dict[str, QColor] = widget.__dict__.setdefault("_painted", {})
        return colours.get(name, QColor(0, 0, 0))

    def write(widget: QObject, colour: QColor) -> None:
        widget.__dict__.setdefault("_painted", {})[name] = QColor(colour)

    return Property(QColor, read, write)
