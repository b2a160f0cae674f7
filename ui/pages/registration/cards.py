"""The plain cards above the form: drafts, doubles, an unknown body, an unreadable file."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from models.queries.duplicates import SimilarRow
from resources.terms import name_of
from review.extraction.judgement import Normativity, NormativityJudgement
from ui.pages.registration.drafts import Draft
from ui.pages.registration.trait_rows import TraitRows
from ui.parts.days import instant_words
from ui.widgets.card import Card, CardLine
from ui.widgets.text_pane import Place
from ui.widgets.tokens import Tone

_MOST_DRAFTS = 5
_MOST_REASONS = 4
_DOUBTED = {
    Normativity.LOOKS_NOT: "不像规范性文件，请先认定",
    Normativity.UNCLEAR: "看不出是不是规范性文件，请先认定",
}


class FormCards(QWidget):
    """Cards by group; a group shown again replaces itself."""

    draft_wanted = Signal(object)
    draft_unwanted = Signal(object)
    document_wanted = Signal(int)
    double_allowed = Signal(bool)
    body_wanted = Signal(str)
    attach_wanted = Signal()
    place_wanted = Signal(Place)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: dict[str, QWidget] = {}
        self.is_another: QCheckBox | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        self.hide()

    def show_drafts(self, drafts: Sequence[Draft]) -> None:
        """Offer the drafts that were left."""
        lines = []
        for draft in drafts[:_MOST_DRAFTS]:
            title = draft.values.title or "还没有文件名称"
            saved = instant_words(draft.saved_at)
            lines.append(CardLine(f"接着填写：{title}（{saved}）", partial(self._want, draft)))
            lines.append(CardLine("不要这份草稿", partial(self._unwant, draft)))
        words = "上次没有登记完的内容还在，没有写入登记簿。"
        self._show("drafts", Card("有没有登记完的草稿", words, lines) if lines else None)

    def show_doubles(self, doubles: Sequence[SimilarRow]) -> None:
        """Show what is registered already and looks the same; the clerk decides."""
        if not doubles:
            self.is_another = None
            self._show("doubles", None)
            return
        lines = [
            CardLine(
                f"{name_of(one.sameness)}：《{one.title}》{one.number}，{one.registered_date} 登记",
                partial(self._want_document, one.id),
            )
            for one in doubles
        ]
        card = Card("登记簿中有相同或者相近的文件", lines=lines, tone=Tone.WAIT)
        was_checked = self.is_another is not None and self.is_another.isChecked()
        self.is_another = QCheckBox("已核对，是另一份文件，仍予登记")
        self.is_another.setChecked(was_checked)
        self.is_another.toggled.connect(self._allow)
        card.add(self.is_another)
        self._show("doubles", card)

    def show_unknown_body(self, name: str) -> None:
        """Offer to enter a body that the list does not hold; an empty name takes the card away."""
        offer = CardLine("录入该机关…", partial(self._want_body, name))
        words = "制定机关要先进入名册。请核对名称是否写错，确为新机关的再录入。"
        self._show("body", Card(f"名册中没有“{name}”", words, [offer], Tone.WAIT) if name else None)

    def show_normativity(self, judgement: NormativityJudgement | None) -> None:
        """Show the five traits; ask to determine first what does not look like a normative one."""
        if judgement is None or not judgement.traits:
            self._show("normativity", None)
            return
        is_doubted = judgement.normativity in _DOUBTED
        traits = TraitRows(judgement, is_alone=not is_doubted)
        traits.place_wanted.connect(self._want_place)
        self._show("normativity", _doubt(judgement, traits) if is_doubted else traits)

    def show_unreadable(self, name: str) -> None:
        """Offer to keep a file whose text could not be read; an empty name takes the card away."""
        offer = CardLine("仍作为正式文本附上，手工填写各栏", self._want_attach)
        self._show("unreadable", Card(f"读不出“{name}”的文字", "", [offer]) if name else None)

    def _show(self, group: str, card: QWidget | None) -> None:
        old = self.cards.pop(group, None)
        if old is not None:
            self._layout.removeWidget(old)
            old.hide()
            old.deleteLater()
        if card is not None:
            self.cards[group] = card
            self._layout.addWidget(card)
        self.setVisible(bool(self.cards))

    def _want(self, draft: Draft) -> None:
        self.draft_wanted.emit(draft)

    def _unwant(self, draft: Draft) -> None:
        self.draft_unwanted.emit(draft)

    def _want_document(self, document_id: int) -> None:
        self.document_wanted.emit(document_id)

    def _allow(self, is_allowed: bool) -> None:  # noqa: FBT001 -- Qt's slot
        self.double_allowed.emit(is_allowed)

    def _want_body(self, name: str) -> None:
        self.body_wanted.emit(name)

    def _want_place(self, place: Place) -> None:
        self.place_wanted.emit(place)

    def _want_attach(self) -> None:
        self.show_unreadable("")
        self.attach_wanted.emit()


def _doubt(judgement: NormativityJudgement, traits: TraitRows) -> Card:
    lines = [CardLine(reason.words) for reason in judgement.reasons[:_MOST_REASONS]]
    words = "这是程序从标题和正文看出的特征，不是认定结论。不属于规范性文件的，不予登记。"
    card = Card(_DOUBTED[judgement.normativity], words, lines, Tone.WAIT)
    card.add(traits)
    return card
