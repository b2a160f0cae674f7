"""The head of the window: the office, the search box, the person at the desk."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QWidget

from models.domain.roles import Role
from models.queries.office import PersonRow
from ui.palette import Find, PaletteBox
from ui.widgets.buttons import Button
from ui.widgets.labels import ElidedLabel

ROLE_TITLES = {
    Role.CLERK: "登记员",
    Role.REVIEWER: "审查员",
    Role.HEAD: "负责人",
    Role.ADMINISTRATOR: "管理员",
}


def person_title(person: PersonRow) -> str:
    """Return name and roles as the head bar shows them."""
    roles = "、".join(ROLE_TITLES[role] for role in Role if role in person.roles)
    return f"{person.name} · {roles}"


class HeadBar(QFrame):
    """Says whose register this is and who works in it."""

    def __init__(
        self,
        change_person: Callable[[PersonRow], None],
        find: Find,
        window: QWidget,
    ) -> None:
        super().__init__()
        self.setObjectName("Head")
        self._change_person = change_person
        self.office = ElidedLabel("", "heading")
        self.search = PaletteBox(window, find)
        self.person = Button("", "flat", "person")
        self.person.setAccessibleName("经办人")
        self._menu = QMenu(self.person)
        self.person.setMenu(self._menu)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 6, 12, 6)
        layout.setSpacing(16)
        layout.addWidget(self.office, 3)
        layout.addWidget(self.search, 4)
        layout.addWidget(self.person, 3, Qt.AlignmentFlag.AlignRight)

    def show_office(self, name: str, profile_title: str, people: Sequence[PersonRow]) -> None:
        """Show whose register this is and who may sit down at it."""
        self.office.setText(f"{name} · {profile_title}")
        self._menu.clear()
        for person in people:
            if person.is_active:
                action = self._menu.addAction(person_title(person))
                action.triggered.connect(partial(self._change_person, person))

    def show_person(self, person: PersonRow) -> None:
        """Show who works at the desk now."""
        self.person.setText(person_title(person))
        self.person.setToolTip("点击更换经办人")
