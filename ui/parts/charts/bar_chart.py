"""Bars on a card, in the colours of the theme; drawn when they are first seen."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.parts.charts.drawing import BarPlot, Ink
from ui.parts.charts.figures import Figures
from ui.widgets.painted_colours import PaintedColours, paint_property
from ui.widgets.tokens import Tone


class BarChart(PaintedColours, QWidget):
    """Draws figures as bars with their numbers."""

    paint_surface = paint_property("surface")
    paint_ink = paint_property("ink")
    paint_quiet = paint_property("quiet")
    paint_ok = paint_property("ok")
    paint_wait = paint_property("wait")
    paint_late = paint_property("late")
    paint_gone = paint_property("gone")
    paint_plain = paint_property("plain")

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figures: Figures | None = None
        self._plot: BarPlot | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    def show_figures(self, figures: Figures) -> None:
        """Show these figures."""
        self._figures = figures
        self.setAccessibleName(figures.title)
        self.setAccessibleDescription(figures.spoken())
        if self.isVisible():
            self._draw()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw; only now is the library loaded."""
        super().showEvent(event)
        self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the names anew for the new width."""
        super().resizeEvent(event)
        if self._plot is not None:
            self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Draw anew in another theme or size of text."""
        super().changeEvent(event)
        is_look = event.type() in {QEvent.Type.StyleChange, QEvent.Type.FontChange}
        if is_look and self._plot is not None:
            self._draw()

    def _draw(self) -> None:
        if self._figures is None:
            return
        if self._plot is None:
            self._plot = BarPlot()
            self._layout.addWidget(self._plot.view)
        self._plot.view.resize(self.size())
        tones = {tone: self.tone_ink(tone) for tone in Tone}
        ink = Ink(
            self.painted("surface"), self.painted("ink"), self.painted("quiet"), tones, self.font()
        )
        self._plot.draw(self._figures, ink)
