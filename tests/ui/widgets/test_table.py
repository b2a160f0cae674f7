"""The table stays fluent at a hundred thousand rows, because it fetches what is looked at."""

from collections.abc import Callable, Iterator
from time import perf_counter
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from tests.ui.fakes import COLUMNS, FakeRegister, FakeRow, at_once
from ui.widgets.empty_state import EmptyState
from ui.widgets.table_columns import Order
from ui.widgets.table_model import PAGE_ROWS, PagedTableModel
from ui.widgets.table_view import TableView
from ui.widgets.theme import Scheme, Theme

ROWS = 100_000
Model = PagedTableModel[FakeRow, str]


class LateFetch:
    """Answers only when told to."""

    def __init__(self) -> None:
        self.waiting: list[tuple[Callable[[], Any], Callable[[Any], None]]] = []

    def __call__(self, work: Callable[[], Any], done: Callable[[Any], None], /) -> None:
        """Keep the work."""
        self.waiting.append((work, done))

    def answer(self) -> None:
        """Answer what waits now."""
        waiting, self.waiting = self.waiting, []
        for work, done in waiting:
            done(work())


@pytest.fixture
def source() -> FakeRegister:
    """Return a register of a hundred thousand rows."""
    return FakeRegister(ROWS)


@pytest.fixture
def model(source: FakeRegister, theme: Theme) -> Model:
    """Return a model that fetches at once."""
    theme.show(Scheme.LIGHT, 100)
    return PagedTableModel(COLUMNS, source, at_once, "")


@pytest.fixture
def table(model: Model, qtbot: QtBot) -> Iterator[TableView]:
    """Return the table, shown."""
    view = TableView(model, "文件", EmptyState("还没有文件", "登记后显示在这里。", "登记新文件"))
    qtbot.addWidget(view)
    view.resize(1000, 600)
    view.show()
    qtbot.waitExposed(view)
    yield view
    QGuiApplication.clipboard().clear()


def test_the_first_rows_are_painted_at_once_from_one_page(
    table: TableView, source: FakeRegister
) -> None:
    started = perf_counter()
    table.records.ask()
    table.grab()

    assert perf_counter() - started < 1  # measured: 0.03 s; the bound only catches a full load
    assert source.pages == 1
    assert table.records.rowCount() == ROWS


def test_jumping_about_fetches_only_what_is_looked_at(
    table: TableView, source: FakeRegister
) -> None:
    table.records.ask()

    for place in range(20):
        table.scrollTo(table.records.index(place * 5_000, 0))
        table.grab()

    assert source.pages <= 2 * 20


def test_sorting_asks_the_source_once_and_the_second_time_the_other_way(
    table: TableView, source: FakeRegister
) -> None:
    table.records.ask()
    source.asked.clear()

    table.sort_by(2)
    table.sort_by(2)

    assert source.asked == [
        (Order("adopted_date"), ""),
        (Order("adopted_date", is_descending=True), ""),
    ]
    assert table.records.id_at(0) == ROWS


def test_a_filter_is_handed_to_the_source_as_it_is(model: Model, source: FakeRegister) -> None:
    model.narrow_to("even")

    assert source.asked[-1][1] == "even"
    assert model.rowCount() == ROWS // 2


def test_rows_stay_until_the_new_answer_is_there(source: FakeRegister) -> None:
    fetch = LateFetch()
    model = PagedTableModel(COLUMNS, source, fetch, "")
    model.ask()
    fetch.answer()

    model.narrow_to("even")

    assert model.rowCount() == ROWS
    fetch.answer()
    assert model.rowCount() == ROWS // 2


def test_an_answer_to_an_older_question_is_not_shown(source: FakeRegister) -> None:
    fetch = LateFetch()
    model = PagedTableModel(COLUMNS, source, fetch, "")
    model.narrow_to("even")
    model.narrow_to("")
    (old, show_old), (new, show_new) = fetch.waiting

    show_new(new())
    show_old(old())

    assert model.rowCount() == ROWS


def test_a_row_not_fetched_yet_shows_dots_and_then_itself(source: FakeRegister) -> None:
    fetch = LateFetch()
    model = PagedTableModel(COLUMNS, source, fetch, "")
    model.ask()
    fetch.answer()
    far = model.index(ROWS - 1, 4)

    assert far.data() == "…"
    fetch.answer()
    assert far.data() == str(ROWS)


def test_pages_the_eye_has_left_are_not_fetched(source: FakeRegister) -> None:
    fetch = LateFetch()
    model = PagedTableModel(COLUMNS, source, fetch, "")
    model.ask()
    fetch.answer()
    source.pages = 0

    for page in range(2, 60):
        model.row_at(page * PAGE_ROWS)
    while fetch.waiting:
        fetch.answer()

    assert source.pages <= 3
    assert model.row_at(59 * PAGE_ROWS) is not None


