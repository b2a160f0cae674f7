"""The look (外观): light or dark, and the size of text; every person's own choice, at once."""

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QSlider

from ui.look import Look
from ui.pages.settings.section import Section
from ui.pages.settings.view_model import SettingsView, SettingsViewModel
from ui.widgets.labels import Label
from ui.widgets.theme import LARGEST_SCALE, SMALLEST_SCALE, Scheme

_ABOUT = "只影响这台电脑，改动立即生效。"
_STEP = 10
_SLIDER_WIDTH = 320
_SCHEMES = {Scheme.SYSTEM: "随系统", Scheme.LIGHT: "浅色", Scheme.DARK: "深色"}


class LookSection(Section):
    """Three themes and a slider."""

    def __init__(self, view_model: SettingsViewModel, look: Look) -> None:
        super().__init__(view_model, "外观", _ABOUT)
        self._look = look
        self.schemes = {scheme: QRadioButton(title) for scheme, title in _SCHEMES.items()}
        self._group = QButtonGroup(self)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.percent = Label()
        self._lay_out()
        self._show_look()
        self._group.buttonClicked.connect(self._choose_scheme)
        self.slider.valueChanged.connect(self._choose_size)

    def show_view(self, _view: SettingsView) -> None:
        """Show what is chosen; the menu may have changed it."""
        self._show_look()

    def enter(self) -> None:
        """Show what is chosen; the menu may have changed it."""
        self._show_look()

    def _lay_out(self) -> None:
        self.content.addWidget(Label("明暗", "heading"))
        line = QHBoxLayout()
        line.setSpacing(24)
        for button in self.schemes.values():
            self._group.addButton(button)
            line.addWidget(button)
        line.addStretch(1)
        self.content.addLayout(line)
        self.content.addSpacing(8)
        self.content.addWidget(Label("文字大小", "heading"))
        self.slider.setAccessibleName("文字大小")
        self.slider.setRange(SMALLEST_SCALE // _STEP, LARGEST_SCALE // _STEP)
        self.slider.setPageStep(1)
        self.slider.setFixedWidth(_SLIDER_WIDTH)
        size_line = QHBoxLayout()
        size_line.setSpacing(12)
        size_line.addWidget(self.slider)
        size_line.addWidget(self.percent, 1)
        self.content.addLayout(size_line)
        self.content.addWidget(
            Label("也可以用 Ctrl+加号、Ctrl+减号放大缩小，Ctrl+0 恢复。", "quiet")
        )
        self.content.addStretch(1)

    def _show_look(self) -> None:
        self.schemes[self._look.scheme].setChecked(True)
        with QSignalBlocker(self.slider):
            self.slider.setValue(round(self._look.scale / _STEP))
        self.percent.setText(f"{self._look.scale}%")

    def _choose_scheme(self) -> None:
        chosen = next(scheme for scheme, one in self.schemes.items() if one.isChecked())
        self._look.show(chosen, self._look.scale)

    def _choose_size(self, tenths: int) -> None:
        self._look.show(self._look.scheme, tenths * _STEP)
        self.percent.setText(f"{self._look.scale}%")
