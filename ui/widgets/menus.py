"""A menu under a button: words and what they do."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QMenu, QWidget


def menu_of(parent: QWidget, choices: Sequence[tuple[str, Callable[[], None]]]) -> QMenu:
    """Return a menu of the choices."""
    menu = QMenu(parent)
    for words, take in choices:
        menu.addAction(words, take)
    return menu
