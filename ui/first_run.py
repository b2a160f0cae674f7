"""The first day: four questions found a register, or an existing one is opened."""

from pathlib import Path
from uuid import uuid4

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
)

from models.acts.found_register import Founding
from models.acts.people import add_person, change_person
from models.acts.performing import Order
from models.domain.roles import Role
from models.errors import AppError
from models.profiles import available_profiles
from models.register import Register, create_register, open_register
from models.settings import Office
from ui.feedback.error_panel import ErrorPanel
from ui.widgets.buttons import Button
from ui.widgets.field_form import Field, FieldForm, Problem
from ui.widgets.labels import Label, WrappedLabel

_WIDTH = 640
_CLERK_ROLES = frozenset({Role.CLERK, Role.REVIEWER})
_EVERYTHING = frozenset(Role)


class FirstRun(QDialog):
    """Asks for the office, its rules, its people and the folder."""

    def __init__(self, folder: Path, refusal: AppError | None = None) -> None:
        super().__init__()
        self.setWindowTitle("规范性文件登记审查工作台")
        self.setMinimumWidth(_WIDTH)
        self.register: Register | None = None
        self.error = ErrorPanel()
        self.office = QLineEdit()
        self.office.setPlaceholderText("例如：云溪县司法局")
        self.profile = QComboBox()
        for summary in available_profiles():
            self.profile.addItem(summary.name, summary.id)
        self.administrator = QLineEdit()
        self.clerk = QLineEdit()
        self.clerk.setPlaceholderText("单位只有一人使用时，与管理员填同一姓名")
        self.folder = QLineEdit(str(folder))
        self.form = FieldForm(self._fields())
        self.found = Button("建立登记簿", "primary")
        self.other = Button("打开已有的登记簿…")
        self._lay_out()
        self.found.clicked.connect(self._found)
        self.other.clicked.connect(self._open_other)
        if refusal is not None:
            self.error.show_error(refusal)

    def ask(self) -> Register | None:
        """Show the questions and return the register founded or opened, or None."""
        self.exec()
        return self.register

    def _fields(self) -> list[Field]:
        lines = (
            ("office", "单位名称", self.office),
            ("administrator", "管理员姓名", self.administrator),
            ("clerk", "登记员姓名", self.clerk),
            ("folder", "数据文件夹", self.folder),
        )
        fields = [
            Field(name, title, line, line.text, line.setText, is_required=True)
            for name, title, line in lines
        ]
        profile = Field(
            "profile",
            "适用规则",
            self.profile,
            self.profile.currentData,
            self.profile.setCurrentText,
        )
        return [fields[0], profile, *fields[1:]]

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.other)
        buttons.addStretch(1)
        buttons.addWidget(self.found)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(Label("建立登记簿", "title"))
        layout.addWidget(
            WrappedLabel("回答几个问题就可以开始。适用规则和人员以后可以在设置里更改。", "quiet")
        )
        layout.addWidget(self.error)
        layout.addWidget(self.form)
        layout.addLayout(buttons)

    def _found(self) -> None:
        answers = {name: str(value).strip() for name, value in self.form.read().items()}
        missing = [Problem(name, "请填写这一栏。") for name, text in answers.items() if not text]
        self.form.show_problems(missing)
        if missing:
            return
        try:
            self.register = found_office(answers)
        except AppError as refusal:
            self.error.show_error(refusal)
        else:
            self.accept()

    def _open_other(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, "选择登记簿所在的文件夹")
        if not chosen:
            return
        try:
            self.register = open_register(Path(chosen))
        except AppError as refusal:
            self.error.show_error(refusal)
        else:
            self.accept()


def found_office(answers: dict[str, str]) -> Register:
    """Found the register the answers describe, with its administrator and its clerk."""
    administrator, clerk = answers["administrator"], answers["clerk"]
    founding = Founding(Office(answers["office"], answers["profile"]), administrator, administrator)
    register = create_register(Path(answers["folder"]), founding)
    order = Order(administrator, uuid4().hex)
    if clerk == administrator:
        change_person(order, administrator, administrator, _EVERYTHING, is_active=True)
    else:
        add_person(order, clerk, clerk, _CLERK_ROLES)
    return register
