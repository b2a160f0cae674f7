"""One item beside the work list: what it waits for, its files, its fields, its text."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from models.domain.records import Sameness
from resources.terms import name_of
from review.folder_import.file_reading import KeptReading
from review.folder_import.judging import must_mend
from review.folder_import.work_list import ItemState, WorkItem
from review.reading.notes import note_sentence
from review.reading.text import Place
from ui.feedback.catalogue import words_of
from ui.pages.folder_import.field_lines import FieldLines
from ui.pages.folder_import.file_list import FileList
from ui.pages.folder_import.words import TONES, look_words
from ui.widgets.buttons import Button
from ui.widgets.labels import Label, WrappedLabel
from ui.widgets.status_plate import StatusPlate
from ui.widgets.text_pane import Place as PanePlace
from ui.widgets.text_pane import TextPane
from ui.widgets.upright_area import UprightArea

_WIDTH = 360
_HINT = "选中一项，在这里看它的内容。回车打开登记表。"


class ItemDetail(QFrame):
    """Shows an item; its buttons ask for what can be done about it."""

    open_wanted = Signal()
    looked_wanted = Signal()
    supplement_wanted = Signal()
    set_aside_wanted = Signal()
    take_up_wanted = Signal()
    document_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Paper")
        self.setAccessibleName("所选的一项")
        self.setMinimumWidth(_WIDTH)
        self.item: WorkItem | None = None
        self.title = WrappedLabel("", "heading")
        self.plate = StatusPlate()
        self.why = WrappedLabel("", "text")
        self.files = FileList()
        self.fields = FieldLines()
        self.text = TextPane("文件正文")
        self.open_button = Button("打开登记表", "quiet", "edit")
        self.looked = Button("已核对", "quiet", "check")
        self.supplement = Button("补充到已有记录", "quiet", "plus")
        self.set_aside = Button("不登记…", "quiet", "gone")
        self.take_up = Button("重新办理", "quiet", "undo")
        self.document = Button("查看已登记的文件", "quiet", "right")
        self._hint = Label(_HINT, "quiet")
        self._hint.setWordWrap(True)
        self._body = QSplitter(Qt.Orientation.Vertical)
        self._lay_out()
        self._connect()
        self.clear()

    def show_item(self, item: WorkItem) -> None:
        """Show an item; its text follows."""
        is_same = self.item is not None and self.item.number == item.number
        self.item = item
        self.title.setText(item.title)
        self.plate.show_status(name_of(item.state), TONES[item.state])
        self.why.setText(_why(item))
        self.why.setVisible(bool(self.why.text()))
        is_open = item.state not in {ItemState.REGISTERED, ItemState.SET_ASIDE}
        self.files.show_item(item, may_change=is_open and bool(item.main.sha256))
        self._offer(item, is_open=is_open)
        if not is_same:
            self.fields.show_proposal(None)
            self.text.show_text("")
        self._hint.hide()
        self._body.show()

    def show_reading(self, number: int, kept: KeptReading | None) -> None:
        """Show the text of the item, with every source lit up."""
        if self.item is None or self.item.number != number:
            return
        self.fields.show_proposal(kept.proposal if kept else None)
        self.text.show_text(kept.read.text if kept else "")
        self.text.setVisible(kept is not None)
        notes = [note_sentence(note) for note in kept.read.notes] if kept else []
        self.why.setText("\n".join(filter(None, (_why(self.item), *notes))))
        self.why.setVisible(bool(self.why.text()))
        self.text.highlight([(_pane(one), None) for one in self.fields.places_to_check()])

    def clear(self) -> None:
        """Show no item."""
        self.item = None
        self._body.hide()
        self._hint.show()
        for button in self._buttons():
            button.hide()

    def _offer(self, item: WorkItem, *, is_open: bool) -> None:
        has_file = bool(item.main.sha256)
        self.open_button.setVisible(is_open and has_file)
        can_look = item.state is ItemState.LOOK and not must_mend(item.looks)
        self.looked.setVisible(can_look)
        self.supplement.setVisible(item.state is ItemState.SUPPLEMENT)
        self.set_aside.setVisible(is_open)
        self.take_up.setVisible(item.state is ItemState.SET_ASIDE)
        self.document.setVisible(self._document_id() is not None)

    def _document_id(self) -> int | None:
        if self.item is None:
            return None
        twin = self.item.twin
        return self.item.document_id or (twin.id if twin else None)

    def _buttons(self) -> tuple[Button, ...]:
        ways = (self.open_button, self.looked, self.supplement)
        return (*ways, self.set_aside, self.take_up, self.document)

    def _lay_out(self) -> None:
        upper = QWidget()
        column = QVBoxLayout(upper)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self.plate)
        column.addWidget(self.why)
        column.addWidget(Label("读出的内容", "name"))
        column.addWidget(self.fields)
        column.addWidget(Label("文件", "name"))
        column.addWidget(self.files)
        column.addStretch(1)
        self._body.setChildrenCollapsible(False)
        self._body.setProperty("kind", "gap")
        self._body.addWidget(UprightArea(upper))
        self._body.addWidget(self.text)
        self._body.setStretchFactor(0, 3)
        self._body.setStretchFactor(1, 2)
        self._body.setSizes([300, 200])
        doing, others = QHBoxLayout(), QHBoxLayout()
        for row, parts in (
            (doing, (self.open_button, self.looked, self.supplement, self.take_up)),
            (others, (self.set_aside, self.document)),
        ):
            row.setSpacing(8)
            for button in parts:
                row.addWidget(button)
            row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 8, 12)
        layout.setSpacing(8)
        layout.addWidget(self._hint)
        layout.addWidget(self._body, 1)
        layout.addLayout(doing)
        layout.addLayout(others)

    def _connect(self) -> None:
        self.fields.looked_at.connect(self._light_up)
        self.open_button.clicked.connect(self._want_open)
        self.looked.clicked.connect(self._want_looked)
        self.supplement.clicked.connect(self._want_supplement)
        self.set_aside.clicked.connect(self._want_set_aside)
        self.take_up.clicked.connect(self._want_take_up)
        self.document.clicked.connect(self._want_document)

    def _light_up(self, places: tuple[Place, ...]) -> None:
        shown = [_pane(place) for place in places]
        self.text.highlight([(place, None) for place in shown])
        if shown:
            self.text.scroll_to(shown[0])

    def _want_open(self) -> None:
        self.open_wanted.emit()

    def _want_looked(self) -> None:
        self.looked_wanted.emit()

    def _want_supplement(self) -> None:
        self.supplement_wanted.emit()

    def _want_set_aside(self) -> None:
        self.set_aside_wanted.emit()

    def _want_take_up(self) -> None:
        self.take_up_wanted.emit()

    def _want_document(self) -> None:
        document_id = self._document_id()
        if document_id is not None:
            self.document_wanted.emit(document_id)


def _why(item: WorkItem) -> str:
    lines = [f"· {look_words(look)}" for look in item.looks] if item.state is ItemState.LOOK else []
    if item.error is not None:
        lines.append(words_of(item.error).text)
    if item.twin is not None and item.twin.sameness is not Sameness.NEAR_TITLE:
        lines.append(f"登记簿中：《{item.twin.title}》{item.twin.number}")
    if item.state is ItemState.ACCOMPANYING:
        lines.append("没有找到它属于哪份文件。可以与正文一起选中，合并为一件。")
    if item.set_aside_reason:
        lines.append(f"不登记的理由：{item.set_aside_reason}")
    return "\n".join(lines)


def _pane(place: Place) -> PanePlace:
    return PanePlace(place.start, place.end)
