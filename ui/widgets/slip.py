"""A slip of paper with a few lines, to be printed, signed and kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from PySide6.QtGui import QPageLayout, QPageSize, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from ui.widgets.face import paper_face

_FACTS = "<tr><td width='25%'>{title}</td><td>{value}</td></tr>"
_SHEET = (
    "<body style=\"font-family:'{face}'; font-size:14pt;\">"
    "<h2 align='center'>{title}</h2>"
    "<table width='100%' cellpadding='6'>{facts}</table>{notes}</body>"
)


@dataclass(frozen=True)
class Slip:
    """What stands on the slip: a title, facts with their titles, and sentences below them."""

    title: str
    facts: Sequence[tuple[str, str]]
    notes: Sequence[str] = ()

    def text(self) -> str:
        """Return the slip as plain lines, for the clipboard."""
        facts = [f"{title}：{value}" for title, value in self.facts]
        return "\n".join([self.title, *facts, *self.notes])


def print_slip(slip: Slip, printer: QPrinter) -> None:
    """Print the slip on A4."""
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    sheet = QTextDocument()
    sheet.setHtml(
        _SHEET.format(
            face=paper_face(),
            title=escape(slip.title),
            facts="".join(_FACTS.format(title=escape(t), value=escape(v)) for t, v in slip.facts),
            notes="".join(f"<p>{escape(note)}</p>" for note in slip.notes),
        )
    )
    sheet.print_(printer)


def ask_to_print_slip(slip: Slip, parent: QWidget) -> None:
    """Let the person choose the printer, then print."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(f"打印{slip.title}")
    if dialog.exec() == QPrintDialog.DialogCode.Accepted:
        print_slip(slip, printer)
