"""A status as a word on a coloured plate with an icon: never colour alone."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from ui.widgets.icon_label import IconLabel
from ui.widgets.labels import Label
from ui.widgets.restyle import restyle
from ui.widgets.tokens import Tone


class StatusPlate(QFrame):
    """One status, for example 已登记 in the tone of things done."""

    def __init__(
        self, word: str = "", tone: Tone = Tone.PLAIN, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon = IconLabel(tone.value)
        self._word = Label()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(6, 2, 8, 2)
        layout.setSpacing(4)
        layout.addWidget(self._icon)
        layout.addWidget(self._word)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.show_status(word, tone)

    @property
    def word(self) -> str:
        """The word shown."""
        return self._word.text()

    def show_status(self, word: str, tone: Tone) -> None:
        """Show another status."""
        self._word.setText(word)
        self._icon.show_icon(tone.value)
        self.setAccessibleName(f"状态：{word}")
        for part in (self, self._word, self._icon):
            part.setProperty("plate", tone.value)
            restyle(part)
