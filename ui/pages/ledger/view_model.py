"""The ledger: one book at a time, its check, and what the head may do with it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QObject, Signal

from models.acts.historic_numbers import confirm_counter
from models.acts.void_number import void_number
from models.domain.lifecycle import NumberState
from models.domain.profile import Profile
from models.domain.roles import ActName
from models.domain.terms import NumberKind
from models.errors import AppError
from models.queries.numbers import (
    CounterToConfirm,
    LedgerBook,
    LedgerRow,
    NumbersReport,
    counters_to_confirm,
    ledger_ids,
    ledger_rows,
    numbers_report,
)
from models.queries.office import today
from ui.desk import Changes, Desk, Done
from ui.pages.ledger.words import scope_year
from ui.parts.performer import Performer
from ui.widgets.table_columns import Order


class LedgerSource:
    """Lines of one book for the table; asked in the store lane."""

    def ids(self, _order: Order, narrow: LedgerBook) -> Sequence[int]:
        """Return the lines of the book, the newest first."""
        return ledger_ids(narrow)

    def rows(self, ids: Sequence[int]) -> Sequence[LedgerRow]:
        """Return the lines with these ids."""
        return ledger_rows(list(ids))


@dataclass(frozen=True)
class LedgerCheck:
    """What the check of the ledger found, and the counters the head has to confirm."""

    report: NumbersReport
    counters: tuple[CounterToConfirm, ...]


class LedgerViewModel(QObject):
    """Reads and checks the ledger; voids numbers and confirms counters for the head."""

    checked = Signal(object)
    ledger_changed = Signal()
    refused = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.performer = Performer(desk, self)
        desk.changes.happened.connect(self._follow)

    @property
    def may_void(self) -> bool:
        """Whether the person may void numbers."""
        return self._desk.person.may(ActName.VOID_NUMBER)

    @property
    def may_confirm(self) -> bool:
        """Whether the person may confirm counters."""
        return self._desk.person.may(ActName.CONFIRM_COUNTER)

    def can_void(self, row: LedgerRow) -> bool:
        """Tell whether this number can be voided at all: only an own one that is in use."""
        is_unified = row.kind is NumberKind.UNIFIED_NUMBER
        return self.may_void and is_unified and row.state is NumberState.ALLOTTED

    def fetch(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        """Run a question of the table in the store lane."""
        self._desk.runner.store.run(work, owner=self, done=done, failed=self.refused.emit)

    def check(self) -> None:
        """Check the whole ledger."""
        self._desk.runner.store.run(
            _check, self._desk.profile, owner=self, done=self._tell, failed=self.refused.emit
        )

    def void(self, entry_id: int, reason: str) -> None:
        """Void a number for a reason."""
        self.performer.perform(
            void_number, entry_id, reason, done=self._voided, failed=self._refuse
        )

    def confirm(self, counter: CounterToConfirm) -> None:
        """Let numbering go on after the numbers entered from the past."""
        self.performer.perform(
            confirm_counter,
            counter.scheme_id,
            counter.token,
            counter.scope,
            done=self._confirmed,
            failed=self._refuse,
        )

    def _tell(self, found: LedgerCheck) -> None:
        self.checked.emit(found)

    def _voided(self, number: str) -> None:
        self._desk.announce(Done(f"已作废 {number}，号码留在台账里，不会再用"))
        self._desk.changes.publish(Changes(documents=True, numbers=True))

    def _confirmed(self, count: int) -> None:
        self._desk.announce(Done(f"已确认，下一个从第 {count + 1} 号起编"))
        self._desk.changes.publish(Changes(numbers=True))

    def _refuse(self, error: AppError) -> None:
        self.refused.emit(error)

    def _follow(self, changes: Changes) -> None:
        if changes.numbers or changes.letters or changes.filings or changes.documents:
            self.ledger_changed.emit()


def _check(profile: Profile) -> LedgerCheck:
    counters = tuple(one for one in counters_to_confirm() if _is_in_use(profile, one, today()))
    return LedgerCheck(numbers_report(), counters)


def _is_in_use(profile: Profile, counter: CounterToConfirm, day: date) -> bool:
    """Tell whether numbers are still given from this counter: not in old years or old series."""
    schemes = {scheme.id for scheme in profile.number_schemes if scheme.is_valid_on(day)}
    return counter.scheme_id in schemes and scope_year(counter.scope) in {None, day.year}
