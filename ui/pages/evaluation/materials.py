"""The papers an evaluation stands on, each to be opened or taken back."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from models.queries.evaluation_page import MaterialRow
from ui.parts.days import instant_words
from ui.widgets.buttons import Button
from ui.widgets.elided_button import ElidedButton
from ui.widgets.labels import Label, WrappedLabel


class MaterialList(QWidget):
    """Lists the papers; asks for one more, for one to be opened, for one to be taken back."""

    add_wanted = Signal()
    open_wanted = Signal(object)
    withdraw_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.add = Button("补充材料…", "quiet", "plus")
        self.empty = Label("还没有评估材料。", "quiet")
        self.buttons: list[Button] = []
        self._parts: list[QWidget] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.empty)
        layout.addLayout(self._grid)
        self.add.clicked.connect(self._want_more)

    def show_materials(self, rows: Sequence[MaterialRow], *, is_open: bool) -> None:
        """Show these papers; while the evaluation is not open they are only read."""
        for part in self._parts:
            self._grid.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts, self.buttons = [], []
        self.add.setVisible(is_open)
        self.empty.setVisible(not rows)
        for place, row in enumerate(rows):
            self._show_row(row, place, is_open=is_open)

    def _show_row(self, row: MaterialRow, place: int, *, is_open: bool) -> None:
        opened = ElidedButton(f"{row.title}　{row.original_name}", "link", "document")
        opened.setToolTip("打开一份只读副本，登记簿中的原件不会改动")
        opened.clicked.connect(partial(self._want_open, row))
        words = f"{instant_words(row.added_at)}　{row.added_by}"
        if row.withdrawn_reason:
            words = f"已撤回：{row.withdrawn_reason}"
        self._put(opened, place, 0)
        self._put(WrappedLabel(words, "quiet"), place, 1)
        if is_open and not row.withdrawn_reason:
            taken = Button("撤回…", "flat")
            taken.setAccessibleName(f"撤回材料：{row.title}")
            taken.clicked.connect(partial(self._want_back, row))
            self.buttons.append(taken)
            self._put(taken, place, 2)

    def _put(self, part: QWidget, row: int, column: int) -> None:
        self._parts.append(part)
        self._grid.addWidget(part, row, column)

    def _want_open(self, row: MaterialRow, _checked: object = None) -> None:
        self.open_wanted.emit(row)

    def _want_back(self, row: MaterialRow, _checked: object = None) -> None:
        self.withdraw_wanted.emit(row)

    def _want_more(self) -> None:
        self.add_wanted.emit()
