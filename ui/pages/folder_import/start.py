"""Before a batch: choose a folder, say as what it is taken in, or take up an earlier batch."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from resources.terms import name_of
from review.folder_import.batch import Handling
from ui.pages.folder_import.lane_work import BatchLine
from ui.pages.folder_import.words import batch_words
from ui.widgets.buttons import Button
from ui.widgets.card import Card, CardLine
from ui.widgets.labels import Label, WrappedLabel
from ui.widgets.scrolled import scrolled
from ui.widgets.tokens import Tone

_HOW = (
    "选择一个文件夹，或者把文件夹、若干文件拖到这里。程序逐个读取，子文件夹也读，原来的文件不会改动。"
    "重复的、同一份文件的各稿、附件和起草说明会归到一起，列成工作清单。您确认以前，什么都不会写入登记簿。"
)
_MOST_BATCHES = 12
_WIDTH = 720


class StartPanel(QWidget):
    """``places_chosen`` gives folders or files, ``batch_chosen`` the name of a batch."""

    places_chosen = Signal(list)
    batch_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.folder = Button("选择文件夹…", "primary", "folder")
        self.files = Button("选择若干文件…", "quiet", "document")
        self.handling = QComboBox()
        self.handling.addItems([name_of(one) for one in Handling])
        self.handling.setAccessibleName("登记方式")
        self._batches = QVBoxLayout()
        self._card: Card | None = None
        self._lay_out()
        self.folder.clicked.connect(self._ask_for_folder)
        self.files.clicked.connect(self._ask_for_files)

    def chosen_handling(self) -> Handling:
        """Return as what the documents are taken in."""
        return list(Handling)[self.handling.currentIndex()]

    def show_batches(self, lines: Sequence[BatchLine]) -> None:
        """Show the batches there are, unfinished ones with how far they have come."""
        if self._card is not None:
            self._batches.removeWidget(self._card)
            self._card.deleteLater()
            self._card = None
        if lines:
            shown = [
                CardLine(_line(one), partial(self.batch_chosen.emit, one.batch.plan.id))
                for one in lines[:_MOST_BATCHES]
            ]
            is_open = any(one.done < one.total for one in lines)
            tone = Tone.WAIT if is_open else Tone.PLAIN
            self._card = Card("以前导入的", "点一批，接着办理。", shown, tone)
            self._batches.addWidget(self._card)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.folder)
        buttons.addWidget(self.files)
        buttons.addStretch(1)
        how = QHBoxLayout()
        how.setSpacing(8)
        how.addWidget(Label("登记方式", "name"))
        how.addWidget(self.handling)
        how.addStretch(1)
        content = QWidget()
        content.setMaximumWidth(_WIDTH)
        inner = QVBoxLayout(content)
        inner.setContentsMargins(0, 8, 0, 8)
        inner.setSpacing(16)
        inner.addWidget(WrappedLabel(_HOW))
        inner.addLayout(how)
        inner.addLayout(buttons)
        inner.addLayout(self._batches)
        inner.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolled(content), 1)

    def _ask_for_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, "选择要导入的文件夹")
        if name:
            self.places_chosen.emit([Path(name)])

    def _ask_for_files(self) -> None:
        names, _kind = QFileDialog.getOpenFileNames(self, "选择要导入的文件", "", "所有文件 (*)")
        if names:
            self.places_chosen.emit([Path(name) for name in names])


def _line(line: BatchLine) -> str:
    state = f"已读 {line.done}/{line.total} 个文件，没有读完" if line.done < line.total else ""
    return f"{batch_words(line.batch)}　{state or f'{line.total} 个文件'}"
