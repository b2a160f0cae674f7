"""The figures of a year read in the store, the records behind a number, the files of the year."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from models.domain.rates import Refs
from models.domain.year_figures import YearFigures
from models.queries.counted_records import CountedRow, counted_records
from models.queries.office import profile, today
from models.queries.year_figures import figures_of_years, first_year
from review.figures.yearly_files import YearlyPapers, yearly_papers
from ui.desk import Changes, Desk, Done
from ui.pages.figures.lines import Targets
from ui.parts.yearly_saving import save_yearly_files
from ui.tasks.ticket import Progress, Ticket

YEARS_SHOWN = 5
_WRITING = "写年度材料"


@dataclass(frozen=True)
class FiguresShown:
    """A year as the page shows it.

    Attributes:
        first_year: From here on the register holds something to count.
        years: The year chosen first, then those before it, for the charts.
    """

    day: date
    first_year: int
    years: tuple[YearFigures, ...]
    targets: Targets

    @property
    def this(self) -> YearFigures:
        """Return the year chosen."""
        return self.years[0]

    @property
    def last(self) -> YearFigures:
        """Return the year before it."""
        return self.years[1]


class FiguresViewModel(QObject):
    """``shown`` gives the figures, ``records_read`` what stands behind a number."""

    shown = Signal(FiguresShown)
    records_read = Signal(object)
    begun = Signal(object)
    progressed = Signal(object)
    written = Signal(object)
    refused = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.year = today().year
        self._wanted: Refs = ()
        desk.changes.happened.connect(self._follow)

    def choose(self, year: int) -> None:
        """Show another year."""
        self.year = year
        self.read()

    def read(self) -> None:
        """Count the year from the register of this moment."""
        self._desk.runner.store.run(
            _read, self.year, today(), owner=self, done=self._show, failed=self.refused.emit
        )

    def read_records(self, refs: Refs) -> None:
        """Read by name what a number counts; only the last wish is answered."""
        self._wanted = refs
        self._desk.runner.store.run(
            counted_records,
            refs,
            owner=self,
            done=partial(self._tell_records, refs),
            failed=self.refused.emit,
        )

    def write(self, folder: Path) -> None:
        """Write the papers of the year into a folder."""
        self._desk.runner.store.run(
            yearly_papers,
            self.year,
            today(),
            owner=self,
            done=partial(self._write, folder),
            failed=self.refused.emit,
        )

    def _show(self, found: FiguresShown) -> None:
        if found.this.year == self.year:
            self.shown.emit(found)

    def _tell_records(self, refs: Refs, rows: Sequence[CountedRow]) -> None:
        if refs == self._wanted:
            self.records_read.emit(rows)

    def _write(self, folder: Path, papers: YearlyPapers) -> None:
        ticket = self._desk.runner.paper.run_long(
            _written,
            papers,
            folder,
            owner=self,
            done=partial(self._tell_written, folder),
            failed=self.refused.emit,
            progress=self._show_progress,
        )
        self.begun.emit(ticket)

    def _show_progress(self, progress: Progress) -> None:
        self.progressed.emit(progress)

    def _tell_written(self, folder: Path, files: list[Path]) -> None:
        self._desk.announce(Done(f"已写出{self.year}年的材料，共{len(files)}个文件：{folder}"))
        self.written.emit(files)

    def _follow(self, _changes: Changes) -> None:
        """Almost every act changes a figure; who looks at them wants them of this moment."""
        self.read()


def _read(year: int, day: date) -> FiguresShown:
    years = figures_of_years(range(year, year - YEARS_SHOWN, -1), day)
    targets = {one.rate: one.percent for one in profile().rate_targets.value}
    return FiguresShown(day, first_year(day), years, targets)


def _written(ticket: Ticket, papers: YearlyPapers, folder: Path) -> list[Path]:
    return save_yearly_files(papers, folder, partial(ticket.report, _WRITING))
