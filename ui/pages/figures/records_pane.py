"""What a number counts, record by record; of a rate also what it does not count."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from models.domain.rates import CountedRecord, Refs
from models.queries.counted_records import CountedRow
from ui.desk import Route
from ui.pages.figures.lines import Counting
from ui.pages.figures.tables import RECORDS
from ui.widgets.buttons import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import WrappedLabel
from ui.widgets.short_table import ShortTable

_PAGES = {CountedRecord.FILING: "filing", CountedRecord.REVIEW: "review"}


class RecordsPane(QWidget):
    """``wanted`` asks for records by name, ``opened`` gives the place of one."""

    wanted = Signal(object)
    opened = Signal(Route)

    def __init__(self) -> None:
        super().__init__()
        self.caption = WrappedLabel("", "heading")
        self.meaning = WrappedLabel("", "quiet")
        self.counted = Button("计入的", "chip")
        self.missing = Button("未计入的", "chip")
        self._numbers: dict[object, int] = {}
        self.list = ShortTable(
            "计入的记录",
            RECORDS,
            self._number_of,
            EmptyState("没有记录", "选中左边的一行，在这里看它计入了哪些。"),
        )
        self._counting: Counting | None = None
        self._lay_out()
        self.list.view.opened.connect(self._open)

    def show_counting(self, counting: Counting | None) -> None:
        """Show what stands behind a number; of a rate the numerator at first."""
        self._counting = counting
        self.caption.setText(counting.words if counting else "")
        self.meaning.setText(counting.meaning if counting else "")
        self.meaning.setVisible(bool(counting and counting.meaning))
        missing = counting.missing if counting else None
        self.missing.setVisible(missing is not None)
        self.counted.setVisible(missing is not None)
        if counting is None:
            self.list.show(())
            return
        if missing is not None:
            self.counted.setText(f"计入的 {len(counting.counted)}")
            self.missing.setText(f"未计入的 {len(missing)}")
        self._ask(counting.counted, self.counted)

    def show_records(self, rows: Sequence[CountedRow]) -> None:
        """Show the records asked for."""
        self.list.show(rows)

    def _lay_out(self) -> None:
        sides = QButtonGroup(self)
        line = QHBoxLayout()
        line.setSpacing(8)
        for button, choose in ((self.counted, self._show_counted), (self.missing, self._show_rest)):
            button.setCheckable(True)
            button.hide()
            sides.addButton(button)
            button.clicked.connect(choose)
            line.addWidget(button)
        line.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.caption)
        layout.addWidget(self.meaning)
        layout.addLayout(line)
        layout.addWidget(self.list.view, 1)

    def _show_counted(self) -> None:
        if self._counting is not None:
            self._ask(self._counting.counted, self.counted)

    def _show_rest(self) -> None:
        if self._counting is not None and self._counting.missing is not None:
            self._ask(self._counting.missing, self.missing)

    def _ask(self, refs: Refs, side: Button) -> None:
        side.setChecked(True)
        self.wanted.emit(refs)

    def _number_of(self, row: CountedRow) -> int:
        """A table knows its rows by small numbers; records of two kinds may share an id."""
        return self._numbers.setdefault(row.ref, len(self._numbers) + 1)

    def _open(self, _chosen: object) -> None:
        row = self.list.current()
        route = route_of(row) if row is not None else None
        if route is not None:
            self.opened.emit(route)


def route_of(row: CountedRow) -> Route | None:
    """Return where a record stands: its own page, else that of its document; None without."""
    page = _PAGES.get(row.ref.record)
    if page is not None:
        return Route(page, row.ref.id)
    if row.document_id is not None:
        return Route("document", row.document_id)
    return Route("omission", row.check_id) if row.check_id is not None else None
