"""The left side of the window: the pages, what waits on each, and the one shown."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout

from ui.page_table import PageEntry
from ui.widgets.buttons import Button
from ui.widgets.labels import Label


class NavigationButton(Button):
    """One page; the number at its right is what waits for the person."""

    def __init__(self, entry: PageEntry, go: Callable[[str], None]) -> None:
        super().__init__(entry.title, "page", entry.icon)
        self._entry = entry
        self._go = go
        self.count = Label("", "count")
        self.count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.count.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.count.hide()
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 12, 0)
        layout.addStretch(1)
        layout.addWidget(self.count)
        self.clicked.connect(self._want)

    def show_count(self, waiting: int) -> None:
        """Show how many wait; nothing when none does."""
        self.count.setText(str(waiting))
        self.count.setVisible(waiting > 0)
        title = self._entry.title
        self.setAccessibleName(f"{title}，{waiting} 件待办" if waiting else title)

    def _want(self) -> None:
        self._go(self._entry.id)


class Navigation(QFrame):
    """The pages a person may open, one below the other."""

    def __init__(self, entries: Sequence[PageEntry], go: Callable[[str], None]) -> None:
        super().__init__()
        self.setObjectName("Navigation")
        self.setAccessibleName("页面导航")
        self.buttons = {entry.id: NavigationButton(entry, go) for entry in entries}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 8)
        layout.setSpacing(2)
        for button in self.buttons.values():
            layout.addWidget(button)
        layout.addStretch(1)

    def mark(self, page_id: str) -> None:
        """Mark the page shown."""
        if page_id in self.buttons:
            self.buttons[page_id].setChecked(True)

    def show_counts(self, waiting: Mapping[str, int]) -> None:
        """Show what waits on each page."""
        for page_id, button in self.buttons.items():
            button.show_count(waiting.get(page_id, 0))
