"""Every version of a wording, each with what it changed; any of them can be taken up again."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from models.domain.letter_wording import WordingState
from models.queries.letter_wordings import WordingVersion
from resources.terms import name_of
from ui.feedback.catalogue import spoken
from ui.pages.templates.difference_pane import DifferencePane
from ui.widgets.buttons import Button
from ui.widgets.labels import Label, WrappedLabel
from ui.widgets.name_list import NameList

_SIZE = (980, 620)
_LIST_CHARACTERS = 18


@dataclass(frozen=True)
class HistoryLine:
    """One line of the history: its words, its text, and the text before it."""

    title: str
    about: str
    text: str
    before: str


class HistoryDialog(QDialog):
    """Versions at the left, differences at the right; ``text_wanted`` gives the text of one."""

    text_wanted = Signal(str)

    def __init__(
        self, title: str, lines: Sequence[HistoryLine], parent: QWidget, *, may_take: bool
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*_SIZE)
        self._lines = lines
        self.versions = NameList("各版文字")
        self.about = WrappedLabel("", "quiet")
        self.pane = DifferencePane()
        self.take = Button("取这一版的文字", "primary")
        self.take.setVisible(may_take)
        self.leave = Button("关闭")
        self._lay_out(title)
        self.versions.currentRowChanged.connect(self._show)
        self.take.clicked.connect(self._take)
        self.leave.clicked.connect(self.reject)
        for line in lines:
            self.versions.addItem(line.title)
        self.versions.setCurrentRow(0)
        self.versions.setFocus()

    def _lay_out(self, title: str) -> None:
        self.versions.ensurePolished()
        width = self.versions.fontMetrics().horizontalAdvance("版") * _LIST_CHARACTERS
        self.versions.setFixedWidth(width)
        right = QVBoxLayout()
        right.addWidget(self.about)
        right.addWidget(self.pane, 1)
        both = QHBoxLayout()
        both.setSpacing(16)
        both.addWidget(self.versions)
        both.addLayout(right, 1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.leave)
        buttons.addWidget(self.take)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(Label(title, "title"))
        layout.addLayout(both, 1)
        layout.addLayout(buttons)

    def _show(self, row: int) -> None:
        line = self._lines[row]
        self.about.setText(line.about)
        self.pane.show_differences(line.before, line.text)

    def _take(self) -> None:
        self.text_wanted.emit(self._lines[self.versions.currentRow()].text)
        self.accept()


def history_lines(versions: Sequence[WordingVersion], original: str) -> list[HistoryLine]:
    """Return the history of a wording, the newest first, the program's original last."""
    lines = []
    before = versions[-1].original if versions else original
    for version in reversed(versions):
        text = version.text if version.state is WordingState.OWN else version.original
        title = f"第{version.version}版　{name_of(version.state)}"
        about = f"{spoken(version.changed_at)}，{version.changed_by}。理由：{version.reason}"
        lines.append(HistoryLine(title, about, text, before))
        before = text
    first = versions[-1].original if versions else original
    newest_first = lines[::-1]
    return [*newest_first, HistoryLine("原文", "随程序提供的文字。", first, first)]
