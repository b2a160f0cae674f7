"""The middle of the window: pages made at their first visit, and the way back from a record."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ui.desk import Route
from ui.page import Page
from ui.page_table import PageEntry, entry_of
from ui.widgets.breadcrumb import Breadcrumb


class PageArea(QWidget):
    """Shows one page; remembers the places a person came through."""

    turned = Signal()

    def __init__(self, build: Callable[[PageEntry], Page]) -> None:
        super().__init__()
        self._build = build
        self._pages: dict[str, Page] = {}
        self._way: list[Route] = []
        self.breadcrumb = Breadcrumb()
        self.breadcrumb.back_wanted.connect(self.back)
        self._stack = QStackedWidget()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.breadcrumb)
        layout.addWidget(self._stack, 1)

    @property
    def route(self) -> Route:
        """The place shown."""
        return self._way[-1]

    @property
    def page(self) -> Page:
        """The page shown."""
        return self._pages[self.route.page]

    def go(self, route: Route) -> bool:
        """Go to a place, unless the page shown may not be left; tell whether it was left."""
        if self._way and not self.page.may_leave():
            return False
        if entry_of(route.page).parent is None:
            self._way = []
        if self._way and _is_same_place(self._way[-1], route):
            self._way.pop()
        self._way.append(route)
        self._show()
        return True

    def back(self) -> None:
        """Return from a record to where the person came from, at least to its list."""
        parent = entry_of(self.route.page).parent
        if parent is None or not self.page.may_leave():
            return
        self._way.pop()
        if not self._way:
            self._way.append(Route(parent))
        self._show()

    def forget_pages(self) -> None:
        """Let all pages go, because another person sits down."""
        for page in self._pages.values():
            self._stack.removeWidget(page)
            page.deleteLater()
        self._pages = {}
        self._way = []

    def forget_others(self) -> None:
        """Let all pages go but the one shown, because what they were made with has changed."""
        kept = self.page
        for page_id, page in list(self._pages.items()):
            if page is not kept:
                self._stack.removeWidget(page)
                page.deleteLater()
                del self._pages[page_id]

    def _show(self) -> None:
        entry = entry_of(self.route.page)
        page = self._pages.get(entry.id)
        if page is None:
            page = self._make(entry)
        self.breadcrumb.setVisible(entry.parent is not None)
        if entry.parent is not None:
            self.breadcrumb.show_way(entry_of(entry.parent).title, entry.title)
        self._stack.setCurrentWidget(page)
        page.setFocus()
        page.open(self.route)
        self.turned.emit()

    def _make(self, entry: PageEntry) -> Page:
        page = self._build(entry)
        page.setAccessibleName(entry.title)
        page.crumb_changed.connect(partial(self._name_record, entry))
        page.offers_changed.connect(self.turned)
        self._pages[entry.id] = page
        self._stack.addWidget(page)
        return page

    def _name_record(self, entry: PageEntry, title: str) -> None:
        if self.route.page == entry.id and entry.parent is not None:
            self.breadcrumb.show_way(entry_of(entry.parent).title, title)


def _is_same_place(one: Route, other: Route) -> bool:
    """Another question to the same record is no further step on the way."""
    return (one.page, one.record_id) == (other.page, other.record_id)
