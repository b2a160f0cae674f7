"""The files of an item, each with what can be done about its place in the group."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from review.folder_import.work_list import WorkItem
from ui.pages.folder_import.words import file_words
from ui.widgets.buttons import Button
from ui.widgets.elided_button import ElidedButton


class FileList(QWidget):
    """``split_wanted`` and ``main_wanted`` give the number of a file."""

    split_wanted = Signal(int)
    main_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: list[Button] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(2)

    def show_item(self, item: WorkItem | None, *, may_change: bool = False) -> None:
        """Show the files of an item; the first is the main text."""
        for line in self.lines:
            self._layout.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = []
        for place, file in enumerate(item.files if item else ()):
            line = ElidedButton(file_words(file), "row", "document")
            copies = "".join(f"\n相同：{copy}" for copy in file.copies)
            line.setToolTip(f"{file.shown}{copies}")
            if may_change and place:
                line.setMenu(self._menu(file.number))
            self.lines.append(line)
            self._layout.addWidget(line)

    def _menu(self, number: int) -> QMenu:
        menu = QMenu(self)
        answers = (("作为正文", self._want_main), ("拆出，单独成为一件", self._want_split))
        for words, answer in answers:
            action = QAction(words, menu)
            action.triggered.connect(partial(answer, number))
            menu.addAction(action)
        return menu

    def _want_main(self, number: int, _checked: object = None) -> None:
        self.main_wanted.emit(number)

    def _want_split(self, number: int, _checked: object = None) -> None:
        self.split_wanted.emit(number)
