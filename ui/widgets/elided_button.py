"""A button that leads somewhere and gives way to its neighbours: long words end in an ellipsis."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.widgets.buttons import Button, ButtonKind

_LEAST_LETTERS = 8


class ElidedButton(Button):
    """Shows as much of its words as fit; the tooltip and screen readers have all."""

    def __init__(
        self, text: str, kind: ButtonKind, icon_name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, kind, icon_name, parent)
        self._words = text
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Ask for room for all words, however few are shown now."""
        # One pixel more: the width of a text is rounded, and eliding compares it unrounded.
        width = self._edges() + self.fontMetrics().horizontalAdvance(self._words) + 1
        return QSize(width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Ask for no more than a few letters."""
        least = super().minimumSizeHint()
        few = _LEAST_LETTERS * self.fontMetrics().height()
        return QSize(min(few, least.width()), least.height())

    def show_words(self, words: str) -> None:
        """Show other words."""
        self._words = words
        self.setAccessibleName(words)
        self.setText(words)
        self.updateGeometry()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the words to the new width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - self._edges()
        shown = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        if shown != self.text():
            self.setText(shown)
            self.setAccessibleName(self._words)
        self.setToolTip(self._words if shown != self._words else "")

    def _edges(self) -> int:
        """Return the width taken by all but the words: padding, frame and icon."""
        shown = self.fontMetrics().horizontalAdvance(self.text())
        return super().sizeHint().width() - shown
