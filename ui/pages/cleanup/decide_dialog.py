"""Everything a decision may say, written by a person: for one document or many."""

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from models.domain.cleanup import CleanupOutcome, CleanupReason
from models.domain.cleanup_campaign import DecisionEntry
from resources.terms import name_of
from ui.parts.act_dialog import ActDialog
from ui.widgets.date_field import DateField
from ui.widgets.field_form import Field, FieldForm, Problem
from ui.widgets.wheel_guard import WheelGuard

_OUTCOME, _REASON, _BASIS = "outcome", "reason", "basis"
_REPLACING, _UNIT, _DUE, _REMARK = "replacing", "unit", "due", "remark"
_NO_REASON = "（不填）"


class DecideDialog(ActDialog):
    """Shows what is known already; only what belongs to the outcome chosen is asked."""

    def __init__(self, entry: DecisionEntry, count: int, parent: QWidget) -> None:
        self.outcome, self.reason = QComboBox(), QComboBox()
        self.outcome.addItems([name_of(one) for one in CleanupOutcome])
        self.reason.addItems([_NO_REASON, *(name_of(one) for one in CleanupReason)])
        self.basis, self.replacing = QLineEdit(), QLineEdit()
        self.unit, self.remark = QLineEdit(), QLineEdit()
        self.replacing.setPlaceholderText("文件名称和发文字号")
        self.unit.setPlaceholderText("不填时是实施单位")
        self.due = DateField("修改期限")
        self.form = FieldForm(self._fields())
        WheelGuard(self.form)
        super().__init__(f"审核意见（{count} 件）", self.form, parent)
        self.outcome.currentIndexChanged.connect(self._fit)
        self._show_entry(entry)

    def is_whole(self) -> bool:
        """Tell whether it can be recorded; say beside the field what is missing."""
        problems = []
        if self.chosen().wants_basis and not self.basis.text().strip():
            problems.append(Problem(_BASIS, "请写依据，公布结果时要用。"))
        if self._reason() is CleanupReason.REPLACED and not self.replacing.text().strip():
            problems.append(Problem(_REPLACING, "请写代替它的文件。"))
        if self.due.is_unreadable():
            problems.append(Problem(_DUE, "请填写日期，写成 2026-03-02 的样子。"))
        elif self.chosen() is CleanupOutcome.AMEND and self.due.value() is None:
            problems.append(Problem(_DUE, "请写修改期限，以后按它督促。"))
        self.form.show_problems(problems)
        return not problems

    def chosen(self) -> CleanupOutcome:
        """Return the outcome chosen."""
        return list(CleanupOutcome)[self.outcome.currentIndex()]

    def entry(self) -> DecisionEntry:
        """Return the decision as it is written."""
        is_amendment = self.chosen() is CleanupOutcome.AMEND
        return DecisionEntry(
            outcome=self.chosen(),
            reason=self._reason(),
            basis=self.basis.text().strip(),
            replacing_document=self.replacing.text().strip(),
            responsible_unit=self.unit.text().strip() if is_amendment else "",
            amendment_due_date=self.due.value() if is_amendment else None,
            remark=self.remark.text().strip(),
        )

    def _reason(self) -> CleanupReason | None:
        place = self.reason.currentIndex()
        return list(CleanupReason)[place - 1] if place > 0 else None

    def _fields(self) -> list[Field]:
        lines = (
            (_BASIS, "依据", self.basis),
            (_REPLACING, "代替的文件", self.replacing),
            (_UNIT, "修改单位", self.unit),
        )
        outcome, reason, due, remark = self.outcome, self.reason, self.due, self.remark
        return [
            Field(_OUTCOME, "意见", outcome, outcome.currentIndex, outcome.setCurrentIndex),
            Field(_REASON, "理由类别", reason, reason.currentIndex, reason.setCurrentIndex),
            *(Field(key, name, line, line.text, line.setText) for key, name, line in lines),
            Field(_DUE, "修改期限", due, due.value, due.show_value),
            Field(_REMARK, "备注", remark, remark.text, remark.setText),
        ]

    def _show_entry(self, entry: DecisionEntry) -> None:
        reason = list(CleanupReason).index(entry.reason) + 1 if entry.reason else 0
        self.form.show_values(
            {
                _OUTCOME: list(CleanupOutcome).index(entry.outcome),
                _REASON: reason,
                _BASIS: entry.basis,
                _REPLACING: entry.replacing_document,
                _UNIT: entry.responsible_unit,
                _DUE: entry.amendment_due_date,
                _REMARK: entry.remark,
            }
        )
        self._fit()
        self.basis.setFocus()

    def _fit(self) -> None:
        is_amendment = self.chosen() is CleanupOutcome.AMEND
        for name in (_UNIT, _DUE):
            self.form.show_field(name, is_shown=is_amendment)
