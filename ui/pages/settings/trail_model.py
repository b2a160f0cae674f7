"""The check of the whole trail, with its progress and what it found."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from models.domain.audit_chain import Anchor, ChainFault, ChainVerdict, parse_anchor
from models.errors import AppError, InputError
from models.queries.office import person_by_login
from models.queries.record_check import differing_records
from models.queries.trail import trail_line, verify_trail
from resources.terms import name_in, name_of
from ui.desk import Desk
from ui.parts.record_fault_words import record_fault_words
from ui.tasks.ticket import Progress, Ticket

_WHAT = "核验留痕"
_WHAT_THEN = "核对记录"
_SHOWN = 50


@dataclass(frozen=True)
class TrailCheck:
    """What the check found, each fault in words; and whether it was held against paper.

    ``differing`` counts the records that differ from a sound trail; an altered trail says nothing
    of them.
    """

    verdict: ChainVerdict
    differing: int
    faults: tuple[str, ...]
    has_anchor: bool


class TrailViewModel(QObject):
    """Verifies the trail in the store lane; the window stays usable."""

    started = Signal(Ticket)
    progressed = Signal(object)
    verified = Signal(object)
    refused = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk

    def verify(self, typed: str) -> None:
        """Check the whole trail, and against the anchor typed from paper, if any."""
        try:
            anchor = parse_anchor(typed) if typed.strip() else None
        except InputError as error:
            self.refused.emit(error)
            return
        ticket = self._desk.runner.store.run_long(
            _check,
            anchor,
            owner=self,
            done=self._tell_found,
            failed=self._refuse,
            progress=self._tell_progress,
        )
        self.started.emit(ticket)

    def _tell_found(self, found: TrailCheck) -> None:
        self.verified.emit(found)

    def _tell_progress(self, progress: Progress) -> None:
        self.progressed.emit(progress)

    def _refuse(self, error: AppError) -> None:
        self.refused.emit(error)


def _check(ticket: Ticket, anchor: Anchor | None) -> TrailCheck:
    verdict = verify_trail(anchor, partial(ticket.report, _WHAT))
    if not verdict.is_sound:
        faults = tuple(_fault_words(fault) for fault in verdict.faults[:_SHOWN])
        return TrailCheck(verdict, 0, faults, anchor is not None)
    records = differing_records(partial(ticket.report, _WHAT_THEN))
    words = tuple(record_fault_words(record) for record in records[:_SHOWN])
    return TrailCheck(verdict, len(records), words, anchor is not None)


def _fault_words(fault: ChainFault) -> str:
    line = trail_line(fault.sequence)
    words = f"第 {fault.sequence} 行{name_of(fault.kind)}"
    if line is None:
        return words
    person = person_by_login(line.login)
    name = person.name if person else line.login
    return f"{words}：{line.at[:10]}，{name}，{name_in('ActName', line.act)}"
