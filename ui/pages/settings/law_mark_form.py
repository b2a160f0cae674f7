"""What became of one law: repealed, or amended and since when (标注时效)."""

from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from resources.terms import name_of
from review.law_files.marking import LawMark
from review.laws.catalogue import Law, LawStatus
from ui.widgets.date_field import DateField
from ui.widgets.field_form import Field, FieldForm, Problem
from ui.widgets.labels import WrappedLabel
from ui.widgets.wheel_guard import WheelGuard

_STATUSES = (LawStatus.AMENDED, LawStatus.REPEALED)


class LawMarkForm(QWidget):
    """Names the text in force and asks what became of it, and who says so."""

    def __init__(self, law: Law) -> None:
        super().__init__()
        self._law = law
        self.status = QComboBox()
        for status in _STATUSES:
            self.status.addItem(name_of(status), status)
        self.promulgated_date = DateField("修改后文本的公布日期")
        self.effective_date = DateField("修改后文本的施行日期")
        self.basis = QLineEdit()
        self.basis.setPlaceholderText("例如 某决定（文号，日期）")
        self.form = FieldForm(
            [
                Field(
                    "status",
                    "时效",
                    self.status,
                    self.status.currentText,
                    self.status.setCurrentText,
                    is_required=True,
                ),
                _day("promulgated_date", "修改后文本的公布日期", self.promulgated_date),
                _day("effective_date", "修改后文本的施行日期", self.effective_date),
                Field(
                    "basis",
                    "依据",
                    self.basis,
                    self.basis.text,
                    self.basis.setText,
                    is_required=True,
                ),
            ]
        )
        day = law.promulgated_date.isoformat() if law.promulgated_date else ""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(WrappedLabel(f"《{law.name}》{day} 公布的文本"))
        layout.addWidget(self.form)
        self.status.currentIndexChanged.connect(self._follow_status)
        self.setFocusProxy(self.status)
        WheelGuard(self)

    def mark(self) -> LawMark | None:
        """Return the mark; None, with a word beside the field, when something lacks."""
        problems = []
        if not self.basis.text().strip():
            problems.append(Problem("basis", "请写明依据，例如废止或者修改的决定。"))
        if self._is_amended() and self.promulgated_date.value() is None:
            problems.append(Problem("promulgated_date", "请填写修改后文本的公布日期。"))
        self.form.show_problems(problems)
        if problems:
            return None
        status, basis = LawStatus(self.status.currentData()), self.basis.text().strip()
        if not self._is_amended():
            return LawMark(self._law.name, status, basis)
        days = (self.promulgated_date.value(), self.effective_date.value())
        return LawMark(self._law.name, status, basis, *days)

    def _is_amended(self) -> bool:
        return LawStatus(self.status.currentData()) is LawStatus.AMENDED

    def _follow_status(self, _place: int) -> None:
        for field in (self.promulgated_date, self.effective_date):
            field.setEnabled(self._is_amended())


def _day(name: str, title: str, field: DateField) -> Field:
    return Field(name, title, field, field.value, field.show_value)
