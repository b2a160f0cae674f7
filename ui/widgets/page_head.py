"""The head of a page: its title, a quiet word beside it, and its buttons at the right."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.widgets.buttons import Button
from ui.widgets.labels import ElidedLabel, Label


class PageHead(QWidget):
    """Title and note at the left; the buttons in the order given, the primary one last.

    A record page has its title in the breadcrumb and gives none.
    """

    def __init__(self, title: str, *buttons: Button) -> None:
        super().__init__()
        self.title = Label(title, "title")
        self.note = ElidedLabel("", "quiet")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.title)
        self.title.setVisible(bool(title))
        layout.addWidget(self.note, 1)
        for button in buttons:
            layout.addWidget(button)

    def show_note(self, words: str) -> None:
        """Show a quiet word beside the title."""
        self.note.setText(words)
