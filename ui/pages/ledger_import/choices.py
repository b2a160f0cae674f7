"""A grid of choices: what stands in the ledger at the left, what it is at the right."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QGridLayout, QSizePolicy, QWidget

from ui.widgets.labels import ElidedLabel, Label


class ChoiceBox(QComboBox):
    """A list of few things to choose from, each with a key."""

    def __init__(self, name: str, options: Sequence[tuple[object, str]]) -> None:
        super().__init__()
        self.keys = [key for key, _ in options]
        self.addItems([title for _, title in options])
        self.setAccessibleName(name)
        self.setMaxVisibleItems(20)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def value(self) -> object:
        """Return the key of what is chosen."""
        return self.keys[self.currentIndex()]

    def show_value(self, key: object) -> None:
        """Choose the thing with this key, the first where there is none."""
        self.setCurrentIndex(self.keys.index(key) if key in self.keys else 0)


class ChoiceGrid(QWidget):
    """Lines of labels that end with a box and a quiet remark."""

    def __init__(self, titles: Sequence[str]) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        for place, (title, stretch) in enumerate(zip(titles, (2, 4, 3, 2), strict=True)):
            self._grid.addWidget(Label(title, "name"), 0, place)
            self._grid.setColumnStretch(place, stretch)

    def add_line(self, name: str, about: str, box: QWidget, remark: Label) -> None:
        """Add a line at the foot."""
        row = self._grid.rowCount()
        for place, part in enumerate((ElidedLabel(name), ElidedLabel(about, "quiet"), box, remark)):
            self._grid.addWidget(part, row, place)
