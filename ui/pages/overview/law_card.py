"""Laws that documents in force cite and that have changed: how many documents nobody looked at."""

from datetime import date
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.domain.roles import ActName
from models.files import FileStore
from models.queries.law_citations import unsearched_count
from models.queries.office import today
from review.laws.changed_laws import ChangedLaw, changed_laws
from review.laws.office_catalogue import office_index
from ui.desk import Changes, Desk, Route
from ui.parts.law_change_words import change_words
from ui.widgets.card import Card, CardLine
from ui.widgets.tokens import Tone

_MOST = 4


class LawCard(QWidget):
    """Hidden while nothing waits; reads once a day and when catalogue or findings change."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._day: date | None = None
        self.card: Card | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.hide()
        desk.changes.happened.connect(self._follow)

    def read(self) -> None:
        """Read what waits, unless it was read today."""
        if not self._desk.person.may(ActName.RECORD_LAW_REVIEW) or self._day == today():
            return
        self._day = today()
        self._desk.runner.store.run(
            _waiting, self._desk.register.files, owner=self, done=self._show
        )

    def _show(self, found: tuple[int, tuple[ChangedLaw, ...]]) -> None:
        texts, laws = found
        if self.card is not None:
            self._layout.removeWidget(self.card)
            self.card.hide()
            self.card.deleteLater()
            self.card = None
        lines = self._lines(texts, laws)
        if lines:
            self.card = Card("依据变动", "", lines, Tone.WAIT)
            self._layout.addWidget(self.card)
        self.setVisible(bool(lines))

    def _lines(self, texts: int, laws: tuple[ChangedLaw, ...]) -> list[CardLine]:
        go = partial(self._desk.navigate, Route("law_changes"))
        waiting = [law for law in laws if law.open_count]
        lines = [
            CardLine(f"{law.open_count} 件未核对：{change_words(law.change)}", go)
            for law in waiting[:_MOST]
        ]
        if len(waiting) > _MOST:
            lines.append(CardLine(f"共 {len(waiting)} 部，查看全部", go))
        if texts:
            lines.append(CardLine(f"{texts} 份正文还没有查找引用，现在查找", go))
        return lines

    def _follow(self, changes: Changes) -> None:
        if changes.settings or changes.documents:
            self._day = None


def _waiting(files: FileStore) -> tuple[int, tuple[ChangedLaw, ...]]:
    return unsearched_count(), changed_laws(office_index(files), today())
