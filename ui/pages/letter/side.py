"""The right side of a letter: what may be written anew before issue, the facts after it."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout

from models.queries.letters import LetterPage
from resources.terms import name_of
from review.letters.check_code import printed
from ui.parts.days import day_words, instant_words
from ui.parts.preflight_list import PreflightList
from ui.parts.tones import letter_status
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.elided_button import ElidedButton
from ui.widgets.facts_grid import Fact, FactsGrid
from ui.widgets.field_form import FieldForm
from ui.widgets.labels import Label, WrappedLabel
from ui.widgets.status_plate import StatusPlate
from ui.widgets.tokens import Tone

_NOT_YET = "文号在发出时编定。左边就是将要印出的文书，请逐项核对；改动右边各栏，左边随之更新。"
_WHO_ISSUES = "发出文书由登记员、审查员或者负责人办理。"
_HASH_SHOWN = 16
_ISSUE_KEYS = "Ctrl+Return"


class ProposalSide(QFrame):
    """The fields a person may write anew, and the button that issues."""

    def __init__(self, *, may_issue: bool) -> None:
        super().__init__()
        self.setObjectName("Paper")
        self.setAccessibleName("发文前核对")
        self.title = Label("", "heading")
        self.about = WrappedLabel("", "quiet")
        self.issue = Button("发出文书", "primary", "letter")
        self.issue.setShortcut(_ISSUE_KEYS)
        self.issue.setToolTip(f"发出文书（{_ISSUE_KEYS}）")
        self.findings = PreflightList()
        self._form: FieldForm | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(16, 12, 16, 16)
        self._layout.setSpacing(8)
        self._layout.addWidget(self.title)
        self._layout.addWidget(self.about)
        self._layout.addWidget(WrappedLabel(_NOT_YET))
        self._layout.addWidget(self.findings)
        self._place = self._layout.count()
        if not may_issue:
            self._layout.addWidget(Card("只能查看", _WHO_ISSUES, tone=Tone.PLAIN))
        self._layout.addWidget(self.issue, 0, Qt.AlignmentFlag.AlignRight)
        self.issue.setVisible(may_issue)
        self.findings.settled.connect(self.issue.setEnabled)

    def show_form(self, kind: str, about: str, form: FieldForm) -> None:
        """Show the fields of this kind of letter."""
        if self._form is not None:
            self._layout.removeWidget(self._form)
            self._form.deleteLater()
        self._form = form
        self.title.setText(kind)
        self.about.setText(about)
        self._layout.insertWidget(self._place, form)


class FrozenSide(QFrame):
    """The facts of an issued letter, and the way the head withdraws it."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("Paper")
        self.setAccessibleName("文书记录")
        self.title = Label("", "heading")
        self.status = StatusPlate()
        self.facts = FactsGrid()
        self.records = QVBoxLayout()
        self.withdraw = Button("撤回文书", "quiet", "undo")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 16)
        layout.setSpacing(12)
        layout.addWidget(self.title)
        layout.addWidget(self.status)
        layout.addWidget(self.facts)
        layout.addLayout(self.records)
        layout.addWidget(self.withdraw, 0, Qt.AlignmentFlag.AlignLeft)

    def show_letter(self, page: LetterPage, *, may_withdraw: bool) -> None:
        """Show the facts of a letter."""
        self.title.setText(name_of(page.kind))
        self.status.show_status(*letter_status(page.state))
        facts = [
            Fact("文号", page.letter_number),
            Fact("主送", page.addressee),
            Fact("文件", page.title),
            Fact("日期", day_words(page.letter_date)),
            Fact("发文人", page.issued_by),
            Fact("校验值", page.data_hash[:_HASH_SHOWN]),
            *_marks(page),
        ]
        if page.withdrawn_at is not None:
            facts += [
                Fact("撤回时间", instant_words(page.withdrawn_at)),
                Fact("撤回理由", page.withdrawn_reason),
            ]
        self.facts.show_facts(facts)
        self.withdraw.setVisible(may_withdraw)

    def offer_records(self, records: Sequence[tuple[str, Callable[[], None]]]) -> None:
        """Offer the way to what the letter is about: words, and where they lead."""
        while (item := self.records.takeAt(0)) is not None:
            item.widget().deleteLater()
        for words, go in records:
            button = ElidedButton(words, "link", "right")
            button.clicked.connect(partial(_go, go))
            self.records.addWidget(button)


def _go(go: Callable[[], None]) -> None:
    go()


def _marks(page: LetterPage) -> Iterator[Fact]:
    """Yield what an issued letter bears and what became of it."""
    if page.check_code:
        yield Fact("核验码", printed(page.check_code))
    for one in page.deliveries:
        told = (day_words(one.delivered_date), name_of(one.delivery_way), one.received_by)
        yield Fact("送达", f"{one.recipient}　{'　'.join(part for part in told if part)}")
    if page.replaces is not None:
        yield Fact("接替", page.replaces.letter_number)
    if page.followed_by is not None:
        yield Fact("由此接替", page.followed_by.letter_number)
