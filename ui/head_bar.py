"""The head of the window: the office, the search box, the person at the desk."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QWidget

from models.domain.roles import Role
from ui.desk import Office, Person
from ui.palette import Find, PaletteBox
from ui.widgets.buttons import Button
from ui.widgets.labels import ElidedLabel

ROLE_TITLES = {
    Role.CLERK: "登记员",
    Role.REVIEWER: "审查员",
    Role.HEAD: "负责人",
    Role.ADMINISTRATOR: "管理员",
}


def person_title(person: Person) -> str:
    """Return name and roles as the head bar shows them."""
    roles = "、".join(ROLE_TITLES[role] for role in Role if role in person.roles)
    return f"{person.name} · {roles}"


class HeadBar(QFrame):
    """Says whose register this is and who works in it."""

    def __init__(
        self,
        office: Office,
        people: Sequence[Person],
        change_person: Callable[[Person], None],
        find: Find,
        window: QWidget,
    ) -> None:
        super().__init__()
        self.setObjectName("Head")
        self.office = ElidedLabel(f"{office.name} · {office.profile_title}", "heading")
        self.search = PaletteBox(window, find)
        self.person = Button("", "flat", "person")
        self.person.setAccessibleName("经办人")
        self._menu = QMenu(self.person)
        for person in people:
            action = self._menu.addAction(person_title(person))
            action.triggered.connect(partial(_change, change_person, person))
        self.person.setMenu(self._menu)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 6, 12, 6)
        layout.setSpacing(16)
        layout.addWidget(self.office, 3)
        layout.addWidget(self.search, 4)
        layout.addWidget(self.person, 3, Qt.AlignmentFlag.AlignRight)

    def show_person(self, person: Person) -> None:
        """Show who works at the desk now."""
        self.person.setText(person_title(person))
        self.person.setToolTip("点击更换经办人")


def _change(change_person: Callable[[Person], None], person: Person, _checked: object) -> None:
    change_person(person)
