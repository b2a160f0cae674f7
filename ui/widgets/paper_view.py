"""A paper as it is printed, page below page: zoomed by wheel and keys, with found words marked."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QWidget

STEPS = (25, 50, 75, 100, 125, 150, 200, 300, 400)
"""The zooms in percent that the keys and the wheel go through."""

_POINTS_PER_INCH = 72
_WHEEL_NOTCH = 120
_SPACING = 12
_ROOM_ABOVE_A_FIND = 0.25  # of the height of the view
# The paper is white in the dark theme too, and so its marks are those of a marker on paper.
_MARK = QColor(255, 214, 0, 110)
_MARK_HERE = QColor(255, 140, 0, 150)


@dataclass(frozen=True)
class PaperMark:
    """Words on a page: their boxes in points from the page's top left corner."""

    page: int
    boxes: tuple[QRectF, ...]


class PaperView(QPdfView):
    """Shows a document; ``zoom_changed`` follows every change of what is seen how large."""

    zoom_changed = Signal()

    def __init__(self, document: QPdfDocument, parent: QWidget) -> None:
        super().__init__(parent)
        self._turned = 0
        self._marks: tuple[PaperMark, ...] = ()
        self._here = -1
        self.setDocument(document)
        self.setPageMode(QPdfView.PageMode.MultiPage)
        self.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.setPageSpacing(_SPACING)
        self.setAccessibleName("文书预览")
        self.zoomModeChanged.connect(self._tell_zoom)
        self.zoomFactorChanged.connect(self._tell_zoom)

    def percent(self) -> int:
        """Return how large the page in view is shown; 100 is its size on paper."""
        return round(self._factor(max(0, self.pageNavigator().currentPage())) * 100)

    def fit_width(self) -> None:
        """Show the page as wide as the view."""
        self.setZoomMode(QPdfView.ZoomMode.FitToWidth)

    def fit_page(self) -> None:
        """Show a whole page."""
        self.setZoomMode(QPdfView.ZoomMode.FitInView)

    def show_percent(self, percent: int) -> None:
        """Show the page at a size, the middle of the view staying where it is."""
        middle = QPointF(self.viewport().width() / 2, self.viewport().height() / 2)
        self._zoom_to(percent, middle)

    def enlarge(self) -> None:
        """Show the page one step larger."""
        self.show_percent(_next_step(self.percent(), 1))

    def reduce(self) -> None:
        """Show the page one step smaller."""
        self.show_percent(_next_step(self.percent(), -1))

    def go_to_page(self, page: int) -> None:
        """Put the top of a page (from 0) at the top of the view."""
        pages = self.page_boxes()
        if 0 <= page < len(pages):
            self.verticalScrollBar().setValue(pages[page].top() - self.documentMargins().top())

    def show_marks(self, marks: Sequence[PaperMark], here: int) -> None:
        """Mark found words, one of them as the one stood on."""
        self._marks, self._here = tuple(marks), here
        self.viewport().update()

    def go_to_mark(self, mark: PaperMark) -> None:
        """Bring a mark into view if it is not there."""
        box = self._on_paper(mark)[0]
        seen = QRect(self._scrolled(), self.viewport().size())
        if not seen.contains(box):
            room = round(self.viewport().height() * _ROOM_ABOVE_A_FIND)
            self.verticalScrollBar().setValue(box.top() - room)
            self.horizontalScrollBar().setValue(box.center().x() - self.viewport().width() // 2)

    def page_boxes(self) -> list[QRect]:
        """Return where the pages stand, in pixels from the top left corner of the whole."""
        margins = self.documentMargins()
        sizes = [self._size(page) for page in range(self.document().pageCount())]
        room = self.viewport().width() - margins.left() - margins.right()
        width = max([room, *(size.width() for size in sizes)])
        heights = (size.height() + self.pageSpacing() for size in sizes)
        tops = accumulate(heights, initial=margins.top())
        return [
            QRect(QPoint((width - size.width()) // 2 + margins.left(), top), size)
            for size, (top, _) in zip(sizes, pairwise(tops), strict=True)
        ]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pages, then the marks over their words."""
        super().paintEvent(event)
        if not self._marks:
            return
        pages = self.page_boxes()
        top, bottom = self._scrolled().y(), self._scrolled().y() + self.viewport().height()
        painter = QPainter(self.viewport())
        painter.translate(-self._scrolled())
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        for place, mark in enumerate(self._marks):
            page = pages[mark.page]
            if page.bottom() >= top and page.top() <= bottom:
                for box in self._on_paper(mark):
                    painter.fillRect(box, _MARK_HERE if place == self._here else _MARK)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say the new size of a page that is fitted."""
        super().resizeEvent(event)
        self._tell_zoom()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, the point under the mouse staying where it is."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        self._turned += event.angleDelta().y()
        notches = int(self._turned / _WHEEL_NOTCH)
        self._turned -= notches * _WHEEL_NOTCH
        if notches:
            self._zoom_to(_next_step(self.percent(), notches), event.position())
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Zoom with + and -, fit with W and F, turn to the first and the last page."""
        match event.key():
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.enlarge()
            case Qt.Key.Key_Minus:
                self.reduce()
            case Qt.Key.Key_W:
                self.fit_width()
            case Qt.Key.Key_F:
                self.fit_page()
            case Qt.Key.Key_Home:
                self.verticalScrollBar().setValue(0)
            case Qt.Key.Key_End:
                self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())
            case _:
                super().keyPressEvent(event)

    def _zoom_to(self, percent: int, fixed: QPointF) -> None:
        page = max(0, self.pageNavigator().currentPage())
        before = self.page_boxes()
        if page >= len(before):
            return
        point = QPointF(self._scrolled()) + fixed
        share = (point - QPointF(before[page].topLeft())) * (1 / max(1, before[page].width()))
        self.setZoomMode(QPdfView.ZoomMode.Custom)
        self.setZoomFactor(percent / 100)
        after = self.page_boxes()[page]
        wanted = QPointF(after.topLeft()) + share * float(after.width()) - fixed
        self.horizontalScrollBar().setValue(round(wanted.x()))
        self.verticalScrollBar().setValue(round(wanted.y()))

    def _scrolled(self) -> QPoint:
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _pixels_per_point(self) -> float:
        return self.screen().logicalDotsPerInch() / _POINTS_PER_INCH

    def _factor(self, page: int) -> float:
        """Return how large a page is shown; the same rule by which the view lays its pages out."""
        points = self.document().pagePointSize(page)
        if self.zoomMode() is QPdfView.ZoomMode.Custom or points.isEmpty():
            return self.zoomFactor()
        margins = self.documentMargins()
        width = self.viewport().width() - margins.left() - margins.right()
        across = width / (points.width() * self._pixels_per_point())
        if self.zoomMode() is QPdfView.ZoomMode.FitToWidth:
            return across
        height = self.viewport().height() - self.pageSpacing()
        return min(across, height / (points.height() * self._pixels_per_point()))

    def _size(self, page: int) -> QSize:
        points = self.document().pagePointSize(page)
        return (points * (self._pixels_per_point() * self._factor(page))).toSize()

    def _on_paper(self, mark: PaperMark) -> list[QRect]:
        page = self.page_boxes()[mark.page]
        scale = page.width() / self.document().pagePointSize(mark.page).width()
        return [
            QRectF(box.topLeft() * scale, box.size() * scale)
            .translated(QPointF(page.topLeft()))
            .toAlignedRect()
            for box in mark.boxes
        ]

    def _tell_zoom(self) -> None:
        self.zoom_changed.emit()


def _next_step(percent: int, by: int) -> int:
    """Return the zoom so many steps larger or smaller."""
    for _ in range(abs(by)):
        further = [step for step in STEPS if (step > percent if by > 0 else step < percent)]
        if further:
            percent = further[0] if by > 0 else further[-1]
    return percent
