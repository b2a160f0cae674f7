"""One rate by classes of bodies and by bodies; which rate is chosen above."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from models.domain.rates import RateKind
from models.domain.year_figures import YearFigures
from resources.terms import name_of
from ui.pages.figures.lines import RateRow, body_rows
from ui.pages.figures.tables import BODIES
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import Label
from ui.widgets.short_table import ShortTable


class BodiesTab(QWidget):
    """``chosen`` tells that another number is stood on."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.kind = QComboBox()
        self.kind.setAccessibleName("比率")
        self.table = ShortTable(
            "各制定机关",
            BODIES,
            lambda row: row.number,
            EmptyState("没有制定机关", "这一年没有制发、没有审结的文件。"),
        )
        self._years: tuple[YearFigures, YearFigures] | None = None
        line = QHBoxLayout()
        line.addWidget(Label("比率"))
        line.addWidget(self.kind)
        line.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(8)
        layout.addLayout(line)
        layout.addWidget(self.table.view, 1)
        self.kind.activated.connect(self._fill)
        self.table.view.chosen.connect(self._tell)
        self.table.model.answered.connect(self._tell)

    def show_figures(self, this: YearFigures, last: YearFigures) -> None:
        """Show the bodies of a year; the rate chosen stays."""
        self._years = this, last
        if not self.kind.count():
            for rate in this.total:
                self.kind.addItem(name_of(rate.kind), rate.kind)
        self._fill()

    def current(self) -> RateRow | None:
        """Return the row the keyboard stands on."""
        return self.table.current()

    def _fill(self, _index: int = 0) -> None:
        if self._years is not None:
            self.table.show(body_rows(*self._years, RateKind(self.kind.currentData())))
            if self.table.current() is None:
                self.table.view.selectRow(0)

    def _tell(self, _line: object = None) -> None:
        self.chosen.emit()
