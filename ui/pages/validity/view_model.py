"""The due list and the months of the ends: read, narrowed, answered, saved."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

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
from review.due.paper import PaperLook, draft_due_list, due_list_file, look_in_force
from review.due.workbook import due_workbook
from ui.desk import Changes, Desk, Done
from ui.pages.validity.narrowing import DueNarrowing, scope_words
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


@dataclass(frozen=True)
class Taken:
    """The rows that are taken along, whose they are, and what they were narrowed to."""

    rows: tuple[DueRow, ...]
    office: str
    scope: str
    look: PaperLook


class ValidityViewModel(QObject):
    """``shown`` follows a reading, ``recorded`` an act, ``paper_drawn`` gives a PDF."""

    shown = Signal(object)
    paper_drawn = Signal(bytes)
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

    @property
    def may_remind(self) -> bool:
        """Whether the person may issue reminders."""
        return self._desk.person.may(ActName.ISSUE_LETTER)

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

    def save(self, suffix: str, target: Path) -> None:
        """Write the rows shown into a file of a kind: pdf, docx, xlsx or ics."""
        self._take_along(partial(_saved, suffix, target), self._tell_saved)

    def draw(self) -> None:
        """Draw the rows shown as a paper to print."""
        self._take_along(_drawn, self.paper_drawn.emit)

    def _take_along(self, make: Callable[[Taken], Any], done: Callable[[Any], None]) -> None:
        """Look up the words of the paper in the store, then make it in the paper lane."""
        self._desk.runner.store.run(
            look_in_force,
            owner=self,
            done=partial(self._make, make, done),
            failed=self.refused.emit,
        )

    def _make(
        self, make: Callable[[Taken], Any], done: Callable[[Any], None], look: PaperLook
    ) -> None:
        scope = scope_words(self.narrowing, self.view.until) if self.view else ""
        taken = Taken(self.rows(), self._desk.office.office_name, scope, look)
        self._desk.runner.paper.run(make, taken, owner=self, done=done, failed=self.refused.emit)

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


def _saved(suffix: str, target: Path, taken: Taken) -> Path:
    if suffix == "ics":
        return save_copy(target, calendar_file(taken.rows, present_instant(), taken.office))
    if suffix == "xlsx":
        return save_copy(target, due_workbook(taken.rows, today().isoformat()))
    return save_copy(target, _paper(taken, suffix))


def _drawn(taken: Taken) -> bytes:
    return _paper(taken, "pdf")


def _paper(taken: Taken, paper_format: str) -> bytes:
    paper = draft_due_list(taken.rows, taken.office, today(), taken.scope)
    return due_list_file(paper, paper_format, taken.look)
