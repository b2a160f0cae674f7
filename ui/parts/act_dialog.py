"""A dialog that asks what an act needs; it stays open with the reason when the act is refused."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from models.errors import AppError
from ui.feedback.catalogue import words_of
from ui.widgets.buttons import Button
from ui.widgets.labels import Label, WrappedLabel

_WIDTH = 640
_KEYS = "Ctrl+Return"


class ActDialog(QDialog):
    """Title, what is asked, and two buttons: the verb, and leaving it.

    ``wanted`` says that the person pressed the verb; the page closes the dialog when the act is
    done.
    """

    wanted = Signal()

    def __init__(self, verb: str, content: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(verb)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(_WIDTH)
        self.problem = WrappedLabel("", "problem")
        self.problem.hide()
        self.proceed = Button(verb, "primary")
        self.proceed.setShortcut(_KEYS)
        self.proceed.setToolTip(f"{verb}（{_KEYS}）")
        self.cancel = Button("暂不办理")
        self.proceed.clicked.connect(self._want)
        self.cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.proceed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(Label(verb, "title"))
        layout.addWidget(content, 1)
        layout.addWidget(self.problem)
        layout.addLayout(buttons)
        self._content = content
        content.setFocus()

    def show_problem(self, words: str) -> None:
        """Say beside the buttons what is wrong; empty words take it away."""
        self.problem.setText(words)
        self.problem.setVisible(bool(words))

    def show_refusal(self, error: AppError) -> None:
        """Say why the act was refused."""
        self.show_problem(words_of(error).text)

    def event(self, event: QEvent) -> bool:
        """Grow when the content says more than before; the fields are never squeezed."""
        is_done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest and self.isVisible():
            self._grow()
        return is_done

    def showEvent(self, event: QShowEvent) -> None:
        """Be high enough for sentences that take several lines, and wait in the first field."""
        super().showEvent(event)
        if self.focusWidget() in {None, self._content}:
            first = _first_field(self._content)
            (first or self.cancel).setFocus()
        self._grow()

    def _grow(self) -> None:
        layout = self.layout()
        if layout is not None and layout.hasHeightForWidth():
            wanted = layout.totalHeightForWidth(self.width())
            self.resize(self.width(), max(self.height(), wanted))

    def _want(self) -> None:
        self.show_problem("")
        self.wanted.emit()


def _first_field(content: QWidget) -> QWidget | None:
    widget = content.nextInFocusChain()
    while widget is not None and content.isAncestorOf(widget):
        takes_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if takes_tab and widget.isVisible() and widget.isEnabled():
            return widget
        widget = widget.nextInFocusChain()
    return None
