"""One letter: proposed from its record, written anew where a person may, issued, withdrawn."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from models.acts.letters import IssuedLetter, Press, withdraw_letter
from models.domain.lifecycle import LetterState
from models.domain.roles import ActName
from models.errors import AppError
from models.queries.letters import LetterPage
from models.queries.office import today
from resources.terms import name_of
from review.letters.issuing import issue_checked
from review.letters.preflight.findings import Finding
from review.letters.preflight.preflight import preflight
from review.letters.press import press_into
from ui.desk import Changes, Desk, Done
from ui.pages.letter.paper_work import (
    FrozenLetter,
    LetterAsked,
    Proposal,
    drawn,
    frozen_letter,
    save_masked,
    save_paper,
    standing_or_proposed,
)
from ui.parts.papers.paper import paper_of
from ui.parts.performer import Performer
from ui.tasks.ticket import Ticket

FORMATS = ("docx", "pdf")


class LetterViewModel(QObject):
    """Holds the letter that is shown.

    ``proposed`` gives a ``Proposal`` with its paper, ``checked`` what the pre-flight found in it,
    ``frozen`` a ``FrozenLetter``; ``issued`` follows once the frozen paper of a letter just issued
    is shown, and says what was done.
    """

    proposed = Signal(object)
    checked = Signal(object)
    frozen = Signal(object)
    issued = Signal(str)
    saved = Signal(Path)
    refused = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.performer = Performer(desk, self)
        self.proposal: Proposal | None = None
        self.letter: LetterPage | None = None
        self._asked: LetterAsked | None = None
        self._drawing: Ticket | None = None
        self._checking: Ticket | None = None
        self._press: Press | None = None
        self._done = ""

    @property
    def may_issue(self) -> bool:
        """Whether the person may issue letters."""
        return self._desk.person.may(ActName.ISSUE_LETTER)

    @property
    def may_withdraw(self) -> bool:
        """Whether the person may withdraw the letter shown."""
        is_issued = self.letter is not None and self.letter.state is LetterState.ISSUED
        return is_issued and self._desk.person.may(ActName.WITHDRAW_LETTER)

    def open_letter(self, letter_id: int) -> None:
        """Read an issued letter."""
        self._forget()
        self._read_letter(letter_id)

    def propose(self, asked: LetterAsked) -> None:
        """Propose a letter from its record; show the issued one when there is one."""
        self._forget()
        self._asked = asked
        self._desk.runner.store.run(
            standing_or_proposed,
            asked,
            self._desk.profile,
            owner=self,
            done=self._take,
            failed=self._refuse,
        )

    def rewrite(self, fields: Mapping[str, object]) -> None:
        """Write some fields anew and draw the paper again."""
        if self.proposal is not None:
            self._draw(self.proposal, fields)

    def issue(self, looked_at: tuple[str, ...] = ()) -> None:
        """Issue the proposed letter as its paper is shown; these findings were looked at."""
        if self.proposal is None or self._press is None:
            return
        self.performer.perform(
            issue_checked,
            self.proposal.proposed,
            self._press,
            looked_at,
            done=self._issued,
            failed=self._refuse,
        )

    def withdraw(self, reason: str) -> None:
        """Withdraw the letter shown."""
        if self.letter is not None:
            self.performer.perform(
                withdraw_letter,
                self.letter.id,
                reason,
                done=self._withdrawn,
                failed=self._refuse,
            )

    def save(self, paper_format: str, target: Path) -> None:
        """Save a copy of the issued paper."""
        if self.letter is None:
            return
        self._desk.runner.paper.run(
            save_paper,
            self._desk.register.letters,
            paper_of(self.letter),
            paper_format,
            target,
            owner=self,
            done=self._tell_saved,
            failed=self._refuse,
        )

    def save_masked(self, target: Path) -> None:
        """Save a copy of the issued paper without personal data."""
        if self.letter is not None:
            self._desk.runner.store.run(
                save_masked,
                self.letter,
                target,
                owner=self,
                done=self._tell_saved,
                failed=self._refuse,
            )

    def read_again(self) -> None:
        """Read what is shown again."""
        if self.letter is not None:
            self.open_letter(self.letter.id)
        elif self._asked is not None:
            self.propose(self._asked)

    def _forget(self) -> None:
        self.proposal = self.letter = self._asked = self._press = None
        for ticket in (self._drawing, self._checking):
            if ticket is not None:
                ticket.cancel()

    def _take(self, found: int | Proposal) -> None:
        if isinstance(found, int):
            self._read_letter(found)
        else:
            self._draw(found, {})

    def _draw(self, proposal: Proposal, fields: Mapping[str, object]) -> None:
        if self._drawing is not None:
            self._drawing.cancel()
        self._drawing = self._desk.runner.paper.run(
            drawn, proposal, fields, owner=self, done=self._show_drawn, failed=self._refuse
        )

    def _show_drawn(self, proposal: Proposal) -> None:
        self.proposal = proposal
        kind = proposal.proposed.kind
        # One press a proposal: a repeated order must be the same request.
        self._press = press_into(self._desk.register.letters, kind, FORMATS)
        self.proposed.emit(proposal)
        if self._checking is not None:
            self._checking.cancel()
        self._checking = self._desk.runner.store.run(
            preflight,
            proposal.proposed,
            today(),
            owner=self,
            done=self._tell_checked,
            failed=self._refuse,
        )

    def _tell_checked(self, found: tuple[Finding, ...]) -> None:
        self.checked.emit(found)

    def _read_letter(self, letter_id: int) -> None:
        self._desk.runner.store.run(
            frozen_letter,
            letter_id,
            self._desk.register.letters,
            owner=self,
            done=self._show_frozen,
            failed=self._refuse,
        )

    def _show_frozen(self, found: FrozenLetter) -> None:
        self.proposal = None
        self.letter = found.page
        self.frozen.emit(found)
        if self._done:
            self.issued.emit(self._done)
            self._done = ""

    def _issued(self, issued: IssuedLetter) -> None:
        kind = name_of(self.proposal.proposed.kind) if self.proposal else ""
        self._done = f"已发出{kind} {issued.letter_number}"
        self._desk.changes.publish(
            Changes(letters=True, numbers=True, filings=True, reviews=True, documents=True)
        )
        self._read_letter(issued.letter_id)

    def _withdrawn(self, letter_id: int) -> None:
        number = self.letter.letter_number if self.letter else ""
        self._desk.announce(Done(f"已撤回 {number}，文号和文书留在登记簿里"))
        self._desk.changes.publish(
            Changes(letters=True, filings=True, reviews=True, documents=True)
        )
        self._read_letter(letter_id)

    def _tell_saved(self, target: Path) -> None:
        self._desk.announce(Done(f"已另存为 {target.name}"))
        self.saved.emit(target)

    def _refuse(self, error: AppError) -> None:
        self.refused.emit(error)
