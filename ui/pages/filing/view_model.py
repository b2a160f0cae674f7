"""One filing: what its page shows, what can be done next, and the acts."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject, Signal

from models.acts.decide_filing import (
    Acceptance,
    accept_filing,
    record_supplement,
    refuse_filing,
    request_supplement,
)
from models.acts.formal_checks import record_formal_check
from models.acts.reviews import OpenedReview, open_review
from models.derivations import explain
from models.domain.calendar import Deadline
from models.domain.formal_check import FormalAnswer
from models.domain.lifecycle import FilingState
from models.domain.profile import Profile
from models.domain.records import DefectEntry, MaterialEntry, ReviewEntry
from models.domain.roles import ActName
from models.domain.terms import ReviewTrigger
from models.due_dates import Timeliness, compute, filing_timeliness
from models.errors import AppError
from models.queries.document_text import document_text
from models.queries.filing_page import FilingPage, filing_page
from models.queries.office import PersonRow, people, profile, today
from models.queries.trail import TrailRow, trail_of
from review.formal_check import ProposedAnswer, propose_formal_check
from ui.desk import Changes, Desk
from ui.parts.performer import Performer


@dataclass(frozen=True)
class FilingView:
    """Everything the page shows; ``supplement_due`` is for a request made today.

    ``checklist`` is what the program can answer of the formal check while that is due.
    """

    page: FilingPage
    text: str
    trail: tuple[TrailRow, ...]
    profile: Profile
    today: date
    timeliness: Timeliness | None
    supplement_due: Deadline
    reviewers: tuple[PersonRow, ...]
    checklist: tuple[ProposedAnswer, ...]


def read_filing(filing_id: int) -> FilingView:
    """Read one filing as the rules in force ask for it.

    Raises:
        FilingMissingError: there is no such filing.
    """
    rules, day = profile(), today()
    page = filing_page(filing_id, rules)
    published = page.published_date
    return FilingView(
        page=page,
        text=document_text(page.document_id),
        trail=trail_of("filing", filing_id),
        profile=rules,
        today=day,
        timeliness=filing_timeliness(rules, published, page.received_date) if published else None,
        supplement_due=compute(rules, "delivered_date", day, rules.supplement_term.value),
        reviewers=tuple(one for one in people() if one.may(ActName.CONCLUDE_REVIEW)),
        checklist=(propose_formal_check(page, rules) if page.state is FilingState.RECEIVED else ()),
    )


class FilingViewModel(QObject):
    """The filing that is shown."""

    shown = Signal(FilingView)
    accepted = Signal(Acceptance)
    checked = Signal()
    supplement_requested = Signal(date)
    supplement_recorded = Signal()
    filing_refused = Signal()
    review_opened = Signal(OpenedReview)
    refused = Signal(AppError)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._filing_id: int | None = None
        self.performer = Performer(desk, self)
        self.view: FilingView | None = None
        desk.changes.happened.connect(self._follow)

    def show(self, filing_id: int) -> None:
        """Show a filing; until it is read, nothing of another one can be acted on."""
        if filing_id != self._filing_id:
            self.view = None
        self._filing_id = filing_id
        self.read_again()

    def read_again(self) -> None:
        """Read the filing shown as it stands now."""
        if self._filing_id is None:
            return
        self._desk.runner.store.run(
            read_filing, self._filing_id, owner=self, done=self._take, failed=self._refuse
        )

    def keep_check(self, answers: tuple[FormalAnswer, ...]) -> None:
        """Keep the answers to the checklist (形式审查)."""
        self.performer.perform(
            record_formal_check, self._id(), answers, done=self._take_check, failed=self._refuse
        )

    def accept(self) -> None:
        """Register the filing and give it its number (予以备案登记)."""
        self.performer.perform(
            accept_filing, self._id(), done=self._take_acceptance, failed=self._refuse
        )

    def request_supplement(self, defects: tuple[DefectEntry, ...]) -> None:
        """Ask the body that filed to mend the defects (要求补正)."""
        self.performer.perform(
            request_supplement, self._id(), defects, done=self._take_due, failed=self._refuse
        )

    def record_supplement(self, answered_date: date, materials: tuple[MaterialEntry, ...]) -> None:
        """Enter that the supplement came (记录补正)."""
        self.performer.perform(
            record_supplement,
            self._id(),
            answered_date,
            materials,
            done=self._take_supplement,
            failed=self._refuse,
        )

    def refuse(self, reason: str) -> None:
        """Refuse the filing with a reason (不予备案登记)."""
        self.performer.perform(
            refuse_filing, self._id(), reason, done=self._take_refusal, failed=self._refuse
        )

    def open_review(self, trigger: ReviewTrigger, reviewer_login: str) -> None:
        """Open the review of the document (启动审查)."""
        if self.view is None:
            return
        entry = ReviewEntry(trigger, self.view.page.document_id, self._id(), reviewer_login)
        self.performer.perform(open_review, entry, done=self._take_review, failed=self._refuse)

    def supplement_words(self) -> str:
        """Say until when a request made today must be answered, and why."""
        return explain(self.view.supplement_due) if self.view else ""

    def _id(self) -> int:
        return self._filing_id or 0

    def _take(self, view: FilingView) -> None:
        if view.page.id == self._filing_id:
            self.view = view
            self.shown.emit(view)

    def _take_check(self, _check_id: int) -> None:
        self._desk.changes.publish(Changes(filings=True))
        self.checked.emit()

    def _take_acceptance(self, acceptance: Acceptance) -> None:
        self._desk.changes.publish(Changes(filings=True, numbers=True))
        self.accepted.emit(acceptance)

    def _take_due(self, due_date: date) -> None:
        self._desk.changes.publish(Changes(filings=True))
        self.supplement_requested.emit(due_date)

    def _take_supplement(self, _filing_id: int) -> None:
        self._desk.changes.publish(Changes(filings=True))
        self.supplement_recorded.emit()

    def _take_refusal(self, _filing_id: int) -> None:
        self._desk.changes.publish(Changes(filings=True))
        self.filing_refused.emit()

    def _take_review(self, opened: OpenedReview) -> None:
        self._desk.changes.publish(Changes(filings=True, reviews=True))
        self.review_opened.emit(opened)

    def _refuse(self, error: AppError) -> None:
        self.refused.emit(error)

    def _follow(self, changes: Changes) -> None:
        if changes.filings or changes.documents or changes.letters or changes.reviews:
            self.read_again()
