"""Who sits down: asked when several people work with the register and none is remembered."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout

from models.queries.office import PersonRow
from ui.head_bar import person_title
from ui.widgets.buttons import Button
from ui.widgets.labels import Label, WrappedLabel
from ui.widgets.name_list import NameList

_WIDTH = 420
_MOST_HIGH = 360
_ABOUT = "每一步都会记下经办人。以后可以在窗口右上角更换。"


class WhoWorks(QDialog):
    """A list of the people in service; Enter or a double click takes the one chosen."""

    def __init__(self, people: Sequence[PersonRow]) -> None:
        super().__init__()
        self._people = list(people)
        self.setWindowTitle("选择经办人")
        self.setMinimumWidth(_WIDTH)
        self.names = NameList("在岗人员")
        self.names.addItems([person_title(person) for person in self._people])
        self.names.setCurrentRow(0)
        self.names.setFixedHeight(min(_MOST_HIGH, self.names.height_of_lines()))
        self.proceed = Button("开始办理", "primary")
        self.proceed.setDefault(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(Label("现在由谁办理", "title"))
        layout.addWidget(WrappedLabel(_ABOUT, "quiet"))
        layout.addWidget(self.names)
        layout.addWidget(self.proceed, 0, Qt.AlignmentFlag.AlignRight)
        self.proceed.clicked.connect(self.accept)
        self.names.itemActivated.connect(self._take)

    def chosen(self) -> PersonRow:
        """Return the person the list stands on."""
        return self._people[max(0, self.names.currentRow())]

    def ask(self) -> PersonRow:
        """Put the question; who closes it without an answer gets the first."""
        self.exec()
        return self.chosen()

    def _take(self, _name: object) -> None:
        self.accept()
