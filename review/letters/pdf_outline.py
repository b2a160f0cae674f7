"""The outline of a PDF file: title, headings and annexes lead to their places."""

from review.letters.pdf_canvas import PaperCanvas
from review.letters.strips import Bookmark


class Outline:
    """Collects the entries; a heading never lies more than one level under the entry before it."""

    def __init__(self, canvas: PaperCanvas) -> None:
        self._canvas = canvas
        self._count = 0
        self._level = -1

    def add(self, entry: Bookmark, top: float) -> None:
        """Add an entry that leads to this height on the page being drawn, in points."""
        key = f"b{self._count}"
        self._count += 1
        self._level = min(entry.level, self._level + 1)
        self._canvas.bookmarkHorizontal(key, 0, top)
        self._canvas.addOutlineEntry(entry.text, key, self._level)
