"""Draw figures as bars with pyqtgraph: the number on every bar, whole numbers on the scale."""

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF
from PySide6.QtWidgets import QFrame, QGraphicsView, QSizePolicy

from ui.parts.charts.figures import Figures, Series
from ui.widgets.tokens import Tone

# Of the room of one category, what its bars take together.
_BARS_SHARE = 0.62
# Room above the tallest bar for its number.
_HEADROOM = 1.18
_LINES_ACROSS = 5
# Of the width of a plot, what the scale at its left takes at most.
_SCALE_SHARE = 0.1
_AXIS_OPACITY = 60


@dataclass(frozen=True)
class Ink:
    """What a chart is drawn with."""

    surface: QColor
    words: QColor
    quiet: QColor
    tones: Mapping[Tone, QColor]
    font: QFont


class BarPlot:
    """A plot of bars that nobody can push or zoom away; ``view`` is its widget."""

    def __init__(self) -> None:
        # Heavy, and only who looks at charts needs it.
        import pyqtgraph  # type: ignore[import-untyped]  # noqa: PLC0415 -- no stubs

        self._library = pyqtgraph
        self._plot = pyqtgraph.PlotWidget()
        self._plot.setMenuEnabled(False)
        self._plot.setMouseEnabled(x=False, y=False)
        self._plot.hideButtons()
        self.view: QGraphicsView = self._plot
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # The library asks for a whole window; a chart takes the room it is given.
        self.view.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)

    def draw(self, figures: Figures, ink: Ink, *, title: str = "") -> None:
        """Draw the figures in place of whatever the plot showed.

        Args:
            figures: What is drawn.
            ink: Colours and type.
            title: Drawn above the bars; a chart on a card has its title beside it.
        """
        plot = self._plot
        plot.clear()
        plot.setBackground(ink.surface)
        if title:
            size = f"{ink.font.pointSizeF() * 1.3:.1f}pt"
            plot.setTitle(escape(title), color=ink.words.name(), size=size)
        self._draw_axes(figures, ink)
        width = _BARS_SHARE / max(len(figures.series), 1)
        for place, series in enumerate(figures.series):
            left = (place - (len(figures.series) - 1) / 2) * width
            centres = [category + left for category in range(len(figures.categories))]
            self._draw_bars(series, centres, width * 0.92, ink)
        plot.setXRange(-0.5, len(figures.categories) - 0.5, padding=0.02)
        plot.setYRange(0, max(figures.largest, 1) * _HEADROOM, padding=0)
        plot.plotItem.layout.activate()

    def _draw_bars(self, series: Series, centres: list[float], width: float, ink: Ink) -> None:
        brushes = [ink.tones[series.tone_of(place)] for place in range(len(series.values))]
        heights = list(series.values)
        bars = self._library.BarGraphItem(
            x=centres, height=heights, width=width, brushes=brushes, pen=None
        )
        self._plot.addItem(bars)
        for centre, value in zip(centres, series.values, strict=True):
            number = self._library.TextItem(str(value), color=ink.words, anchor=(0.5, 1))
            number.setFont(ink.font)
            number.setPos(centre, value)
            self._plot.addItem(number, ignoreBounds=True)

    def _draw_axes(self, figures: Figures, ink: Ink) -> None:
        letters = QFontMetricsF(ink.font)
        room = self.view.width() * (1 - _SCALE_SHARE) / max(len(figures.categories), 1)
        names = [in_lines(name, letters, room - letters.height()) for name in figures.categories]
        lines = max((len(one) for one in names), default=1)
        below, beside = self._plot.getAxis("bottom"), self._plot.getAxis("left")
        below.setTicks([[(place, "\n".join(one)) for place, one in enumerate(names)]])
        below.setHeight((lines + 0.4) * letters.height())
        beside.setTicks([[(one, str(one)) for one in scale_of(figures.largest)]])
        below.setStyle(tickFont=ink.font, tickLength=0, autoReduceTextSpace=False)
        beside.setStyle(tickFont=ink.font, tickLength=0)
        line = QColor(ink.quiet)
        line.setAlpha(_AXIS_OPACITY)
        for axis in (below, beside):
            axis.setTextPen(ink.quiet)
            axis.setTickPen(None)
            axis.setPen(line)


def scale_of(largest: int) -> list[int]:
    """Return the whole numbers of the scale, from 0, in steps of 1, 2 or 5 times a power of ten."""
    step = 1
    while step * _LINES_ACROSS < largest:
        step = step * 5 // 2 if str(step).startswith("2") else step * 2
    return list(range(0, largest + 1, step))


def in_lines(name: str, letters: QFontMetricsF, room: float) -> list[str]:
    """Return a name cut into lines that are no wider than the room, one letter a line at least."""
    lines = [""]
    for letter in name:
        if lines[-1] and letters.horizontalAdvance(lines[-1] + letter) > room:
            lines.append("")
        lines[-1] += letter
    return lines
