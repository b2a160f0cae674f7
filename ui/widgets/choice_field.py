"""One of many, found by typing any part of its name."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QSizePolicy, QWidget


@dataclass(frozen=True)
class Option:
    """One thing that can be chosen: its key and the words for it."""

    key: object
    title: str


class ChoiceField(QComboBox):
    """A box to type in; what is typed narrows the list, and only a thing of the list counts."""

    changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys: list[object] = []
        self.line = QLineEdit()
        self.line.setPlaceholderText("输入名称中的几个字")
        self.line.setAccessibleName(name)
        self.setLineEdit(self.line)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        completer = QCompleter(self.model(), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)
        self.currentTextChanged.connect(self._say_changed)

    def offer(self, options: Sequence[Option]) -> None:
        """Offer these things; what is typed stays."""
        typed = self.currentText()
        with QSignalBlocker(self):
            self.clear()
            self._keys = [option.key for option in options]
            self.addItems([option.title for option in options])
            self.setCurrentIndex(-1)
            self.setEditText(typed)

    def value(self) -> object | None:
        """Return the key of the thing whose name stands in the box, or None."""
        place = self.findText(self.currentText().strip(), Qt.MatchFlag.MatchFixedString)
        return self._keys[place] if place >= 0 else None

    def is_unknown(self) -> bool:
        """Tell whether something stands there that cannot be chosen."""
        return bool(self.currentText().strip()) and self.value() is None

    def show_value(self, key: object) -> None:
        """Show the thing with this key; None shows nothing."""
        place = self._keys.index(key) if key in self._keys else -1
        self.setCurrentIndex(place)
        if place < 0:
            self.setEditText("")
        self.line.setCursorPosition(0)

    def _say_changed(self) -> None:
        self.changed.emit()
