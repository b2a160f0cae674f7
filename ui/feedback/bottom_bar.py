"""The bar at the foot of the window: what was just done, and the next step as a button."""

from functools import partial

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from models.errors import AppError
from ui.desk import Done, NextStep
from ui.feedback.catalogue import words_of
from ui.widgets.buttons import Button
from ui.widgets.icon_label import IconLabel
from ui.widgets.labels import ElidedLabel
from ui.widgets.restyle import restyle


class BottomBar(QFrame):
    """Says success without a dialog; says a refusal that belongs to no page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("BottomBar")
        self._mark = IconLabel("ok")
        self.text = ElidedLabel()
        self.steps: list[Button] = []
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(16, 6, 16, 6)
        self._layout.setSpacing(8)
        self._layout.addWidget(self._mark)
        self._layout.addWidget(self.text, 1)
        self.clear()

    def clear(self) -> None:
        """Say nothing; keep the bar's height so that the page does not jump."""
        self._say("", "plain", ())
        self._mark.hide()

    def show_done(self, done: Done) -> None:
        """Say what was done and offer what follows."""
        self._say(done.text, "ok", done.steps)

    def show_refusal(self, error: AppError) -> None:
        """Say why something could not be done."""
        message = words_of(error)
        self._say(f"{message.title}。{message.text}", "late", ())

    def _say(self, text: str, tone: str, steps: tuple[NextStep, ...]) -> None:
        for button in self.steps:
            self._layout.removeWidget(button)
            button.deleteLater()
        self.steps = [Button(step.title) for step in steps]
        for button, step in zip(self.steps, steps, strict=True):
            button.clicked.connect(partial(_take, step))
            self._layout.addWidget(button)
        self._mark.setProperty("plate", tone)
        self._mark.show_icon(tone)
        self._mark.show()
        self.text.setText(text)
        self.setProperty("tone", tone)
        self.setAccessibleName(text or "提示栏")
        for part in (self, self._mark):
            restyle(part)


def _take(step: NextStep) -> None:
    step.take()
