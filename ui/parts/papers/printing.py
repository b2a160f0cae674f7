"""Papers go to a printer, page by page in their real size, away from the window."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QPointF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

from models.errors import FaultError
from ui.tasks.ticket import CancelledError, Ticket

_POINTS_PER_INCH = 72
_LEAST_DPI = 300
# Characters of a letter look printed at 600; a register book of hundreds of pages would take
# minutes for what nobody sees in a table.
_MOST_DPI = 600
_PAGES_AT_MOST_DPI = 40
_DOING = "打印"


class PrinterNotReadyError(FaultError):
    """The printer did not take the papers."""

    code = "machine.printer_not_ready"
    facts = ("printer",)


@dataclass(frozen=True)
class PrintOrder:
    """The printer as it was set up, and whether both sides of its sheets are printed."""

    printer: QPrinter
    is_two_sided: bool


def print_papers(ticket: Ticket, papers: Sequence[Callable[[], bytes]], order: PrintOrder) -> int:
    """Print the papers one after the other and return the number of pages.

    When both sides of a sheet are printed, every paper begins on a sheet of its own. A range of
    pages chosen for the printer holds for a single paper. What was cancelled is withdrawn from
    the printer.

    Raises:
        PrinterNotReadyError: the printer does not take the papers.
        CancelledError: the person asked to stop.
    """
    documents = [_opened(read()) for read in papers]
    printer = order.printer
    sheets = list(_sheets(documents, order))
    dpi = _MOST_DPI if len(sheets) <= _PAGES_AT_MOST_DPI else _LEAST_DPI
    printer.setFullPage(True)
    printer.setResolution(max(_LEAST_DPI, min(dpi, printer.resolution())))
    painter = QPainter()
    try:
        for place, (document, page) in enumerate(sheets):
            ticket.report(_DOING, place, len(sheets))
            _take_sheet(printer, document, page)
            is_ready = printer.newPage() if place else painter.begin(printer)
            if not is_ready:
                raise PrinterNotReadyError(printer=printer.printerName())
            if page is not None:
                image = page_image(document, page, printer.resolution())
                painter.drawImage(QPointF(0, 0), image)
        ticket.report(_DOING, len(sheets), len(sheets))
    except CancelledError:
        if painter.isActive():
            printer.abort()
        raise
    finally:
        if painter.isActive():
            painter.end()
    return len(sheets)


def page_image(document: QPdfDocument, page: int, dpi: int) -> QImage:
    """Return a page as it looks on white paper."""
    size = _pixels(document.pagePointSize(page), dpi)
    drawn = document.render(page, size)
    paper = QImage(drawn.size(), QImage.Format.Format_RGB32)
    paper.fill(QColor(Qt.GlobalColor.white))
    painter = QPainter(paper)
    painter.drawImage(0, 0, drawn)
    painter.end()
    return paper


def _opened(content: bytes) -> QPdfDocument:
    document = QPdfDocument()
    buffer = QBuffer(document)
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    return document


def _sheets(
    documents: Sequence[QPdfDocument], order: PrintOrder
) -> Iterator[tuple[QPdfDocument, int | None]]:
    """Yield the pages to print; None is an empty back."""
    printer = order.printer
    for place, document in enumerate(documents):
        pages = range(document.pageCount())
        if len(documents) == 1 and printer.printRange() is QPrinter.PrintRange.PageRange:
            pages = range(max(0, printer.fromPage() - 1), min(printer.toPage(), len(pages)))
        yield from ((document, page) for page in pages)
        if order.is_two_sided and len(pages) % 2 and place < len(documents) - 1:
            yield document, None


def _take_sheet(printer: QPrinter, document: QPdfDocument, page: int | None) -> None:
    """Have the printer take paper of the size and turn of the page."""
    if page is None:
        return
    points = document.pagePointSize(page)
    upright = QSizeF(min(points.width(), points.height()), max(points.width(), points.height()))
    size = QPageSize(upright, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    is_turned = points.width() > points.height()
    turn = QPageLayout.Orientation.Landscape if is_turned else QPageLayout.Orientation.Portrait
    printer.setPageLayout(QPageLayout(size, turn, QMarginsF()))


def _pixels(points: QSizeF, dpi: int) -> QSize:
    scale = dpi / _POINTS_PER_INCH
    return QSize(round(points.width() * scale), round(points.height() * scale))
