"""A status with the derivation of its date beside it."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.widgets.labels import WrappedLabel
from ui.widgets.status_plate import StatusPlate
from ui.widgets.tokens import Tone


class WhyLine(QWidget):
    """Shows what was judged and how a person can check it by hand."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plate = StatusPlate()
        self.why = WrappedLabel("", "quiet")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.plate)
        layout.addWidget(self.why, 1)

    def show_judgement(self, word: str, tone: Tone, why: str) -> None:
        """Show another judgement."""
        self.plate.show_status(word, tone)
        self.why.setText(why)
