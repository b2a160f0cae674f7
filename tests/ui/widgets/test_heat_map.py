"""A map of counts is worked by keyboard, says its cells in words and can be read on any ground."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from ui.widgets.heat_map import HeatMap, HeatRow


@pytest.fixture
def heat(qtbot: QtBot) -> HeatMap:
    """Return a map of two rows and three columns."""
    made = HeatMap("各月件数")
    qtbot.addWidget(made)
    made.show_counts(["一月", "二月", "三月"], [HeatRow("甲", (0, 3, 1)), HeatRow("乙", (1, 0, 0))])
    made.show()
    return made


def test_the_cell_stood_on_is_told_and_entered_by_keys(qtbot: QtBot, heat: HeatMap) -> None:
    assert heat.current_words() == "甲，一月：0 件"
    qtbot.keyClick(heat, Qt.Key.Key_Right)  # type: ignore[no-untyped-call] # no stubs
    assert heat.current_words() == "甲，二月：3 件"
    with qtbot.waitSignal(heat.cell_chosen) as chosen:
        qtbot.keyClick(heat, Qt.Key.Key_Return)  # type: ignore[no-untyped-call] # no stubs
    assert chosen.args == [0, 1]


def test_the_more_there_is_the_farther_is_the_ground_from_the_surface(heat: HeatMap) -> None:
    heat.setProperty("paint_surface", QColor("#ffffff"))
    heat.setProperty("paint_heat", QColor("#7a4f00"))
    model = heat.model()
    none, most, few = (heat.ground_of(model.index(0, place)).lightness() for place in range(3))
    assert none > few > most


@pytest.mark.parametrize(("ground", "ink"), [("#a88645", "#1d1d1f"), ("#3a2600", "#ffffff")])
def test_words_are_written_in_the_colour_that_is_read_better(
    heat: HeatMap, ground: str, ink: str
) -> None:
    heat.setProperty("paint_ink", QColor("#1d1d1f"))
    heat.setProperty("paint_surface", QColor("#ffffff"))
    assert heat.ink_on(QColor(ground)) == QColor(ink)


def test_an_empty_map_says_nothing(heat: HeatMap) -> None:
    heat.show_counts([], [])
    assert heat.current_words() == ""
