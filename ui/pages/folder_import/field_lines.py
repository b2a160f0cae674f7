"""What the text of an item proposes, line by line; the line come to lights up its place."""

from collections.abc import Sequence
from dataclasses import fields
from functools import partial

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resources.terms import FIELDS, name_in, name_of
from review.extraction.proposal import Confidence, Proposal, Proposed
from review.folder_import.file_reading import digest_words
from review.reading.text import Place
from ui.widgets.elided_button import ElidedButton

_ICONS = {Confidence.CERTAIN: "ok", Confidence.CHECK: "wait", Confidence.MISSING: "plain"}


class FieldLines(QWidget):
    """``looked_at`` gives the places of the field come to by keyboard or mouse."""

    looked_at = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: dict[str, ElidedButton] = {}
        self._places: dict[QObject, tuple[Place, ...]] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(2)

    def show_proposal(self, proposal: Proposal | None) -> None:
        """Show the fields that have a value, those to be checked with a mark."""
        for line in self.lines.values():
            self._layout.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines, self._places = {}, {}
        for field in fields(proposal) if proposal else ():
            self._add(field.name, _several(getattr(proposal, field.name)))

    def places_to_check(self) -> list[Place]:
        """Return the places of all fields."""
        return [place for places in self._places.values() for place in places]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Light up the place of the line come to."""
        if event.type() is QEvent.Type.FocusIn:
            self.looked_at.emit(self._places.get(watched, ()))
        return super().eventFilter(watched, event)

    def _add(self, name: str, proposed: Sequence[Proposed[object]]) -> None:
        words = "；".join(filter(None, (digest_words(one.value) for one in proposed)))
        if not words:
            return
        is_sure = all(one.confidence is Confidence.CERTAIN for one in proposed)
        mark = Confidence.CERTAIN if is_sure else Confidence.CHECK
        told = "" if is_sure else f"（{name_of(mark)}）"
        line = ElidedButton(f"{name_in(FIELDS, name)}：{words}{told}", "row", _ICONS[mark])
        self._places[line] = tuple(one.place for one in proposed if one.place is not None)
        line.installEventFilter(self)
        line.clicked.connect(partial(self._look, line))
        self.lines[name] = line
        self._layout.addWidget(line)

    def _look(self, line: QObject, _checked: object = None) -> None:
        self.looked_at.emit(self._places.get(line, ()))


def _several(value: object) -> list[Proposed[object]]:
    listed = value if isinstance(value, tuple) else (value,)
    return [one for one in listed if isinstance(one, Proposed)]
