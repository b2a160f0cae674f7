"""Which printer, how many copies, one side or both: asked for, and remembered kind by kind."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from models.errors import FaultError
from ui.remembered import Remembered

ChoosePrinter = Callable[[QPrinter, QWidget], bool]
"""Lets a person choose and set up the printer; tells whether to go on."""

_SIDES = {mode.value: mode for mode in QPrinter.DuplexMode}


class NoPrinterError(FaultError):
    """No printer is set up on this computer."""

    code = "machine.no_printer"


def choose_printer(printer: QPrinter, parent: QWidget) -> bool:
    """Ask for the printer with the dialog of the system.

    Raises:
        NoPrinterError: there is none to choose.
    """
    if not QPrinterInfo.availablePrinterNames():
        raise NoPrinterError
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle("打印文书")
    return bool(dialog.exec() == QPrintDialog.DialogCode.Accepted)


@dataclass(frozen=True)
class PrintHabit:
    """How papers of one kind are printed: the printer's name, the copies, and the sides."""

    printer: str = ""
    copies: int = 1
    sides: int = QPrinter.DuplexMode.DuplexNone.value


def habit_of(remembered: Remembered, kind: str) -> PrintHabit:
    """Return how papers of this kind were printed the last time."""
    usual = PrintHabit()
    return PrintHabit(
        remembered.text(f"print.{kind}.printer", usual.printer),
        max(1, remembered.number(f"print.{kind}.copies", usual.copies)),
        remembered.number(f"print.{kind}.sides", usual.sides),
    )


def keep_habit(remembered: Remembered, kind: str, habit: PrintHabit) -> None:
    """Remember how papers of this kind are printed."""
    remembered.keep(f"print.{kind}.printer", habit.printer)
    remembered.keep(f"print.{kind}.copies", habit.copies)
    remembered.keep(f"print.{kind}.sides", habit.sides)


def chosen_habit(printer: QPrinter) -> PrintHabit:
    """Return what was chosen for a printer."""
    return PrintHabit(printer.printerName(), printer.copyCount(), printer.duplex().value)


def new_printer(habit: PrintHabit, title: str, pages: int) -> QPrinter:
    """Return a printer set up by habit.

    ``pages`` are those a single paper has, to choose from; 0 for several papers.
    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    if habit.printer in QPrinterInfo.availablePrinterNames():
        printer.setPrinterName(habit.printer)
    printer.setCopyCount(habit.copies)
    if habit.sides in _SIDES:
        printer.setDuplex(_SIDES[habit.sides])
    if pages:
        printer.setFromTo(1, pages)
        printer.setPrintRange(QPrinter.PrintRange.AllPages)
    return printer
