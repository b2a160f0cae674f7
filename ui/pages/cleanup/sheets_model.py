"""Sheets go out to the units and their replies come back, as files in folders."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from models.acts.cleanup_replies import record_dispatch
from models.domain.cleanup_campaign import DispatchEntry
from models.errors import AppError
from models.queries.office import today
from review.cleanup.campaign_units import asked_units
from review.cleanup.opinion_sheets.asked import AskedUnit
from review.cleanup.opinion_sheets.reply_files import reply_files
from review.cleanup.taking_down import ReadReplies, TakenDown, read_replies, take_down
from ui.desk import Desk
from ui.parts.opinion_sheets import WrittenSheet, write_sheets
from ui.parts.performer import Performer
from ui.tasks.ticket import Ticket

_WRITING, _READING = "正在写意见表", "正在读取意见表"


class SheetsModel(QObject):
    """Writes sheets and records that they went out; reads replies and records what counts.

    ``handed_over`` gives how many units got their sheet and where the files stand, ``taken``
    what a round of replies brought.
    """

    work_begun = Signal(object, str)
    progressed = Signal(object)
    work_ended = Signal()
    handed_over = Signal(int, Path)
    taken = Signal(object)
    refused = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.performer = Performer(desk, self)
        self._campaign_id = 0
        self._folder = Path()

    def open(self, campaign_id: int) -> None:
        """Work for another cleanup."""
        self._campaign_id = campaign_id

    def hand_over(self, unit_ids: Sequence[int], folder: Path, due: date | None) -> None:
        """Write the sheets of these units into a folder and record them as handed over."""
        self._folder = folder
        self._desk.runner.store.run(
            asked_units,
            self._campaign_id,
            today(),
            tuple(unit_ids),
            owner=self,
            done=partial(self._write, due),
            failed=self._fail,
        )

    def take_replies(self, places: Sequence[Path]) -> None:
        """Read the replies in these files and folders, and record what counts."""
        self._desk.runner.store.run(
            asked_units,
            self._campaign_id,
            today(),
            owner=self,
            done=partial(self._read, tuple(places)),
            failed=self._fail,
        )

    def _write(self, due: date | None, units: tuple[AskedUnit, ...]) -> None:
        dated = tuple(replace(unit, due_date=due or unit.due_date) for unit in units)
        ticket = self._desk.runner.paper.run_long(
            _write,
            dated,
            self._folder,
            owner=self,
            done=partial(self._record_dispatch, due),
            failed=self._fail,
            progress=self.progressed.emit,
        )
        self.work_begun.emit(ticket, _WRITING)

    def _record_dispatch(self, due: date | None, written: tuple[WrittenSheet, ...]) -> None:
        self.work_ended.emit()
        units = tuple(one.unit_id for one in written)
        if units:
            entry = DispatchEntry(unit_ids=units, sent_date=today(), due_date=due)
            self.performer.perform(
                record_dispatch,
                self._campaign_id,
                entry,
                done=self._tell_handed_over,
                failed=self._fail,
            )

    def _tell_handed_over(self, count: int) -> None:
        self.handed_over.emit(count, self._folder)

    def _read(self, places: tuple[Path, ...], units: tuple[AskedUnit, ...]) -> None:
        ticket = self._desk.runner.paper.run_long(
            _read,
            self._campaign_id,
            units,
            places,
            owner=self,
            done=self._record,
            failed=self._fail,
        )
        self.work_begun.emit(ticket, _READING)

    def _record(self, read: ReadReplies) -> None:
        self.performer.perform(
            take_down,
            read,
            self._desk.register.files,
            today(),
            done=self._tell_taken,
            failed=self._fail,
        )

    def _tell_taken(self, taken: TakenDown) -> None:
        self.work_ended.emit()
        self.taken.emit(taken)

    def _fail(self, error: AppError) -> None:
        self.work_ended.emit()
        self.refused.emit(error)


def _write(ticket: Ticket, units: tuple[AskedUnit, ...], folder: Path) -> tuple[WrittenSheet, ...]:
    def report(done: int, whole: int) -> None:
        ticket.report(_WRITING, done, whole)

    return write_sheets(units, folder, report, _stopper(ticket))


def _read(
    ticket: Ticket, campaign_id: int, units: tuple[AskedUnit, ...], places: tuple[Path, ...]
) -> ReadReplies:
    return read_replies(campaign_id, units, reply_files(places), _stopper(ticket))


def _stopper(ticket: Ticket) -> Callable[[], bool]:
    def is_stopped() -> bool:
        return ticket.is_cancelled

    return is_stopped
