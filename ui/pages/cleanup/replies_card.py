"""What a round of replies brought: what was recorded, what must be looked at, what is missing."""

from collections.abc import Iterator

from PySide6.QtWidgets import QVBoxLayout, QWidget

from resources.terms import name_of
from review.cleanup.opinion_sheets.questions import Question
from review.cleanup.taking_down import TakenDown
from ui.feedback.catalogue import words_of
from ui.widgets.card import Card, CardLine
from ui.widgets.tokens import Tone


class RepliesCard(QWidget):
    """One card a kind of thing, the things to be done first; empty kinds are left out."""

    def __init__(self) -> None:
        super().__init__()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        self.cards: list[Card] = []
        self.hide()

    def show_round(self, taken: TakenDown) -> None:
        """Show what a round brought."""
        self.clear()
        self.cards = list(_cards(taken))
        for card in self.cards:
            self._layout.addWidget(card)
        self.show()

    def clear(self) -> None:
        """Show nothing."""
        for card in self.cards:
            self._layout.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = []
        self.hide()


def _cards(taken: TakenDown) -> Iterator[Card]:
    collected = taken.read.collected
    count = sum(one.opinions for one in taken.recorded)
    yield Card(
        f"收下 {len(taken.recorded)} 份意见表，记录意见 {count} 条",
        lines=[
            CardLine(f"{one.unit_name}　{one.opinions} 条　{one.file_name}")
            for one in taken.recorded
        ],
        tone=Tone.OK if taken.recorded else Tone.GONE,
    )
    if collected.broken:
        lines = [CardLine(f"{name}　{words_of(error).text}") for name, error in collected.broken]
        yield Card("读不出的文件", "没有收下，请向单位重新要一份。", lines, Tone.LATE)
    if collected.questions:
        lines = [CardLine(_question(one)) for one in collected.questions]
        yield Card("要核对的", "下面各行没有算作意见。核对、改正以后再收一次。", lines, Tone.WAIT)
    if taken.known:
        lines = [CardLine(name) for name in taken.known]
        yield Card("以前已经收过，没有重复记录", "", lines, Tone.GONE)
    if taken.silent:
        lines = [CardLine(unit.unit_name) for unit in taken.silent]
        yield Card("还没有交回的单位", "", lines, Tone.WAIT)
    if taken.unanswered:
        lines = [
            CardLine(f"{unit.unit_name}　还差 {unit.documents - unit.opinions} 件")
            for unit in taken.unanswered
        ]
        yield Card("没有答全的单位", "", lines, Tone.WAIT)
    if taken.conflicts:
        lines = [CardLine(words) for words in _conflicts(taken)]
        yield Card("与审核意见不一致", "请在“审核”中逐件核对。", lines, Tone.LATE)


def _question(question: Question) -> str:
    place = f"第 {question.row_number} 行" if question.row_number else ""
    title = f"《{question.title}》" if question.title else ""
    return f"{question.file_name}　{place}{title}　{question.text}{question.remedy}"


def _conflicts(taken: TakenDown) -> Iterator[str]:
    for row in taken.conflicts:
        if row.opinion is not None and row.decision is not None:
            views = f"单位{name_of(row.opinion.choice)}，审核{name_of(row.decision.outcome)}"
            yield f"《{row.title}》　{row.unit_name}　{views}"
