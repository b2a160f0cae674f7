"""Finds words on the pages of a paper, also those that a line end parts."""

from bisect import bisect_left
from dataclasses import dataclass
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtPdf import QPdfDocument

from ui.widgets.paper_view import PaperMark

_SECONDS_AT_A_TIME = 0.01
_BEYOND_ONE_UNIT = 0xFFFF


@dataclass(frozen=True)
class _PageText:
    """The words of a page without blanks and line ends, and where each stands in the whole."""

    words: str
    places: tuple[int, ...]


class PaperFinder(QObject):
    """Looks through the pages a little at a time, so that the window never waits for it.

    ``found`` follows whenever there are more; ``is_done`` tells whether all pages were seen.
    """

    found = Signal()

    def __init__(self, document: QPdfDocument, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._texts: list[_PageText] = []
        self._wanted = ""
        self._page = 0
        self.marks: list[PaperMark] = []
        self._turn = QTimer(self)
        self._turn.timeout.connect(self._look_further)

    @property
    def is_done(self) -> bool:
        """Whether all pages were looked through."""
        return not self._turn.isActive()

    def forget(self) -> None:
        """Forget the pages, because another paper is shown."""
        self._texts.clear()
        self.look_for(self._wanted)

    def look_for(self, words: str) -> None:
        """Begin to look for words; blanks and upper case do not matter."""
        self._wanted = "".join(words.split()).casefold()
        self._page = 0
        self.marks = []
        self._turn.stop()
        if self._wanted:
            self._turn.start(0)
        self.found.emit()

    def first_from(self, page: int) -> int:
        """Return the place of the first mark on a page or after it, else of the first of all."""
        place = bisect_left(self.marks, page, key=_page_of)
        return place if place < len(self.marks) else 0

    def _look_further(self) -> None:
        until = perf_counter() + _SECONDS_AT_A_TIME
        before = len(self.marks)
        while self._page < self._document.pageCount() and perf_counter() < until:
            self._look_at(self._page)
            self._page += 1
        if self._page >= self._document.pageCount():
            self._turn.stop()
        if len(self.marks) > before or self.is_done:
            self.found.emit()

    def _look_at(self, page: int) -> None:
        if page == len(self._texts):
            self._texts.append(_packed(self._document.getAllText(page).text()))
        text = self._texts[page]
        start = text.words.find(self._wanted)
        while start >= 0:
            end = start + len(self._wanted)
            first, last = text.places[start], text.places[end - 1]
            selected = self._document.getSelectionAtIndex(page, first, last - first + 1)
            boxes = tuple(polygon.boundingRect() for polygon in selected.bounds())
            if boxes:
                self.marks.append(PaperMark(page, boxes))
            start = text.words.find(self._wanted, end)


def _page_of(mark: PaperMark) -> int:
    return mark.page


def _packed(text: str) -> _PageText:
    words, places, place = [], [], 0
    for char in text:
        for part in "" if char.isspace() else char.casefold():
            words.append(part)
            places.append(place)
        place += 2 if ord(char) > _BEYOND_ONE_UNIT else 1
    return _PageText("".join(words), tuple(places))
