"""An error on a page: words first, details folded, everything can be copied."""

from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from models.errors import AppError
from ui.feedback.error_panel import ErrorPanel


def test_an_error_is_shown_in_words_with_its_details_folded(qtbot: QtBot) -> None:
    panel = ErrorPanel()
    qtbot.addWidget(panel)
    assert not panel.isVisible()

    panel.show_error(AppError())

    assert panel.title.text() == "程序遇到了意外情况"
    assert not panel.details.isVisible()
    panel.fold.setChecked(True)
    assert panel.details.isVisible()


def test_everything_said_can_be_copied(qtbot: QtBot) -> None:
    panel = ErrorPanel()
    qtbot.addWidget(panel)
    panel.show_error(AppError())

    panel.copy.click()

    copied = QGuiApplication.clipboard().text()
    assert panel.text.text() in copied
    assert "时间：" in copied
    QGuiApplication.clipboard().clear()
