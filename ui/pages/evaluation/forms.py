"""What is asked when an evaluation is planned, and when it is concluded."""

from datetime import date

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from models.domain.evaluation import (
    Continuation,
    EvaluationConclusion,
    EvaluationEntry,
    EvaluationOrigin,
    EvaluationResult,
)
from models.queries.document_rows import DocumentFacts
from resources.terms import name_of
from ui.parts.validity_field import ValidityField
from ui.widgets.date_field import DateField
from ui.widgets.field_form import Field, FieldForm, Problem
from ui.widgets.labels import WrappedLabel

_LINES = 4
_DUE = "不写报告期限的，按规则包计算：评估的期限、办理延期的最后一日、有效期届满日，取最早的。"
_ENTERED = "在登记簿中记录继续有效"
_OWED = "不勾选的，列为“尚未落实”，重新公布、延长有效期或者记录继续有效以后自动变为“已落实”。"
_RESULT = "修改、废止的结论列为“尚未落实”，登记簿中有了修改、废止的记录以后自动变为“已落实”。"


class PlanForm(QWidget):
    """Who evaluates, by which plan, and until when."""

    def __init__(self, facts: DocumentFacts) -> None:
        super().__init__()
        self._document_id = facts.id
        self.unit = QLineEdit(facts.drafting_unit or facts.issuing_body_name)
        self.plan = QLineEdit()
        self.plan.setPlaceholderText("按年度计划评估的，写计划名称；没有的不写")
        self.due_date = DateField("报告期限")
        unit, plan, due = self.unit, self.plan, self.due_date
        self.form = FieldForm(
            [
                Field("unit", "评估单位", unit, unit.text, unit.setText, is_required=True),
                Field("plan_name", "评估计划", plan, plan.text, plan.setText),
                Field("due_date", "报告期限", due, due.value, due.show_value),
            ]
        )
        _lay_out(self, self.form, WrappedLabel(_DUE, "quiet"))

    def is_sound(self) -> bool:
        """Tell whether the form can be used; what is wrong stands beside its field."""
        found = []
        if not self.unit.text().strip():
            found.append(Problem("unit", "请填写由哪个单位评估。"))
        if self.due_date.is_unreadable():
            found.append(Problem("due_date", "请写成 2026-03-02 的样子，或者不写。"))
        self.form.show_problems(found)
        return not found

    def entry(self) -> EvaluationEntry:
        """Return what is planned."""
        plan = self.plan.text().strip()
        origin = EvaluationOrigin.BY_HAND
        if plan:
            origin = EvaluationOrigin.ANNUAL_PLAN
        return EvaluationEntry(
            self._document_id,
            origin,
            self.unit.text().strip(),
            plan,
            due_date=self.due_date.value(),
        )


class ConclusionForm(QWidget):
    """What the evaluation comes to, why, and whether the register notes it at once."""

    def __init__(self, today: date, *, is_renewed_anew: bool) -> None:
        super().__init__()
        self.result = QComboBox()
        self.result.addItems([name_of(one) for one in EvaluationResult])
        self.reasons = QPlainTextEdit()
        self.reasons.setTabChangesFocus(True)
        self.reasons.setMinimumHeight(_LINES * self.reasons.fontMetrics().lineSpacing())
        self.report_date = DateField("报告日期")
        self.report_date.show_value(today)
        self.is_entered = QCheckBox(_ENTERED)
        self.is_entered.setChecked(not is_renewed_anew)
        self.begin_date = DateField("从哪一天起继续有效")
        self.begin_date.show_value(today)
        self.term = ValidityField("继续有效的期限")
        self.form = FieldForm(self._fields())
        self.note = WrappedLabel("", "quiet")
        _lay_out(self, self.form, self.note)
        self.result.currentIndexChanged.connect(self._follow)
        self.is_entered.toggled.connect(self._follow)
        self._follow()

    def is_sound(self) -> bool:
        """Tell whether the form can be used; what is wrong stands beside its field."""
        found = []
        if not self.reasons.toPlainText().strip():
            found.append(Problem("reasons", "请写明理由，理由会写进评估报告。"))
        if self.report_date.value() is None:
            found.append(Problem("report_date", "请填写评估报告的日期。"))
        if self._is_continued() and self.begin_date.value() is None:
            found.append(Problem("begin_date", "请填写从哪一天起继续有效。"))
        if self._is_continued() and self.term.is_unfinished():
            found.append(Problem("term", "请填写有效期的最后一日。"))
        self.form.show_problems(found)
        return not found

    def conclusion(self) -> EvaluationConclusion:
        """Return how the evaluation ends."""
        begin = self.begin_date.value()
        continuation = None
        if self._is_continued() and begin is not None:
            continuation = Continuation(begin, self.term.value())
        return EvaluationConclusion(
            self._result(),
            self.reasons.toPlainText().strip(),
            self.report_date.value(),
            continuation,
        )

    def _fields(self) -> list[Field]:
        result, reasons, report = self.result, self.reasons, self.report_date
        entered, begin, term = self.is_entered, self.begin_date, self.term
        return [
            Field("result", "评估结论", result, result.currentIndex, result.setCurrentIndex),
            Field(
                "reasons",
                "理由",
                reasons,
                reasons.toPlainText,
                reasons.setPlainText,
                is_required=True,
            ),
            Field("report_date", "报告日期", report, report.value, report.show_value),
            Field("is_entered", "继续有效", entered, entered.isChecked, entered.setChecked),
            Field("begin_date", "从哪一天起", begin, begin.value, begin.show_value),
            Field("term", "新的有效期", term, term.value, term.show_value),
        ]

    def _result(self) -> EvaluationResult:
        return tuple(EvaluationResult)[self.result.currentIndex()]

    def _is_continued(self) -> bool:
        return self._result() is EvaluationResult.CONTINUE and self.is_entered.isChecked()

    def _follow(self) -> None:
        is_kept = self._result() is EvaluationResult.CONTINUE
        self.form.show_field("is_entered", is_shown=is_kept)
        for name in ("begin_date", "term"):
            self.form.show_field(name, is_shown=self._is_continued())
        self.note.setText(_OWED if is_kept else _RESULT)


def _lay_out(form: QWidget, *parts: QWidget) -> None:
    layout = QVBoxLayout(form)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(12)
    for part in parts:
        layout.addWidget(part)
    form.setFocusProxy(parts[0])
