"""How faithful a reading is, as a card: the grade on a plate, then one line a matter."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resources.terms import name_of
from review.reading.fidelity import FidelityLine, FidelityReport, ReadingGrade
from ui.parts.fidelity_words import how_words, severity_words
from ui.widgets.buttons import Button
from ui.widgets.labels import WrappedLabel
from ui.widgets.status_plate import StatusPlate
from ui.widgets.text_pane import Place
from ui.widgets.tokens import Tone

_TONES = {
    ReadingGrade.COMPLETE: Tone.OK,
    ReadingGrade.CHECK: Tone.WAIT,
    ReadingGrade.MAY_LACK: Tone.WAIT,
    ReadingGrade.NO_TEXT: Tone.LATE,
}


class FidelityCard(QWidget):
    """Says how the file was read; ``place_wanted`` names the place of a matter in the text."""

    place_wanted = Signal(Place)

    def __init__(self, fidelity: FidelityReport, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plate = StatusPlate(name_of(fidelity.grade), _TONES[fidelity.grade])
        self.setAccessibleName(f"读取情况：{name_of(fidelity.grade)}")
        self._next: dict[FidelityLine, int] = {}
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.plate)
        head.addWidget(WrappedLabel(how_words(fidelity), "quiet"), 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(head)
        for line in fidelity.lines:
            layout.addLayout(self._row(line))

    def _row(self, line: FidelityLine) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(WrappedLabel(f"· {severity_words(line)}：{line.sentence}"), 1)
        if line.places:
            count = f"（{len(line.places)} 处）" if len(line.places) > 1 else ""
            button = Button(f"看正文{count}", "link", "right")
            button.clicked.connect(partial(self._want, line))
            row.addWidget(button)
        return row

    def _want(self, line: FidelityLine, _checked: object = None) -> None:
        """Lead to the first place, and with each further press to the next."""
        place = line.places[self._next.get(line, 0) % len(line.places)]
        self._next[line] = self._next.get(line, 0) + 1
        self.place_wanted.emit(Place(place.start, place.end))
