"""Sheets that explain: the keys of the window, the page shown, the program."""

import tomllib

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from resources import path_of
from ui.actions import shortcut_sheet
from ui.widgets.buttons import Button
from ui.widgets.labels import Label, WrappedLabel

_GROUPS_ACROSS = 2


class Sheet(QDialog):
    """A sheet beside the work: it can stay open while the window is used."""

    def __init__(self, title: str, content: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        close = Button("关闭")
        close.clicked.connect(self.close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(Label(title, "title"))
        layout.addWidget(content, 1)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)


def shortcut_sheet_of(parent: QWidget) -> Sheet:
    """Return the sheet of all keys, printed from the table of actions."""
    content = QWidget()
    columns = QGridLayout(content)
    columns.setContentsMargins(0, 0, 0, 0)
    columns.setHorizontalSpacing(40)
    columns.setVerticalSpacing(16)
    groups = [(title, lines) for title, lines in shortcut_sheet() if lines]
    for place, (title, lines) in enumerate(groups):
        columns.addWidget(
            _group(title, lines),
            place // _GROUPS_ACROSS,
            place % _GROUPS_ACROSS,
            Qt.AlignmentFlag.AlignTop,
        )
    return Sheet("快捷键一览", content, parent)


def help_sheet_of(page_id: str, parent: QWidget) -> Sheet:
    """Return the sheet that explains a page."""
    shelf = tomllib.loads(path_of("help", "pages.toml").read_text(encoding="utf-8"))
    words = shelf[page_id]
    text = WrappedLabel(words["text"])
    text.setMinimumWidth(420)
    return Sheet(words["title"], text, parent)


def _group(title: str, lines: list[tuple[str, str]]) -> QWidget:
    group = QWidget()
    grid = QGridLayout(group)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(24)
    grid.addWidget(Label(title, "heading"), 0, 0, 1, 2)
    for row, (words, keys) in enumerate(lines, start=1):
        grid.addWidget(Label(words), row, 0)
        grid.addWidget(Label(keys, "quiet"), row, 1, Qt.AlignmentFlag.AlignRight)
    return group
