"""A finding as the reviewer writes it: clause, quote, class, problem, basis, suggestion."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from models.domain.records import FindingEntry
from models.domain.terms import FindingClass
from resources.terms import name_of
from ui.widgets.buttons import Button
from ui.widgets.field_form import Field, FieldForm, Problem
from ui.widgets.labels import Label

_REQUIRED = {
    "clause": "请写明条款",
    "quote": "请引用原文",
    "finding_class": "请选择问题类别，可以按数字键 1 至 5",
    "problem": "请写明问题",
    "basis_title": "请写明依据的名称",
}
_LINES_SHOWN = 2
_SUBMIT_KEYS = "Ctrl+Return"


class ClassChoice(QWidget):
    """The five classes of faults; the keys 1 to 5 choose one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 4)
        layout.setSpacing(4)
        for number, one in enumerate(FindingClass, start=1):
            button = QRadioButton(f"{number} {name_of(one)}")
            self._group.addButton(button, number)
            layout.addWidget(button)
        self.setFocusProxy(self._group.button(1))

    def value(self) -> FindingClass | None:
        """Return the class chosen."""
        number = self._group.checkedId()
        return tuple(FindingClass)[number - 1] if number > 0 else None

    def show_value(self, one: FindingClass | None) -> None:
        """Choose a class, or none."""
        self._group.setExclusive(False)
        for button in self._group.buttons():
            button.setChecked(False)
        self._group.setExclusive(True)
        if one is not None:
            self.choose(tuple(FindingClass).index(one) + 1)

    def choose(self, number: int) -> None:
        """Choose the class with this number."""
        self._group.button(number).setChecked(True)


class FindingForm(QWidget):
    """Fields in the order of the opinion's table; ``submitted`` gives the whole finding."""

    submitted = Signal(FindingEntry)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.clause = QLineEdit()
        self.quote = _paragraph()
        self.finding_class = ClassChoice()
        self.problem = _paragraph()
        self.basis_title = QLineEdit()
        self.basis_article = QLineEdit()
        self.basis_text = _paragraph()
        self.suggestion = _paragraph()
        self.form = FieldForm(self._fields())
        self.submit_button = Button("提出问题", "primary")
        self.submit_button.setShortcut(_SUBMIT_KEYS)
        self.submit_button.setToolTip(f"提出问题（{_SUBMIT_KEYS}）")
        self.leave_button = Button("放弃")
        self._lay_out()
        self._connect()

    def begin(self, clause: str, quote: str) -> None:
        """Begin a finding about quoted words."""
        empty = dict.fromkeys(self.form.read(), "")
        self.form.show_values({**empty, "clause": clause, "quote": quote, "finding_class": None})
        self.form.show_problems([])
        self.finding_class.setFocus()

    def submit(self) -> None:
        """Give the finding, or say beside the fields what is missing."""
        values = self.form.read()
        problems = [Problem(name, words) for name, words in _REQUIRED.items() if not values[name]]
        self.form.show_problems(problems)
        if not problems:
            self.submitted.emit(FindingEntry(**values))

    def show_problem(self, problem: Problem) -> None:
        """Say beside a field why the finding was refused."""
        self.form.show_problems([problem])

    def has_field(self, name: str) -> bool:
        """Tell whether the form has a field of this name."""
        return name in self.form.read()

    def _fields(self) -> list[Field]:
        choice = self.finding_class
        return [
            _line("clause", "条款", self.clause, is_required=True),
            _text("quote", "原文", self.quote, is_required=True),
            Field(
                "finding_class", "类别", choice, choice.value, choice.show_value, is_required=True
            ),
            _text("problem", "问题", self.problem, is_required=True),
            _line("basis_title", "依据", self.basis_title, is_required=True),
            _line("basis_article", "依据条款", self.basis_article),
            _text("basis_text", "依据原文", self.basis_text),
            _text("suggestion", "修改建议", self.suggestion),
        ]

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setProperty("kind", "scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 12, 0)
        column.addWidget(self.form)
        column.addStretch(1)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(inside)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.leave_button)
        buttons.addWidget(self.submit_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(Label("提出问题", "heading"))
        layout.addWidget(self.area, 1)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        self.submit_button.clicked.connect(self.submit)
        self.leave_button.clicked.connect(self._leave)
        self.form.focused.connect(self._bring_into_sight)
        for number, _ in enumerate(FindingClass, start=1):
            shortcut = QShortcut(QKeySequence(str(number)), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._choose_by_key)

    def _choose_by_key(self) -> None:
        shortcut = self.sender()
        if isinstance(shortcut, QShortcut):
            self.finding_class.choose(int(shortcut.key().toString()))

    def _bring_into_sight(self, name: str) -> None:
        widgets = {field.name: field.widget for field in self._fields()}
        self.area.ensureWidgetVisible(widgets[name])

    def _leave(self) -> None:
        self.left.emit()


def _paragraph() -> QPlainTextEdit:
    text = QPlainTextEdit()
    text.setTabChangesFocus(True)
    text.setFixedHeight(round(text.fontMetrics().lineSpacing() * (_LINES_SHOWN + 1.2)))
    return text


def _line(name: str, title: str, line: QLineEdit, *, is_required: bool = False) -> Field:
    def read() -> str:
        return line.text().strip()

    return Field(name, title, line, read, line.setText, is_required)


def _text(name: str, title: str, text: QPlainTextEdit, *, is_required: bool = False) -> Field:
    def read() -> str:
        return text.toPlainText().strip()

    return Field(name, title, text, read, text.setPlainText, is_required)
