"""The catalogue of laws as the settings show it: searched, brought up to date, given back."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from models.acts.law_catalogue import revert_law_catalogue, update_law_catalogue
from models.acts.performing import Order
from models.errors import AppError
from models.files import FileStore
from resources.terms import name_of
from review.law_files.changes import Manner
from review.law_files.marking import LawMark, marked_update
from review.law_files.updating import PlannedUpdate, plan_update, stored_update
from review.laws.catalogue import Catalogue, Law
from review.laws.catalogue_text import shipped_about
from review.laws.office_catalogue import office_catalogue
from ui.desk import Changes, Desk, Done, Route
from ui.parts.performer import Performer

_MOST = 500


@dataclass(frozen=True)
class LawsView:
    """The laws found, how many there are in all, and what must be known of the catalogue."""

    found: tuple[Law, ...]
    number_found: int
    number_known: int
    as_of_date: date
    origin: str
    caveats: tuple[str, ...]


class LawsViewModel(QObject):
    """Reads the catalogue in the paper lane and performs the administrator's acts."""

    found = Signal(object)
    planned = Signal(object)
    performed = Signal()
    refused = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._performer = Performer(desk, self)
        self._words = ""

    def go_to_changes(self) -> None:
        """Go to the documents whose cited laws have changed."""
        self._desk.navigate(Route("law_changes"))

    def search(self, words: str) -> None:
        """Look for laws by words of their names; no words show those that are known."""
        self._desk.runner.store.run(
            _search,
            self._desk.register.files,
            words,
            owner=self,
            done=self._tell_found,
            failed=self._refuse,
        )

    def plan(self, path: Path) -> None:
        """Read a file and say what it would change."""
        self._desk.runner.store.run(
            plan_update,
            path,
            self._desk.register.files,
            owner=self,
            done=self._tell_planned,
            failed=self._refuse,
        )

    def update(self, planned: PlannedUpdate, manner: Manner, as_of_date: date) -> None:
        """Bring the catalogue that was planned into use."""
        self._words = "已更新法律目录"
        self._performer.perform(
            _update,
            planned,
            manner,
            as_of_date,
            self._desk.register.files,
            done=self._tell_performed,
            failed=self._refuse,
        )

    def mark(self, mark: LawMark) -> None:
        """Bring the catalogue with a mark into use."""
        self._words = f"已标注《{mark.name}》{name_of(mark.status)}"
        self._performer.perform(
            _mark,
            mark,
            self._desk.register.files,
            done=self._tell_performed,
            failed=self._refuse,
        )

    def revert(self, reason: str) -> None:
        """Go back to the program's own catalogue."""
        self._words = "已恢复随程序提供的法律目录"
        self._performer.perform(
            revert_law_catalogue, reason, done=self._tell_performed, failed=self._refuse
        )

    def _tell_found(self, view: LawsView) -> None:
        self.found.emit(view)

    def _tell_planned(self, planned: PlannedUpdate) -> None:
        self.planned.emit(planned)

    def _tell_performed(self, _answer: object) -> None:
        self._desk.announce(Done(self._words))
        self._desk.changes.publish(Changes(settings=True))
        self.performed.emit()

    def _refuse(self, error: AppError) -> None:
        self.refused.emit(error)


def _search(files: FileStore, words: str) -> LawsView:
    catalogue = office_catalogue(files)
    found = catalogue.containing(words)
    return LawsView(
        found[:_MOST],
        len(found),
        len(catalogue.laws),
        catalogue.as_of_date,
        catalogue.origin,
        _caveats(catalogue),
    )


def _caveats(catalogue: Catalogue) -> tuple[str, ...]:
    return () if catalogue.origin else shipped_about().caveats


def _update(
    order: Order, planned: PlannedUpdate, manner: Manner, as_of_date: date, files: FileStore
) -> int:
    return update_law_catalogue(order, stored_update(planned, manner, as_of_date, files))


def _mark(order: Order, mark: LawMark, files: FileStore) -> int:
    return update_law_catalogue(order, marked_update(mark, files))
