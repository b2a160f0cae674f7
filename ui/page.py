"""What the window expects of a page."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.desk import Desk, Route


class Page(QWidget):
    """A page of the window; its constructor takes the Desk and nothing else.

    ``offers`` maps ids of ``ui.actions.ACTIONS`` (for example ``"file.save"``) to bound methods:
    the menu entry and its shortcut live while this page is shown. Set it anew and emit
    ``offers_changed`` when what is possible changes.
    """

    crumb_changed = Signal(str)
    offers_changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.offers: Mapping[str, Callable[[], None]] = {}

    def open(self, route: Route) -> None:
        """Show what the route names.

        Called at every arrival. A list page that is given no record and no extra keeps its place.
        """

    def refresh(self) -> None:
        """Read again what is shown (F5)."""

    def may_leave(self) -> bool:
        """Tell whether the page may be left now; a page that says no also says why."""
        return True
