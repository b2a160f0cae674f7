"""Where the sheets are written, and by when they are wanted back."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QWidget

from ui.parts.act_dialog import ActDialog
from ui.widgets.buttons import Button
from ui.widgets.date_field import DateField
from ui.widgets.field_form import Field, FieldForm, Problem

_UNITS, _FOLDER, _DUE = "units", "folder", "due"
_NAMES_SHOWN = 4


class DispatchDialog(ActDialog):
    """Every unit gets a workbook and a Word file in the folder; both say the same."""

    def __init__(self, units: Sequence[str], due: date | None, parent: QWidget) -> None:
        self.units = QLineEdit(_named(units))
        self.units.setReadOnly(True)
        self.folder = QLineEdit(str(Path.home() / "清理意见表"))
        self.due = DateField("交回期限")
        self.due.show_value(due)
        names, day, folder = self.units, self.due, self.folder
        self.form = FieldForm(
            [
                Field(_UNITS, "单位", names, names.text, names.setText),
                Field(_FOLDER, "写到文件夹", self._with_button(), folder.text, folder.setText),
                Field(_DUE, "交回期限", day, day.value, day.show_value),
            ]
        )
        super().__init__("发放意见表", self.form, parent)

    def is_whole(self) -> bool:
        """Tell whether everything needed was written; say beside the field what is missing."""
        problems = []
        if not self.folder.text().strip():
            problems.append(Problem(_FOLDER, "请选择放意见表的文件夹。"))
        if self.due.is_unreadable():
            problems.append(Problem(_DUE, "请填写日期，写成 2026-03-02 的样子。"))
        self.form.show_problems(problems)
        return not problems

    def place(self) -> Path:
        """Return the folder named."""
        return Path(self.folder.text().strip())

    def _with_button(self) -> QWidget:
        both = QWidget()
        choose = Button("选择…")
        choose.clicked.connect(self._ask_for_folder)
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.folder, 1)
        row.addWidget(choose)
        both.setFocusProxy(self.folder)
        return both

    def _ask_for_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, "意见表写到哪里", self.folder.text())
        if chosen:
            self.folder.setText(chosen)


def _named(units: Sequence[str]) -> str:
    rest = "等" if len(units) > _NAMES_SHOWN else ""
    return f"{'、'.join(units[:_NAMES_SHOWN])}{rest}（{len(units)} 个单位）"
