"""A dialog that asks what an act needs is worked with the keyboard from the first key."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.parts.act_dialog import ActDialog


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """Return the window the dialog stands over."""
    window = QWidget()
    qtbot.addWidget(window)
    return window


def asked(qtbot: QtBot, window: QWidget, *parts: QWidget) -> ActDialog:
    """Return a dialog shown with these parts."""
    content = QWidget()
    layout = QVBoxLayout(content)
    for part in parts:
        layout.addWidget(part)
    dialog = ActDialog("录入机关", content, window)
    with qtbot.waitActive(dialog):
        dialog.show()
    return dialog


def test_the_first_field_waits_for_the_keys(qtbot: QtBot, window: QWidget) -> None:
    field = QLineEdit()
    dialog = asked(qtbot, window, QLabel("照机关编码表填写。"), field)

    assert dialog.focusWidget() is field


def test_without_fields_leaving_is_nearest(qtbot: QtBot, window: QWidget) -> None:
    dialog = asked(qtbot, window, QLabel("没有要填写的。"))

    assert dialog.focusWidget() is dialog.cancel


def test_ctrl_enter_goes_ahead_from_any_field(qtbot: QtBot, window: QWidget) -> None:
    field = QLineEdit()
    dialog = asked(qtbot, window, field)

    with qtbot.waitSignal(dialog.wanted):
        QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
