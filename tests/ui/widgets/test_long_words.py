"""Parts that give way: long titles over two lines, long ways on with an ellipsis, files dropped."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.pages.dropping import drop_on
from ui.widgets.busy_bar import BusyBar
from ui.widgets.elided_button import ElidedButton
from ui.widgets.facts_grid import ABSENT, Fact, FactsGrid
from ui.widgets.file_drop import FileDrop
from ui.widgets.flow_row import FlowRow
from ui.widgets.labels import Label
from ui.widgets.two_line_edit import TwoLineEdit
from ui.widgets.upright_area import UprightArea

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

TITLE = "云溪县人民政府关于印发《云溪县城镇公共停车场管理办法》的通知"


def test_a_long_way_on_ends_in_an_ellipsis_and_is_whole_in_its_tooltip(qtbot: QtBot) -> None:
    button = ElidedButton(TITLE, "link")
    qtbot.addWidget(button)
    button.resize(160, 30)
    button.show()

    assert button.text().endswith("…")
    assert button.toolTip() == TITLE
    assert button.accessibleName() == TITLE
    button.resize(1_200, 30)
    assert button.text() == TITLE
    assert button.toolTip() == ""


def test_a_title_is_one_line_however_it_is_pasted(qtbot: QtBot) -> None:
    edit = TwoLineEdit("文件名称")
    qtbot.addWidget(edit)

    edit.set_text("云溪县人民政府\n关于停车的通告")
    assert edit.text() == "云溪县人民政府关于停车的通告"
    edit.insertPlainText("附")
    edit.appendPlainText("件")
    assert edit.text() == "附云溪县人民政府关于停车的通告件"


def test_enter_goes_from_the_title_to_the_next_field(qtbot: QtBot) -> None:
    form = QWidget()
    edit, following = TwoLineEdit("文件名称"), QLineEdit()
    layout = QVBoxLayout(form)
    layout.addWidget(edit)
    layout.addWidget(following)
    qtbot.addWidget(form)
    form.show()
    form.activateWindow()
    edit.setFocus()

    QTest.keyClick(edit, Qt.Key.Key_Return)

    assert form.focusWidget() is following
    assert edit.text() == ""


def test_an_absent_fact_stays_quiet(qtbot: QtBot) -> None:
    grid = FactsGrid([Fact("签发人", ""), Fact("文种", "办法", "取自标题")])
    qtbot.addWidget(grid)

    assert [label.text() for label in grid.findChildren(Label)] == [
        "签发人",
        ABSENT,
        "文种",
        "办法",
        "取自标题",
    ]


def test_work_under_way_can_be_stopped(qtbot: QtBot) -> None:
    bar = BusyBar()
    qtbot.addWidget(bar)
    assert bar.isHidden()

    bar.show_progress("正在读取正文", 1, 3)

    assert not bar.isHidden()
    with qtbot.waitSignal(bar.stop_wanted):
        bar._stop.click()


def test_a_file_dropped_on_an_editor_reaches_the_page(qtbot: QtBot, tmp_path: Path) -> None:
    page = QWidget()
    editor = QLineEdit(page)
    qtbot.addWidget(page)
    drop = FileDrop(page)
    file = tmp_path / "办法.docx"
    file.write_bytes(b"x")

    with qtbot.waitSignal(drop.dropped) as dropped:
        drop_on(page, [file, tmp_path / "不存在.docx"])

    assert dropped.args == [[file]]
    assert not editor.acceptDrops()


@pytest.fixture
def row(qtbot: QtBot) -> FlowRow:
    """Return three parts that need two lines in a narrow window."""
    flow = FlowRow(16, 2)
    qtbot.addWidget(flow)
    flow.resize(1_000, 40)
    flow.show_parts([Label(TITLE), Label("云政规〔2026〕2号"), Label("YXDR—2026—01002")])
    flow.show()
    return flow


def test_parts_go_on_in_the_next_line_and_are_never_cut(row: FlowRow) -> None:
    assert len({part.y() for part in row.parts}) == 1
    one_line = row.height()

    row.resize(row.parts[0].sizeHint().width() + 40, row.height())

    assert [part.x() for part in row.parts][:2] == [0, 0]
    assert row.height() > one_line
    assert all(part.width() == part.sizeHint().width() for part in row.parts)


def test_parts_shown_anew_replace_the_others(row: FlowRow) -> None:
    before = row.parts

    row.show_parts([Label("索引号")])

    assert [part.text() for part in row.parts if isinstance(part, Label)] == ["索引号"]
    assert all(part.isHidden() for part in before)


def test_parts_at_the_end_stand_at_the_right_and_hidden_ones_take_no_room(row: FlowRow) -> None:
    ways_out = [Label("另存"), Label("打印")]
    row.show_parts([Label("页码")], at_end=ways_out)

    assert ways_out[-1].geometry().right() == row.width() - 1
    assert ways_out[0].x() > row.parts[0].geometry().right()

    ways_out[-1].hide()
    row.resize(row.width() - 1, row.height())
    assert ways_out[0].geometry().right() == row.width() - 1
    assert row.minimumSizeHint().width() == max(part.sizeHint().width() for part in row.parts)


def test_an_upright_area_is_never_narrower_than_what_it_holds(qtbot: QtBot) -> None:
    content = QWidget()
    layout = QVBoxLayout(content)
    title = Label("文件名称")
    layout.addWidget(title)
    area = UprightArea(content)
    qtbot.addWidget(area)
    area.show()
    narrow = area.minimumSizeHint().width()

    title.setText(TITLE)
    qtbot.waitUntil(lambda: area.minimumSizeHint().width() > narrow)

    assert area.minimumSizeHint().width() > title.sizeHint().width()
