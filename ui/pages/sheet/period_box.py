"""Of which time a register or catalogue is wanted: a year, a last day, or two days."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QSpinBox, QWidget

from review.letters.drafting.sheets import SheetAsked
from ui.widgets.date_field import DateField

_OF_A_YEAR = frozenset({"register_book", "outgoing_log"})
_OF_A_DAY = frozenset({"document_catalogue"})
_EARLIEST, _LATEST = 1949, 2999


class PeriodBox(QWidget):
    """Asks for the time; ``changed`` when it is complete and another one."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.year = QSpinBox()
        self.year.setRange(_EARLIEST, _LATEST)
        self.year.setAccessibleName("年度")
        self.first = DateField("起始日期")
        self.last = DateField("截止日期")
        self._kind_id = ""
        self._layout = QFormLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addRow("年度", self.year)
        self._layout.addRow("起始日期", self.first)
        self._layout.addRow("截止日期", self.last)
        for part in (self.year.valueChanged, self.first.changed, self.last.changed):
            part.connect(self._tell)

    def ask(self, kind_id: str, today: date) -> None:
        """Ask for the time of a kind of sheet, beginning with the year so far."""
        self._kind_id = ""
        is_of_year = kind_id in _OF_A_YEAR
        self._layout.setRowVisible(self.year, is_of_year)
        self._layout.setRowVisible(self.first, not is_of_year and kind_id not in _OF_A_DAY)
        self._layout.setRowVisible(self.last, not is_of_year)
        self.year.setValue(today.year)
        self.first.show_value(date(today.year, 1, 1))
        self.last.show_value(today)
        self._kind_id = kind_id

    def asked(self) -> SheetAsked | None:
        """Return the sheet of the time asked for; None while a day is missing or they cross."""
        if self._kind_id in _OF_A_YEAR:
            year = self.year.value()
            return SheetAsked(
                self._kind_id, first_date=date(year, 1, 1), last_date=date(year, 12, 31)
            )
        first, last = self.first.value(), self.last.value()
        if last is None or first is None or first > last:
            return None
        return SheetAsked(self._kind_id, first_date=first, last_date=last)

    def _tell(self) -> None:
        if self._kind_id and self.asked() is not None:
            self.changed.emit()
