"""Papers are printed page by page in their real size; what was chosen is remembered by kind."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget
from reportlab.pdfgen.canvas import Canvas

from ui.parts.papers.print_choice import (
    NoPrinterError,
    PrintHabit,
    choose_printer,
    chosen_habit,
    habit_of,
    keep_habit,
    new_printer,
)
from ui.parts.papers.printing import PrinterNotReadyError, PrintOrder, print_papers
from ui.remembered import Remembered
from ui.tasks.ticket import CancelledError, Progress, Ticket

UPRIGHT = (595.28, 841.89)
TURNED = (841.89, 595.28)


def pdf(sizes: Sequence[tuple[float, float]]) -> bytes:
    """Return a PDF with pages of these sizes, each with a box of its own."""
    stream = BytesIO()
    canvas = Canvas(stream)
    for number, size in enumerate(sizes):
        canvas.setPageSize(size)
        canvas.rect(60 + 40 * number, 60, 100, 200, fill=1)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def one_sided(printer: QPrinter) -> PrintOrder:
    """Return the order to print on one side."""
    return PrintOrder(printer, is_two_sided=False)


def pdf_printer(file: Path) -> QPrinter:
    """Return a printer that writes a PDF."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    return printer


def a_ticket(reports: list[Progress] | None = None) -> Ticket:
    """Return a ticket; what is reported goes into the list."""
    kept = reports if reports is not None else []
    return Ticket(1, lambda _number, progress: kept.append(progress))


def pages_of(file: Path) -> QPdfDocument:
    """Open what was printed."""
    printed = QPdfDocument()
    printed.load(str(file))
    return printed


def dark_share(image: QImage, other: QImage) -> float:
    """Return which share of the dark points of one picture is dark in the other too."""
    one, two = (
        picture.scaled(QSize(208, 296)).convertToFormat(QImage.Format.Format_Grayscale8)
        for picture in (image, other)
    )
    points = list(zip(bytes(one.constBits()), bytes(two.constBits()), strict=True))
    dark = [theirs for ours, theirs in points if ours < 60]
    return sum(theirs < 128 for theirs in dark) / len(dark)


def on_white(document: QPdfDocument, page: int) -> QImage:
    """Return a page as a picture."""
    white = QImage(QSize(420, 594), QImage.Format.Format_RGB32)
    white.fill(0xFFFFFFFF)
    painter = QPainter(white)
    painter.drawImage(0, 0, document.render(page, white.size()))
    painter.end()
    return white


def test_what_is_printed_is_the_paper(tmp_path: Path) -> None:
    content = pdf([UPRIGHT, UPRIGHT])
    (tmp_path / "paper.pdf").write_bytes(content)

    count = print_papers(
        a_ticket(), [lambda: content], one_sided(pdf_printer(tmp_path / "printed.pdf"))
    )

    paper, printed = pages_of(tmp_path / "paper.pdf"), pages_of(tmp_path / "printed.pdf")
    assert count == printed.pageCount() == 2
    for page in range(2):
        assert abs(printed.pagePointSize(page).width() - UPRIGHT[0]) < 2
        assert dark_share(on_white(paper, page), on_white(printed, page)) > 0.97


def test_a_turned_page_is_printed_on_turned_paper(tmp_path: Path) -> None:
    content = pdf([UPRIGHT, TURNED, UPRIGHT])

    print_papers(a_ticket(), [lambda: content], one_sided(pdf_printer(tmp_path / "printed.pdf")))

    printed = pages_of(tmp_path / "printed.pdf")
    is_turned = [
        printed.pagePointSize(page).width() > printed.pagePointSize(page).height()
        for page in range(printed.pageCount())
    ]
    assert is_turned == [False, True, False]


def test_several_papers_go_in_one_run_each_on_sheets_of_its_own(tmp_path: Path) -> None:
    one, two = pdf([UPRIGHT]), pdf([UPRIGHT, UPRIGHT])
    order = PrintOrder(pdf_printer(tmp_path / "printed.pdf"), is_two_sided=True)

    print_papers(a_ticket(), [lambda: one, lambda: two, lambda: one], order)

    # The empty back of the first paper is a page too; the last paper needs none.
    assert pages_of(tmp_path / "printed.pdf").pageCount() == 5


def test_papers_printed_on_one_side_follow_each_other(tmp_path: Path) -> None:
    one = pdf([UPRIGHT])
    printer = pdf_printer(tmp_path / "printed.pdf")

    print_papers(a_ticket(), [lambda: one, lambda: one], one_sided(printer))

    assert pages_of(tmp_path / "printed.pdf").pageCount() == 2


def test_some_pages_of_a_long_paper_can_be_printed(tmp_path: Path) -> None:
    content = pdf([UPRIGHT] * 5)
    printer = pdf_printer(tmp_path / "printed.pdf")
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)

    assert print_papers(a_ticket(), [lambda: content], one_sided(printer)) == 2


def test_printing_says_how_far_it_has_come(tmp_path: Path) -> None:
    content = pdf([UPRIGHT, UPRIGHT])
    reports: list[Progress] = []

    print_papers(
        a_ticket(reports), [lambda: content], one_sided(pdf_printer(tmp_path / "printed.pdf"))
    )

    assert (reports[-1].done, reports[-1].total) == (2, 2)


def test_printing_stops_when_it_is_cancelled(tmp_path: Path) -> None:
    content = pdf([UPRIGHT])
    ticket = a_ticket()
    ticket.cancel()

    with pytest.raises(CancelledError):
        print_papers(ticket, [lambda: content], one_sided(pdf_printer(tmp_path / "printed.pdf")))


@pytest.mark.qt_log_ignore("QPainter::begin", "QPdfEngine", "QPdf")
def test_a_printer_that_takes_nothing_is_told(tmp_path: Path) -> None:
    content = pdf([UPRIGHT])

    with pytest.raises(PrinterNotReadyError):
        print_papers(
            a_ticket(), [lambda: content], one_sided(pdf_printer(tmp_path / "没有" / "printed.pdf"))
        )


def test_letters_are_printed_at_600_dpi_and_long_books_at_300(tmp_path: Path) -> None:
    short, long = pdf_printer(tmp_path / "short.pdf"), pdf_printer(tmp_path / "long.pdf")

    print_papers(a_ticket(), [lambda: pdf([UPRIGHT])], one_sided(short))
    print_papers(a_ticket(), [lambda: pdf([(200, 200)] * 41)], one_sided(long))

    assert (short.resolution(), long.resolution()) == (600, 300)


def test_copies_and_sides_are_remembered_kind_by_kind(tmp_path: Path) -> None:
    remembered = Remembered(tmp_path / "window.ini")
    habit = PrintHabit("一楼打印机", 3, QPrinter.DuplexMode.DuplexLongSide.value)

    keep_habit(remembered, "filing_receipt", habit)

    assert habit_of(remembered, "filing_receipt") == habit
    assert habit_of(remembered, "review_opinion") == PrintHabit()


def test_a_printer_is_set_up_by_habit() -> None:
    printer = new_printer(PrintHabit("没有这台打印机", 3), "回执", 4)

    assert printer.copyCount() == 3
    assert (printer.fromPage(), printer.toPage()) == (1, 4)
    assert chosen_habit(printer).copies == 3


@pytest.mark.skipif(
    bool(QPrinterInfo.availablePrinterNames()), reason="this computer has a printer"
)
def test_a_computer_without_a_printer_says_so() -> None:
    with pytest.raises(NoPrinterError):
        choose_printer(QPrinter(), QWidget())
