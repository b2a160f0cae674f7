"""What a clerk should look at before receiving: doubles, an unknown body, a kept draft."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.queries.duplicates import SimilarRow
from resources.terms import name_of
from ui.widgets.card import Card, CardLine
from ui.widgets.tokens import Tone


class IntakeWarnings(QWidget):
    """Plain cards above the fields; ``known_wanted`` names the document already registered."""

    known_wanted = Signal(SimilarRow)
    another_wanted = Signal()
    clear_wanted = Signal()
    body_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        self._cards: dict[str, list[Card]] = {}
        self.hide()

    def cards(self, group: str) -> list[Card]:
        """Return the cards of one group."""
        return self._cards.get(group, [])

    def clear(self) -> None:
        """Take all cards away."""
        for group in tuple(self._cards):
            self._show(group, ())

    def show_draft(self) -> None:
        """Say that a draft was taken up again."""
        line = CardLine("不要了，清空重填", self._want_clear)
        self._show("draft", [Card("已接着上次没有收完的内容", lines=[line], tone=Tone.PLAIN)])

    def show_doubles(self, doubles: Sequence[SimilarRow]) -> None:
        """Say which registered documents look the same, and let the clerk decide."""
        self._show("doubles", [self._double(row) for row in doubles])

    def show_unknown_body(self, name: str) -> None:
        """Offer to enter the issuer that the list does not hold; an empty name offers nothing."""
        line = CardLine("录入该机关…", partial(self._want_body, name))
        words = "请核对名称是否写错，确为新机关的再录入。"
        card = Card(f"名册中没有“{name}”", words, [line], Tone.WAIT)
        self._show("body", [card] if name else ())

    def show_decision(self, words: str, title: str, undo: Callable[[], None]) -> None:
        """Say what the clerk decided about the doubles, and offer to take it back."""
        card = Card(words, title, [CardLine("重新核对", undo)], Tone.OK)
        self._show("doubles", [card])

    def _want_body(self, name: str) -> None:
        self.body_wanted.emit(name)

    def _double(self, row: SimilarRow) -> Card:
        return Card(
            f"可能已经登记：{name_of(row.sameness)}",
            f"《{row.title}》，{row.number or '没有文号'}，{row.registered_date.isoformat()} 登记",
            [
                CardLine("就是这份文件，按已登记的收件", partial(self._want_known, row)),
                CardLine("已核对，是另一份文件，仍予登记", self._want_another),
            ],
            Tone.WAIT,
        )

    def _show(self, group: str, cards: Sequence[Card]) -> None:
        for card in self._cards.pop(group, []):
            self._layout.removeWidget(card)
            card.hide()
            card.deleteLater()
        if cards:
            self._cards[group] = list(cards)
        for card in cards:
            self._layout.addWidget(card)
        self.setVisible(bool(self._cards))

    def _want_known(self, row: SimilarRow) -> None:
        self.known_wanted.emit(row)

    def _want_another(self) -> None:
        self.another_wanted.emit()

    def _want_clear(self) -> None:
        self.clear_wanted.emit()
