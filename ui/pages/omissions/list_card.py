"""The list just read: how many lines, which column holds what, and the button that compares it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout

from review.ledgers.columns import LedgerField
from review.ledgers.table import Column
from review.omissions.comparison import TakenList
from ui.widgets.buttons import Button
from ui.widgets.field_form import Field, FieldForm, Problem
from ui.widgets.labels import Label, WrappedLabel

_NAME = "name"
_FIELDS = {
    LedgerField.TITLE: "标题",
    LedgerField.DOCUMENT_NUMBER: "发文字号",
    LedgerField.ISSUING_BODY: "发文机关",
    LedgerField.ADOPTED_DATE: "日期",
}
_DATES = (LedgerField.ADOPTED_DATE, LedgerField.SIGNED_DATE, LedgerField.PUBLISHED_DATE)
_NONE = "（清单里没有）"
_LONGEST_SAMPLE = 18


class ListCard(QFrame):
    """Asks what each column holds; nothing is kept before the person goes ahead."""

    wanted = Signal(str, object)
    unwanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("Paper")
        self.setAccessibleName("刚读取的清单")
        self.title = Label("", "heading")
        self.note = WrappedLabel("", "quiet")
        self.name = QLineEdit()
        self.boxes = {field: QComboBox() for field in _FIELDS}
        name = Field(_NAME, "清单名称", self.name, self.name.text, self.name.setText)
        self.form = FieldForm([name, *self._box_fields()])
        self.proceed = Button("开始比对", "primary", "check")
        self.leave = Button("不用这份清单")
        self._lay_out()
        self.proceed.clicked.connect(self._want)
        self.leave.clicked.connect(self.unwanted)
        self.hide()

    def show_list(self, taken: TakenList) -> None:
        """Show a list that was read, its columns as they were recognised."""
        table = taken.issue_list.table
        self.title.setText(taken.name)
        has_sheet = taken.path is not None and table.sheet.name not in {"", taken.path.name}
        sheet = f"工作表“{table.sheet.name}”，" if has_sheet else ""
        count = len(taken.issue_list.documents)
        self.note.setText(f"{sheet}读出 {count} 行。请核对各列的内容，然后开始比对。")
        self.name.setText(taken.name)
        by_field = {field: place for place, field in taken.issue_list.mapping.items()}
        day = next((by_field[field] for field in _DATES if field in by_field), None)
        for field, box in self.boxes.items():
            box.clear()
            box.addItem(_NONE, None)
            for column in table.columns:
                box.addItem(_column_words(column), column.place)
            chosen = day if field is LedgerField.ADOPTED_DATE else by_field.get(field)
            box.setCurrentIndex(max(0, box.findData(chosen)) if chosen is not None else 0)
        self.form.show_problems([])
        self.show()
        self.proceed.setFocus()

    def mapping(self) -> dict[int, LedgerField]:
        """Return what the person says each column holds."""
        chosen = {field: box.currentData() for field, box in self.boxes.items()}
        return {place: field for field, place in chosen.items() if place is not None}

    def _want(self) -> None:
        mapping, name = self.mapping(), self.name.text().strip()
        if not name:
            self.form.show_problems([Problem(_NAME, "请写清单名称，例如“县政府2026年发文目录”。")])
        elif not {LedgerField.TITLE, LedgerField.DOCUMENT_NUMBER} & set(mapping.values()):
            words = "标题和发文字号至少要有一列，否则无法比对。"
            self.form.show_problems([Problem(LedgerField.TITLE.value, words)])
        else:
            self.wanted.emit(name, mapping)

    def _box_fields(self) -> list[Field]:
        return [
            Field(field.value, _FIELDS[field], box, box.currentIndex, box.setCurrentIndex)
            for field, box in self.boxes.items()
        ]

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.leave)
        buttons.addWidget(self.proceed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        layout.addWidget(self.title)
        layout.addWidget(self.note)
        layout.addWidget(self.form)
        layout.addLayout(buttons)


def _column_words(column: Column) -> str:
    sample = next(iter(column.samples), "")[:_LONGEST_SAMPLE]
    name = column.name or f"第 {column.place + 1} 列"
    return f"{name}（如：{sample}）" if sample else name
