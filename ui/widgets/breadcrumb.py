"""The way back: the list a record page belongs to, and the record shown."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.widgets.buttons import Button
from ui.widgets.icon_label import IconLabel
from ui.widgets.labels import ElidedLabel


class Breadcrumb(QWidget):
    """Shows the list and the record; the first part is a button that goes back."""

    back_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = Button("", "link", "back")
        self.record = ElidedLabel("", "heading")
        self.back.clicked.connect(self._go_back)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 16, 0)
        layout.setSpacing(4)
        layout.addWidget(self.back)
        layout.addWidget(IconLabel("right"))
        layout.addWidget(self.record, 1)

    def show_way(self, parent_title: str, record_title: str) -> None:
        """Show where the record page belongs."""
        self.back.setText(parent_title)
        self.back.setAccessibleName(f"返回{parent_title}")
        self.back.setToolTip(f"返回{parent_title}（Esc）")
        self.record.setText(record_title)

    def _go_back(self) -> None:
        self.back_wanted.emit()
