"""What has lapsed since the head last looked: told once, since nobody had to decide it."""

from datetime import date, timedelta
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.domain.roles import Role
from models.queries.lapsed import LapsedRow, lapsed_since
from models.queries.office import today
from ui.desk import Changes, Desk, Route
from ui.widgets.buttons import Button
from ui.widgets.card import Card, CardLine
from ui.widgets.tokens import Tone

_MOST = 6
# How far back is looked the first time, when nobody has ever looked.
_FIRST_LOOK = timedelta(days=31)
_TEXT = "有效期届满没有延续，已经失效。日期是最后有效日。"


class LapseCard(QWidget):
    """Hidden while nothing has lapsed that the head has not seen, and for everybody else."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._told_until: date | None = None
        self.card: Card | None = None
        self.seen = Button("知道了", "quiet")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.hide()
        desk.changes.happened.connect(self._follow)

    def read(self) -> None:
        """Read what has lapsed since the head last said that it was seen."""
        if Role.HEAD in self._desk.person.roles:
            day = today()
            self._desk.runner.store.run(
                lapsed_since,
                self._seen_until(day),
                day,
                owner=self,
                done=partial(self._show, day),
            )

    def _seen_until(self, day: date) -> date:
        kept = self._desk.remembered.text(self._name(), "")
        try:
            return min(date.fromisoformat(kept), day)
        except ValueError:
            return day - _FIRST_LOOK

    def _name(self) -> str:
        return f"lapses.seen.{self._desk.person.login}"

    def _show(self, day: date, rows: tuple[LapsedRow, ...]) -> None:
        self._told_until = day
        self._take_away()
        if rows:
            lines = [CardLine(_words(row), self._way_to(row.id)) for row in rows[:_MOST]]
            if len(rows) > _MOST:
                more = f"共 {len(rows)} 件，到文件登记查看"
                lines.append(CardLine(more, partial(self._desk.navigate, Route("documents"))))
            self.card = Card(f"近日失效 {len(rows)} 件", _TEXT, lines, Tone.WAIT)
            self.card.add(self._foot())
            self._layout.addWidget(self.card)
        self.setVisible(bool(rows))

    def _foot(self) -> QWidget:
        self.seen = Button("知道了", "quiet")
        self.seen.setToolTip("看过以后不再提示；以后失效的另行提示")
        self.seen.clicked.connect(self._note_seen)
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(self.seen)
        return foot

    def _note_seen(self) -> None:
        if self._told_until is not None:
            self._desk.remembered.keep(self._name(), self._told_until.isoformat())
            self._desk.remembered.write()
        self._take_away()
        self.hide()

    def _take_away(self) -> None:
        if self.card is not None:
            self._layout.removeWidget(self.card)
            self.card.hide()
            self.card.deleteLater()
            self.card = None

    def _way_to(self, document_id: int) -> partial[None]:
        return partial(self._desk.navigate, Route("document", document_id))

    def _follow(self, changes: Changes) -> None:
        if changes.documents:
            self.read()


def _words(row: LapsedRow) -> str:
    return f"{row.last_day.isoformat()}　{row.document_number or row.title}"
