"""The cards above the work list: bodies that are not known, and what was not registered."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from review.folder_import.registering import Registered
from review.folder_import.work_list import WorkItem, unknown_bodies
from ui.pages.folder_import.words import refusal_words
from ui.widgets.card import Card, CardLine
from ui.widgets.tokens import Tone

_MOST_LINES = 3
_BODIES, _REPORT = "bodies", "report"


class Notices(QWidget):
    """``body_wanted`` gives the name in the files that is to be explained."""

    body_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: dict[str, Card] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        self.hide()

    def show_bodies(self, items: Sequence[WorkItem]) -> None:
        """Offer to say which bodies the unknown names mean."""
        names = unknown_bodies(items)
        lines = [
            CardLine(f"{name}（{count} 项）：指明或者录入…", partial(self.body_wanted.emit, name))
            for name, count in list(names.items())[:_MOST_LINES]
        ]
        title = f"有 {len(names)} 个机关不在名册中，指明以后写法相同的一并办理"
        self._show(_BODIES, Card(title, "", lines, Tone.WAIT) if lines else None)

    def show_refusals(self, done: Sequence[Registered]) -> None:
        """Tell what was not registered, and why."""
        told = [words for words in map(refusal_words, done) if words]
        rest = len(told) - _MOST_LINES
        lines = [CardLine(words) for words in told[:_MOST_LINES]]
        if rest > 0:
            lines.append(CardLine(f"另有 {rest} 件，仍在清单中"))
        title = f"有 {len(told)} 件没有登记，或者编号没有补录"
        self._show(_REPORT, Card(title, "", lines, Tone.LATE) if told else None)

    def clear(self) -> None:
        """Take all cards away."""
        self._show(_BODIES, None)
        self._show(_REPORT, None)

    def _show(self, name: str, card: Card | None) -> None:
        old = self.cards.pop(name, None)
        if old is not None:
            self._layout.removeWidget(old)
            old.hide()
            old.deleteLater()
        if card is not None:
            self.cards[name] = card
            self._layout.addWidget(card)
        self.setVisible(bool(self.cards))
