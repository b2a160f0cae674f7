"""The parts of the result tab, below each other: terms, sum, what is touched, paper, effect."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.cleanup_course import AffectedDocument
from models.domain.cleanup_campaign import AffectedGround
from models.domain.lifecycle import CampaignState
from models.domain.roles import ActName
from models.queries.cleanup_results import ResultPreview
from ui.pages.cleanup.result_applied import AppliedView
from ui.pages.cleanup.result_form import ResultForm
from ui.pages.cleanup.result_reading import ResultShown
from ui.pages.cleanup.result_words import (
    AFFECTED,
    affected_words,
    finding_lines,
    state_words,
    sum_words,
)
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import Label, WrappedLabel
from ui.widgets.short_table import ShortTable

_TABLE_HEIGHT = 190
_TO_REVIEW = "转入“审核中”以后才能定结果。"
_HOW = {
    True: "由本单位决定的，看过决定稿后发出；由政府决定的，写明机关和文号，另存决定稿送审，"
    "先定下结果，公布以后落实到登记簿。",
    False: "决定已经由本单位发出。内容要改动的，先在文书页撤回。",
}
_CONCLUDING = frozenset(
    {CampaignState.OFFICE_REVIEW, CampaignState.COORDINATED, CampaignState.DELIBERATED}
)
_CLOSED = frozenset({CampaignState.DECIDED, CampaignState.PUBLISHED})


class ResultParts(QWidget):
    """Shows a result; its buttons are wishes that the tab takes."""

    entry_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.form = ResultForm()
        self.sum = WrappedLabel("", "heading")
        self.findings = QVBoxLayout()
        self.touched = WrappedLabel("")
        self.affected = ShortTable("受到连带影响的文件", AFFECTED, _row_id, EmptyState("没有"))
        self.affected.view.setMinimumHeight(_TABLE_HEIGHT)
        self.acknowledge = Button("记录已经核对…", icon_name="check")
        self.take_in = Button("列入清理目录…", icon_name="plus")
        self.how = WrappedLabel("", "quiet")
        self.paper = Button("看决定稿、发出…", "quiet", "letter")
        self.letter = Button("打开发出的决定", "link", "right")
        self.decide = Button("定下结果…", "quiet", "check")
        self.apply = Button("落实到登记簿…", "primary", "check")
        self.applied = AppliedView()
        self._before, self._steps = QWidget(), QWidget()
        self._everything: Sequence[AffectedDocument] = ()
        self._lay_out()

    def show_result(self, shown: ResultShown, may: Callable[[ActName], bool]) -> None:
        """Show a result, and what the person may do with it."""
        is_applied = shown.applied is not None
        self._before.setVisible(not is_applied)
        self._steps.setVisible(not is_applied)
        self.applied.setVisible(is_applied)
        if shown.applied is not None:
            self.applied.show_result(shown.applied, shown.changes)
            self._offer_letter(shown.applied.letter_id)
        if shown.preview is not None:
            self._show_preview(shown.preview)
            self._offer(shown, may)

    def affected_chosen(self) -> Sequence[AffectedDocument]:
        """Return the documents selected that nobody has looked at; with none selected, all such."""
        chosen = self.affected.selected() or self._everything
        return tuple(one for one in chosen if not one.is_acknowledged)

    def _show_preview(self, preview: ResultPreview) -> None:
        self.sum.setText(sum_words(preview.items))
        while (item := self.findings.takeAt(0)) is not None:
            part = item.widget()
            part.hide()
            part.deleteLater()
        words, tone = state_words(preview)
        lines = list(finding_lines(preview.findings, self.entry_wanted.emit))
        self.findings.addWidget(Card(words, lines=lines, tone=tone))
        self._everything = preview.affected
        self.touched.setText(affected_words(preview.affected)[0])
        self.affected.show(preview.affected)
        self.affected.view.setVisible(bool(preview.affected))

    def _offer(self, shown: ResultShown, may: Callable[[ActName], bool]) -> None:
        has_affected = bool(shown.preview and shown.preview.affected)
        may_change = shown.may_change and has_affected
        self.acknowledge.setVisible(may_change and may(ActName.ACKNOWLEDGE_AFFECTED))
        self.take_in.setVisible(may_change and may(ActName.ADD_CLEANUP_ENTRY))
        self.form.hold_still(is_fixed=shown.letter is not None)
        is_early = shown.state not in _CONCLUDING | _CLOSED
        self.how.setText(_TO_REVIEW if is_early else _HOW[shown.letter is None])
        self.paper.setVisible(shown.letter is None)
        self.paper.setEnabled(bool(shown.preview and shown.preview.items))
        self._offer_letter(shown.letter.id if shown.letter else None)
        may_decide = shown.state in _CONCLUDING and may(ActName.ADVANCE_CLEANUP)
        self.decide.setVisible(may_decide)
        self.decide.setEnabled(shown.is_ready)
        self.apply.setVisible(may(ActName.ISSUE_CLEANUP_RESULT) and not is_early)
        self.apply.setEnabled(shown.is_ready)

    def _offer_letter(self, letter_id: int | None) -> None:
        self.letter.setVisible(letter_id is not None)

    def _lay_out(self) -> None:
        before = QVBoxLayout(self._before)
        before.setContentsMargins(0, 0, 0, 0)
        before.setSpacing(8)
        before.addWidget(self.sum)
        before.addLayout(self.findings)
        before.addWidget(Label("连带影响", "name"))
        before.addWidget(self.touched)
        before.addWidget(self.affected.view)
        before.addLayout(_row(self.acknowledge, self.take_in))
        before.addWidget(Label("决定", "name"))
        before.addWidget(self.form)
        before.addWidget(self.how)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 12)
        layout.setSpacing(12)
        layout.addWidget(self._before)
        layout.addWidget(self.applied)
        steps = _row(self.paper, self.decide, self.apply)
        steps.setContentsMargins(0, 0, 0, 0)
        self._steps.setLayout(steps)
        layout.addLayout(_row(self.letter))
        layout.addWidget(self._steps)
        layout.addStretch(1)


def _row(*buttons: Button) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addStretch(1)
    for button in buttons:
        row.addWidget(button)
    return row


def _row_id(one: AffectedDocument) -> int:
    """Tell rows apart: a document may be touched for two reasons."""
    grounds = list(AffectedGround)
    return one.document_id * len(grounds) + grounds.index(one.ground)
