"""The left half of the form: the document, and the way from selected words to a field."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from review.reading.text import Place
from ui.document_formats import DOCUMENT_PATTERNS
from ui.pages.registration.reading import Reading
from ui.parts.document_side import DocumentSide, SideWords
from ui.widgets.buttons import Button
from ui.widgets.elided_button import ElidedButton
from ui.widgets.labels import ElidedLabel

_HOW = "选中文字后按字母键填入"
_WORDS = SideWords(
    text="文件正文",
    no_file="把文件拖到这里",
    no_file_hint="Word、WPS、PDF、OFD、RTF、网页或者文本文件。程序只读不改，读出的内容由您核对。"
    "没有电子文件的，可以直接在右边填写。",
    choose="选择文件…",
    no_text_hint="这份文件是扫描件或者没有文字。请对照原件在右边手工填写，原件随登记一起保存。",
)


class TextSide(QWidget):
    """Shows the text; ``fill_wanted`` names a field and gives the words selected for it."""

    files_chosen = Signal(list)
    fill_wanted = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys: Mapping[str, tuple[str, str]] = {}
        self._field = ""
        self.document = DocumentSide(_WORDS)
        self.text = self.document.text
        self.text.installEventFilter(self)
        self.fill = ElidedButton("填入", "quiet", "edit")
        self.fill_other = Button("其他栏", "flat", "down")
        self._hint = ElidedLabel(_HOW, "quiet")
        self._lay_out()
        self._connect()
        self.clear()

    @property
    def field(self) -> str:
        """Return the field that the person has come to last."""
        return self._field

    def clear(self) -> None:
        """Show that there is no text yet."""
        self.document.clear()
        self._foot.hide()

    def show_reading(self, reading: Reading) -> None:
        """Show a text with what the reader noticed."""
        self.document.show_examined(reading.file.name, reading.examined)
        self._foot.setVisible(self.document.has_text)

    def offer_keys(self, keys: Mapping[str, tuple[str, str]]) -> None:
        """Let these fields be filled, each by its key."""
        self._keys = keys
        menu = QMenu(self)
        for field, (key, title) in keys.items():
            action = QAction(f"{title}\t{key}", menu)
            action.triggered.connect(partial(self._want_fill, field))
            menu.addAction(action)
        self.fill_other.setMenu(menu)
        self.come_to(self._field)

    def come_to(self, field: str, places: Sequence[Place] = ()) -> None:
        """Light up where a field's value stands; selected words go to this field."""
        self._field = field
        key, title = self._keys.get(field, ("", ""))
        self.fill.setVisible(bool(title))
        self.fill.show_words(f"填入“{title}”（{key}）")
        self.document.light_up(places)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fill a field by its key while words are selected."""
        is_press = event.type() is QEvent.Type.KeyPress
        if watched is self.text and is_press and isinstance(event, QKeyEvent):
            return self._take_key(event)
        return super().eventFilter(watched, event)

    def ask_for_files(self) -> None:
        """Let the person choose files."""
        names, _kind = QFileDialog.getOpenFileNames(self, "选择要登记的文件", "", DOCUMENT_PATTERNS)
        if names:
            self.files_chosen.emit([Path(name) for name in names])

    def _lay_out(self) -> None:
        self._foot = QWidget()
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(8)
        foot.addWidget(self._hint, 1)
        foot.addWidget(self.fill)
        foot.addWidget(self.fill_other)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.document, 1)
        layout.addWidget(self._foot)

    def _connect(self) -> None:
        self.document.choose_wanted.connect(self.ask_for_files)
        self.fill.clicked.connect(self._fill_current)

    def _take_key(self, event: QKeyEvent) -> bool:
        if event.modifiers() != Qt.KeyboardModifier.NoModifier or not self._selected_words():
            return False
        pressed = event.text().upper()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._fill_current()
            return True
        field = next((name for name, (key, _) in self._keys.items() if key == pressed), None)
        if field is not None:
            self._want_fill(field)
        return field is not None

    def _fill_current(self, _checked: object = None) -> None:
        if self._field in self._keys:
            self._want_fill(self._field)

    def _want_fill(self, field: str, _checked: object = None) -> None:
        words = self._selected_words()
        if words:
            self.fill_wanted.emit(field, words)

    def _selected_words(self) -> str:
        return self.text.textCursor().selectedText().replace("\u2029", "\n").strip()
