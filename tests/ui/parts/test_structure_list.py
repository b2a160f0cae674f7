"""The outline beside a text lists its parts and the faults of their numbers."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from review.reading.clauses import outline_in
from review.reading.numbering_faults import checked_structure
from review.reading.text import Place
from ui.parts.structure_list import StructureList

TEXT = (
    "云溪县停车管理办法\n第一章　总则\n第一条　为了规范停车，制定本办法。\n"
    "第二条　本办法适用于本县。\n第四条　本办法自2026年5月1日起施行。\n"
)


@pytest.fixture
def outline(qtbot: QtBot) -> StructureList:
    """Return the outline of a text that lacks its third article."""
    structure = checked_structure(TEXT)
    shown = StructureList()
    qtbot.addWidget(shown)
    shown.show_structure(outline_in(structure.nodes), structure.faults)
    shown.show()
    return shown


def test_faults_stand_first_and_then_the_parts(outline: StructureList) -> None:
    words = [line.words for line in outline.lines.shown]
    assert words[0] == "请核对：缺条（第 3 条）"
    assert [one.split("　")[0] for one in words[1:]] == ["第一章", "第一条", "第二条", "第四条"]


def test_a_line_leads_to_its_place_with_enter(outline: StructureList, qtbot: QtBot) -> None:
    outline.setCurrentIndex(outline.lines.index(3))
    with qtbot.waitSignal(outline.place_wanted) as wanted:
        QTest.keyClick(outline, Qt.Key.Key_Return)
    place = (wanted.args or [Place(0, 0)])[0]
    assert TEXT[place.start :].startswith("第二条")
