"""An error where it happened: what, why, what to do; details folded, all can be copied."""

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from models.errors import AppError
from ui.desk import NextStep
from ui.feedback.catalogue import spoken, words_of
from ui.widgets.buttons import Button
from ui.widgets.icon_label import IconLabel
from ui.widgets.labels import Label, WrappedLabel


class ErrorPanel(QFrame):
    """Hidden until an error is shown; goes away at the next success or when closed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Card")
        self.setProperty("tone", "late")
        self.title = Label("", "heading")
        self.text = WrappedLabel()
        self.details = WrappedLabel("", "quiet")
        self.details.hide()
        self.fold = Button("详情", "flat", "right")
        self.fold.setCheckable(True)
        self.way = Button("", "link", "right")
        self.copy = Button("复制", "flat", "copy")
        self._close = Button("收起", "flat", "close")
        self._way: NextStep | None = None
        self._lay_out()
        self.way.clicked.connect(self._go)
        self.fold.toggled.connect(self.details.setVisible)
        self.copy.clicked.connect(self._copy_words)
        self._close.clicked.connect(self.hide)
        self.hide()

    def show_error(self, error: AppError, way: NextStep | None = None) -> None:
        """Show the words of the error, and the way out where there is one."""
        message = words_of(error)
        self.title.setText(message.title)
        self.text.setText(message.text)
        self.details.setText("\n".join(_details(error)))
        self.fold.setChecked(False)
        self._way = way
        self.way.setVisible(way is not None)
        self.way.setText(way.title if way else "")
        self.setAccessibleName(message.title)
        self.setAccessibleDescription(message.text)
        self.show()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        mark = IconLabel("late")
        mark.setProperty("ink", "late")
        head.addWidget(mark)
        head.addWidget(self.title, 1)
        for button in (self.fold, self.copy, self._close):
            head.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 8, 12)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self.text)
        layout.addWidget(self.details)
        layout.addWidget(self.way, 0, Qt.AlignmentFlag.AlignLeft)

    def _go(self) -> None:
        if self._way is not None:
            self._way.take()

    def _copy_words(self) -> None:
        parts = (self.title.text(), self.text.text(), self.details.text())
        QGuiApplication.clipboard().setText("\n".join(parts))


def _details(error: AppError) -> list[str]:
    now = datetime.now().astimezone()
    facts = "、".join(spoken(value) for value in error.values.values())
    return [f"时间：{spoken(now)}", f"涉及：{facts}" if facts else "涉及：无"]
