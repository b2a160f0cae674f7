"""The life line of a record: what was done, by whom and when; what is due, dotted, with its why."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.widgets.buttons import Button
from ui.widgets.labels import Label, WrappedLabel
from ui.widgets.status_plate import StatusPlate
from ui.widgets.tokens import Tone

_DOT = 5
_RAIL = 24


@dataclass(frozen=True)
class Paper:
    """A paper that belongs to an act, and how to open it."""

    title: str
    open: Callable[[], None]


@dataclass(frozen=True)
class LifeItem:
    """One point of the line. ``why`` tells how a date was computed; a future one is ``due``."""

    date: str
    title: str
    person: str = ""
    text: str = ""
    why: str = ""
    papers: tuple[Paper, ...] = ()
    is_due: bool = False
    status: tuple[str, Tone] | None = None


class _Rail(QWidget):
    """The line and its dot beside one item."""

    def __init__(self, *, is_due: bool, is_first: bool, is_last: bool) -> None:
        super().__init__()
        self._is_due = is_due
        self._is_first = is_first
        self._is_last = is_last
        self.setObjectName("LifeDot")
        self.setProperty("tone", "quiet" if is_due else "done")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """Be as wide as the dot with room at both sides."""
        return QSize(_RAIL, _RAIL)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line through, dotted for what is still to come."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = self.palette().windowText().color()
        middle = QPointF(_RAIL / 2, self.fontMetrics().height() / 2 + 2)
        pen = QPen(colour, 1.5)
        if self._is_due:
            pen.setStyle(Qt.PenStyle.DotLine)
        painter.setPen(pen)
        if not self._is_first:
            painter.drawLine(QPointF(middle.x(), 0), QPointF(middle.x(), middle.y() - _DOT))
        if not self._is_last:
            painter.drawLine(
                QPointF(middle.x(), middle.y() + _DOT), QPointF(middle.x(), self.height())
            )
        painter.setPen(QPen(colour, 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush if self._is_due else colour)
        painter.drawEllipse(middle, _DOT, _DOT)
        painter.end()


class LifeLine(QWidget):
    """All points from the first act to the last deadline."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("经过")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(1, 1)
        self._parts: list[QWidget] = []

    def show_items(self, items: Sequence[LifeItem]) -> None:
        """Show these points, in this order."""
        for part in self._parts:
            self._grid.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts = []
        for row, item in enumerate(items):
            is_last = row == len(items) - 1
            rail = _Rail(is_due=item.is_due, is_first=row == 0, is_last=is_last)
            body = _body(item)
            self._grid.addWidget(rail, row, 0)
            self._grid.addWidget(body, row, 1)
            self._grid.setRowStretch(row, 0)
            self._parts += [rail, body]
        self._grid.setRowStretch(len(items), 1)


def _body(item: LifeItem) -> QWidget:
    body = QWidget()
    body.setAccessibleName(" ".join(filter(None, (item.date, item.title, item.person))))
    layout = QVBoxLayout(body)
    layout.setContentsMargins(0, 0, 0, 14)
    layout.setSpacing(2)
    layout.addLayout(_head(item))
    by = "　".join(filter(None, (item.date, item.person)))
    if by:
        layout.addWidget(Label(by, "quiet"))
    if item.text:
        layout.addWidget(WrappedLabel(item.text))
    if item.papers:
        layout.addLayout(_papers(item.papers))
    if item.why:
        _add_why(layout, item.why)
    return body


def _head(item: LifeItem) -> QHBoxLayout:
    head = QHBoxLayout()
    head.setSpacing(8)
    title = WrappedLabel(item.title)
    head.addWidget(title, 1)
    if item.status is not None:
        head.addWidget(StatusPlate(*item.status), 0, Qt.AlignmentFlag.AlignTop)
    return head


def _papers(papers: Sequence[Paper]) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(4)
    for paper in papers:
        button = Button(paper.title, "link", "document")
        button.clicked.connect(partial(_open, paper))
        line.addWidget(button)
    line.addStretch(1)
    return line


def _add_why(layout: QVBoxLayout, why: str) -> None:
    derivation = WrappedLabel(why, "quiet")
    derivation.hide()
    button = Button("为什么", "link", "help")
    button.setCheckable(True)
    button.toggled.connect(derivation.setVisible)
    layout.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
    layout.addWidget(derivation)


def _open(paper: Paper) -> None:
    paper.open()
