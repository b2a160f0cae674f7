"""A letter as it will be printed: the PDF itself, with the ways to take it along."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QSize, Signal
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.buttons import Button
from ui.widgets.labels import Label

_PRINT_DPI = 300
_POINTS_PER_INCH = 72


class LetterPreview(QWidget):
    """Shows one PDF; ``word_wanted`` and ``pdf_wanted`` ask the page to save it."""

    word_wanted = Signal()
    pdf_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buffer = QBuffer(self)
        self.document = QPdfDocument(self)
        self.view = QPdfView(self)
        self.view.setDocument(self.document)
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.view.setAccessibleName("文书预览")
        self.pages = Label("", "quiet")
        self.print_button = Button("打印", "primary", "print")
        self.word_button = Button("另存为 Word", "quiet", "word")
        self.pdf_button = Button("另存为 PDF", "quiet", "pdf")
        self._lay_out()
        self.print_button.clicked.connect(self.ask_to_print)
        self.word_button.clicked.connect(self._want_word)
        self.pdf_button.clicked.connect(self._want_pdf)

    def show_pdf(self, content: bytes) -> None:
        """Show a PDF from memory."""
        self.document.close()
        self._buffer.close()
        self._buffer.setData(QByteArray(content))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(self._buffer)
        self.pages.setText(f"共 {self.document.pageCount()} 页")

    def ask_to_print(self) -> None:
        """Let the person choose the printer, then print."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        dialog.setWindowTitle("打印文书")
        if dialog.exec() == QPrintDialog.DialogCode.Accepted:
            self.print_to(printer)

    def print_to(self, printer: QPrinter) -> None:
        """Print every page full size, at 300 dpi or better."""
        printer.setResolution(max(_PRINT_DPI, printer.resolution()))
        printer.setFullPage(True)
        painter = QPainter(printer)
        for page in range(self.document.pageCount()):
            if page:
                printer.newPage()
            painter.drawImage(QPointF(0, 0), self._page_image(page, printer.resolution()))
        painter.end()

    def _page_image(self, page: int, dpi: int) -> QImage:
        points = self.document.pagePointSize(page)
        scale = dpi / _POINTS_PER_INCH
        size = QSize(round(points.width() * scale), round(points.height() * scale))
        drawn = self.document.render(page, size)
        # The picture of a page is transparent; paper is white.
        paper = QImage(drawn.size(), QImage.Format.Format_RGB32)
        paper.fill(QColor("white"))
        painter = QPainter(paper)
        painter.drawImage(0, 0, drawn)
        painter.end()
        return paper

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.pages, 1)
        for button in (self.pdf_button, self.word_button, self.print_button):
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(buttons)
        layout.addWidget(self.view, 1)

    def _want_word(self) -> None:
        self.word_wanted.emit()

    def _want_pdf(self) -> None:
        self.pdf_wanted.emit()
