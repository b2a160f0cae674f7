"""A batch of letters: proposed, looked at, drawn, issued; what is left can be gone on with."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from uuid import uuid4

from PySide6.QtCore import QObject, Signal

from models.acts.letters import IssuedLetter, Press, issue_letter
from models.domain.roles import ActName
from models.domain.terms import LetterSeries
from models.errors import AppError, FaultError
from models.queries.office import today
from resources.terms import name_of
from review.letters.compose import compose
from review.letters.drafting.batches import BATCHES, ProposedBatch
from review.letters.drafting.proposed_letter import ProposedLetter
from review.letters.office_style import style_in_force
from review.letters.pdf_writer import write_pdf
from review.letters.press import WRITERS, press_into
from review.letters.style import STANDARD, LetterStyle
from review.letters.wording_in_force import wording_in_force
from ui.desk import Changes, Desk, Done, NextStep
from ui.parts.letter_batch.batch_line import BatchLine, LineState, Remark, state_after
from ui.parts.letter_batch.one_by_one import OneByOne
from ui.tasks.ticket import Ticket

LookAt = Callable[[ProposedLetter], Sequence[Remark]]
"""What is looked at in a letter before it is issued; runs in the store lane."""


@dataclass(frozen=True)
class _Proposed:
    """What the store lane brings: the letters and how they are set today."""

    batch: ProposedBatch
    style: LetterStyle
    wording: str


class LetterBatchViewModel(QObject):
    """Holds the lines of a batch by position; ``lines_changed`` follows every change.

    ``issued_all`` gives how many were issued in this go and how many were not.
    """

    lines_changed = Signal()
    drawn = Signal(object)
    left_out = Signal(object)
    issued_all = Signal(int, int)
    refused = Signal(object)

    def __init__(self, desk: Desk, parent: QObject, look_at: LookAt) -> None:
        super().__init__(parent)
        self._desk = desk
        self._look_at = look_at
        self.kind: LetterSeries | None = None
        self.lines: list[BatchLine] = []
        self.checking = OneByOne(desk, self)
        self.issuing = OneByOne(desk, self)
        self._style = STANDARD
        self._wording: str | None = None
        self._drawing: Ticket | None = None
        self._done = self._failed = 0
        self.checking.answered.connect(self._take_remarks)
        self.issuing.answered.connect(self._take_issued)
        self.issuing.ended.connect(self._tell_issued)

    @property
    def may_issue(self) -> bool:
        """Whether the person may issue letters."""
        return self._desk.person.may(ActName.ISSUE_LETTER)

    def wanted(self) -> list[BatchLine]:
        """Return the lines that the next go issues."""
        return [line for line in self.lines if line.is_wanted and line.can_be_issued]

    def issued_ids(self) -> list[int]:
        """Return the letters issued so far, in the order of their lines."""
        return [line.issued.letter_id for line in self.lines if line.issued is not None]

    def open(self, kind: LetterSeries) -> None:
        """Propose the letters of a kind that are due now."""
        if self.issuing.is_running:
            return
        self.checking.stop()
        self.kind = kind
        self._desk.runner.store.run(
            _propose, kind, owner=self, done=self._take, failed=self._refuse
        )

    def look_further(self) -> Ticket | None:
        """Look at the letters that nobody has looked at yet."""
        waiting = [line for line in self.lines if line.state is LineState.UNCHECKED]
        return self.checking.begin("检查", partial(_look_at, self._look_at), waiting)

    def want(self, positions: Sequence[int], *, is_wanted: bool) -> None:
        """Choose lines to be issued, or leave them for another time."""
        for position in positions:
            self._put(replace(self.lines[position], is_wanted=is_wanted))
        self.lines_changed.emit()

    def draw(self, position: int) -> None:
        """Draw the letter of a line as it would be printed; an issued one from the store."""
        if self._drawing is not None:
            self._drawing.cancel()
        line = self.lines[position]
        work: Callable[[], bytes] = partial(_drawn, line.proposed, self._style, self._wording)
        if line.issued is not None:
            sha256 = dict(line.issued.papers)["pdf"]
            work = partial(self._desk.register.letters.read, sha256)
        self._drawing = self._desk.runner.paper.run(
            work, owner=self, done=self.drawn.emit, failed=self._refuse
        )

    def issue(self) -> Ticket | None:
        """Issue the lines that are wanted; what cannot be issued is told on its line."""
        self._done = self._failed = 0
        if self.kind is None:
            return None
        press = press_into(self._desk.register.letters, self.kind, tuple(WRITERS))
        return self.issuing.begin("发出", partial(_issue, press, uuid4().hex), self.wanted())

    def _take(self, proposed: _Proposed) -> None:
        self._style = proposed.style
        self._wording = proposed.wording
        self.lines = [
            BatchLine(position, letter, self._desk.order())
            for position, letter in enumerate(proposed.batch.letters)
        ]
        self.lines_changed.emit()
        self.left_out.emit(proposed.batch.left_out)

    def _take_remarks(
        self, line: BatchLine, remarks: Sequence[Remark] | None, error: AppError | None
    ) -> None:
        line = self.lines[line.position]
        if error is not None:
            self._put(replace(line, state=LineState.REFUSED, refusal=error, is_wanted=False))
        else:
            state = state_after(remarks or ())
            # A remark is for a person to look at: nothing that bears one goes out unseen.
            is_wanted = line.is_wanted and state is LineState.READY
            self._put(replace(line, state=state, remarks=remarks or (), is_wanted=is_wanted))
        self.lines_changed.emit()

    def _take_issued(
        self, line: BatchLine, issued: IssuedLetter | None, error: AppError | None
    ) -> None:
        line = self.lines[line.position]
        if issued is not None:
            self._done += 1
            self._put(replace(line, state=LineState.ISSUED, issued=issued, refusal=None))
        else:
            self._failed += 1
            self._put(replace(line, state=LineState.REFUSED, refusal=error))
            # A full disk or a lost connection would refuse all the others as well.
            if isinstance(error, FaultError) or type(error) is AppError:
                self.issuing.stop()
        self.lines_changed.emit()

    def _tell_issued(self, _is_stopped: bool) -> None:  # noqa: FBT001 -- the signal's argument
        if self._done:
            changes = Changes(
                letters=True, numbers=True, filings=True, reviews=True, documents=True
            )
            self._desk.changes.publish(changes)
        self.issued_all.emit(self._done, self._failed)

    def announce(self, steps: tuple[NextStep, ...]) -> None:
        """Say what was issued, and what can be done with it."""
        kind = name_of(self.kind) if self.kind else ""
        self._desk.announce(Done(f"已发出{kind} {self._done} 份", steps))

    def _put(self, line: BatchLine) -> None:
        self.lines[line.position] = line

    def _refuse(self, error: AppError) -> None:
        self.refused.emit(error)


def _propose(kind: LetterSeries) -> _Proposed:
    wording = wording_in_force(kind.value).text
    return _Proposed(BATCHES[kind](today()), style_in_force(), wording)


def _look_at(look_at: LookAt, line: BatchLine) -> Sequence[Remark]:
    return look_at(line.proposed)


def _drawn(proposed: ProposedLetter, style: LetterStyle, wording: str | None) -> bytes:
    return write_pdf(compose(proposed.letter, wording=wording), style)


def _issue(press: Press, batch_id: str, line: BatchLine) -> IssuedLetter:
    checked = tuple(remark.code for remark in line.remarks)
    return issue_letter(line.order, line.proposed.as_draft(checked, batch_id), press)
