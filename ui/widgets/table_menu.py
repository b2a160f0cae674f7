"""The menu of a table: copy, sort and choose columns, for the right button and the menu key."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtWidgets import QMenu, QWidget

from ui.widgets.table_columns import Column, Order


@dataclass(frozen=True)
class MenuAnswers:
    """What the table does for each kind of entry; columns are named by their number."""

    copy: Callable[[], None]
    sort_by: Callable[[int], None]
    show_or_hide: Callable[[int], None]


def table_menu(
    table: QWidget,
    columns: Sequence[Column[Any]],
    order: Order,
    hidden: frozenset[int],
    answers: MenuAnswers,
) -> QMenu:
    """Return the menu for a table as it stands now; the first column always stays."""
    menu = QMenu(table)
    menu.addAction("复制所选行").triggered.connect(answers.copy)
    menu.addSeparator()
    sorting = menu.addMenu("排序")
    choosing = menu.addMenu("显示的列")
    for number, column in enumerate(columns):
        if column.is_sortable:
            by = sorting.addAction(column.title)
            by.setCheckable(True)
            by.setChecked(order.column == column.key)
            by.triggered.connect(partial(answers.sort_by, number))
        if number:
            shown = choosing.addAction(column.title)
            shown.setCheckable(True)
            shown.setChecked(number not in hidden)
            shown.triggered.connect(partial(answers.show_or_hide, number))
    return menu
