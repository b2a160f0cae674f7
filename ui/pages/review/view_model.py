"""One review: the text with its clauses, the findings by place, and the acts."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject, Signal

from models.acts.reviews import add_finding, conclude_review, withdraw_finding
from models.domain.lifecycle import LetterState, ReviewState
from models.domain.records import FindingEntry
from models.domain.roles import ActName
from models.domain.terms import LetterSeries
from models.errors import AppError
from models.queries.office import today
from models.queries.review_page import FindingRow, ReviewPage, review_page
from review.reading.clauses import clause_at, find_quote, outline_of
from review.reading.structure import StructureNode
from review.reading.text import Place
from ui.desk import Changes, Desk
from ui.parts.performer import Performer


@dataclass(frozen=True)
class PlacedFinding:
    """A finding and where its quote stands in the text, if it does."""

    row: FindingRow
    place: Place | None

    @property
    def is_standing(self) -> bool:
        """Whether it was not withdrawn."""
        return not self.row.withdrawn_reason


@dataclass(frozen=True)
class ReviewView:
    """Everything the desk shows; findings in the order of the text."""

    page: ReviewPage
    parts: tuple[StructureNode, ...]
    findings: tuple[PlacedFinding, ...]
    today: date

    @property
    def is_open(self) -> bool:
        """Whether findings can still be added."""
        return self.page.state is ReviewState.UNDER_REVIEW

    @property
    def wants_opinion(self) -> bool:
        """Whether an opinion is due and was not issued."""
        has_opinion = any(
            one.kind is LetterSeries.REVIEW_OPINION and one.state is LetterState.ISSUED
            for one in self.page.letters
        )
        return self.page.state is ReviewState.CONCLUDED_DEFECT and not has_opinion


def read_review(review_id: int) -> ReviewView:
    """Read one review.

    Raises:
        ReviewMissingError: there is no such review.
    """
    page = review_page(review_id)
    placed = [PlacedFinding(row, find_quote(page.text, row.quote)) for row in page.findings]
    return ReviewView(page, outline_of(page.text), tuple(sorted(placed, key=_order)), today())


def _order(finding: PlacedFinding) -> tuple[bool, int, int]:
    start = finding.place.start if finding.place else 0
    return finding.place is None, start, finding.row.position


class ReviewViewModel(QObject):
    """The review that is shown, and the finding the reviewer stands on."""

    shown = Signal(ReviewView)
    current_changed = Signal(object)
    finding_added = Signal(int)
    finding_withdrawn = Signal()
    concluded = Signal(date)
    refused = Signal(AppError)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._review_id: int | None = None
        self._current_id: int | None = None
        self.performer = Performer(desk, self)
        self.view: ReviewView | None = None
        desk.changes.happened.connect(self._follow)

    @property
    def may_review(self) -> bool:
        """Whether the person may add findings to the review shown."""
        is_open = self.view is not None and self.view.is_open
        return is_open and self._desk.person.may(ActName.ADD_FINDING)

    @property
    def current(self) -> PlacedFinding | None:
        """The finding the reviewer stands on."""
        findings = self.view.findings if self.view else ()
        return next((one for one in findings if one.row.id == self._current_id), None)

    def show(self, review_id: int) -> None:
        """Show a review; until it is read, nothing of another one can be acted on."""
        if review_id != self._review_id:
            self._current_id = None
            self.view = None
        self._review_id = review_id
        self.read_again()

    def read_again(self) -> None:
        """Read the review shown as it stands now."""
        if self._review_id is None:
            return
        self._desk.runner.store.run(
            read_review, self._review_id, owner=self, done=self._take, failed=self._refuse
        )

    def quoted(self, start: int, end: int) -> tuple[str, str]:
        """Return the clause in which words of the text begin, and the words as one line."""
        text = self.view.page.text if self.view else ""
        return clause_at(text, start), "".join(text[start:end].split("\n"))

    def stand_on(self, finding_id: int) -> None:
        """Stand on a finding."""
        self._current_id = finding_id
        self.current_changed.emit(self.current)

    def step(self, by: int) -> None:
        """Go to the next or the previous finding that stands, around the ends."""
        standing = [one for one in self.view.findings if one.is_standing] if self.view else []
        if not standing:
            return
        ids = [one.row.id for one in standing]
        here = ids.index(self._current_id) if self._current_id in ids else (-1 if by > 0 else 0)
        self.stand_on(ids[(here + by) % len(ids)])

    def add(self, finding: FindingEntry) -> None:
        """Add a finding (提出审查发现)."""
        self.performer.perform(
            add_finding, self._id(), finding, done=self._take_added, failed=self._refuse
        )

    def withdraw(self, finding_id: int, reason: str) -> None:
        """Take a finding back with a reason; it stays visible."""
        self.performer.perform(
            withdraw_finding, finding_id, reason, done=self._take_withdrawn, failed=self._refuse
        )

    def conclude(self, requested_act: str, summary: str) -> None:
        """Conclude the review as the findings shown lead to (审查终结)."""
        if self.view is None:
            return
        self.performer.perform(
            conclude_review,
            self._id(),
            self.view.page.conclusion,
            requested_act,
            summary,
            done=self._take_concluded,
            failed=self._refuse,
        )

    def _id(self) -> int:
        return self._review_id or 0

    def _take(self, view: ReviewView) -> None:
        if view.page.id == self._review_id:
            self.view = view
            self.shown.emit(view)

    def _take_added(self, finding_id: int) -> None:
        self._current_id = finding_id
        self._desk.changes.publish(Changes(reviews=True))
        self.finding_added.emit(finding_id)

    def _take_withdrawn(self, _finding_id: int) -> None:
        self._desk.changes.publish(Changes(reviews=True))
        self.finding_withdrawn.emit()

    def _take_concluded(self, day: date) -> None:
        self._desk.changes.publish(Changes(reviews=True))
        self.concluded.emit(day)

    def _refuse(self, error: AppError) -> None:
        self.refused.emit(error)

    def _follow(self, changes: Changes) -> None:
        if changes.reviews or changes.documents or changes.letters:
            self.read_again()
