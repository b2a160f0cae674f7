"""What is read: text with its places lit up, life lines with their why, letters as they print."""

from typing import Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.buttons import Button
from ui.widgets.card import Card, CardLine
from ui.widgets.confirm_dialog import ConfirmDialog
from ui.widgets.filter_chips import Choice, Filter, FilterChips
from ui.widgets.labels import Label, WrappedLabel
from ui.widgets.life_line import LifeItem, LifeLine, Paper
from ui.widgets.text_pane import Place, TextPane
from ui.widgets.tokens import Tone

TEXT = "云溪县物业管理办法\n" + "第一条　为了规范物业管理。\n" * 200 + "𠮷祥路街道办事处"


@pytest.fixture
def pane(qtbot: QtBot) -> TextPane:
    """Return a pane with a long text."""
    shown = TextPane("正文")
    qtbot.addWidget(shown)
    shown.resize(700, 400)
    shown.show()
    shown.show_text(TEXT)
    return shown


def test_a_place_is_lit_up_and_brought_into_sight(pane: TextPane) -> None:
    start = len(TEXT) - 5
    pane.go_to(Place(start, start + 3))

    lit = pane.extraSelections()
    # The stubs of PySide6 6.9 leave the attribute out.
    assert [cast("Any", one).cursor.selectedText() for one in lit] == ["街道办"]
    assert pane.verticalScrollBar().value() > 0


def test_the_selected_words_are_told_with_their_place(pane: TextPane, qtbot: QtBot) -> None:
    cursor = pane.textCursor()
    with qtbot.waitSignal(pane.selected) as told:
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.movePosition(
            QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, len("事处")
        )
        pane.setTextCursor(cursor)

    assert told.args == [len(TEXT) - 2, len(TEXT), "事处"]


def test_text_is_shown_as_it_is_and_never_as_markup(pane: TextPane) -> None:
    pane.show_text("<b>通知</b>")

    assert pane.toPlainText() == "<b>通知</b>"


def test_a_label_never_reads_its_words_as_markup() -> None:
    assert Label("<b>通知</b>").textFormat() is Qt.TextFormat.PlainText


def test_a_deadline_tells_its_why_when_asked(qtbot: QtBot) -> None:
    opened: list[str] = []
    line = LifeLine()
    qtbot.addWidget(line)
    line.show_items(
        [
            LifeItem(
                "2026-03-02", "登记", "周敏", papers=(Paper("登记表", lambda: opened.append("表")),)
            ),
            LifeItem("2026-03-31", "报送备案期限", why="自印发之日起十五个工作日。", is_due=True),
        ]
    )
    line.show()
    buttons = {button.text(): button for button in line.findChildren(Button)}
    why = next(w for w in line.findChildren(WrappedLabel) if w.text().startswith("自印发"))
    assert not why.isVisible()

    QTest.mouseClick(buttons["为什么"], Qt.MouseButton.LeftButton)
    QTest.mouseClick(buttons["登记表"], Qt.MouseButton.LeftButton)

    assert why.isVisible()
    assert opened == ["表"]


def test_a_card_leads_to_what_it_names(qtbot: QtBot) -> None:
    gone: list[str] = []
    card = Card("可能重复", "请核对。", [CardLine("第一件", lambda: gone.append("一"))], Tone.WAIT)
    qtbot.addWidget(card)

    QTest.mouseClick(card.findChildren(Button)[0], Qt.MouseButton.LeftButton)

    assert gone == ["一"]


def test_an_act_is_only_done_when_the_verb_is_pressed(qtbot: QtBot) -> None:
    done: list[str] = []
    parent = QWidget()
    qtbot.addWidget(parent)
    facts = [("发文字号", "云政规〔2026〕7号")]
    for button in ("cancel", "proceed"):
        dialog = ConfirmDialog("编号", facts, "编号后不能收回。", parent)
        dialog.ask(lambda: done.append("编号"))
        getattr(dialog, button).click()

    assert done == ["编号"]


def test_chips_say_what_is_chosen_and_can_be_cleared_at_once(qtbot: QtBot) -> None:
    chips = FilterChips([Filter("year", "年份", (Choice("2026", "2026年", 12),))], "筛选标题、文号")
    qtbot.addWidget(chips)
    told: list[int] = []
    chips.changed.connect(lambda: told.append(1))

    chips.chips["year"].choose("2026")
    assert chips.values() == {"year": "2026"}
    assert chips.chips["year"].text() == "年份：2026年"
    chips.words.setText("物业")
    chips.clear()

    assert (chips.values(), chips.text()) == ({}, "")
    assert len(told) == 3
