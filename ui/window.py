"""The frame: head, navigation, page, bottom bar; it knows no page by name."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from models.queries.office import PersonRow
from ui.actions import ACTIONS
from ui.day_turn import DayTurn
from ui.desk import Changes, ChangesHub, Desk, Route
from ui.feedback.bottom_bar import BottomBar
from ui.head_bar import HeadBar
from ui.look import Look
from ui.menus import Menus
from ui.navigation import Navigation
from ui.page import Page
from ui.page_area import PageArea
from ui.page_table import PAGES, PageEntry, first_of
from ui.palette import PaletteEntry
from ui.sheets import help_sheet_of, shortcut_sheet_of
from ui.workplace import Staff, Workplace

_NAVIGATION_WIDTH = 168
_SIZE = (1280, 700)
_SMALLEST = (960, 560)


class Window(QMainWindow):
    """The one window of the desk."""

    def __init__(self, workplace: Workplace, person: PersonRow) -> None:
        super().__init__()
        self._workplace = workplace
        self._look = Look(workplace.theme, workplace.remembered)
        self.changes = ChangesHub()
        self.day_turn = DayTurn(self)
        self.person = person
        self._staff = workplace.staff
        self.wants_other_register = False
        self.head = HeadBar(self.change_person, self._find, self)
        self.navigation = Navigation(_entries_for(person), self._go_to_page)
        self.pages = PageArea(self._build)
        self.bottom = BottomBar()
        self.menus = Menus(self.menuBar(), self._own_actions())
        self._lay_out()
        self._connect()
        self._recall()
        self._show_staff(workplace.staff)
        self._fit_navigation()
        self._sit_down(person)

    def change_person(self, person: PersonRow) -> None:
        """Let another person sit down: new rights, so new pages."""
        if person == self.person or not self.pages.page.may_leave():
            return
        self.pages.forget_pages()
        self.person = person
        self._replace_navigation()
        self._sit_down(person)

    def navigate(self, route: Route) -> None:
        """Go to a page or record."""
        if self.pages.go(route):
            self.bottom.clear()

    def begin_day(self) -> None:
        """Read again what depends on the date: on the page shown now, on the others when shown."""
        self.changes.publish(
            Changes(documents=True, filings=True, reviews=True, letters=True, evaluations=True)
        )
        self.pages.page.refresh()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the window; stay when the page may not be left."""
        if not self.pages.page.may_leave():
            event.ignore()
            return
        remembered = self._workplace.remembered
        remembered.keep("desk.login", self.person.login)
        remembered.keep("window.geometry", bytes(self.saveGeometry().data()))
        remembered.write()
        super().closeEvent(event)

    def _lay_out(self) -> None:
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.navigation)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.pages, 1)
        right.addWidget(self.bottom)
        middle.addLayout(right, 1)
        self._middle = middle
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addLayout(middle, 1)
        self.setCentralWidget(content)
        self.setMinimumSize(*_SMALLEST)
        self.resize(*_SIZE)

    def _connect(self) -> None:
        self.changes.happened.connect(self._follow_changes)
        self.pages.turned.connect(self._follow_page)
        self.day_turn.turned.connect(self.begin_day)
        self._workplace.theme.changed.connect(self._fit_navigation)

    def _recall(self) -> None:
        geometry = self._workplace.remembered.state("window.geometry")
        if geometry:
            self.restoreGeometry(QByteArray(geometry))
        self._look.recall()

    def _sit_down(self, person: PersonRow) -> None:
        self.head.show_person(person)
        shut = {entry.id for entry in PAGES if not person.roles & entry.roles}
        denied = {f"go.{page}" for page in shut}
        if "registration" in shut:
            denied |= {"file.register", "file.import", "file.folder", "file.ledger"}
        self.menus.deny(frozenset(denied))
        self.navigate(Route("overview"))
        self._count_again()

    def _replace_navigation(self) -> None:
        old = self.navigation
        self.navigation = Navigation(_entries_for(self.person), self._go_to_page)
        self._middle.replaceWidget(old, self.navigation)
        old.deleteLater()
        self._fit_navigation()

    def _build(self, entry: PageEntry) -> Page:
        workplace = self._workplace
        desk = Desk(
            register=workplace.register,
            runner=workplace.runner,
            changes=self.changes,
            person=self.person,
            office=self._staff.office,
            profile=self._staff.profile,
            remembered=workplace.remembered,
            look=self._look,
            navigate=self.navigate,
            back=self.pages.back,
            announce=self.bottom.show_done,
            refuse=self.bottom.show_refusal,
        )
        return workplace.build(entry, desk)

    def _own_actions(self) -> dict[str, Callable[[], None]]:
        own: dict[str, Callable[[], None]] = {
            "file.register": partial(self.navigate, Route("registration")),
            "file.folder": partial(self.navigate, Route("folder_import")),
            "file.ledger": partial(self.navigate, Route("ledger_import")),
            "file.other": self._leave_for_other,
            "file.quit": self._quit,
            "edit.search": self._search,
            "view.refresh": self._refresh,
            "view.back": self._back,
            "go.evaluations": partial(self._go_to_page, "evaluations"),
            "go.ledger": partial(self._go_to_page, "ledger"),
            "go.law_changes": partial(self._go_to_page, "law_changes"),
            "go.outgoing": partial(self._go_to_page, "outgoing"),
            "go.verification": partial(self._go_to_page, "verification"),
            "go.omissions": partial(self._go_to_page, "omissions"),
            "help.here": self._help_here,
            "help.shortcuts": self._show_shortcuts,
        }
        own |= self._look.actions()
        own |= {f"go.{e.id}": partial(self._go_to_page, e.id) for e in PAGES if not e.parent}
        return own

    def _go_to_page(self, page_id: str) -> None:
        self.navigate(Route(page_id))
        self._follow_page()

    def _follow_page(self) -> None:
        entry = next(entry for entry in PAGES if entry.id == self.pages.route.page)
        self.navigation.mark(first_of(entry).id)
        self.menus.offer(self.pages.page.offers)

    def _search(self) -> None:
        self.head.search.results.show_all()

    def _find(self) -> list[PaletteEntry]:
        places = {f"go.{entry.id}" for entry in PAGES}
        return [
            PaletteEntry(
                "页面" if entry.id in places else "命令",
                entry.title.rstrip("…"),
                entry.letters,
                "、".join(entry.keys[:1]),
                partial(self.menus.take, entry.id),
            )
            for entry in sorted(ACTIONS, key=lambda entry: entry.id not in places)
            if self.menus.is_alive(entry.id) and entry.id != "edit.search"
        ]

    def _back(self) -> None:
        if self.head.search.results.isVisible():
            self.head.search.leave()
            self.pages.page.setFocus()
        else:
            self.pages.back()

    def _refresh(self) -> None:
        self.pages.page.refresh()
        self._count_again()

    def _leave_for_other(self) -> None:
        """Close; who opened the window then asks which register is wanted."""
        self.wants_other_register = True
        if not self.close():
            self.wants_other_register = False

    def _quit(self) -> None:
        self.close()

    def _help_here(self) -> None:
        help_sheet_of(self.pages.route.page, self).show()

    def _show_shortcuts(self) -> None:
        shortcut_sheet_of(self).show()

    def _fit_navigation(self) -> None:
        width = round(_NAVIGATION_WIDTH * self._workplace.theme.scale / 100)
        self.navigation.setFixedWidth(width)

    def _follow_changes(self, changes: Changes) -> None:
        self._count_again()
        if changes.settings:
            workplace = self._workplace
            workplace.runner.store.run(workplace.read_staff, owner=self, done=self._take_staff)

    def _take_staff(self, staff: Staff) -> None:
        """Go on with other settings: pages hold the old ones, and roles may be others."""
        has_other_rules = (staff.office, staff.profile) != (
            self._staff.office,
            self._staff.profile,
        )
        self._show_staff(staff)
        now = next((one for one in staff.people if one.login == self.person.login), self.person)
        if now != self.person and now.is_active:
            self.change_person(now)
        elif has_other_rules:
            self.pages.forget_others()

    def _show_staff(self, staff: Staff) -> None:
        self._staff = staff
        name = staff.office.office_name
        self.head.show_office(name, staff.profile.name, staff.people)
        self.setWindowTitle(f"规范性文件登记审查工作台 · {name}")

    def _count_again(self) -> None:
        workplace = self._workplace
        workplace.runner.store.run(
            workplace.count_waiting, self.person, owner=self, done=self._show_counts
        )

    def _show_counts(self, waiting: Mapping[str, int]) -> None:
        self.navigation.show_counts(waiting)


def _entries_for(person: PersonRow) -> list[PageEntry]:
    return [entry for entry in PAGES if entry.parent is None and person.roles & entry.roles]
