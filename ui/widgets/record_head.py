"""The head of a record's page: title, numbers in a row, statuses, and the steps as buttons."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from ui.widgets.buttons import Button
from ui.widgets.labels import WrappedLabel
from ui.widgets.status_plate import StatusPlate
from ui.widgets.tokens import Tone


@dataclass(frozen=True)
class Step:
    """One step a person can take now; one that is refused says why in ``hindrance``.

    A step with ``choices`` opens a menu of them and is not taken itself.
    """

    title: str
    take: Callable[[], None]
    is_primary: bool = False
    hindrance: str = ""
    choices: tuple[tuple[str, Callable[[], None]], ...] = ()


class RecordHead(QWidget):
    """Says what the record is and what can be done with it next."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = WrappedLabel("", "title")
        self.numbers = WrappedLabel("", "quiet")
        self.plates: list[StatusPlate] = []
        self.buttons: list[Button] = []
        self._line = QHBoxLayout()
        self._line.setSpacing(8)
        self.note = WrappedLabel("", "quiet")
        self._line.addWidget(self.note, 1)
        self._steps = QHBoxLayout()
        self._steps.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(6)
        words.addWidget(self.title)
        words.addWidget(self.numbers)
        words.addLayout(self._line)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        layout.addLayout(words, 1)
        layout.addLayout(self._steps)
        layout.setAlignment(self._steps, Qt.AlignmentFlag.AlignTop)

    def show_record(
        self,
        title: str,
        numbers: Sequence[tuple[str, str]],
        statuses: Sequence[tuple[str, Tone]],
        note: str = "",
    ) -> None:
        """Show the record; a number that is not there yet is left out."""
        self.note.setText(note)
        self.numbers.setVisible(any(number for _, number in numbers))
        self.title.setText(title)
        self.numbers.setText("　·　".join(f"{name} {number}" for name, number in numbers if number))
        _take_away(self._line, self.plates)
        self.plates = [StatusPlate(*status) for status in statuses]
        for place, plate in enumerate(self.plates):
            self._line.insertWidget(place, plate)

    def offer(self, steps: Sequence[Step]) -> None:
        """Offer these steps, the primary one last."""
        _take_away(self._steps, self.buttons)
        self.buttons = []
        for step in sorted(steps, key=lambda step: step.is_primary):
            button = Button(step.title, "primary" if step.is_primary else "quiet")
            button.setEnabled(not step.hindrance)
            button.setToolTip(step.hindrance)
            button.setAccessibleDescription(step.hindrance)
            if step.choices:
                button.setMenu(_menu(button, step))
            else:
                button.clicked.connect(partial(_take, step))
            self._steps.addWidget(button)
            self.buttons.append(button)

    def button(self, title: str) -> Button | None:
        """Return the button of a step, or None when it is not offered."""
        return next((button for button in self.buttons if button.text() == title), None)


def _take_away(layout: QHBoxLayout, parts: Sequence[QWidget]) -> None:
    for part in parts:
        layout.removeWidget(part)
        part.hide()
        part.deleteLater()


def _menu(button: Button, step: Step) -> QMenu:
    menu = QMenu(button)
    for title, take in step.choices:
        menu.addAction(title).triggered.connect(partial(_choose, take))
    return menu


def _take(step: Step, _checked: object = None) -> None:
    step.take()


def _choose(take: Callable[[], None], _checked: object = None) -> None:
    take()
