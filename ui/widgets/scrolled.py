"""An area that scrolls downwards when its content finds no room."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class ScrolledArea(QScrollArea):
    """Without a frame; never narrower than its content, because it scrolls only downwards."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        content.setProperty("kind", "scrolled")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(content)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 -- Qt's name
        """Ask for the width of the content and of the bar beside it."""
        bar = self.verticalScrollBar().sizeHint().width()
        width = self.widget().minimumSizeHint().width() + bar
        return QSize(width, super().minimumSizeHint().height())


def scrolled(content: QWidget) -> ScrolledArea:
    """Return the content in an area that scrolls downwards."""
    return ScrolledArea(content)
