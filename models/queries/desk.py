"""What waits for whom: the counts beside the pages and the lists of the desk (工作台)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from peewee import ModelSelect, fn

from models.domain.lifecycle import FilingState, LetterState, MakingState, ReviewState
from models.domain.profile import Profile
from models.domain.records import Origin
from models.domain.terms import LetterSeries
from models.queries.deadlines import OpenDeadlineRow, open_deadlines
from models.queries.tuples import tuples_of
from models.tables.documents import Document
from models.tables.filings import Filing, Review
from models.tables.letters import Deadline, Letter


@dataclass(frozen=True)
class WaitingCounts:
    """How much waits: documents to go on, filings to decide, reviews to conclude, letters.

    ``supplements`` are filings that wait for what their body was asked to supplement.
    """

    to_number: int
    to_issue: int
    filings: int
    supplements: int
    reviews: int
    receipts: int
    opinions: int

    @property
    def documents(self) -> int:
        """Documents that wait for number, printing or publication."""
        return self.to_number + self.to_issue

    @property
    def letters(self) -> int:
        """Letters that are due and not written."""
        return self.receipts + self.opinions


@dataclass(frozen=True)
class WaitingRow:
    """One record that waits for a step."""

    record_id: int
    title: str
    since: date
    due_date: date | None


@dataclass(frozen=True)
class DeskPage:
    """What the desk shows."""

    counts: WaitingCounts
    deadlines: tuple[OpenDeadlineRow, ...]
    to_number: tuple[WaitingRow, ...]
    to_issue: tuple[WaitingRow, ...]
    filings_to_decide: tuple[WaitingRow, ...]
    filings_to_supplement: tuple[WaitingRow, ...]
    filings_without_receipt: tuple[WaitingRow, ...]
    reviews_to_conclude: tuple[WaitingRow, ...]
    reviews_without_opinion: tuple[WaitingRow, ...]


_SHOWN = 20


def waiting_counts(profile: Profile) -> WaitingCounts:
    """Count what waits."""
    return WaitingCounts(
        to_number=_to_number(profile).count(),
        to_issue=_to_issue(profile).count(),
        filings=_undecided().count(),
        supplements=_deferred().count(),
        reviews=_unconcluded().count(),
        receipts=_without_receipt().count(),
        opinions=_without_opinion().count(),
    )


def desk_page(profile: Profile) -> DeskPage:
    """Return what waits, the most pressing first."""
    return DeskPage(
        counts=waiting_counts(profile),
        deadlines=open_deadlines(_SHOWN),
        to_number=_documents(_to_number(profile)),
        to_issue=_documents(_to_issue(profile)),
        filings_to_decide=_filings(_undecided()),
        filings_to_supplement=_filings(_deferred()),
        filings_without_receipt=_filings(_without_receipt()),
        reviews_to_conclude=_reviews(_unconcluded()),
        reviews_without_opinion=_reviews(_without_opinion()),
    )


def filings_without_receipt() -> list[int]:
    """Return the ids of all registered filings whose receipt is due, the oldest first."""
    query = _without_receipt().select(Filing.id).order_by(Filing.received_date, Filing.id)
    return [row[0] for row in tuples_of(query)]


def year_counts(year: int) -> dict[str, int]:
    """Count what was done in a year: documents registered, filings received, late, reviewed."""
    start, end = date(year, 1, 1), date(year, 12, 31)
    received = Filing.received_date.between(start, end)
    return {
        "registered": Document.select()
        .where(
            Document.origin == Origin.OWN,
            Document.making_state != MakingState.NOT_REGISTERED,
            Document.registered_date.between(start, end),
        )
        .count(),
        "filed": Filing.select().where(received).count(),
        "late": Filing.select().where(received, ~Filing.is_timely).count(),
        "concluded": Review.select().where(Review.concluded_date.between(start, end)).count(),
    }


def _to_number(profile: Profile) -> ModelSelect[Document]:
    states = [MakingState.REGISTERED] if profile.unified_number_required.value else []
    return Document.select().where(Document.origin == Origin.OWN, Document.making_state.in_(states))


def _to_issue(profile: Profile) -> ModelSelect[Document]:
    states = [MakingState.NUMBERED, MakingState.PRINTED]
    if not profile.unified_number_required.value:
        states.append(MakingState.REGISTERED)
    return Document.select().where(
        Document.origin == Origin.OWN,
        Document.making_state.in_(states),
        Document.published_date.is_null(),
    )


def _undecided() -> ModelSelect[Filing]:
    return Filing.select().join(Document).where(Filing.state == FilingState.RECEIVED)


def _deferred() -> ModelSelect[Filing]:
    return Filing.select().join(Document).where(Filing.state == FilingState.DEFERRED)


def _unconcluded() -> ModelSelect[Review]:
    return Review.select().join(Document).where(Review.state == ReviewState.UNDER_REVIEW)


def _without_receipt() -> ModelSelect[Filing]:
    written = Letter.select(Letter.id).where(
        Letter.filing == Filing.id,
        Letter.kind == LetterSeries.FILING_RECEIPT,
        Letter.state == LetterState.ISSUED,
    )
    return (
        Filing.select()
        .join(Document)
        .where(Filing.state == FilingState.REGISTERED, ~fn.EXISTS(written))
    )


def _without_opinion() -> ModelSelect[Review]:
    written = Letter.select(Letter.id).where(
        Letter.review == Review.id,
        Letter.kind == LetterSeries.REVIEW_OPINION,
        Letter.state == LetterState.ISSUED,
    )
    return (
        Review.select()
        .join(Document)
        .where(Review.state == ReviewState.CONCLUDED_DEFECT, ~fn.EXISTS(written))
    )


def _documents(query: ModelSelect[Document]) -> tuple[WaitingRow, ...]:
    chosen = query.select(Document.id, Document.title, Document.registered_date)
    ordered = chosen.order_by(Document.registered_date, Document.id).limit(_SHOWN)
    return tuple(WaitingRow(row[0], row[1], row[2], None) for row in tuples_of(ordered))


def _filings(query: ModelSelect[Filing]) -> tuple[WaitingRow, ...]:
    chosen = query.select(Filing.id, Document.title, Filing.received_date)
    rows = list(tuples_of(chosen.order_by(Filing.received_date, Filing.id).limit(_SHOWN)))
    open_ones = Deadline.select(Deadline.filing, Deadline.due_date).where(
        Deadline.filing.in_([row[0] for row in rows]),
        Deadline.review.is_null(),
        Deadline.met_date.is_null(),
    )
    due_dates = dict(tuples_of(open_ones.order_by(Deadline.due_date.desc())))
    return tuple(WaitingRow(*(*row, due_dates.get(row[0]))) for row in rows)


def _reviews(query: ModelSelect[Review]) -> tuple[WaitingRow, ...]:
    chosen = query.select(Review.id, Document.title, Review.opened_date, Review.due_date)
    ordered = chosen.order_by(Review.due_date, Review.id).limit(_SHOWN)
    return tuple(WaitingRow(*row) for row in tuples_of(ordered))
