"""The charts of a cleanup (统计图), each also as a table and as a picture to save."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from models.queries.cleanup_entries import EntryRow
from ui.pages.cleanup.chart_figures import charts_of
from ui.parts.charts.chart_card import ChartCard
from ui.widgets.scrolled import scrolled

_ACROSS = 2


class ChartsTab(QWidget):
    """Counts when it is looked at; until then it costs nothing."""

    saved = Signal(Path)
    refused = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.cards: list[ChartCard] = []
        self._rows: tuple[EntryRow, ...] = ()
        self._day = date.min
        content = QWidget()
        self._grid = QGridLayout(content)
        self._grid.setContentsMargins(12, 10, 12, 12)
        self._grid.setSpacing(12)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolled(content))

    def show_rows(self, rows: Sequence[EntryRow], day: date) -> None:
        """Show the figures of these documents, now or when the charts are looked at."""
        self._rows, self._day = tuple(rows), day
        if self.isVisible():
            self._draw()

    def showEvent(self, event: QShowEvent) -> None:
        """Count and draw."""
        super().showEvent(event)
        self._draw()

    def _draw(self) -> None:
        figures = charts_of(self._rows, self._day)
        if not self.cards:
            self.cards = [ChartCard(one) for one in figures]
            for place, card in enumerate(self.cards):
                card.saved.connect(self.saved)
                card.refused.connect(self.refused)
                self._grid.addWidget(card, *divmod(place, _ACROSS))
        for card, one in zip(self.cards, figures, strict=True):
            card.show_figures(one)
