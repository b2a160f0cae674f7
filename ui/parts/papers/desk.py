"""What a page does with issued letters: print them with one question, save them into a folder."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from models.errors import AppError
from ui.desk import Desk, Done
from ui.feedback.progress_strip import ProgressStrip
from ui.parts.papers.paper import Paper, papers_of
from ui.parts.papers.print_choice import (
    ChoosePrinter,
    NoPrinterError,
    choose_printer,
    chosen_habit,
    habit_of,
    keep_habit,
    new_printer,
)
from ui.parts.papers.printing import PrintOrder, print_papers
from ui.parts.papers.saving import save_papers

_SEVERAL = "several"


class PapersDesk(QWidget):
    """Shows how far printing and saving have come; hidden while there is nothing to do.

    ``refused`` tells why something could not be done, ``saved`` where papers were saved.
    ``choose`` asks for the printer; the dialog of the system unless a caller knows better.
    """

    refused = Signal(object)
    saved = Signal(tuple)

    def __init__(
        self, desk: Desk, parent: QWidget | None = None, choose: ChoosePrinter = choose_printer
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self.choose = choose
        self.strip = ProgressStrip()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.strip)

    def print_letters(self, letter_ids: Sequence[int], pages: int = 0) -> None:
        """Ask once for the printer, then print these letters.

        ``pages`` are those of a single letter, if some of them may be chosen.
        """
        self._desk.runner.store.run(
            papers_of,
            tuple(letter_ids),
            owner=self,
            done=partial(self._print_stored, pages),
            failed=self._refuse,
        )

    def print_bytes(self, kind: str, title: str, pdf: bytes, pages: int) -> None:
        """Print a paper that is no letter of the store, such as a register book."""
        self._ask_for_printer(kind, title, pages, [partial(bytes, pdf)])

    def ask_folder(self, letter_ids: Sequence[int], formats: Sequence[str]) -> None:
        """Let the person choose a folder, then save these letters there."""
        chosen = QFileDialog.getExistingDirectory(self, "另存到文件夹", str(Path.home()))
        if chosen:
            self.save_letters(letter_ids, formats, Path(chosen))

    def save_letters(self, letter_ids: Sequence[int], formats: Sequence[str], folder: Path) -> None:
        """Save these letters into a folder."""
        self._desk.runner.store.run(
            papers_of,
            tuple(letter_ids),
            owner=self,
            done=partial(self._save_stored, tuple(formats), folder),
            failed=self._refuse,
        )

    def _print_stored(self, pages: int, papers: tuple[Paper, ...]) -> None:
        if not papers:
            return
        kinds = {paper.kind for paper in papers}
        kind = kinds.pop() if len(kinds) == 1 else _SEVERAL
        title = papers[0].name if len(papers) == 1 else f"{papers[0].name}等{len(papers)}份"
        store = self._desk.register.letters
        reads = [partial(paper.read, store, "pdf") for paper in papers]
        self._ask_for_printer(kind, title, pages, reads)

    def _ask_for_printer(
        self, kind: str, title: str, pages: int, reads: Sequence[Callable[[], bytes]]
    ) -> None:
        printer = new_printer(habit_of(self._desk.remembered, kind), title, pages)
        try:
            if not self.choose(printer, self.window()):
                return
        except NoPrinterError as error:
            self._refuse(error)
            return
        keep_habit(self._desk.remembered, kind, chosen_habit(printer))
        is_two_sided = printer.duplex() is not QPrinter.DuplexMode.DuplexNone
        self._print(PrintOrder(printer, is_two_sided), title, reads)

    def _print(self, order: PrintOrder, title: str, reads: Sequence[Callable[[], bytes]]) -> None:
        ticket = self._desk.runner.paper.run_long(
            print_papers,
            reads,
            order,
            owner=self,
            done=partial(self._tell_printed, title),
            failed=self._fail,
            progress=self.strip.show_progress,
        )
        self.strip.follow(ticket, f"打印 {title}")

    def _tell_printed(self, title: str, pages: int) -> None:
        self.strip.end()
        self._desk.announce(Done(f"已送打印机：{title}，共 {pages} 页"))

    def _save_stored(
        self, formats: tuple[str, ...], folder: Path, papers: tuple[Paper, ...]
    ) -> None:
        ticket = self._desk.runner.paper.run_long(
            save_papers,
            papers,
            formats,
            self._desk.register.letters,
            folder,
            owner=self,
            done=self._tell_saved,
            failed=self._fail,
            progress=self.strip.show_progress,
        )
        self.strip.follow(ticket, f"另存 {len(papers)} 份文书")

    def _tell_saved(self, places: tuple[Path, ...]) -> None:
        self.strip.end()
        if places:
            folder = places[0].parent
            self._desk.announce(Done(f"已另存 {len(places)} 个文件到“{folder.name or folder}”"))
        self.saved.emit(places)

    def _fail(self, error: AppError) -> None:
        self.strip.end()
        self._refuse(error)

    def _refuse(self, error: AppError) -> None:
        self.refused.emit(error)
