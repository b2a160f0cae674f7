"""The left half of a form: a document's text, how it was read, its parts and both its readings."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from review.extraction.examination import ExaminedFile
from review.reading.clauses import outline_in
from review.reading.fidelity import FidelityReport
from review.reading.text import Place
from ui.parts.fidelity_card import FidelityCard
from ui.parts.structure_list import StructureList
from ui.tasks.ticket import Progress
from ui.widgets.busy_bar import BusyBar
from ui.widgets.buttons import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import ElidedLabel
from ui.widgets.text_pane import Place as PanePlace
from ui.widgets.text_pane import TextPane

_OUTLINE_EMS, _TEXT_EMS = 11, 30


@dataclass(frozen=True)
class SideWords:
    """What a page calls its document."""

    text: str
    no_file: str
    no_file_hint: str
    choose: str
    no_text_hint: str


class DocumentSide(QWidget):
    """Shows one examined file; ``choose_wanted`` asks for another, ``stop_wanted`` to stop."""

    choose_wanted = Signal()
    stop_wanted = Signal()

    def __init__(self, words: SideWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # On a small screen the words of this button would leave no room for the file's name.
        self.choose = Button("", "quiet", "folder")
        self.choose.setAccessibleName("另选文件")
        self.choose.setToolTip("另选文件…")
        self.name = ElidedLabel("", "quiet")
        self.busy = BusyBar()
        self.text = TextPane(words.text)
        self.structure = StructureList()
        self.outline = Button("目录", "chip")
        self.outline.setCheckable(True)
        self.outline.setToolTip("列出章、条，点一下到那一处；条文序号有缺漏、重复的也列在这里")
        self.before = Button("看修订前", "chip")
        self.before.setCheckable(True)
        self.before.setToolTip("对照修订前的文字核对；右边各栏仍按修订后的文字")
        self.fidelity: FidelityCard | None = None
        self._examined: ExaminedFile | None = None
        self._no_text = EmptyState("没有读出文字", words.no_text_hint)
        self._nothing = EmptyState(words.no_file, words.no_file_hint, words.choose)
        self._lay_out()
        self._connect()
        self.clear()

    @property
    def has_text(self) -> bool:
        """Whether words are shown."""
        return self._stack.currentWidget() is self._written

    def clear(self) -> None:
        """Show that there is no file yet."""
        self.text.show_text("")
        self.name.setText("")
        self._examined = None
        self._show_fidelity(None)
        for part in (self.before, self.outline, self.choose):
            part.hide()
        self.outline.setChecked(False)
        self._stack.setCurrentWidget(self._nothing)

    def show_examined(self, name: str, examined: ExaminedFile) -> None:
        """Show a file with what its reading noticed."""
        self._examined = examined
        has_text = bool(examined.read.text.strip())
        self.name.setText(name)
        self._show_fidelity(examined.fidelity)
        self.before.setChecked(False)
        self.before.setVisible(examined.read.original is not None)
        self._show_structure()
        self._show_text(is_before=False)
        self._stack.setCurrentWidget(self._written if has_text else self._no_text)
        self.choose.show()

    def show_progress(self, progress: Progress | None) -> None:
        """Show how far reading has come; None when it is over."""
        if progress is None:
            self.busy.hide()
        else:
            self.busy.show_progress(progress.what, progress.done, progress.total)

    def light_up(self, places: Sequence[Place]) -> None:
        """Light up where a value stands and bring its first place into sight."""
        if self.before.isChecked():
            # The places are those of the text after the changes.
            return
        shown = [PanePlace(place.start, place.end) for place in places]
        self.text.highlight([(place, None) for place in shown])
        if shown:
            self.text.scroll_to(shown[0])

    def go_to(self, place: PanePlace) -> None:
        """Lead to a place of the text after the changes."""
        self.before.setChecked(False)
        self.text.go_to(place)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.name, 1)
        for button in (self.outline, self.before, self.choose):
            head.addWidget(button)
        self._written = QSplitter(Qt.Orientation.Horizontal)
        self._written.setChildrenCollapsible(False)
        self._written.addWidget(self.structure)
        self._written.addWidget(self.text)
        self._written.setStretchFactor(1, 1)
        em = self.fontMetrics().horizontalAdvance("国")
        self._written.setSizes([em * _OUTLINE_EMS, em * _TEXT_EMS])
        self.structure.hide()
        self._stack = QStackedWidget()
        for part in (self._nothing, self._written, self._no_text):
            self._stack.addWidget(part)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        self._layout.addLayout(head)
        self._layout.addWidget(self.busy)
        self._layout.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.before.toggled.connect(self._turn_text)
        self.outline.toggled.connect(self._turn_outline)
        self.structure.place_wanted.connect(self._go_to_part)
        self.choose.clicked.connect(self._want_choice)
        self._nothing.wanted.connect(self._want_choice)
        self.busy.stop_wanted.connect(self._want_stop)

    def _show_fidelity(self, fidelity: FidelityReport | None) -> None:
        if self.fidelity is not None:
            self._layout.removeWidget(self.fidelity)
            self.fidelity.hide()
            self.fidelity.deleteLater()
            self.fidelity = None
        if fidelity is not None:
            self.fidelity = FidelityCard(fidelity)
            self.fidelity.place_wanted.connect(self.go_to)
            self._layout.insertWidget(2, self.fidelity)

    def _show_structure(self) -> None:
        if self._examined is None:
            return
        nodes, faults = self._examined.structure.nodes, self._examined.structure.faults
        parts = outline_in(nodes)
        self.structure.show_structure(parts, faults)
        self.outline.setText(f"目录（{len(faults)}）" if faults else "目录")
        self.outline.setAccessibleName(f"目录，条文序号 {len(faults)} 处要看" if faults else "目录")
        self.outline.setVisible(bool(parts))
        self.outline.setChecked(self.outline.isChecked() and bool(parts))

    def _show_text(self, *, is_before: bool) -> None:
        """Show one reading: what changes delete struck through, what they insert underlined."""
        if self._examined is None:
            return
        read = self._examined.read
        shown = read.original.text if is_before and read.original else read.text
        self.text.show_text(shown)
        if read.original is not None:
            places = read.original.deleted if is_before else read.original.inserted
            marked = [PanePlace(place.start, place.end) for place in places]
            self.text.mark_changes(marked, is_deleted=is_before)

    def _go_to_part(self, place: Place) -> None:
        self.before.setChecked(False)
        self.text.scroll_to(PanePlace(place.start, place.end))

    def _turn_text(self, is_before: bool) -> None:  # noqa: FBT001 -- Qt's slot
        self._show_text(is_before=is_before)

    def _turn_outline(self, is_shown: bool) -> None:  # noqa: FBT001 -- Qt's slot
        self.structure.setVisible(is_shown)
        if is_shown:
            self.structure.setFocus()

    def _want_choice(self) -> None:
        self.choose_wanted.emit()

    def _want_stop(self) -> None:
        self.stop_wanted.emit()
