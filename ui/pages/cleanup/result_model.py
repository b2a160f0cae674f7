"""The result of a cleanup: looked at, its decision drawn and issued, applied to the register."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from models.acts.cleanup_campaigns import advance_campaign
from models.acts.cleanup_results import acknowledge_affected, issue_cleanup_result
from models.acts.cleanup_scopes import add_entry
from models.acts.letters import IssuedLetter, Press
from models.cleanup_course import AffectedDocument
from models.domain.cleanup_result import ResultEntry, ResultTerms
from models.domain.lifecycle import CampaignState
from models.domain.roles import ActName
from models.domain.terms import LetterSeries
from models.errors import AppError
from models.queries.office import today
from review.cleanup.issuing_decision import issue_decision
from review.letters.drafting.cleanup_decision import DecisionPaper
from review.letters.preflight.findings import Finding
from review.letters.preflight.preflight import preflight
from review.letters.press import press_into
from ui.desk import Changes, Desk, Done
from ui.pages.cleanup.result_reading import (
    DecisionDraft,
    ResultShown,
    draw_decision,
    propose_decision,
    read_result,
    save_draft,
)
from ui.parts.performer import Performer
from ui.tasks.ticket import Ticket

_FORMATS = ("docx", "pdf")


class ResultModel(QObject):
    """State and intents of the result tab.

    ``result_read`` gives a ``ResultShown``; ``drawn`` a ``DecisionDraft`` with its paper, and
    ``checked`` what the pre-flight found in it; ``done`` says that an act is done.
    """

    result_read = Signal(object)
    drawn = Signal(object)
    checked = Signal(object)
    issued = Signal(object)
    done = Signal()
    refused = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.performer = Performer(desk, self)
        self.shown: ResultShown | None = None
        self.draft: DecisionDraft | None = None
        self._press: Press | None = None
        self._campaign_id = 0
        self._reading: Ticket | None = None
        self._terms: ResultTerms | None = None

    def open(self, campaign_id: int) -> None:
        """Look at the result of another cleanup."""
        if campaign_id != self._campaign_id:
            self._campaign_id = campaign_id
            self.shown = self.draft = self._press = self._terms = None

    def may(self, act: ActName) -> bool:
        """Tell whether the person may do this."""
        return self._desk.person.may(act)

    def read(self, terms: ResultTerms | None = None) -> None:
        """Read the result with these terms, else with those it was read with before."""
        if not self._campaign_id:
            return
        self._terms = terms or self._terms
        if self._reading is not None:
            self._reading.cancel()
        self._reading = self._desk.runner.store.run(
            read_result,
            self._campaign_id,
            self._terms,
            owner=self,
            done=self._take,
            failed=self._refuse,
        )

    def acknowledge(self, affected: Sequence[AffectedDocument], note: str) -> None:
        """Keep that somebody has looked at documents that the result touches."""
        self.performer.perform(
            acknowledge_affected,
            self._campaign_id,
            tuple((one.document_id, one.ground) for one in affected),
            note,
            done=self._acknowledged,
            failed=self._refuse,
        )

    def list_document(self, document_id: int, reason: str) -> None:
        """Take a document that the result touches into the list, to be decided like the others."""
        self.performer.perform(
            add_entry,
            self._campaign_id,
            document_id,
            reason,
            done=self._listed,
            failed=self._refuse,
        )

    def draw(self, paper: DecisionPaper) -> None:
        """Draw the decision as it would be printed."""
        self.draft = self._press = None
        self._desk.runner.store.run(
            propose_decision,
            self._campaign_id,
            paper,
            owner=self,
            done=self._set,
            failed=self._refuse,
        )

    def save(self, paper_format: str, target: Path) -> None:
        """Save the decision drawn as a draft."""
        if self.draft is not None:
            self._desk.runner.paper.run(
                save_draft,
                self.draft,
                paper_format,
                target,
                owner=self,
                done=self._tell_saved,
                failed=self._refuse,
            )

    def issue(self, looked_at: tuple[str, ...]) -> None:
        """Issue the decision as it is drawn, in the office's own series."""
        if self.draft is not None and self._press is not None:
            self.performer.perform(
                issue_decision,
                self._campaign_id,
                self.draft.paper,
                today(),
                self._press,
                looked_at,
                done=self._issued,
                failed=self._refuse,
            )

    def decide(self, note: str) -> None:
        """Close the decisions: what another organ adopts must not change any more."""
        self.performer.perform(
            advance_campaign,
            self._campaign_id,
            CampaignState.DECIDED,
            note,
            done=self._decided,
            failed=self._refuse,
        )

    def apply(self, entry: ResultEntry) -> None:
        """Apply the result to every document of the list."""
        self.performer.perform(
            issue_cleanup_result,
            self._campaign_id,
            entry,
            done=self._applied,
            failed=self._refuse,
        )

    def _take(self, shown: ResultShown) -> None:
        if shown.campaign_id == self._campaign_id:
            self.shown = shown
            self.result_read.emit(shown)

    def _set(self, draft: DecisionDraft) -> None:
        self._desk.runner.paper.run(
            draw_decision, draft, owner=self, done=self._show_drawn, failed=self._refuse
        )

    def _show_drawn(self, draft: DecisionDraft) -> None:
        self.draft = draft
        # One press a draft: a repeated order must be the same request.
        self._press = press_into(
            self._desk.register.letters, LetterSeries.CLEANUP_DECISION, _FORMATS
        )
        self.drawn.emit(draft)
        self._desk.runner.store.run(
            preflight,
            draft.proposed,
            today(),
            owner=self,
            done=self._tell_checked,
            failed=self._refuse,
        )

    def _tell_checked(self, found: tuple[Finding, ...]) -> None:
        self.checked.emit(found)

    def _acknowledged(self, count: int) -> None:
        self._tell(f"已记录核对 {count} 件", Changes(cleanups=True))

    def _listed(self, _entry_id: int) -> None:
        self._tell("已增补列入清理目录，请到“审核”中写审核意见", Changes(cleanups=True))

    def _decided(self, _campaign_id: int) -> None:
        self._tell("清理结果已定，各件的审核意见不再改动", Changes(cleanups=True))

    def _issued(self, issued: IssuedLetter) -> None:
        changes = Changes(letters=True, numbers=True, documents=True, cleanups=True)
        self._tell(f"已发出清理结果决定 {issued.letter_number}", changes)
        self.issued.emit(issued)

    def _applied(self, count: int) -> None:
        sentence = f"清理结果已落实到登记簿，{count} 件文件记入了变化"
        self._tell(sentence, Changes(documents=True, cleanups=True))

    def _tell_saved(self, target: Path) -> None:
        self._desk.announce(Done(f"已另存为 {target.name}"))

    def _tell(self, sentence: str, changes: Changes) -> None:
        self._desk.announce(Done(sentence))
        self._desk.changes.publish(changes)
        self.done.emit()

    def _refuse(self, error: AppError) -> None:
        self.refused.emit(error)
