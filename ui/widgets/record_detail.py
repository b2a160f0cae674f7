"""What a list tells of the record it stands on, beside the table."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.buttons import Button
from ui.widgets.facts_grid import Fact, FactsGrid
from ui.widgets.labels import Label, WrappedLabel
from ui.widgets.status_plate import StatusPlate
from ui.widgets.tokens import Tone
from ui.widgets.upright_area import UprightArea

_WIDTH = 264


@dataclass(frozen=True)
class RecordSummary:
    """One record in short; facts without a value are left out."""

    id: int
    title: str
    plates: Sequence[tuple[str, Tone]]
    facts: Sequence[Fact]


class RecordDetail(QFrame):
    """Title, states and facts of one record; ``open_wanted`` asks for its page."""

    open_wanted = Signal()

    def __init__(self, record: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Paper")
        self.setAccessibleName(f"所选{record}")
        self.setMinimumWidth(_WIDTH)
        self.title = WrappedLabel("", "heading")
        self.plates: list[StatusPlate] = []
        self.facts = FactsGrid()
        self.hint = Label(f"选中一行，在这里看这件{record}。", "quiet")
        self.hint.setWordWrap(True)
        self.open_button = Button(f"打开{record}", "quiet", "right")
        self.open_button.clicked.connect(self._want)
        self._plates = QVBoxLayout()
        self._content = QWidget()
        self._lay_out()
        self.clear()

    def show_summary(self, summary: RecordSummary) -> None:
        """Show one record."""
        self.title.setText(summary.title)
        self._show_plates(summary.plates)
        self.facts.show_facts([fact for fact in summary.facts if fact.value])
        self.hint.hide()
        self._content.show()

    def clear(self) -> None:
        """Show no record."""
        self._content.hide()
        self.hint.show()

    def _show_plates(self, statuses: Sequence[tuple[str, Tone]]) -> None:
        for _missing in range(len(self.plates), len(statuses)):
            plate = StatusPlate()
            self.plates.append(plate)
            self._plates.addWidget(plate)
        for number, plate in enumerate(self.plates):
            plate.setVisible(number < len(statuses))
        for plate, (word, tone) in zip(self.plates, statuses, strict=False):
            plate.show_status(word, tone)

    def _lay_out(self) -> None:
        self._plates.setSpacing(12)
        inner = QVBoxLayout(self._content)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(12)
        inner.addWidget(self.title)
        inner.addLayout(self._plates)
        inner.addWidget(self.facts)
        buttons = QHBoxLayout()
        buttons.addWidget(self.open_button)
        buttons.addStretch(1)
        inner.addLayout(buttons)
        inner.addStretch(1)
        area = UprightArea(self._content)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.addWidget(self.hint)
        layout.addWidget(area, 1)

    def _want(self) -> None:
        self.open_wanted.emit()
