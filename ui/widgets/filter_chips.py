"""Filters above a table as chips: each names its column, its choice and how many there are."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QWidget

from ui.widgets.buttons import Button


@dataclass(frozen=True)
class Choice:
    """One value of a filter, its words and how many rows have it."""

    value: str
    title: str
    count: int | None = None


@dataclass(frozen=True)
class Filter:
    """One filter: its key, its words and what can be chosen."""

    key: str
    title: str
    choices: tuple[Choice, ...] = ()


class FilterChip(Button):
    """One filter; a menu lets one value be chosen, the first line takes the choice back."""

    def __init__(self, narrow_by: Filter, tell: QWidget) -> None:
        super().__init__(narrow_by.title, "chip", parent=tell)
        self._filter = narrow_by
        self.value = ""
        self.setCheckable(True)
        self._menu = QMenu(self)
        self.setMenu(self._menu)
        self.offer(narrow_by.choices)

    def offer(self, choices: Sequence[Choice]) -> None:
        """Offer these values; the one chosen stays chosen."""
        self._filter = Filter(self._filter.key, self._filter.title, tuple(choices))
        self._menu.clear()
        group = QActionGroup(self._menu)
        for choice in (Choice("", "不限"), *choices):
            action = QAction(_with_count(choice), self._menu)
            action.setCheckable(True)
            action.setChecked(choice.value == self.value)
            action.triggered.connect(partial(self.choose, choice.value))
            group.addAction(action)
            self._menu.addAction(action)
        self._show_choice()

    def choose(self, value: str) -> None:
        """Choose a value, or none with an empty one."""
        self.value = value
        for action, choice in zip(
            self._menu.actions(), (Choice("", ""), *self._filter.choices), strict=True
        ):
            action.setChecked(choice.value == value)
        self._show_choice()
        chips = self.parent()
        if isinstance(chips, FilterChips):
            chips.changed.emit()

    def _show_choice(self) -> None:
        titles = {choice.value: choice.title for choice in self._filter.choices}
        title = self._filter.title
        words = f"{title}：{titles.get(self.value, self.value)}" if self.value else f"{title} ▾"
        self.setText(words)
        self.setChecked(bool(self.value))
        self.setAccessibleName(f"筛选 {words.removesuffix(' ▾')}")


class FilterChips(QWidget):
    """A line of chips with a box for words; ``changed`` says that the filter is another."""

    changed = Signal()

    def __init__(
        self, filters: Sequence[Filter], hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.words = QLineEdit()
        self.words.setPlaceholderText(hint)
        self.words.setAccessibleName(hint or "筛选")
        self.words.setClearButtonEnabled(True)
        self.chips = {one.key: FilterChip(one, self) for one in filters}
        self._reset = Button("清除筛选", "link")
        self._reset.clicked.connect(self.clear)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.words, 1)
        for chip in self.chips.values():
            layout.addWidget(chip)
        layout.addWidget(self._reset)
        layout.addStretch(1)
        # Shown only inside the line: without a parent it would open as a window of its own.
        self.words.setVisible(bool(hint))
        self._reset.hide()
        self.words.textChanged.connect(self._say_changed)
        self.changed.connect(self._offer_reset)

    def values(self) -> dict[str, str]:
        """Return what is chosen, by key; what is not chosen is left out."""
        return {key: chip.value for key, chip in self.chips.items() if chip.value}

    def text(self) -> str:
        """Return the words typed."""
        return self.words.text().strip()

    def focus_words(self) -> None:
        """Let the person type at once (Ctrl+F)."""
        self.words.setFocus()
        self.words.selectAll()

    def clear(self) -> None:
        """Show everything again, and say so once."""
        with QSignalBlocker(self):
            for chip in self.chips.values():
                chip.choose("")
            self.words.clear()
        self.changed.emit()

    def _say_changed(self) -> None:
        self.changed.emit()

    def _offer_reset(self) -> None:
        self._reset.setVisible(bool(self.values() or self.text()))


def _with_count(choice: Choice) -> str:
    return choice.title if choice.count is None else f"{choice.title}（{choice.count}）"
