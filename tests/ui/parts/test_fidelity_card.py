"""The fidelity card folds to one line, and unfolded it never takes the window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from review.reading.fidelity import FidelityReport, fidelity_of
from review.reading.text import Fact, FileFormat, NoteKind, Place, ReadingNote, ReadText
from ui.parts.fidelity_card import FidelityCard

MANY = tuple(
    ReadingNote(kind, (Fact("hidden", "乙", Place(1, 2)),))
    for kind in (
        NoteKind.COMMENTS,
        NoteKind.HIDDEN_TEXT,
        NoteKind.TEXT_BOXES,
        NoteKind.PICTURES,
        NoteKind.ATTACHED_FILES,
        NoteKind.FORMULAS,
        NoteKind.MACROS,
    )
)


def report(*notes: ReadingNote) -> FidelityReport:
    return fidelity_of(ReadText("甲.docx", FileFormat.DOCX, "甲乙丙", notes, "0" * 64, 1))


@pytest.fixture
def card(qtbot: QtBot) -> FidelityCard:
    """Return the card of a file with many matters, as wide as on a small screen."""
    shown = FidelityCard(report(*MANY))
    qtbot.addWidget(shown)
    shown.resize(400, 30)
    shown.show()
    return shown


def test_a_card_begins_folded_with_grade_and_count(card: FidelityCard) -> None:
    assert card.is_folded
    assert card.plate.word == "可能有缺"
    assert card.how.text().startswith("6 处要看，1 条说明")
    assert card.sizeHint().height() < 3 * card.fontMetrics().lineSpacing()


def test_it_is_unfolded_and_folded_by_keyboard(card: FidelityCard) -> None:
    QTest.keyClick(card.fold, Qt.Key.Key_Return)
    assert not card.is_folded
    assert card.fold.text() == "收起"
    QTest.keyClick(card.fold, Qt.Key.Key_Space)
    assert card.is_folded
    assert card.fold.text() == "展开"


def test_many_matters_scroll_instead_of_growing(card: FidelityCard) -> None:
    card.turn()
    assert card.sizeHint().height() < 12 * card.fontMetrics().lineSpacing()
    assert card.matters.widget().sizeHint().height() > card.matters.sizeHint().height()


def test_a_complete_file_has_nothing_to_unfold(qtbot: QtBot) -> None:
    plain = FidelityCard(report())
    qtbot.addWidget(plain)
    assert plain.fold.isHidden()
    assert plain.how.text().startswith("没有要看的地方")
