"""The typesetting (文书版式): what the standard leaves open, with a specimen beside the form."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.domain.roles import ActName
from models.errors import AppError
from models.settings import StyleKey
from ui.pages.settings.section import Section
from ui.pages.settings.style_form import StyleForm
from ui.pages.settings.style_model import Specimen, StyleViewModel, standard_settings
from ui.pages.settings.view_model import SettingsView, SettingsViewModel
from ui.parts.face_words import faces_line, faces_warnings
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.labels import Label
from ui.widgets.letter_preview import LetterPreview
from ui.widgets.scrolled import scrolled
from ui.widgets.tokens import Tone

_ABOUT = (
    "按照国家标准《党政机关公文格式》排版；标准没有规定或者本地另有要求的，在这里更改。"
    "只影响以后发出的文书。"
)
_REDRAW_MS = 250


class StyleSection(Section):
    """A form at the left, a letter set by it at the right; read-only for who may not change it."""

    def __init__(self, view_model: SettingsViewModel, style: StyleViewModel) -> None:
        super().__init__(view_model, "文书版式", _ABOUT)
        self.style_model = style
        self._may_change = view_model.may(ActName.CHANGE_SETTING)
        self.form = StyleForm(may_change=self._may_change)
        self.save = Button("保存", "primary", "save")
        self.standard = Button("恢复国家标准", "quiet", "undo")
        self.state = Label("", "quiet")
        self.preview = LetterPreview()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_REDRAW_MS)
        self._kept: dict[StyleKey, str] = {}
        self._lay_out()
        self._connect()

    def enter(self) -> None:
        """Read the style and draw the specimen when the person comes here."""
        self.style_model.read()

    def show_view(self, _view: SettingsView) -> None:
        """Read the style again where this part is shown; something was changed."""
        if self.isVisible():
            self.style_model.read()

    def _lay_out(self) -> None:
        for button in (
            self.preview.print_button,
            self.preview.word_button,
            self.preview.pdf_button,
        ):
            button.hide()
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        if not self._may_change:
            column.addWidget(Card("只能查看", "文书版式由管理员更改。", tone=Tone.PLAIN))
        column.addWidget(self.form)
        column.addWidget(self.state)
        buttons = QHBoxLayout()
        buttons.addWidget(self.save)
        buttons.addWidget(self.standard)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addStretch(1)
        both = QHBoxLayout()
        both.setSpacing(16)
        both.addWidget(scrolled(side), 2)
        both.addWidget(self.preview, 3)
        self.content.addLayout(both, 1)
        self.save.setVisible(self._may_change)
        self.standard.setVisible(self._may_change)

    def _connect(self) -> None:
        self.form.changed.connect(self._wait_for_more)
        self._pause.timeout.connect(self._redraw)
        self.save.clicked.connect(self._save)
        self.standard.clicked.connect(self._show_standard)
        self.style_model.style_read.connect(self._show_style)
        self.style_model.drawn.connect(self._show_specimen)
        self.style_model.refused.connect(self._refuse_specimen)

    def _show_style(self, values: dict[StyleKey, str]) -> None:
        self._kept = values
        self.form.show_values(values)
        self._redraw()

    def _show_standard(self) -> None:
        self.form.show_values(standard_settings())
        self._redraw()

    def _wait_for_more(self) -> None:
        self._pause.start()

    def _redraw(self) -> None:
        values = self.form.values()
        is_changed = values != self._kept
        self.save.setEnabled(is_changed)
        self.state.setText("有改动，尚未保存。" if is_changed else "")
        self.state.setVisible(is_changed)
        self.style_model.draw(values)

    def _show_specimen(self, specimen: Specimen) -> None:
        self.error.hide()
        self.standard.setEnabled(not specimen.is_standard)
        self.preview.show_pdf(specimen.pdf)
        self.preview.say(faces_line(specimen.faces))
        self.preview.warn("字体与选定的不同", faces_warnings(specimen.faces))

    def _save(self) -> None:
        self.view_model.change_style(self.form.values())

    def _refuse_specimen(self, error: AppError) -> None:
        self.error.show_error(error)
