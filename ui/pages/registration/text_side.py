"""The left half of the form: the document's text, and the way from selected words to a field."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from review.reading.fidelity import FidelityReport
from review.reading.text import Place
from ui.document_formats import DOCUMENT_PATTERNS
from ui.pages.registration.reading import Reading
from ui.parts.fidelity_card import FidelityCard
from ui.tasks.ticket import Progress
from ui.widgets.busy_bar import BusyBar
from ui.widgets.buttons import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import ElidedLabel
from ui.widgets.text_pane import Place as PanePlace
from ui.widgets.text_pane import TextPane

_HOW = "选中文字后按字母键填入"


class TextSide(QWidget):
    """Shows the text; ``fill_wanted`` names a field and gives the words selected for it."""

    files_chosen = Signal(list)
    stop_wanted = Signal()
    fill_wanted = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys: Mapping[str, tuple[str, str]] = {}
        self._field = ""
        self.choose = Button("选择文件…", "quiet", "folder")
        self.name = ElidedLabel("", "quiet")
        self.busy = BusyBar()
        self.text = TextPane("文件正文")
        self.text.installEventFilter(self)
        self.fill = Button("填入", "quiet", "edit")
        self.fill_other = Button("填入其他栏", "flat", "down")
        self._hint = ElidedLabel(_HOW, "quiet")
        self._fidelity: FidelityCard | None = None
        self._reading: Reading | None = None
        self.before = Button("看修订前", "chip")
        self.before.setCheckable(True)
        self.before.setToolTip("对照修订前的文字核对；右边各栏仍按修订后的文字")
        self._no_text = EmptyState(
            "没有读出文字",
            "这份文件是扫描件或者没有文字。请对照原件在右边手工填写，原件随登记一起保存。",
        )
        self._nothing = EmptyState(
            "把文件拖到这里",
            "Word、WPS、PDF、OFD、RTF、网页或者文本文件。程序只读不改，读出的内容由您核对。"
            "没有电子文件的，可以直接在右边填写。",
            "选择文件…",
        )
        self._lay_out()
        self._connect()
        self.clear()

    @property
    def field(self) -> str:
        """Return the field that the person has come to last."""
        return self._field

    def clear(self) -> None:
        """Show that there is no text yet."""
        self.text.show_text("")
        self.name.setText("")
        self._reading = None
        self._show_fidelity(None)
        self.before.hide()
        self._stack.setCurrentWidget(self._nothing)
        self._foot.hide()
        self.choose.hide()

    def show_reading(self, reading: Reading) -> None:
        """Show a text with what the reader noticed."""
        self._reading = reading
        has_text = bool(reading.read.text.strip())
        self.name.setText(reading.file.name)
        self._show_fidelity(reading.fidelity)
        self.before.setChecked(False)
        self.before.setVisible(reading.read.original is not None)
        self._show_text(is_before=False)
        self._stack.setCurrentWidget(self.text if has_text else self._no_text)
        self._foot.setVisible(has_text)
        self.choose.show()

    def show_progress(self, progress: Progress | None) -> None:
        """Show how far reading has come; None when it is over."""
        if progress is None:
            self.busy.hide()
        else:
            self.busy.show_progress(progress.what, progress.done, progress.total)

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
        self.fill.setText(f"填入“{title}”（{key}）")
        self.fill.setAccessibleName(self.fill.text())
        if self.before.isChecked():
            # The places are those of the text after the changes.
            return
        shown = [PanePlace(place.start, place.end) for place in places]
        self.text.highlight([(place, None) for place in shown])
        if shown:
            self.text.scroll_to(shown[0])

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
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.name, 1)
        head.addWidget(self.before)
        head.addWidget(self.choose)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(self.text)
        self._stack.addWidget(self._no_text)
        self._foot = QWidget()
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(8)
        foot.addWidget(self._hint, 1)
        foot.addWidget(self.fill)
        foot.addWidget(self.fill_other)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        self._layout.addLayout(head)
        self._layout.addWidget(self.busy)
        self._layout.addWidget(self._stack, 1)
        self._layout.addWidget(self._foot)

    def _connect(self) -> None:
        self.before.toggled.connect(self._turn_text)
        self.choose.clicked.connect(self.ask_for_files)
        self._nothing.wanted.connect(self.ask_for_files)
        self.busy.stop_wanted.connect(self._want_stop)
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

    def _show_fidelity(self, fidelity: FidelityReport | None) -> None:
        if self._fidelity is not None:
            self._layout.removeWidget(self._fidelity)
            self._fidelity.hide()
            self._fidelity.deleteLater()
            self._fidelity = None
        if fidelity is not None:
            self._fidelity = FidelityCard(fidelity)
            self._fidelity.place_wanted.connect(self._go_to)
            self._layout.insertWidget(2, self._fidelity)

    def _go_to(self, place: PanePlace) -> None:
        self.before.setChecked(False)
        self.text.go_to(place)

    def _turn_text(self, is_before: bool) -> None:  # noqa: FBT001 -- Qt's slot
        self._show_text(is_before=is_before)

    def _show_text(self, *, is_before: bool) -> None:
        """Show one reading: what changes delete struck through, what they insert underlined."""
        if self._reading is None:
            return
        read = self._reading.read
        shown = read.original.text if is_before and read.original else read.text
        self.text.show_text(shown)
        if read.original is not None:
            places = read.original.deleted if is_before else read.original.inserted
            marked = [PanePlace(place.start, place.end) for place in places]
            self.text.mark_changes(marked, is_deleted=is_before)

    def _want_stop(self) -> None:
        self.stop_wanted.emit()
