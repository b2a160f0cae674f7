"""Reviews as a list: narrowed, ordered, counted."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from peewee import Expression, Field

from models.domain.document_number import normalise
from models.domain.lifecycle import ReviewState
from models.queries.tuples import tuples_of
from models.tables.documents import Document
from models.tables.filings import Review
from models.tables.office import Person


class ReviewOrder(StrEnum):
    """A column the reviews can be sorted by."""

    DUE_DATE = "due_date"
    OPENED_DATE = "opened_date"
    TITLE = "title"
    REVIEWER = "reviewer"
    STATE = "state"


_COLUMNS: dict[ReviewOrder, Field] = {
    ReviewOrder.DUE_DATE: Review.due_date,
    ReviewOrder.OPENED_DATE: Review.opened_date,
    ReviewOrder.TITLE: Document.title,
    ReviewOrder.REVIEWER: Person.name,
    ReviewOrder.STATE: Review.state,
}


@dataclass(frozen=True)
class ReviewFilter:
    """What the reviews are narrowed to; empty means no narrowing."""

    containing: str = ""
    states: frozenset[ReviewState] = frozenset()
    reviewer_login: str = ""


@dataclass(frozen=True)
class ReviewRow:
    """One line of the reviews."""

    id: int
    document_id: int
    title: str
    document_number: str
    issuing_body_name: str
    reviewer: str
    opened_date: date
    due_date: date
    concluded_date: date | None
    state: ReviewState


def review_ids(
    narrowing: ReviewFilter, order: ReviewOrder, *, descending: bool = False
) -> list[int]:
    """Return the ids of the reviews in the order wanted."""
    column = _COLUMNS[order]
    direction = column.desc() if descending else column.asc()
    newest = Review.id.desc() if descending else Review.id.asc()
    query = (
        Review.select(Review.id)
        .join(Document)
        .switch(Review)
        .join(Person, on=(Review.reviewer == Person.id))
        .where(*_conditions(narrowing))
    )
    return [row[0] for row in tuples_of(query.order_by(direction, newest))]


def review_rows(ids: list[int]) -> list[ReviewRow]:
    """Return the rows with these ids, in this order."""
    query = (
        Review.select(
            Review.id,
            Review.document,
            Document.title,
            Document.document_number,
            Document.issuing_body_name,
            Person.name,
            Review.opened_date,
            Review.due_date,
            Review.concluded_date,
            Review.state,
        )
        .join(Document)
        .switch(Review)
        .join(Person, on=(Review.reviewer == Person.id))
        .where(Review.id.in_(ids))
    )
    rows = {
        row[0]: ReviewRow(
            id=row[0],
            document_id=row[1],
            title=row[2],
            document_number=row[3] or "",
            issuing_body_name=row[4],
            reviewer=row[5],
            opened_date=row[6],
            due_date=row[7],
            concluded_date=row[8],
            state=ReviewState(row[9]),
        )
        for row in tuples_of(query)
    }
    return [rows[review_id] for review_id in ids if review_id in rows]


def review_state_counts() -> dict[ReviewState, int]:
    """Count the reviews by state, for the filter."""
    counts = dict.fromkeys(ReviewState, 0)
    for (state,) in tuples_of(Review.select(Review.state)):
        counts[ReviewState(state)] += 1
    return counts


def _conditions(narrowing: ReviewFilter) -> list[Expression]:
    conditions = [Review.id > 0]
    for word in narrowing.containing.split():
        key = normalise(word)
        conditions.append(
            Document.title_key.contains(key) | Document.document_number_key.contains(key)
        )
    if narrowing.states:
        conditions.append(Review.state.in_(sorted(narrowing.states)))
    if narrowing.reviewer_login:
        conditions.append(Person.login == narrowing.reviewer_login)
    return conditions
