"""Correct one field of a record: which, what stands there, what should, and why."""

from datetime import date

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QStackedWidget

from models.acts.correct_record import CorrectableField, Correction
from models.domain.validity import ValidityTerm
from models.queries.document_rows import DocumentFacts
from resources.terms import name_of
from ui.pages.document.forms import ActForm
from ui.parts.days import day_words, term_words, yes_or_no
from ui.parts.validity_field import ValidityField
from ui.widgets.date_field import DateField
from ui.widgets.field_form import Field, Problem
from ui.widgets.labels import WrappedLabel

_FIELDS = list(CorrectableField)
_WHAT_STAYS = "更正只改登记簿中的记录，原值、新值和理由永远留在痕迹里。号码和办理状态不能在这里改。"
Value = str | date | bool | ValidityTerm | None


class CorrectionForm(ActForm):
    """The new value is entered in an editor of its kind."""

    def __init__(self, facts: DocumentFacts) -> None:
        self._facts = facts
        self.field = QComboBox()
        self.field.addItems([name_of(one) for one in _FIELDS])
        self.before = WrappedLabel("", "quiet")
        self.words = QLineEdit()
        self.day = DateField("更正后的日期")
        self.flag = QCheckBox("是")
        self.term = ValidityField("更正后的有效期")
        self.after = QStackedWidget()
        for editor in (self.words, self.day, self.flag, self.term):
            self.after.addWidget(editor)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText("如：登记时录入有误，已与原件核对")
        super().__init__(
            [
                Field(
                    "field",
                    "更正哪一项",
                    self.field,
                    self.field.currentIndex,
                    self.field.setCurrentIndex,
                ),
                Field("before", "现在的值", self.before, self.before.text, self.before.setText),
                Field("after", "更正为", self.after, self._value, _ignore),
                Field(
                    "reason",
                    "理由",
                    self.reason,
                    self.reason.text,
                    self.reason.setText,
                    is_required=True,
                ),
            ],
            _WHAT_STAYS,
        )
        self.field.currentIndexChanged.connect(self._show_field)
        self._show_field()

    def problems(self) -> list[Problem]:
        """A changed value and a reason are needed."""
        found = []
        is_unread = self.day.is_unreadable() and self.after.currentWidget() is self.day
        is_open = self.term.is_unfinished() and self.after.currentWidget() is self.term
        if is_unread or is_open:
            found.append(Problem("after", "请写成 2026-03-02 的样子。"))
        elif self._value() == self._known():
            found.append(Problem("after", "和现在的值相同，不用更正。"))
        if not self.reason.text().strip():
            found.append(Problem("reason", "请写明理由，理由会留在记录里。"))
        return found

    def correction(self) -> Correction:
        """Return the correction."""
        return Correction(self._chosen(), self._value())

    def choose(self, field: CorrectableField) -> None:
        """Correct this field."""
        self.field.setCurrentIndex(_FIELDS.index(field))

    def _chosen(self) -> CorrectableField:
        return _FIELDS[self.field.currentIndex()]

    def _known(self) -> Value:
        value: Value = getattr(self._facts, self._chosen().value)
        return value

    def _value(self) -> Value:
        editor = self.after.currentWidget()
        if editor is self.day:
            return self.day.value()
        if editor is self.flag:
            return self.flag.isChecked()
        return self.term.value() if editor is self.term else self.words.text().strip()

    def _show_field(self) -> None:
        known, field = self._known(), self._chosen()
        self.before.setText(_spoken(known) or "（没有填写）")
        if field is CorrectableField.VALIDITY_TERM:
            self.term.show_value(known if isinstance(known, ValidityTerm) else None)
            self.after.setCurrentWidget(self.term)
        elif isinstance(known, bool):
            self.flag.setChecked(known)
            self.after.setCurrentWidget(self.flag)
        elif field.value.endswith("_date"):
            self.day.show_value(known if isinstance(known, date) else None)
            self.after.setCurrentWidget(self.day)
        else:
            self.words.setText(str(known or ""))
            self.words.setCursorPosition(0)
            self.after.setCurrentWidget(self.words)


def _spoken(value: Value) -> str:
    if isinstance(value, bool):
        return yes_or_no(value)
    if isinstance(value, ValidityTerm):
        return term_words(value)
    return day_words(value) if isinstance(value, date) else str(value or "")


def _ignore(_value: object) -> None:
    return None
