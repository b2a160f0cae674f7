"""A letter as it will be printed: the PDF itself, its pages in small, the ways to take it along."""

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.buttons import Button
from ui.widgets.card import Card, CardLine
from ui.widgets.flow_row import FlowRow
from ui.widgets.labels import WrappedLabel
from ui.widgets.paper_finder import PaperFinder
from ui.widgets.paper_thumbnails import PaperThumbnails
from ui.widgets.paper_tools import FindTool, PageTool, ZoomTool
from ui.widgets.paper_view import PaperView
from ui.widgets.tokens import Tone

_CHARACTERS_BESIDE_THUMBNAILS = 42
_GAP = 8


class LetterPreview(QWidget):
    """Shows one PDF; printing and saving it are wished for, and left to the page."""

    print_wanted = Signal()
    word_wanted = Signal()
    pdf_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buffer = QBuffer(self)
        self.document = QPdfDocument(self)
        self.view = PaperView(self.document, self)
        self.finder = PaperFinder(self.document, self)
        self.thumbnails = PaperThumbnails(self.document)
        self.pages = PageTool()
        self.zoom = ZoomTool(self.view)
        self.search = FindTool(self.view, self.finder)
        self.fold = Button("缩略图", "flat", "pages")
        self.fold.setCheckable(True)
        self.fold.setToolTip("显示或者收起页面缩略图")
        self.print_button = Button("打印", "primary", "print")
        self.word_button = Button("另存为 Word", "quiet", "word")
        self.pdf_button = Button("另存为 PDF", "quiet", "pdf")
        self.note = WrappedLabel("", "quiet")
        self.note.hide()
        self._warning: Card | None = None
        self._is_folded_by_hand = False
        self._lay_out()
        self._connect()

    def show_pdf(self, content: bytes) -> None:
        """Show a PDF from memory; the place stays when it is the same paper drawn anew."""
        place = self.view.verticalScrollBar().value()
        pages_before = self.document.pageCount()
        self.document.close()
        self._buffer.close()
        self._buffer.setData(QByteArray(content))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(self._buffer)
        pages = self.document.pageCount()
        self.pages.show_total(pages)
        self.thumbnails.turn_over()
        self._unfold()
        self.finder.forget()
        self.view.verticalScrollBar().setValue(place if pages == pages_before else 0)
        self.view.zoom_changed.emit()

    def say(self, note: str) -> None:
        """Say something about the paper below it; nothing hides the line."""
        self.note.setText(note)
        self.note.setVisible(bool(note))

    def warn(self, title: str, lines: Sequence[str]) -> None:
        """Warn of something about the paper, on a card below it; no lines take the card away."""
        if self._warning is not None:
            self._below.removeWidget(self._warning)
            self._warning.deleteLater()
            self._warning = None
        if lines:
            self._warning = Card(title, lines=[CardLine(line) for line in lines], tone=Tone.WAIT)
            self._below.addWidget(self._warning)

    def focus_search(self) -> None:
        """Stand on the line of the words looked for."""
        self.search.line.setFocus()
        self.search.line.selectAll()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the small pages away where they would take the room of the paper."""
        super().resizeEvent(event)
        self._unfold()

    def _lay_out(self) -> None:
        ways_out = (self.pdf_button, self.word_button, self.print_button)
        tools = FlowRow(_GAP, _GAP)
        tools.show_parts((self.fold, self.pages, self.zoom, self.search), at_end=ways_out)
        papers = QHBoxLayout()
        papers.setSpacing(_GAP)
        papers.addWidget(self.thumbnails)
        papers.addWidget(self.view, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(_GAP)
        layout.addWidget(tools)
        layout.addLayout(papers, 1)
        layout.addWidget(self.note)
        self._below = QVBoxLayout()
        layout.addLayout(self._below)
        self.setFocusProxy(self.view)

    def _connect(self) -> None:
        self.print_button.clicked.connect(self.print_wanted)
        self.word_button.clicked.connect(self.word_wanted)
        self.pdf_button.clicked.connect(self.pdf_wanted)
        self.fold.toggled.connect(self.thumbnails.setVisible)
        self.fold.clicked.connect(self._keep_fold)
        self.thumbnails.page_chosen.connect(self.view.go_to_page)
        self.pages.page_wanted.connect(self.view.go_to_page)
        self.view.pageNavigator().currentPageChanged.connect(self._follow_page)

    def _follow_page(self, page: int) -> None:
        self.pages.show_page(page)
        self.thumbnails.stand_on(page)
        self.view.zoom_changed.emit()

    def _keep_fold(self) -> None:
        self._is_folded_by_hand = True

    def _unfold(self) -> None:
        """Show the small pages of a paper of several pages where there is room for both."""
        if not self._is_folded_by_hand:
            room = self.fontMetrics().horizontalAdvance("文") * _CHARACTERS_BESIDE_THUMBNAILS
            self.fold.setChecked(self.document.pageCount() > 1 and self.width() > room)
        self.thumbnails.setVisible(self.fold.isChecked())
