"""A short list of records that wait: one line each, a click or Enter opens it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.buttons import Button
from ui.widgets.labels import ElidedLabel, Label, WrappedLabel
from ui.widgets.status_plate import StatusPlate
from ui.widgets.tokens import Tone

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


@dataclass(frozen=True)
class RecordLine:
    """One record: its title, a quiet note, a status, and if wanted why the status is so."""

    title: str
    open: Callable[[], None]
    note: str = ""
    status: tuple[str, Tone] | None = None
    why: str = ""


class RecordButton(Button):
    """One line of the list."""

    def __init__(self, line: RecordLine) -> None:
        super().__init__("", "row")
        status = line.status[0] if line.status else ""
        self.setAccessibleName("，".join(filter(None, (line.title, line.note, status))))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 0, 12, 0)
        layout.setSpacing(16)
        layout.addWidget(ElidedLabel(line.title), 1)
        layout.addWidget(Label(line.note, "quiet"))
        if line.status:
            layout.addWidget(StatusPlate(*line.status))
        for part in self.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter; go to the neighbour with the arrows."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        elif event.key() in _STEPS:
            self.focusNextPrevChild(_STEPS[Qt.Key(event.key())] > 0)
        else:
            super().keyPressEvent(event)


class RecordList(QFrame):
    """A titled card with the records; a count says how many there are, shown here or not."""

    def __init__(self, title: str, count: int | None, lines: Sequence[RecordLine]) -> None:
        super().__init__()
        self.setObjectName("Paper")
        counted = "" if count is None else f"{count} 件"
        self.setAccessibleName("，".join(filter(None, (title, counted))))
        self.rows = [RecordButton(line) for line in lines]
        head = QHBoxLayout()
        head.setContentsMargins(12, 8, 12, 6)
        head.setSpacing(8)
        head.addWidget(Label(title, "heading"))
        head.addWidget(Label(counted, "quiet"))
        head.addStretch(1)
        self._head = head
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 4)
        self._layout.setSpacing(0)
        self._layout.addLayout(head)
        for row, line in zip(self.rows, lines, strict=True):
            row.clicked.connect(partial(_open, line))
            self._add(row, line)

    def offer(self, words: str, take: Callable[[], None]) -> None:
        """Put a link into the head of the card."""
        link = Button(words, "link", "right")
        link.clicked.connect(partial(_take, take))
        self._head.addWidget(link)

    def _add(self, row: RecordButton, line: RecordLine) -> None:
        if not line.why:
            self._layout.addWidget(row)
            return
        derivation = WrappedLabel(line.why, "quiet")
        derivation.setContentsMargins(12, 2, 12, 6)
        derivation.hide()
        why = Button("为什么", "link", "help")
        why.setAccessibleName(f"为什么：{line.title}")
        why.setCheckable(True)
        why.toggled.connect(derivation.setVisible)
        beside = QHBoxLayout()
        beside.setContentsMargins(0, 0, 8, 0)
        beside.setSpacing(0)
        beside.addWidget(row, 1)
        beside.addWidget(why)
        self._layout.addLayout(beside)
        self._layout.addWidget(derivation)


def _open(line: RecordLine, _checked: object = None) -> None:
    line.open()


def _take(take: Callable[[], None], _checked: object = None) -> None:
    take()
