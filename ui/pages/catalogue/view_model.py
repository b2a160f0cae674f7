"""The catalogue written as files: read in the store, written beside it, with progress."""

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from models.queries.day_catalogue import CatalogueFilter
from models.queries.office import today
from review.catalogue.day_catalogue import DayCatalogue, read_catalogue
from review.catalogue.files import CatalogueLook, look_in_force, write_catalogue
from ui.desk import Desk, Done
from ui.tasks.ticket import Progress, Ticket

_PAGES = "写目录网页"


class CatalogueModel(QObject):
    """``begun`` gives the ticket of the work, ``written`` where the catalogue stands."""

    begun = Signal(object)
    progressed = Signal(object)
    written = Signal(object)
    refused = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk

    def write(self, narrowing: CatalogueFilter, target: Path) -> None:
        """Write the catalogue as it is narrowed; the extension says as what."""
        self._desk.runner.store.run(
            _read,
            narrowing,
            today(),
            owner=self,
            done=partial(self._write, target),
            failed=self.refused.emit,
        )

    def _write(self, target: Path, found: tuple[DayCatalogue, CatalogueLook]) -> None:
        ticket = self._desk.runner.paper.run_long(
            _written,
            found,
            target,
            owner=self,
            done=self._tell,
            failed=self.refused.emit,
            progress=self._show_progress,
        )
        self.begun.emit(ticket)

    def _show_progress(self, progress: Progress) -> None:
        self.progressed.emit(progress)

    def _tell(self, file: Path) -> None:
        self._desk.announce(Done(f"已写出目录：{file}"))
        self.written.emit(file)


def _read(narrowing: CatalogueFilter, made_date: date) -> tuple[DayCatalogue, CatalogueLook]:
    return read_catalogue(narrowing, made_date), look_in_force()


def _written(ticket: Ticket, found: tuple[DayCatalogue, CatalogueLook], target: Path) -> Path:
    catalogue, look = found
    return write_catalogue(catalogue, target, look, partial(ticket.report, _PAGES))
