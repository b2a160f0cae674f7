"""Several charts side by side, counted when they are looked at."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ui.parts.charts.chart_card import ChartCard
from ui.parts.charts.figures import Figures
from ui.widgets.scrolled import scrolled

_ACROSS = 2


class ChartGrid(QWidget):
    """Each chart also as a table and as a picture to save; until it is seen it costs nothing."""

    saved = Signal(Path)
    refused = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.cards: list[ChartCard] = []
        self._count: Callable[[], Sequence[Figures]] | None = None
        content = QWidget()
        self._grid = QGridLayout(content)
        self._grid.setContentsMargins(12, 10, 12, 12)
        self._grid.setSpacing(12)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolled(content))

    def show_charts(self, count: Callable[[], Sequence[Figures]]) -> None:
        """Show what is counted, now or when the charts are looked at; always as many charts."""
        self._count = count
        if self.isVisible():
            self._draw()

    def showEvent(self, event: QShowEvent) -> None:
        """Count and draw."""
        super().showEvent(event)
        self._draw()

    def _draw(self) -> None:
        if self._count is None:
            return
        figures = self._count()
        if not self.cards:
            self.cards = [ChartCard(one) for one in figures]
            for place, card in enumerate(self.cards):
                card.saved.connect(self.saved)
                card.refused.connect(self.refused)
                self._grid.addWidget(card, *divmod(place, _ACROSS))
        for card, one in zip(self.cards, figures, strict=True):
            card.show_figures(one)
