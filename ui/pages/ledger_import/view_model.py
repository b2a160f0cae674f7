"""The import of a ledger step by step: read, understood, tried, taken in, taken back."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from models.acts.import_ledger import import_ledger, reverse_import
from models.acts.performing import Order
from models.domain.imports import LedgerImport
from models.domain.profile import Profile
from models.domain.records import FileEntry
from models.domain.roles import ActName
from models.errors import AppError, InputError
from models.files import FileStore
from models.queries.bodies import BodyRow, issuing_bodies
from models.queries.imports import ImportRunRow, import_runs, last_choices
from models.queries.office import today
from review.ledgers.columns import LedgerField
from review.ledgers.issuers import BodyChoice, NameProposal
from review.ledgers.judging import JudgedRow, judge
from review.ledgers.ordering import counts_of, import_of, register_facts
from review.ledgers.problem_book import problem_book
from review.ledgers.problems import Verdict
from review.ledgers.reader import read_ledger_file
from review.ledgers.row_entry import RegisterFacts
from review.ledgers.sheet import LedgerFile, Sheet, first_sheet
from review.ledgers.table import LedgerTable, recognise
from review.ledgers.understanding import Understanding, first_understanding, issuer_names
from ui.desk import Changes, Desk, Done, NextStep, Route
from ui.parts.performer import Performer
from ui.parts.saving import save_copy
from ui.tasks.ticket import Ticket


class LedgerFileChangedError(InputError):
    """The file was changed after it was read and tried."""

    code = "import.file_changed"
    facts = ("name",)


@dataclass(frozen=True)
class _Opened:
    file: LedgerFile
    table: LedgerTable


@dataclass(frozen=True)
class _Surroundings:
    facts: RegisterFacts
    bodies: tuple[BodyRow, ...]
    choices: str | None


class LedgerImportViewModel(QObject):
    """Holds one ledger on its way into the register."""

    runs_read = Signal(object)
    opened = Signal()
    understood = Signal()
    tried = Signal()
    imported = Signal(int)
    refused = Signal(object)
    work_begun = Signal(object, str)
    work_progressed = Signal(object)
    work_ended = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._performer = Performer(desk, self)
        self.path: Path | None = None
        self.file: LedgerFile | None = None
        self.table: LedgerTable | None = None
        self.understanding = Understanding({})
        self.is_remembered = False
        self.bodies: tuple[BodyRow, ...] = ()
        self.names: tuple[NameProposal, ...] = ()
        self.judged: tuple[JudgedRow, ...] | None = None
        self._facts: RegisterFacts | None = None

    @property
    def may_import(self) -> bool:
        """Whether the person may import ledgers."""
        return self._desk.person.may(ActName.IMPORT_LEDGER)

    @property
    def ready_count(self) -> int:
        """How many rows of the dry run would come into the register."""
        return sum(one.is_imported for one in self.judged or ())

    @property
    def counts(self) -> Mapping[Verdict, int]:
        """How many rows there are of each verdict."""
        return counts_of(self.judged or ())

    def read_runs(self) -> None:
        """Read the imports of the past."""
        self._desk.runner.store.run(
            import_runs, owner=self, done=self._take_runs, failed=self._refuse
        )

    def read(self, path: Path) -> None:
        """Read a file and find the ledger in its first table."""
        self.path = path
        ticket = self._desk.runner.paper.run_long(
            _read,
            path,
            owner=self,
            done=self._take_file,
            failed=self._fail,
            progress=self._progress,
        )
        self.work_begun.emit(ticket, f"正在读取 {path.name}")

    def choose_sheet(self, sheet: Sheet) -> None:
        """Find the ledger in another table of the file."""
        ticket = self._desk.runner.paper.run(
            recognise, sheet, owner=self, done=self._take_table, failed=self._fail
        )
        self.work_begun.emit(ticket, f"正在识别工作表 {sheet.name}")

    def set_column(self, place: int, field: LedgerField | None) -> None:
        """Say what a column holds; the dry run counts no more."""
        columns = {one: kept for one, kept in self.understanding.columns.items() if one != place}
        if field is not None:
            columns[place] = field
        self._understand(columns=columns)
        if self.table is not None and self._facts is not None:
            self._propose_names(self.table, self._facts)

    def set_body(self, name: str, choice: BodyChoice | None) -> None:
        """Say who a name of the ledger is; None leaves it open."""
        bodies = {one: kept for one, kept in self.understanding.bodies.items() if one != name}
        if choice is not None:
            bodies[name] = choice
        self._understand(bodies=bodies)

    def set_ended_date(self, day: date | None) -> None:
        """Name the day for rows that say 废止 without one."""
        self._understand(ended_date=day)

    def set_effective_field(self, field: LedgerField | None) -> None:
        """Name the date that stands in for a missing day of effect."""
        self._understand(effective_field=field)

    def set_issuer(self, body_id: int | None) -> None:
        """Name the body of rows that name none."""
        self._understand(issuer_id=body_id)

    def set_takes_doubles(self, *, takes_doubles: bool) -> None:
        """Say whether doubles were looked at and are imported all the same."""
        self._understand(takes_doubles=takes_doubles)

    def try_it(self) -> None:
        """Ask the register how it stands, then judge every row."""
        self._desk.runner.store.run(
            register_facts,
            today(),
            self._desk.profile,
            owner=self,
            done=self._judge,
            failed=self._refuse,
        )

    def import_it(self) -> None:
        """Take all rows that can be imported into the register, as one act."""
        if self.path is None or self.file is None or self.table is None or self._facts is None:
            return
        source = FileEntry(self.file.sha256, self.file.size, self.path.name)
        ledger = import_of(
            source, self.table, self.understanding, self.judged or (), self._facts.body_names
        )
        ticket = self._desk.runner.store.run_long(
            _import,
            (self._desk.register.files, self.path),
            self._desk.order(),
            ledger,
            owner=self,
            done=self._take_run,
            failed=self._fail,
            progress=self._progress,
        )
        self.work_begun.emit(ticket, "正在导入，取消则一行也不导入")

    def save_problems(self, target: Path) -> None:
        """Save the rows that stay out, and those to be looked at, as a workbook."""
        if self.table is None or self.judged is None:
            return
        self._desk.runner.paper.run(
            _save_problems,
            target,
            self.table,
            self.understanding,
            self.judged,
            owner=self,
            done=self._saved,
            failed=self._refuse,
        )

    def reverse(self, run_id: int, reason: str) -> None:
        """Take an import back."""
        self._performer.perform(
            reverse_import, run_id, reason, done=self._take_reversal, failed=self._refuse
        )

    def _understand(self, **changes: Any) -> None:  # noqa: ANN401 -- fields of Understanding
        self.understanding = replace(self.understanding, **changes)
        self.judged = None

    def _propose_names(self, table: LedgerTable, facts: RegisterFacts) -> None:
        self.names = facts.bodies.propose(issuer_names(table, self.understanding.columns))

    def _take_runs(self, runs: tuple[ImportRunRow, ...]) -> None:
        self.runs_read.emit(runs)

    def _take_file(self, opened: _Opened) -> None:
        self.work_ended.emit()
        self.file = opened.file
        self._take_table(opened.table)
        self.opened.emit()

    def _take_table(self, table: LedgerTable) -> None:
        self.work_ended.emit()
        self.table = table
        self.judged = None
        self._desk.runner.store.run(
            _surroundings,
            self._desk.profile,
            table.header_key,
            owner=self,
            done=self._take_surroundings,
            failed=self._refuse,
        )

    def _take_surroundings(self, found: _Surroundings) -> None:
        if self.table is None:
            return
        self._facts, self.bodies = found.facts, found.bodies
        self.is_remembered = found.choices is not None
        self.understanding = first_understanding(self.table, found.choices, found.facts.bodies)
        self._propose_names(self.table, found.facts)
        self.understood.emit()

    def _judge(self, facts: RegisterFacts) -> None:
        self._facts = facts
        if self.table is None:
            return
        ticket = self._desk.runner.paper.run_long(
            _judge,
            self.table,
            self.understanding,
            facts,
            owner=self,
            done=self._take_judged,
            failed=self._fail,
            progress=self._progress,
        )
        self.work_begun.emit(ticket, "正在试算")

    def _take_judged(self, judged: tuple[JudgedRow, ...]) -> None:
        self.work_ended.emit()
        self.judged = judged
        self.tried.emit()

    def _take_run(self, run_id: int) -> None:
        self.work_ended.emit()
        count = self.ready_count
        self._desk.announce(
            Done(f"已导入 {count} 份文件", (NextStep("查看登记簿", self._show_register),))
        )
        self._desk.changes.publish(Changes(documents=True, numbers=True, settings=True))
        self.imported.emit(run_id)
        self.read_runs()

    def _show_register(self) -> None:
        self._desk.navigate(Route("documents"))

    def _take_reversal(self, _run_id: int) -> None:
        self._desk.announce(Done("已撤销导入，导入的文件已从登记簿中移出"))
        self._desk.changes.publish(Changes(documents=True, numbers=True))
        self.read_runs()

    def _saved(self, target: Path) -> None:
        self._desk.announce(Done(f"问题清单已存为 {target.name}，改正后拖进来再导入"))

    def _progress(self, progress: object) -> None:
        self.work_progressed.emit(progress)

    def _fail(self, error: AppError) -> None:
        self.work_ended.emit()
        self.refused.emit(error)

    def _refuse(self, error: AppError) -> None:
        self.refused.emit(error)


def _read(ticket: Ticket, path: Path) -> _Opened:
    file = read_ledger_file(path, cancelled=_wish_to_stop(ticket))
    return _Opened(file, recognise(first_sheet(file)))


def _wish_to_stop(ticket: Ticket) -> Callable[[], bool]:
    def is_cancelled() -> bool:
        return ticket.is_cancelled

    return is_cancelled


def _surroundings(profile: Profile, header_key: str) -> _Surroundings:
    return _Surroundings(
        register_facts(today(), profile), issuing_bodies(), last_choices(header_key)
    )


def _judge(
    ticket: Ticket, table: LedgerTable, understanding: Understanding, facts: RegisterFacts
) -> tuple[JudgedRow, ...]:
    def tell(done: int, total: int) -> None:
        ticket.report("试算", done, total)

    return judge(table, understanding, facts, tell)


def _import(
    ticket: Ticket, source: tuple[FileStore, Path], order: Order, ledger: LedgerImport
) -> int:
    files, path = source

    def tell(done: int, total: int) -> None:
        ticket.report("导入", done, total)

    if files.put_file(path).sha256 != ledger.source.sha256:
        raise LedgerFileChangedError(name=path.name)
    return import_ledger(order, ledger, tell)


def _save_problems(
    target: Path,
    table: LedgerTable,
    understanding: Understanding,
    judged: tuple[JudgedRow, ...],
) -> Path:
    return save_copy(target, problem_book(table, understanding, judged))
