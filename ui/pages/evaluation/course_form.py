"""How an evaluation was carried out and what it found, in words."""

import re

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from models.domain.evaluation import EvaluationCourse
from ui.widgets.field_form import Field, FieldForm

_LINES = 5
_SEPARATOR = re.compile("[、，,；;]")


class CourseForm(QWidget):
    """Methods, process, findings, suggestions; ``changed`` says that somebody wrote something."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.methods = QLineEdit()
        self.methods.setPlaceholderText("如：问卷调查、实地走访、座谈会")
        self.process = _area("评估组的组成、调查的范围和次数、听取了谁的意见")
        self.findings = _area("存在的问题，可以分条写")
        self.suggestions = _area("除结论以外的建议，没有的不写")
        self.form = FieldForm(
            [
                Field("methods", "评估方式", self.methods, self.methods.text, self.methods.setText),
                _field("process", "评估过程", self.process),
                _field("findings", "发现的问题", self.findings),
                _field("suggestions", "其他建议", self.suggestions),
            ]
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.form)
        self._is_filling = False
        self.methods.textEdited.connect(self._note)
        for area in self._areas():
            area.textChanged.connect(self._note)

    def show_course(self, course: EvaluationCourse, *, is_open: bool) -> None:
        """Show these words; while the sheet is not open they are only read."""
        self._is_filling = True
        self.methods.setText("、".join(course.methods))
        self.process.setPlainText(course.process)
        self.findings.setPlainText(course.findings)
        self.suggestions.setPlainText(course.suggestions)
        self._is_filling = False
        self.methods.setReadOnly(not is_open)
        for area in self._areas():
            area.setReadOnly(not is_open)

    def course(self) -> EvaluationCourse:
        """Return the words written."""
        methods = (one.strip() for one in _SEPARATOR.split(self.methods.text()))
        return EvaluationCourse(
            tuple(one for one in methods if one),
            self.process.toPlainText(),
            self.findings.toPlainText(),
            self.suggestions.toPlainText(),
        )

    def _areas(self) -> tuple[QPlainTextEdit, ...]:
        return self.process, self.findings, self.suggestions

    def _note(self) -> None:
        if not self._is_filling:
            self.changed.emit()


def _area(hint: str) -> QPlainTextEdit:
    area = QPlainTextEdit()
    area.setPlaceholderText(hint)
    area.setTabChangesFocus(True)
    area.setMinimumHeight(_LINES * area.fontMetrics().lineSpacing())
    return area


def _field(name: str, title: str, area: QPlainTextEdit) -> Field:
    return Field(name, title, area, area.toPlainText, area.setPlainText)
