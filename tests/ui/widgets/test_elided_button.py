"""A button with long words gives way, and takes its room back when there is room again."""

from pytestqt.qtbot import QtBot

from ui.widgets.elided_button import ElidedButton

WORDS = "填入“统一登记号以及备案登记号”（H）"


def test_words_come_back_with_the_room(qtbot: QtBot) -> None:
    button = ElidedButton("填入", "quiet")
    qtbot.addWidget(button)
    button.show()
    button.resize(60, 32)
    button.show_words(WORDS)
    assert button.text().endswith("…")
    assert button.toolTip() == WORDS
    assert button.accessibleName() == WORDS
    button.resize(button.sizeHint())
    assert button.text() == WORDS
    assert button.toolTip() == ""
