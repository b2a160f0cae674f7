"""How faithful a reading is, as a card: the grade on a plate, then one line a matter."""

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from resources.terms import name_of
from review.reading.fidelity import FidelityLine, FidelityReport, ReadingGrade
from ui.parts.fidelity_words import count_words, how_words, severity_words
from ui.widgets.buttons import Button
from ui.widgets.labels import ElidedLabel, WrappedLabel
from ui.widgets.status_plate import StatusPlate
from ui.widgets.text_pane import Place
from ui.widgets.tokens import Tone

_TONES = {
    ReadingGrade.COMPLETE: Tone.OK,
    ReadingGrade.CHECK: Tone.WAIT,
    ReadingGrade.MAY_LACK: Tone.WAIT,
    ReadingGrade.NO_TEXT: Tone.LATE,
}
_FOLD, _UNFOLD = "收起", "展开"
_MOST_LINES_HIGH = 7


class FidelityCard(QWidget):
    """Says how the file was read; ``place_wanted`` names the place of a matter in the text.

    Folded it is one line high: the text and the form below keep their room on a small screen.
    """

    place_wanted = Signal(Place)

    def __init__(self, fidelity: FidelityReport, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grade = name_of(fidelity.grade)
        self.plate = StatusPlate(grade, _TONES[fidelity.grade])
        self.setAccessibleName(f"读取情况：{grade}，{count_words(fidelity)}")
        self.how = ElidedLabel(f"{count_words(fidelity)}　{how_words(fidelity)}", "quiet")
        self.fold = Button(_UNFOLD, "link", "down")
        self.fold.setVisible(bool(fidelity.lines))
        self.fold.clicked.connect(self.turn)
        self._next: dict[FidelityLine, int] = {}
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.plate)
        head.addWidget(self.how, 1)
        head.addWidget(self.fold)
        self.matters = _Matters()
        for line in fidelity.lines:
            self.matters.rows.addLayout(self._row(line))
        self.matters.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self.matters)

    @property
    def is_folded(self) -> bool:
        """Whether only the headline is shown."""
        return self.matters.isHidden()

    def turn(self, _checked: object = None) -> None:
        """Show all matters, or only the headline again."""
        self.matters.setVisible(self.is_folded)
        words = _UNFOLD if self.is_folded else _FOLD
        self.fold.setText(words)
        self.fold.setAccessibleName(f"{words}读取情况")

    def _row(self, line: FidelityLine) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(WrappedLabel(f"· {severity_words(line)}：{line.sentence}"), 1)
        if line.places:
            count = f"（{len(line.places)} 处）" if len(line.places) > 1 else ""
            button = Button(f"看正文{count}", "link", "right")
            button.clicked.connect(partial(self._want, line))
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _want(self, line: FidelityLine, _checked: object = None) -> None:
        """Lead to the first place, and with each further press to the next."""
        place = line.places[self._next.get(line, 0) % len(line.places)]
        self._next[line] = self._next.get(line, 0) + 1
        self.place_wanted.emit(Place(place.start, place.end))


class _Matters(QScrollArea):
    """The matters one below the other, as high as they need and never higher than a few lines."""

    def __init__(self) -> None:
        super().__init__()
        inside = QWidget()
        inside.setProperty("kind", "scrolled")
        self.rows = QVBoxLayout(inside)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(4)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inside)

    def sizeHint(self) -> QSize:
        wanted = self.widget().heightForWidth(self.viewport().width())
        highest = self.fontMetrics().lineSpacing() * _MOST_LINES_HIGH
        return QSize(super().sizeHint().width(), min(wanted, highest))
