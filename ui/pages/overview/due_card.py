"""What is due, how near: overdue, 7 days, 30 days, this quarter; each line leads to its list."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.domain.profile import Profile
from models.domain.validity_ladder import DueWindow
from models.queries.due import due_rows, window_counts
from models.queries.office import today
from resources.terms import name_of
from ui.desk import Changes, Desk, Route
from ui.widgets.card import Card, CardLine
from ui.widgets.tokens import Tone

_TITLE = "到期事项"


class DueCard(QWidget):
    """Hidden while nothing is due; counts the rows that the page on terms lists."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.card: Card | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.hide()
        desk.changes.happened.connect(self._follow)

    def read(self) -> None:
        """Count what is due today."""
        self._desk.runner.store.run(_counts, self._desk.profile, owner=self, done=self._show)

    def _show(self, counts: Mapping[DueWindow, int]) -> None:
        if self.card is not None:
            self._layout.removeWidget(self.card)
            self.card.hide()
            self.card.deleteLater()
            self.card = None
        if any(counts.values()):
            tone = Tone.LATE if counts[DueWindow.OVERDUE] else Tone.WAIT
            lines = [self._line(window, counts[window]) for window in DueWindow]
            self.card = Card(_TITLE, "", lines, tone)
            self._layout.addWidget(self.card)
        self.setVisible(self.card is not None)

    def _line(self, window: DueWindow, count: int) -> CardLine:
        words = f"{name_of(window)}　{count} 项"
        way = Route("validity", None, (("window", window.value),))
        return CardLine(words, partial(self._desk.navigate, way) if count else None)

    def _follow(self, changes: Changes) -> None:
        if changes.documents or changes.letters or changes.filings or changes.reviews:
            self.read()


def _counts(profile: Profile) -> Mapping[DueWindow, int]:
    day = today()
    until = max(window.last_day(day) for window in DueWindow)
    return window_counts(due_rows(profile, day, until), day)
