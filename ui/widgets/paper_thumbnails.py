"""The pages of a paper in small, drawn as they come into view; a click goes there."""

from collections import OrderedDict

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPixmap
from PySide6.QtPdf import QPdfDocument, QPdfPageRenderer
from PySide6.QtWidgets import QListView, QWidget

_WIDTH = 84
_HEIGHT = 119
_EDGE = QColor(160, 166, 175)
_KEPT = 400
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class _Pages(QAbstractListModel):
    """One row a page; a picture that is not there yet is asked for and comes later."""

    def __init__(self, document: QPdfDocument, ratio: float, parent: QWidget) -> None:
        super().__init__(parent)
        self._document = document
        self._ratio = ratio
        self._pictures: OrderedDict[int, QIcon] = OrderedDict()
        self._asked: set[int] = set()
        self._blank = self._sheet(QImage())
        self._renderer = QPdfPageRenderer(self)
        self._renderer.setRenderMode(QPdfPageRenderer.RenderMode.MultiThreaded)
        self._renderer.setDocument(document)
        self._renderer.pageRendered.connect(self._take)

    def turn_over(self) -> None:
        """Begin anew, because another paper is shown."""
        self.beginResetModel()
        self._pictures.clear()
        self._asked.clear()
        self.endResetModel()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Return the number of pages."""
        return 0 if parent.isValid() else self._document.pageCount()

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the page in small, or its number."""
        if role == Qt.ItemDataRole.DecorationRole:
            return self._picture(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return str(index.row() + 1)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"第 {index.row() + 1} 页"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        return None

    def _picture(self, page: int) -> QIcon:
        if page in self._pictures:
            return self._pictures[page]
        if page not in self._asked:
            self._asked.add(page)
            points = self._document.pagePointSize(page)
            room = QSize(_WIDTH, _HEIGHT) * self._ratio
            size = points.toSize().scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
            self._renderer.requestPage(page, size)
        return self._blank

    def _take(self, page: int, _size: QSize, image: QImage) -> None:
        if page not in self._asked:
            return  # it was drawn for the paper shown before
        self._asked.discard(page)
        self._pictures[page] = self._sheet(image)
        if len(self._pictures) > _KEPT:
            self._pictures.popitem(last=False)
        index = self.index(page)
        self.dataChanged.emit(index, index, [Qt.ItemDataRole.DecorationRole])

    def _sheet(self, image: QImage) -> QIcon:
        """Lay a page on white paper with an edge, in the middle of its place."""
        sheet = QPixmap(QSize(_WIDTH, _HEIGHT) * self._ratio)
        sheet.fill(Qt.GlobalColor.transparent)
        size = sheet.size() if image.isNull() else image.size()
        painter = QPainter(sheet)
        left, top = (sheet.width() - size.width()) // 2, (sheet.height() - size.height()) // 2
        painter.fillRect(left, top, size.width(), size.height(), Qt.GlobalColor.white)
        painter.drawImage(left, top, image)
        painter.setPen(_EDGE)
        painter.drawRect(left, top, size.width() - 1, size.height() - 1)
        painter.end()
        sheet.setDevicePixelRatio(self._ratio)
        icon = QIcon(sheet)
        # Without a picture of its own a chosen page would be tinted, and paper is white.
        icon.addPixmap(sheet, QIcon.Mode.Selected)
        return icon


class PaperThumbnails(QListView):
    """A column of small pages; ``page_chosen`` gives the page (from 0) that a person goes to."""

    page_chosen = Signal(int)

    def __init__(self, document: QPdfDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pages = _Pages(document, self.devicePixelRatioF(), self)
        self.setObjectName("PaperThumbnails")
        self.setAccessibleName("页面缩略图")
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setFlow(QListView.Flow.TopToBottom)
        self.setWrapping(False)
        self.setMovement(QListView.Movement.Static)
        self.setUniformItemSizes(True)
        self.setIconSize(QSize(_WIDTH, _HEIGHT))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setModel(self.pages)
        self._fit()
        self.selectionModel().currentChanged.connect(self._choose)

    def turn_over(self) -> None:
        """Show the pages of another paper."""
        self.pages.turn_over()
        self._fit()

    def stand_on(self, page: int) -> None:
        """Mark the page that is read; nobody is told."""
        if page == self.currentIndex().row() or not 0 <= page < self.pages.rowCount():
            return
        with QSignalBlocker(self):
            self.setCurrentIndex(self.pages.index(page))
        self.scrollTo(self.pages.index(page))

    def _fit(self) -> None:
        line = self.fontMetrics().height()
        self.setGridSize(QSize(_WIDTH + line, _HEIGHT + 2 * line))
        bar = self.verticalScrollBar().sizeHint().width()
        self.setFixedWidth(_WIDTH + line + bar + 2 * self.frameWidth() + 2)

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid() and not self.signalsBlocked():
            self.page_chosen.emit(index.row())
