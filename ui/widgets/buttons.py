"""Buttons: one filled button a page, the rest quiet; icons take the colour of the words."""

from typing import Literal

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPalette
from PySide6.QtWidgets import QPushButton, QWidget

from ui.widgets.icons import icon_beside

ButtonKind = Literal["quiet", "primary", "link", "flat", "chip", "page", "row", "tool"]


class Button(QPushButton):
    """A button with words and, if wanted, a drawing before them."""

    def __init__(
        self,
        text: str,
        kind: ButtonKind = "quiet",
        icon_name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._icon_name = icon_name
        self.setProperty("kind", kind)
        self.setAccessibleName(text)
        self.setAutoDefault(False)
        self._tint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press with Enter as with the space bar: whoever came by Tab is looking at the verb."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icon anew when the theme or the state changes."""
        super().changeEvent(event)
        if event.type() in {
            QEvent.Type.StyleChange,
            QEvent.Type.PaletteChange,
            QEvent.Type.EnabledChange,
            QEvent.Type.FontChange,
        }:
            self._tint()

    def _tint(self) -> None:
        if not self._icon_name:
            return
        self.ensurePolished()
        words = QFontMetricsF(self.font())
        colour = self.palette().color(QPalette.ColorRole.ButtonText)
        size = round(words.height())
        self.setIcon(icon_beside(words, self._icon_name, colour, self.devicePixelRatioF()))
        self.setIconSize(QSize(size, size))
