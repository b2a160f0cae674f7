"""The menu bar, made from the table of actions; knows which action is alive now."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenuBar

from ui.actions import ACTIONS, Menu

Handlers = Mapping[str, Callable[[], None]]


class Menus(QObject):
    """Every action as a menu entry with its keys; the page shown answers before the window."""

    def __init__(self, bar: QMenuBar, own: Handlers) -> None:
        super().__init__(bar)
        self._own = own
        self._offered: Handlers = {}
        self._denied: frozenset[str] = frozenset()
        self.actions = {entry.id: QAction(entry.title, self) for entry in ACTIONS}
        menus = {menu: bar.addMenu(menu.value) for menu in Menu}
        for entry in ACTIONS:
            action = self.actions[entry.id]
            action.setShortcuts([QKeySequence(keys) for keys in entry.keys])
            action.triggered.connect(partial(self.take, entry.id))
            if entry.starts_group:
                menus[entry.menu].addSeparator()
            menus[entry.menu].addAction(action)
        self.offer({})

    def offer(self, handlers: Handlers) -> None:
        """Let the page shown answer these actions."""
        self._offered = handlers
        self._enable()

    def deny(self, ids: frozenset[str]) -> None:
        """Switch off actions the person's roles do not allow."""
        self._denied = ids
        self._enable()

    def is_alive(self, action_id: str) -> bool:
        """Tell whether somebody answers this action now."""
        known = action_id in self._offered or action_id in self._own
        return known and action_id not in self._denied

    def take(self, action_id: str) -> None:
        """Perform an action."""
        if self.is_alive(action_id):
            handler = self._offered.get(action_id) or self._own[action_id]
            handler()

    def _enable(self) -> None:
        for action_id, action in self.actions.items():
            action.setEnabled(self.is_alive(action_id))
