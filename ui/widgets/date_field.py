"""A date typed as people write it: 2026-3-2, 2026.3.2, 2026年3月2日, 20260302."""

import re
import unicodedata
from datetime import date

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtGui import QFocusEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.widgets.buttons import Button
from ui.widgets.restyle import restyle

_SEPARATED = re.compile(r"(\d{4})\s*[-./年、\s]\s*(\d{1,2})\s*[-./月、\s]\s*(\d{1,2})\s*日?")
_JOINED = re.compile(r"(\d{4})(\d{2})(\d{2})")


def date_of(text: str) -> date | None:
    """Read a date as people write it; None when it is none."""
    plain = unicodedata.normalize("NFKC", text).strip()
    found = _SEPARATED.fullmatch(plain) or _JOINED.fullmatch(plain)
    if found is None:
        return None
    year, month, day = map(int, found.groups())
    try:
        return date(year, month, day)
    except ValueError:
        return None


class DateField(QWidget):
    """A line for a date and a button for the calendar; what is typed is put in order on leaving."""

    changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = _DateLine()
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText("如 2026-03-02")
        self._open = Button("", "flat", "calendar")
        self._open.setAccessibleName(f"{name}：打开日历")
        self._open.setToolTip("打开日历")
        self._open.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(self.line)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.line, 1)
        layout.addWidget(self._open)
        self._open.clicked.connect(self._show_calendar)
        self.line.textChanged.connect(self._say_changed)

    def value(self) -> date | None:
        """Return the date, None when nothing or no date stands there."""
        return date_of(self.line.text())

    def is_unreadable(self) -> bool:
        """Tell whether something stands there that is no date."""
        return bool(self.line.text().strip()) and self.value() is None

    def show_value(self, value: date | None) -> None:
        """Show a date."""
        self.line.setText(value.isoformat() if value else "")

    def set_read_only(self, *, is_read_only: bool) -> None:
        """Let the date be read but not changed, or changed again."""
        self.line.setReadOnly(is_read_only)
        self._open.setVisible(not is_read_only)
        restyle(self.line)

    def _say_changed(self) -> None:
        self.changed.emit()

    def _show_calendar(self) -> None:
        # A window of its own, not a popup: input methods stay alive in its year box.
        sheet = QDialog(self)
        sheet.setWindowTitle("选择日期")
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar = QCalendarWidget()
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setLocale(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
        plain = QTextCharFormat()
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(day, plain)
        shown = self.value()
        if shown:
            calendar.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        calendar.activated.connect(self._take)
        calendar.clicked.connect(self._take)
        calendar.activated.connect(sheet.close)
        calendar.clicked.connect(sheet.close)
        QVBoxLayout(sheet).addWidget(calendar)
        sheet.open()

    def _take(self, chosen: QDate) -> None:
        self.show_value(date(chosen.year(), chosen.month(), chosen.day()))
        self.line.setFocus()


class _DateLine(QLineEdit):
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Put what was typed in order; mark what is no date."""
        super().focusOutEvent(event)
        read = date_of(self.text())
        if read is not None and self.text() != read.isoformat():
            self.setText(read.isoformat())
        self.setProperty("hasProblem", read is None and bool(self.text().strip()))
        restyle(self)
