"""A new omission check: read the list, understand its columns, compare it, keep it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from models.acts.omission_checks import start_check
from models.domain.omissions import CheckedRow, CheckEntry
from models.domain.roles import ActName
from models.errors import AppError
from models.files import FileStore
from review.ledgers.columns import LedgerField
from review.omissions.comparison import TakenList, compare, keep_list, take_file, take_pasted
from ui.desk import Changes, Desk, Done
from ui.parts.performer import Performer
from ui.tasks.ticket import Ticket

_COMPARING = "正在比对"


class OmissionsViewModel(QObject):
    """The list taken in hand, and the checks begun with it."""

    list_taken = Signal(object)
    work_begun = Signal(object, str)
    progressed = Signal(object)
    work_ended = Signal()
    started = Signal(int)
    checks_changed = Signal()
    refused = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.performer = Performer(desk, self)
        self.taken: TakenList | None = None
        self._name = ""
        desk.changes.happened.connect(self._follow)

    @property
    def may_start(self) -> bool:
        """Whether the person may start a check."""
        return self._desk.person.may(ActName.START_OMISSION_CHECK)

    def take_file(self, path: Path) -> None:
        """Read the list in a file."""
        self._read(_read_file, path)

    def take_pasted(self, text: str, name: str) -> None:
        """Read the list copied out of a spreadsheet."""
        self._read(_read_pasted, text, name)

    def drop_list(self) -> None:
        """Put the list in hand away."""
        self.taken = None

    def start(self, name: str, mapping: dict[int, LedgerField]) -> None:
        """Compare the list in hand, its columns understood as given, and keep the result."""
        if self.taken is None or self.performer.is_busy:
            return
        self._name = name
        ticket = self._desk.runner.store.run_long(
            _compare,
            self.taken,
            mapping,
            self._desk.register.files,
            name,
            owner=self,
            done=self._keep,
            failed=self._fail,
            progress=self.progressed.emit,
        )
        self.work_begun.emit(ticket, _COMPARING)

    def fetch(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        """Run a question of the table in the store lane."""
        self._desk.runner.store.run(work, owner=self, done=done, failed=self._refuse)

    def _read(self, work: Callable[..., TakenList], *arguments: object) -> None:
        ticket = self._desk.runner.paper.run_long(
            work, *arguments, owner=self, done=self._take, failed=self._fail
        )
        self.work_begun.emit(ticket, "正在读取清单")

    def _take(self, taken: TakenList) -> None:
        self.work_ended.emit()
        self.taken = taken
        self.list_taken.emit(taken)

    def _keep(self, found: tuple[CheckEntry, tuple[CheckedRow, ...]]) -> None:
        entry, rows = found
        self.performer.perform(start_check, entry, rows, done=self._lead_on, failed=self._fail)

    def _lead_on(self, check_id: int) -> None:
        self.work_ended.emit()
        self.taken = None
        self._desk.announce(Done(f"已比对“{self._name}”，核查结果已经保存"))
        self._desk.changes.publish(Changes(omissions=True))
        self.started.emit(check_id)

    def _fail(self, error: AppError) -> None:
        self.work_ended.emit()
        self.refused.emit(error)

    def _refuse(self, error: AppError) -> None:
        self.refused.emit(error)

    def _follow(self, changes: Changes) -> None:
        if changes.omissions or changes.documents:
            self.checks_changed.emit()


def _read_file(ticket: Ticket, path: Path) -> TakenList:
    return take_file(path, _stopper(ticket))


def _read_pasted(_ticket: Ticket, text: str, name: str) -> TakenList:
    return take_pasted(text, name)


def _compare(
    ticket: Ticket,
    taken: TakenList,
    mapping: dict[int, LedgerField],
    files: FileStore,
    name: str,
) -> tuple[CheckEntry, tuple[CheckedRow, ...]]:
    understood = taken.understood_as(mapping)

    def report(done: int, whole: int) -> None:
        ticket.report(_COMPARING, done, whole)

    rows = compare(understood, report, _stopper(ticket))
    return keep_list(understood, files, name), rows


def _stopper(ticket: Ticket) -> Callable[[], bool]:
    def is_stopped() -> bool:
        return ticket.is_cancelled

    return is_stopped
