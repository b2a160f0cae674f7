"""The people (人员): added, given roles, retired; never deleted."""

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from models.domain.roles import ActName, Role
from models.queries.office import PersonRow
from resources.terms import name_of
from ui.pages.settings.section import Section
from ui.pages.settings.view_model import SettingsView, SettingsViewModel
from ui.parts.act_dialog import ActDialog
from ui.widgets.buttons import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.field_form import Field, FieldForm, Problem
from ui.widgets.short_table import ShortTable
from ui.widgets.table_columns import Column, Shape
from ui.widgets.tokens import Tone

_ABOUT = "人员不能删除，因为过去的记录要写明经办人；离岗的请停用。至少要有一位在岗的管理员。"
_WHO = "人员和角色由管理员更改，这里只能查看。"
_ROLE_NOTES = {
    Role.CLERK: "登记、编号、印发公布、收件、备案登记",
    Role.REVIEWER: "审查、出具意见书",
    Role.HEAD: "登记员和审查员的工作，以及作废号码、撤回文书",
    Role.ADMINISTRATOR: "设置，不办理业务",
}

COLUMNS: tuple[Column[PersonRow], ...] = (
    Column("name", "姓名", 140, lambda row: row.name),
    Column("login", "登录名", 140, lambda row: row.login),
    Column(
        "roles",
        "角色",
        260,
        lambda row: "、".join(name_of(role) for role in Role if role in row.roles),
        takes_rest=True,
    ),
    Column(
        "standing",
        "状态",
        110,
        lambda row: "在岗" if row.is_active else "已停用",
        shape=Shape.PLATE,
        tone=lambda row: Tone.OK if row.is_active else Tone.GONE,
    ),
)


class PersonForm(QWidget):
    """Name, login and roles of a person; for a known one the login stays and standing is asked."""

    def __init__(self, person: PersonRow | None = None) -> None:
        super().__init__()
        self.name, self.login = QLineEdit(), QLineEdit()
        self.login.setPlaceholderText("例如姓名的拼音，以后不能改")
        self.boxes = {role: QCheckBox(f"{name_of(role)}：{_ROLE_NOTES[role]}") for role in Role}
        self.active = QCheckBox("在岗")
        self.active.setChecked(True)
        roles = QWidget()
        column = QVBoxLayout(roles)
        column.setContentsMargins(6, 6, 6, 6)
        for box in self.boxes.values():
            column.addWidget(box)
        fields = [
            Field("name", "姓名", self.name, self.name.text, self.name.setText, is_required=True),
            Field(
                "login", "登录名", self.login, self.login.text, self.login.setText, is_required=True
            ),
            Field("roles", "角色", roles, self.roles, self._show_roles, is_required=True),
        ]
        if person is not None:
            self.name.setText(person.name)
            self.login.setText(person.login)
            self.login.setReadOnly(True)
            self._show_roles(person.roles)
            self.active.setChecked(person.is_active)
            fields.append(
                Field("active", "状态", self.active, self.active.isChecked, self.active.setChecked)
            )
        self.form = FieldForm(fields)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.form)

    def roles(self) -> frozenset[Role]:
        """Return the roles that are ticked."""
        return frozenset(role for role, box in self.boxes.items() if box.isChecked())

    def check(self) -> bool:
        """Show what is missing beside its field; tell whether nothing is."""
        problems = []
        if not self.name.text().strip():
            problems.append(Problem("name", "请填写姓名。"))
        if not self.login.text().strip():
            problems.append(Problem("login", "请填写登录名。"))
        if not self.roles():
            problems.append(Problem("roles", "请至少选择一种角色。"))
        self.form.show_problems(problems)
        return not problems

    def _show_roles(self, roles: frozenset[Role]) -> None:
        for role, box in self.boxes.items():
            box.setChecked(role in roles)


class PeopleSection(Section):
    """The table of people with its two acts."""

    def __init__(self, view_model: SettingsViewModel) -> None:
        may_change = view_model.may(ActName.CHANGE_PERSON)
        super().__init__(view_model, "人员", _ABOUT if may_change else _ABOUT + _WHO)
        self.add = Button("增加人员", "primary", "plus")
        self.change = Button("更改角色、停用", "quiet", "edit")
        self.people = ShortTable(
            "人员", COLUMNS, lambda row: row.id, EmptyState("还没有人员", "请增加人员。")
        )
        self.form = PersonForm()
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.add, self.change):
            if not may_change:
                button.hide()
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.content.addLayout(buttons)
        self.content.addWidget(self.people.view, 1)
        self.add.clicked.connect(self.ask_to_add)
        self.change.clicked.connect(self.ask_to_change)
        if may_change:
            self.people.view.opened.connect(self.ask_to_change)
        self.people.view.chosen.connect(self._follow_row)
        self._follow_row()

    def show_view(self, view: SettingsView) -> None:
        """Show the people."""
        self.people.show(view.people)
        self._follow_row()

    def ask_to_add(self) -> None:
        """Ask for a new person."""
        self.form = PersonForm()
        dialog = ActDialog("增加人员", self.form, self)
        dialog.wanted.connect(self._add)
        self.ask(dialog)

    def ask_to_change(self) -> None:
        """Ask what is to change about the person chosen."""
        person = self.people.current()
        if person is None:
            return
        self.form = PersonForm(person)
        dialog = ActDialog("更改人员", self.form, self)
        dialog.wanted.connect(self._change)
        self.ask(dialog)

    def _add(self) -> None:
        if self.form.check():
            form = self.form
            self.view_model.add_person(
                form.login.text().strip(), form.name.text().strip(), form.roles()
            )

    def _change(self) -> None:
        if self.form.check():
            form = self.form
            self.view_model.change_person(
                form.login.text().strip(),
                form.name.text().strip(),
                form.roles(),
                is_active=form.active.isChecked(),
            )

    def _follow_row(self, _row: object = None) -> None:
        self.change.setEnabled(self.people.current() is not None)
