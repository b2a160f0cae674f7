"""One omission check: its lines narrowed, counted, decided, and the result written out."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from models.acts.omission_checks import close_check, decide_rows, reopen_rows
from models.acts.refusals import RecordMissingError
from models.domain.omissions import CheckState, RowDecision, RowVerdict
from models.domain.roles import ActName
from models.errors import AppError
from models.queries.duplicates import known_document
from models.queries.office import today
from models.queries.omissions import (
    OmissionCheckRow,
    OmissionCounts,
    OmissionListRow,
    omission_check,
    omission_counts,
    omission_rows,
)
from resources.terms import name_of
from review.omissions.report import report_of
from review.omissions.workbook import save_workbook
from ui.desk import Changes, Desk, Done
from ui.parts.performer import Performer
from ui.tasks.ticket import Ticket


@dataclass(frozen=True)
class CheckShown:
    """A check and its counts."""

    check: OmissionCheckRow
    counts: OmissionCounts


class OmissionViewModel(QObject):
    """State and intents of the page of one check."""

    check_read = Signal(object)
    row_read = Signal(object)
    rows_decided = Signal()
    number_unknown = Signal()
    work_begun = Signal(object, str)
    work_ended = Signal()
    rows_changed = Signal()
    refused = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.performer = Performer(desk, self)
        self.check_id = 0
        self.check: OmissionCheckRow | None = None
        self._looked_at: int | None = None
        self._verdict: tuple[tuple[int, ...], RowDecision, str] | None = None
        desk.changes.happened.connect(self._follow)

    @property
    def may_decide(self) -> bool:
        """Whether the person may decide lines, and the check still takes decisions."""
        is_open = self.check is not None and self.check.state is CheckState.OPEN
        return is_open and self._desk.person.may(ActName.DECIDE_OMISSION_ROWS)

    def open(self, check_id: int) -> None:
        """Show a check."""
        self.check_id = check_id
        self._looked_at = None
        self.count()

    def count(self) -> None:
        """Read the check and count its lines."""
        self.fetch(_Reading(self.check_id), self._show_check)

    def look_at(self, row_id: int) -> None:
        """Read what the detail shows of a line."""
        self._looked_at = row_id
        self._desk.runner.store.run(
            _row, row_id, owner=self, done=self._show_row, failed=self._refuse
        )

    def decide(
        self, row_ids: tuple[int, ...], decision: RowDecision, reason: str, number: str
    ) -> None:
        """Decide lines; a line registered as another document names it by its number."""
        if decision is RowDecision.REGISTERED_AS:
            self._verdict = (row_ids, decision, reason)
            self._desk.runner.store.run(
                known_document, "", number, owner=self, done=self._found, failed=self._refuse
            )
        else:
            self._perform(row_ids, RowVerdict(decision, reason))

    def reopen(self, row_ids: tuple[int, ...], reason: str) -> None:
        """Take decisions back."""
        self.performer.perform(
            reopen_rows, self.check_id, row_ids, reason, done=self._reopened, failed=self._refuse
        )

    def close(self) -> None:
        """End the check."""
        self.performer.perform(close_check, self.check_id, done=self._closed, failed=self._refuse)

    def export(self, target: Path) -> None:
        """Write the result as a workbook."""
        office, person = self._desk.office.office_name, self._desk.person.name
        ticket = self._desk.runner.store.run_long(
            _export,
            self.check_id,
            (office, person, today()),
            target,
            owner=self,
            done=self._exported,
            failed=self._fail,
        )
        self.work_begun.emit(ticket, "正在导出核查结果")

    def fetch(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        """Run a question in the store lane."""
        self._desk.runner.store.run(work, owner=self, done=done, failed=self._refuse)

    def _perform(self, row_ids: tuple[int, ...], verdict: RowVerdict) -> None:
        self._verdict = (row_ids, verdict.decision, verdict.reason)
        self.performer.perform(
            decide_rows, self.check_id, row_ids, verdict, done=self._decided, failed=self._refuse
        )

    def _found(self, document_id: int | None) -> None:
        if self._verdict is None:
            return
        row_ids, decision, reason = self._verdict
        if document_id is None:
            self.number_unknown.emit()
        else:
            self._perform(row_ids, RowVerdict(decision, reason, document_id))

    def _decided(self, count: int) -> None:
        decision = self._verdict[1] if self._verdict else RowDecision.SHOULD_REGISTER
        self.rows_decided.emit()
        self._desk.announce(Done(f"已处理 {count} 行：{name_of(decision)}"))
        self._desk.changes.publish(Changes(omissions=True))

    def _reopened(self, count: int) -> None:
        self._desk.announce(Done(f"已撤回 {count} 行的处理意见"))
        self._desk.changes.publish(Changes(omissions=True))

    def _closed(self, _check_id: int) -> None:
        self._desk.announce(Done("核查已结束，处理意见不再改动"))
        self._desk.changes.publish(Changes(omissions=True))

    def _exported(self, target: Path) -> None:
        self.work_ended.emit()
        self._desk.announce(Done(f"核查结果已写入 {target}"))

    def _show_check(self, shown: CheckShown) -> None:
        self.check = shown.check
        self.check_read.emit(shown)

    def _show_row(self, row: OmissionListRow | None) -> None:
        if row is not None and row.id == self._looked_at:
            self.row_read.emit(row)

    def _fail(self, error: AppError) -> None:
        self.work_ended.emit()
        self.refused.emit(error)

    def _refuse(self, error: AppError) -> None:
        self.refused.emit(error)

    def _follow(self, changes: Changes) -> None:
        if self.check_id and (changes.omissions or changes.documents):
            self.count()
            self.rows_changed.emit()
            if self._looked_at is not None:
                self.look_at(self._looked_at)


@dataclass(frozen=True)
class _Reading:
    """The question for a check and its counts."""

    check_id: int

    def __call__(self) -> CheckShown:
        """Read the check.

        Raises:
            RecordMissingError: there is none.
        """
        check = omission_check(self.check_id)
        if check is None:
            raise RecordMissingError(record="omissioncheck", id=self.check_id)
        return CheckShown(check, omission_counts(self.check_id))


def _row(row_id: int) -> OmissionListRow | None:
    return next(iter(omission_rows([row_id])), None)


def _export(_ticket: Ticket, check_id: int, head: tuple[str, str, date], target: Path) -> Path:
    report = report_of(check_id, *head)
    if report is None:
        raise RecordMissingError(record="omissioncheck", id=check_id)
    save_workbook(report, target)
    return target
