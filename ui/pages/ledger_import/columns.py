"""The first step: what each column of the ledger is, with values from it."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QVBoxLayout, QWidget

from models.queries.bodies import BodyRow
from review.ledgers.columns import LedgerField
from review.ledgers.problems import field_name
from review.ledgers.sheet import LedgerFile, Sheet
from review.ledgers.table import LedgerTable
from review.ledgers.understanding import Understanding
from ui.pages.ledger_import.choices import ChoiceBox, ChoiceGrid
from ui.pages.ledger_import.words import column_name, origin_words, table_words
from ui.widgets.choice_field import ChoiceField, Option
from ui.widgets.date_field import DateField
from ui.widgets.labels import ElidedLabel, Label, WrappedLabel
from ui.widgets.scrolled import scrolled
from ui.widgets.wheel_guard import WheelGuard

_KEPT = "不登记，记在导入附注里"
_OURS = (LedgerField.ORIGINAL_ROW, LedgerField.PROBLEM, LedgerField.REMEDY)
FIELD_OPTIONS: tuple[tuple[object, str], ...] = (
    (None, _KEPT),
    *((field, field_name(field)) for field in LedgerField if field not in _OURS),
)
_EFFECT_OPTIONS: tuple[tuple[object, str], ...] = (
    (None, "不填"),
    (LedgerField.ADOPTED_DATE, "按成文日期"),
    (LedgerField.PUBLISHED_DATE, "按公布日期"),
)


class ColumnsPanel(QWidget):
    """A line for each column; below, what stands in for missing values."""

    sheet_chosen = Signal(object)
    column_chosen = Signal(int, object)
    effect_chosen = Signal(object)
    ended_date_chosen = Signal(object)
    issuer_chosen = Signal(object)
    doubles_chosen = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.boxes: dict[int, ChoiceBox] = {}
        self.sheets = ChoiceBox("工作表", ())
        self._found = WrappedLabel("", "quiet")
        self._grid: ChoiceGrid | None = None
        self.effect = ChoiceBox("没有施行日期的", _EFFECT_OPTIONS)
        self.ended_date = DateField("写明废止、失效但没有日期的")
        self.issuer = ChoiceField("没有写制定机关的")
        self.doubles = QCheckBox("重复的已经核对，也导入")
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 8, 12, 8)
        self._column.setSpacing(10)
        self._column.addLayout(self._sheet_line())
        self._column.addWidget(self._found)
        self._column.addWidget(Label("没有写的，怎样办", "heading"))
        self._column.addLayout(self._stand_ins())
        self._column.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolled(content))
        self.sheets.activated.connect(self._choose_sheet)
        self.effect.activated.connect(self._choose_effect)
        self.ended_date.changed.connect(self._choose_ended_date)
        self.issuer.changed.connect(self._choose_issuer)
        self.doubles.clicked.connect(self._choose_doubles)

    def show_file(self, file: LedgerFile, shown: Sheet) -> None:
        """Offer the tables of the file."""
        self.sheets.keys = list(file.sheets)
        self.sheets.clear()
        self.sheets.addItems(
            [f"{one.name}（隐藏）" if one.is_hidden else one.name for one in file.sheets]
        )
        self.sheets.show_value(shown)

    def show_table(
        self, table: LedgerTable, understanding: Understanding, *, is_remembered: bool
    ) -> None:
        """Show the columns as they are understood."""
        self._found.setText(table_words(table))
        grid = ChoiceGrid(("台账中的栏", "栏里写的", "登记为", "怎样认出"))
        self.boxes = {}
        for column in table.columns:
            field = understanding.columns.get(column.place)
            box = ChoiceBox(f"{column_name(column)}登记为", FIELD_OPTIONS)
            if field in _OURS:
                continue
            box.show_value(field)
            remark = ElidedLabel(origin_words(column, field, is_remembered=is_remembered), "quiet")
            box.activated.connect(partial(self._choose_column, column.place, remark))
            samples = "、".join(" ".join(value.split()) for value in column.samples)
            grid.add_line(column_name(column), samples, box, remark)
            self.boxes[column.place] = box
        if self._grid is not None:
            self._grid.hide()
            self._grid.deleteLater()
        self._grid = grid
        self._column.insertWidget(2, grid)
        WheelGuard(self)

    def offer_bodies(self, bodies: tuple[BodyRow, ...]) -> None:
        """Offer the bodies that rows without one may belong to."""
        self.issuer.offer([Option(body.id, body.name) for body in bodies])

    def _sheet_line(self) -> QFormLayout:
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.addRow(Label("工作表", "name"), self.sheets)
        return form

    def _stand_ins(self) -> QFormLayout:
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.addRow(Label("没有写制定机关的，一律是", "name"), self.issuer)
        form.addRow(Label("没有施行日期的", "name"), self.effect)
        form.addRow(Label("写明废止、失效但没有日期的，一律是", "name"), self.ended_date)
        form.addRow(Label("", "name"), self.doubles)
        return form

    def _choose_sheet(self, _place: int) -> None:
        self.sheet_chosen.emit(self.sheets.value())

    def _choose_column(self, place: int, remark: Label, _index: int) -> None:
        remark.setText("由您指定")
        self.column_chosen.emit(place, self.boxes[place].value())

    def _choose_effect(self, _place: int) -> None:
        self.effect_chosen.emit(self.effect.value())

    def _choose_ended_date(self) -> None:
        self.ended_date_chosen.emit(self.ended_date.value())

    def _choose_issuer(self) -> None:
        self.issuer_chosen.emit(self.issuer.value())

    def _choose_doubles(self, checked: bool) -> None:  # noqa: FBT001 -- the signal's signature
        self.doubles_chosen.emit(checked)