def test_a_refreshed_table_keeps_its_place(table: TableView) -> None:
    table.records.ask()
    table.go_to(5_000)
    scrolled = table.verticalScrollBar().value()

    table.records.ask()

    assert table.current_id() == 5_000
    assert table.verticalScrollBar().value() == scrolled


def test_enter_and_double_click_open_the_record(table: TableView) -> None:
    opened: list[int] = []
    table.opened.connect(opened.append)
    table.records.ask()
    table.go_to(7)

    QTest.keyClick(table, Qt.Key.Key_Return)
    table.doubleClicked.emit(table.records.index(8, 0))

    assert opened == [7, 9]


def test_moving_about_says_which_record_is_stood_on(table: TableView) -> None:
    chosen: list[int] = []
    table.records.ask()
    table.go_to(1)
    table.chosen.connect(chosen.append)

    QTest.keyClick(table, Qt.Key.Key_Down)

    assert chosen == [2]


def test_copied_rows_paste_as_text_and_as_a_table(table: TableView) -> None:
    table.records.ask()
    table.selectRow(0)

    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    pasted = QGuiApplication.clipboard().mimeData()
    assert (
        pasted.text().splitlines()[1]
        == "云政规〔2011〕1号\t云溪县物业管理通告\t2010-01-05\t待编号\t1"
    )
    assert pasted.html().count("<td") == 5
    assert "mso-number-format:'\\@'" in pasted.html()


def test_copying_everything_loses_no_row(table: TableView, source: FakeRegister) -> None:
    source.size = 1_000
    table.records.ask()
    table.selectAll()

    table.copy_selection()

    assert len(QGuiApplication.clipboard().mimeData().text().splitlines()) == 1_001


def test_columns_are_copied_in_the_order_they_were_moved_to(table: TableView) -> None:
    table.records.ask()
    table.horizontalHeader().moveSection(4, 1)
    table.selectRow(0)

    table.copy_selection()

    titles = QGuiApplication.clipboard().mimeData().text().splitlines()[0]
    assert titles.split("\t") == ["发文字号", "序号", "标题", "成文日期", "状态"]


def _entries(table: TableView, title: str) -> dict[str, QAction]:
    menu = next(one for one in table.menu().findChildren(QMenu) if one.title() == title)
    return {action.text(): action for action in menu.actions()}


def test_columns_can_be_put_away_and_are_not_copied_then(table: TableView) -> None:
    table.records.ask()
    assert "发文字号" not in _entries(table, "显示的列")

    _entries(table, "显示的列")["标题"].trigger()
    table.selectRow(0)
    table.copy_selection()

    assert not _entries(table, "显示的列")["标题"].isChecked()
    assert "标题" not in QGuiApplication.clipboard().text()


def test_the_table_can_be_sorted_without_a_mouse(table: TableView, source: FakeRegister) -> None:
    table.records.ask()

    _entries(table, "排序")["成文日期"].trigger()

    assert source.asked[-1][0] == Order("adopted_date")
    assert _entries(table, "排序")["成文日期"].isChecked()


def test_widths_and_order_are_remembered(table: TableView, model: Model, qtbot: QtBot) -> None:
    table.records.ask()
    table.setColumnWidth(0, 222)
    table.sort_by(4)
    state = table.layout_state()

    other = TableView(model, "文件", EmptyState("还没有文件"))
    qtbot.addWidget(other)
    other.restore_layout(state)

    assert other.columnWidth(0) == 222
    assert model.order == Order("id")


def test_an_empty_table_says_what_would_be_here(qtbot: QtBot, theme: Theme) -> None:
    theme.show(Scheme.LIGHT, 100)
    empty = EmptyState("还没有文件", "登记后显示在这里。", "登记新文件")
    model = PagedTableModel(COLUMNS, FakeRegister(0), at_once, "")
    table = TableView(model, "文件", empty)
    qtbot.addWidget(table)
    table.show()

    model.ask()

    assert empty.isVisible()
    with qtbot.waitSignal(empty.wanted):
        QTest.mouseClick(empty.button, Qt.MouseButton.LeftButton)


def test_the_first_column_stays_when_the_rest_moves_sideways(
    table: TableView, qtbot: QtBot
) -> None:
    table.records.ask()
    table.setColumnWidth(2, 2_000)
    assert not table.frozen.isVisible()
    qtbot.waitUntil(lambda: table.horizontalScrollBar().maximum() > 0)

    table.horizontalScrollBar().setValue(300)
    table.verticalScrollBar().setValue(500)

    assert table.frozen.isVisible()
    assert table.frozen.columnWidth(0) == table.columnWidth(0)
    assert table.frozen.verticalScrollBar().value() == 500


def test_rows_grow_with_the_text(table: TableView, theme: Theme) -> None:
    assert table.verticalHeader().defaultSectionSize() == 36

    theme.show(Scheme.LIGHT, 150)

    assert table.verticalHeader().defaultSectionSize() == 54
    theme.show(Scheme.LIGHT, 100)
