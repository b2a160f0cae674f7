"""A plain card: a warning or a piece of information, with a list and, if wanted, ways to go on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.elided_button import ElidedButton
from ui.widgets.icon_label import IconLabel
from ui.widgets.labels import Label, WrappedLabel
from ui.widgets.tokens import Tone


@dataclass(frozen=True)
class CardLine:
    """One line of a card; with ``go``, the line is a button that leads to its place."""

    text: str
    go: Callable[[], None] | None = None


class Card(QFrame):
    """Title, sentence and list, marked by tone with icon and edge."""

    def __init__(
        self,
        title: str,
        text: str = "",
        lines: Sequence[CardLine] = (),
        tone: Tone = Tone.PLAIN,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("Card")
        self.setProperty("tone", tone.value)
        self.setAccessibleName(title)
        head = QHBoxLayout()
        head.setSpacing(8)
        mark = IconLabel(tone.value)
        mark.setProperty("ink", tone.value)
        head.addWidget(mark)
        head.addWidget(Label(title, "heading"), 1)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(12, 10, 12, 10)
        self._layout.setSpacing(4)
        self._layout.addLayout(head)
        if text:
            self._layout.addWidget(WrappedLabel(text))
        for line in lines:
            self._layout.addWidget(_line(line))

    def add(self, part: QWidget) -> None:
        """Put something more at the foot of the card."""
        self._layout.addWidget(part)


def _line(line: CardLine) -> QWidget:
    if line.go is None:
        return WrappedLabel(f"· {line.text}")
    button = ElidedButton(line.text, "link", "right")
    button.clicked.connect(partial(_go, line.go))
    return button


def _go(go: Callable[[], None]) -> None:
    go()
