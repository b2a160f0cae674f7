"""The five traits of a normative document below the form's head, one a row, with what was found."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from resources.terms import name_of
from review.extraction.judgement import (
    Normativity,
    NormativityJudgement,
    TraitEvidence,
    TraitFinding,
    TraitPresence,
)
from ui.parts.trait_words import evidence_words, summary_words
from ui.widgets.buttons import Button
from ui.widgets.elided_button import ElidedButton
from ui.widgets.labels import ElidedLabel, WrappedLabel
from ui.widgets.status_plate import StatusPlate
from ui.widgets.text_pane import Place
from ui.widgets.tokens import Tone

_TONES = {
    TraitPresence.PRESENT: Tone.OK,
    TraitPresence.ABSENT: Tone.WAIT,
    TraitPresence.UNCLEAR: Tone.PLAIN,
}
_FOLD, _UNFOLD = "收起", "逐项看"


class TraitRows(QWidget):
    """Begins folded to one line; ``place_wanted`` leads to the words found.

    ``is_alone`` says that no card around it tells what the document looks like.
    """

    place_wanted = Signal(Place)

    def __init__(
        self, judgement: NormativityJudgement, *, is_alone: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        is_normative = judgement.normativity is Normativity.LOOKS_NORMATIVE
        self.plate = StatusPlate(
            name_of(judgement.normativity), Tone.OK if is_normative else Tone.WAIT, self
        )
        self.plate.setVisible(is_alone)
        self.summary = ElidedLabel(summary_words(judgement.traits), "quiet")
        self.fold = Button(_UNFOLD, "link", "down")
        self.fold.clicked.connect(self.turn)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.plate)
        head.addWidget(self.summary, 1)
        head.addWidget(self.fold)
        self.rows = QWidget()
        grid = QGridLayout(self.rows)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setColumnStretch(1, 1)
        for row, finding in enumerate(judgement.traits):
            self._add_row(grid, row, finding)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self.rows)
        self.rows.hide()
        self._name_fold()

    def turn(self, _checked: object = None) -> None:
        """Show the traits, or only their count again."""
        self.rows.setVisible(self.rows.isHidden())
        self._name_fold()

    def _name_fold(self) -> None:
        words = _UNFOLD if self.rows.isHidden() else _FOLD
        self.fold.setText(words)
        self.fold.setAccessibleName(f"{words}：五项特征")

    def _add_row(self, grid: QGridLayout, row: int, finding: TraitFinding) -> None:
        top = Qt.AlignmentFlag.AlignTop
        plate = StatusPlate(name_of(finding.presence), _TONES[finding.presence])
        grid.addWidget(plate, row, 0, top)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(WrappedLabel(name_of(finding.trait)))
        for evidence in finding.evidence:
            column.addWidget(self._line(evidence))
        grid.addLayout(column, row, 1)

    def _line(self, evidence: TraitEvidence) -> QWidget:
        words = evidence_words(evidence)
        if evidence.place is None:
            return WrappedLabel(f"· {words}", "quiet")
        button = ElidedButton(words, "link", "right")
        place = Place(evidence.place.start, evidence.place.end)
        button.clicked.connect(partial(self._want, place))
        return button

    def _want(self, place: Place, _checked: object = None) -> None:
        self.place_wanted.emit(place)
