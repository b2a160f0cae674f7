"""The numbers of a chart as a table: for the keyboard, a screen reader, and to be copied."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.parts.charts.figures import Figures
from ui.widgets.empty_state import EmptyState
from ui.widgets.rows_at_hand import AS_GIVEN, RowsAtHand, at_once
from ui.widgets.table_columns import Column, Order, Side
from ui.widgets.table_model import PagedTableModel
from ui.widgets.table_view import TableView

_NAME_WIDTH, _NUMBER_WIDTH = 160, 110


@dataclass(frozen=True)
class _Line:
    """One category and its numbers."""

    place: int
    name: str
    values: tuple[int, ...]


class NumberTable(QWidget):
    """Shows the categories as rows, with the sum of each column last where there is one."""

    def __init__(self) -> None:
        super().__init__()
        self.view: TableView | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    def show_figures(self, figures: Figures) -> None:
        """Show these figures."""
        columns = _columns(figures)
        source = RowsAtHand(columns, _place)
        source.hold(_lines(figures))
        model = PagedTableModel(columns, source, at_once, None)
        model.order = Order(AS_GIVEN)
        view = TableView(model, figures.title, EmptyState("没有数字"))
        view.horizontalHeader().setSortIndicatorShown(False)
        if self.view is not None:
            self.view.setParent(None)
            self.view.deleteLater()
        self.view = view
        self._layout.addWidget(view)
        self.setFocusProxy(view)
        model.ask()


def _place(line: _Line) -> int:
    return line.place


def _columns(figures: Figures) -> tuple[Column[_Line], ...]:
    numbers = tuple(
        Column[_Line](
            f"value{place}",
            series.name,
            _NUMBER_WIDTH,
            partial(_number, place),
            Side.RIGHT,
            is_sortable=False,
        )
        for place, series in enumerate(figures.series)
    )
    first = Column[_Line](
        "name", figures.category_name, _NAME_WIDTH, _name, is_sortable=False, takes_rest=True
    )
    return (first, *numbers)


def _name(line: _Line) -> str:
    return line.name


def _number(place: int, line: _Line) -> str:
    return str(line.values[place])


def _lines(figures: Figures) -> Sequence[_Line]:
    lines = [
        _Line(place, name, tuple(one.values[place] for one in figures.series))
        for place, name in enumerate(figures.categories)
    ]
    if not figures.has_sums:
        return lines
    sums = tuple(sum(one.values) for one in figures.series)
    return [*lines, _Line(len(lines), "合计", sums)]
