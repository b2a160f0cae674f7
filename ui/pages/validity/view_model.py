"""The due list and the months of the ends: read, narrowed, answered, saved."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from models.acts.ladder_marks import mark_ladder_step
from models.acts.validity_replies import record_validity_reply
from models.domain.clock import present_instant
from models.domain.profile import Profile
from models.domain.roles import ActName
from models.domain.validity_replies import LadderMarkEntry, ReplyEntry
from models.queries.due import DueRow, due_rows
from models.queries.expiry_months import ExpiryMonths, expiry_months
from models.queries.office import today
from review.due.calendar_text import calendar_file
from review.due.workbook import due_workbook
from ui.desk import Changes, Desk, Done
from ui.pages.validity.narrowing import DueNarrowing
from ui.parts.performer import Performer
from ui.parts.saving import save_copy

MONTHS = 12


@dataclass(frozen=True)
class DueView:
    """What was read: the day, the rows until ``until``, and the months ahead."""

    day: date
    until: date
    rows: tuple[DueRow, ...]
    months: ExpiryMonths


class ValidityViewModel(QObject):
    """``shown`` follows a reading, ``recorded`` an act."""

    shown = Signal(object)
    recorded = Signal()
    refused = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.performer = Performer(desk, self)
        self.narrowing = DueNarrowing()
        self.view: DueView | None = None
        desk.changes.happened.connect(self._follow)

    @property
    def may_record(self) -> bool:
        """Whether the person may record replies and steps."""
        return self._desk.person.may(ActName.RECORD_VALIDITY_REPLY)

    def read(self) -> None:
        """Read as far as the narrowing asks."""
        self._desk.runner.store.run(
            _read,
            self._desk.profile,
            self.narrowing,
            owner=self,
            done=self._take,
            failed=self.refused.emit,
        )

    def narrow(self, narrowing: DueNarrowing) -> None:
        """Show what is asked for; read anew only when it reaches to another day."""
        self.narrowing = narrowing
        view = self.view
        if view is None or narrowing.until(view.day) != view.until:
            self.read()
        else:
            self.shown.emit(view)

    def rows(self) -> tuple[DueRow, ...]:
        """Return the rows that the narrowing lets through."""
        view = self.view
        if view is None:
            return ()
        return tuple(row for row in view.rows if self.narrowing.fits(row, view.day))

    def record_reply(self, reply: ReplyEntry) -> None:
        """Record what a unit answered."""
        self.performer.perform(
            record_validity_reply, reply, done=self._replied, failed=self.refused.emit
        )

    def mark(self, document_id: int, entry: LadderMarkEntry) -> None:
        """Record that a step was done."""
        self.performer.perform(
            mark_ladder_step, document_id, entry, done=self._marked, failed=self.refused.emit
        )

    def save_workbook(self, target: Path) -> None:
        """Write the rows shown into an Excel file."""
        self._save(target, "workbook")

    def save_calendar(self, target: Path) -> None:
        """Write the rows shown into a calendar file."""
        self._save(target, "calendar")

    def _save(self, target: Path, kind: str) -> None:
        office = self._desk.office.office_name
        self._desk.runner.paper.run(
            _saved,
            kind,
            self.rows(),
            office,
            target,
            owner=self,
            done=self._tell_saved,
            failed=self.refused.emit,
        )

    def _take(self, view: DueView) -> None:
        self.view = view
        self.shown.emit(view)

    def _replied(self, ids: Sequence[int]) -> None:
        self._finish(f"已记录单位回复 {len(ids)} 件")

    def _marked(self, _mark_id: int) -> None:
        self._finish("已记为办理")

    def _finish(self, words: str) -> None:
        self.recorded.emit()
        self._desk.announce(Done(words))
        self._desk.changes.publish(Changes(documents=True))

    def _tell_saved(self, target: Path) -> None:
        self._desk.announce(Done(f"已另存为 {target.name}"))

    def _follow(self, changes: Changes) -> None:
        if changes.documents or changes.letters or changes.filings or changes.reviews:
            self.read()


def _read(profile: Profile, narrowing: DueNarrowing) -> DueView:
    day = today()
    until = narrowing.until(day)
    return DueView(day, until, due_rows(profile, day, until), expiry_months(day, MONTHS))


def _saved(kind: str, rows: Sequence[DueRow], office: str, target: Path) -> Path:
    if kind == "calendar":
        return save_copy(target, calendar_file(rows, present_instant(), office))
    return save_copy(target, due_workbook(rows, today().isoformat()))
