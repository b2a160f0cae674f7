"""How a letter was delivered: to whom, when, how, and who signed (送达)."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from models.domain.deliveries import DeliveryEntry, DeliveryWay
from resources.terms import name_of
from ui.widgets.date_field import DateField
from ui.widgets.field_form import Field, FieldForm, Problem
from ui.widgets.wheel_guard import WheelGuard

_WAYS = tuple(DeliveryWay)


class DeliveryForm(QWidget):
    """The recipients of the letter to choose from, another one to type; today as the day."""

    def __init__(self, recipients: Sequence[str], today: date) -> None:
        super().__init__()
        self.recipient = QComboBox()
        self.recipient.setEditable(True)
        self.recipient.addItems(list(recipients))
        self.day = DateField("送达日期")
        self.day.show_value(today)
        self.way = QComboBox()
        self.way.addItems([name_of(way) for way in _WAYS])
        self.received_by, self.remark = QLineEdit(), QLineEdit()
        self.form = FieldForm(
            [
                Field(
                    "recipient",
                    "送达机关",
                    self.recipient,
                    self.recipient.currentText,
                    self.recipient.setCurrentText,
                    is_required=True,
                ),
                Field(
                    "delivered_date",
                    "送达日期",
                    self.day,
                    self.day.value,
                    self.day.show_value,
                    is_required=True,
                ),
                Field(
                    "delivery_way",
                    "送达方式",
                    self.way,
                    self.way.currentText,
                    self.way.setCurrentText,
                    is_required=True,
                ),
                _line("received_by", "签收人", self.received_by),
                _line("remark", "备注", self.remark),
            ]
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.form)
        self.setFocusProxy(self.recipient)
        WheelGuard(self)

    def entry(self) -> DeliveryEntry | None:
        """Return the delivery as written; None, with a word beside the field, when it lacks."""
        recipient, day = self.recipient.currentText().strip(), self.day.value()
        problems = []
        if not recipient:
            problems.append(Problem("recipient", "请填写送给哪个机关。"))
        if day is None:
            problems.append(Problem("delivered_date", "请填写送达日期。"))
        self.form.show_problems(problems)
        if problems or day is None:
            return None
        return DeliveryEntry(
            recipient,
            day,
            _WAYS[self.way.currentIndex()],
            self.received_by.text().strip(),
            self.remark.text().strip(),
        )


def _line(name: str, title: str, line: QLineEdit) -> Field:
    return Field(name, title, line, line.text, line.setText)
