"""What a unit answered to a reminder, and a step that was done, as forms."""

from datetime import date

from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from models.domain.validity_ladder import LadderStep
from models.domain.validity_replies import (
    MARKABLE_STEPS,
    LadderMarkEntry,
    ReplyAnswer,
    ReplyChoice,
    ReplyEntry,
)
from resources.terms import name_of
from ui.widgets.date_field import DateField
from ui.widgets.field_form import Field, FieldForm, Problem
from ui.widgets.labels import WrappedLabel
from ui.widgets.wheel_guard import WheelGuard

_CHOICES = tuple(ReplyChoice)
_STEPS = tuple(step for step in LadderStep if step in MARKABLE_STEPS)


class ReplyForm(QWidget):
    """The choice, the day and the person on the slip; the same for all its documents."""

    def __init__(self, documents: dict[int, str], today: date) -> None:
        super().__init__()
        self._documents = documents
        self.choice = QComboBox()
        self.choice.addItems([name_of(one) for one in _CHOICES])
        self.day = DateField("回执日期")
        self.day.show_value(today)
        self.signed_by, self.reason = QLineEdit(), QLineEdit()
        self.form = FieldForm(
            [
                _choice("choice", "单位意见", self.choice),
                _day("reply_date", "回执日期", self.day),
                _line("signed_by", "经办人", self.signed_by, is_required=True),
                _line("reason", "理由", self.reason),
            ]
        )
        _lay_out(self, _named(documents), self.form)
        self.setFocusProxy(self.choice)

    def entry(self) -> ReplyEntry | None:
        """Return the reply as written; None, with a word beside the field, when it lacks."""
        day, signed_by = self.day.value(), self.signed_by.text().strip()
        problems = []
        if day is None:
            problems.append(Problem("reply_date", "请填写回执上的日期。"))
        if not signed_by:
            problems.append(Problem("signed_by", "请填写回执上的经办人。"))
        self.form.show_problems(problems)
        if problems or day is None:
            return None
        choice, reason = _CHOICES[self.choice.currentIndex()], self.reason.text().strip()
        answers = tuple(ReplyAnswer(one, choice, reason) for one in self._documents)
        return ReplyEntry(day, signed_by, answers)


class MarkForm(QWidget):
    """Which step before the end was done, on which day, and how that is known."""

    def __init__(self, title: str, today: date, step: LadderStep | None = None) -> None:
        super().__init__()
        self.step = QComboBox()
        self.step.addItems([name_of(one) for one in _STEPS])
        if step in _STEPS:
            self.step.setCurrentIndex(_STEPS.index(step))
        self.day = DateField("办理日期")
        self.day.show_value(today)
        self.note = QLineEdit()
        self.form = FieldForm(
            [
                _choice("step", "步骤", self.step),
                _day("done_date", "办理日期", self.day),
                _line("note", "说明", self.note),
            ]
        )
        _lay_out(self, f"《{title}》", self.form)
        self.setFocusProxy(self.step)

    def entry(self) -> LadderMarkEntry | None:
        """Return the step as written; None, with a word beside the field, when the day lacks."""
        day = self.day.value()
        self.form.show_problems(
            [] if day is not None else [Problem("done_date", "请填写办理日期。")]
        )
        if day is None:
            return None
        return LadderMarkEntry(_STEPS[self.step.currentIndex()], day, self.note.text().strip())


def _named(documents: dict[int, str]) -> str:
    first = next(iter(documents.values()))
    return f"《{first}》" + (f" 等 {len(documents)} 件" if len(documents) > 1 else "")


def _lay_out(whole: QWidget, words: str, form: FieldForm) -> None:
    layout = QVBoxLayout(whole)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(WrappedLabel(words))
    layout.addWidget(form)
    WheelGuard(whole)


def _choice(name: str, title: str, box: QComboBox) -> Field:
    return Field(name, title, box, box.currentText, box.setCurrentText, is_required=True)


def _day(name: str, title: str, day: DateField) -> Field:
    return Field(name, title, day, day.value, day.show_value, is_required=True)


def _line(name: str, title: str, line: QLineEdit, *, is_required: bool = False) -> Field:
    return Field(name, title, line, line.text, line.setText, is_required=is_required)
