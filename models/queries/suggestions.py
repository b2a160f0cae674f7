"""Suggestions to review a document (审查建议): the list, one of them, and how they were answered.

Lists and pages name nobody; ``suggester_of`` alone tells who made a suggestion.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import msgspec
from peewee import Expression, Field

from models.domain.calendar import Deadline
from models.domain.document_number import normalise
from models.domain.letter_terms import DeclineReason, SuggestionConclusion
from models.domain.lifecycle import SuggestionState
from models.domain.suggestions import Suggester, SuggesterKind, masked_name
from models.errors import InputError
from models.queries.tuples import tuples_of
from models.tables.office import Person
from models.tables.suggestions import Suggester as SuggesterTable
from models.tables.suggestions import Suggestion, SuggestionSupplement


class SuggestionMissingError(InputError):
    """No suggestion has this id."""

    code = "input.suggestion_missing"
    facts = ("id",)


class SuggestionOrder(StrEnum):
    """A column the suggestions can be sorted by."""

    RECEIVED_DATE = "received_date"
    DUE_DATE = "due_date"
    TITLE = "title"
    STATE = "state"


_COLUMNS: dict[SuggestionOrder, Field] = {
    SuggestionOrder.RECEIVED_DATE: Suggestion.received_date,
    SuggestionOrder.DUE_DATE: Suggestion.due_date,
    SuggestionOrder.TITLE: Suggestion.document_title,
    SuggestionOrder.STATE: Suggestion.state,
}


@dataclass(frozen=True)
class SuggestionFilter:
    """What the suggestions are narrowed to; empty means no narrowing."""

    containing: str = ""
    states: frozenset[SuggestionState] = frozenset()
    suggester_kinds: frozenset[SuggesterKind] = frozenset()


@dataclass(frozen=True)
class SuggestionRow:
    """One line of the suggestions; of a citizen the surname only."""

    id: int
    year: int
    sequence: int
    document_id: int | None
    title: str
    document_number: str
    suggester_kind: SuggesterKind
    suggester: str
    received_date: date
    due_date: date
    replied_date: date | None
    state: SuggestionState


@dataclass(frozen=True)
class SuggestionSupplementRow:
    """What was asked for, and when it came."""

    items: tuple[str, ...]
    requested_date: date
    due_date: date | None
    answered_date: date | None


@dataclass(frozen=True)
class SuggestionPage:
    """Everything about one suggestion but who made it."""

    row: SuggestionRow
    issuing_body_name: str
    clause: str
    matter: str
    reasons: str
    written_date: date | None
    received_way: str
    reply_time: Deadline
    screened_date: date | None
    accepted_date: date | None
    decline_reason: DeclineReason | None
    explanation: str
    competent_body: str
    review_id: int | None
    conclusion: SuggestionConclusion | None
    conclusion_reasons: str
    concluded_date: date | None
    handled_by: str
    supplements: tuple[SuggestionSupplementRow, ...]


@dataclass(frozen=True)
class FeedbackFigures:
    """How the suggestions received in a year were answered (反馈率).

    Both denominators found in practice are given: the suggestions accepted, and all received.
    """

    year: int
    received: int
    accepted: int
    accepted_answered: int
    answered: int
    answered_in_time: int
    overdue: int


def suggestion_ids(
    narrowing: SuggestionFilter, order: SuggestionOrder, *, descending: bool = True
) -> list[int]:
    """Return the ids of the suggestions in the order wanted."""
    column = _COLUMNS[order]
    direction = column.desc() if descending else column.asc()
    newest = Suggestion.id.desc() if descending else Suggestion.id.asc()
    query = Suggestion.select(Suggestion.id).where(Suggestion.id > 0, *_conditions(narrowing))
    return [row[0] for row in tuples_of(query.order_by(direction, newest))]


def suggestion_rows(ids: list[int]) -> list[SuggestionRow]:
    """Return the rows with these ids, in this order."""
    query = (
        Suggestion.select(
            Suggestion.id,
            Suggestion.year,
            Suggestion.sequence,
            Suggestion.document,
            Suggestion.document_title,
            Suggestion.document_number,
            Suggestion.suggester_kind,
            SuggesterTable.name,
            Suggestion.received_date,
            Suggestion.due_date,
            Suggestion.replied_date,
            Suggestion.state,
        )
        .join(SuggesterTable, on=(SuggesterTable.suggestion == Suggestion.id))
        .where(Suggestion.id.in_(ids))
    )
    rows = {}
    for row in tuples_of(query):
        kind = SuggesterKind(row[6])
        rows[row[0]] = SuggestionRow(
            id=row[0],
            year=row[1],
            sequence=row[2],
            document_id=row[3],
            title=row[4],
            document_number=row[5],
            suggester_kind=kind,
            suggester=masked_name(kind, row[7]),
            received_date=row[8],
            due_date=row[9],
            replied_date=row[10],
            state=SuggestionState(row[11]),
        )
    return [rows[one] for one in ids if one in rows]


def suggestion_counts() -> tuple[dict[SuggestionState, int], dict[SuggesterKind, int]]:
    """Count the suggestions by state and by who made them, for the filters."""
    states, kinds = dict.fromkeys(SuggestionState, 0), dict.fromkeys(SuggesterKind, 0)
    for state, kind in tuples_of(Suggestion.select(Suggestion.state, Suggestion.suggester_kind)):
        states[SuggestionState(state)] += 1
        kinds[SuggesterKind(kind)] += 1
    return states, kinds


def suggestion_page(suggestion_id: int) -> SuggestionPage:
    """Return everything about one suggestion but who made it.

    Raises:
        SuggestionMissingError: there is no such suggestion.
    """
    found = (
        Suggestion.select(Suggestion, Person)
        .join(Person, on=(Suggestion.handled_by == Person.id))
        .where(Suggestion.id == suggestion_id)
        .first()
    )
    if found is None:
        raise SuggestionMissingError(id=suggestion_id)
    return SuggestionPage(
        row=suggestion_rows([suggestion_id])[0],
        issuing_body_name=found.issuing_body_name,
        clause=found.clause,
        matter=found.matter,
        reasons=found.reasons,
        written_date=found.written_date,
        received_way=found.received_way,
        reply_time=msgspec.json.decode(found.derivation, type=Deadline),
        screened_date=found.screened_date,
        accepted_date=found.accepted_date,
        decline_reason=DeclineReason(found.decline_reason) if found.decline_reason else None,
        explanation=found.explanation,
        competent_body=found.competent_body,
        review_id=found.review_id,
        conclusion=SuggestionConclusion(found.conclusion) if found.conclusion else None,
        conclusion_reasons=found.conclusion_reasons,
        concluded_date=found.concluded_date,
        handled_by=found.handled_by.name,
        supplements=_supplements(suggestion_id),
    )


def suggester_of(suggestion_id: int) -> Suggester:
    """Return who made a suggestion, to write to the person.

    Raises:
        SuggestionMissingError: there is no such suggestion.
    """
    row = (
        SuggesterTable.select(SuggesterTable, Suggestion)
        .join(Suggestion)
        .where(SuggesterTable.suggestion == suggestion_id)
        .first()
    )
    if row is None:
        raise SuggestionMissingError(id=suggestion_id)
    kind = SuggesterKind(row.suggestion.suggester_kind)
    return Suggester(kind, row.name, row.address, row.phone)


def feedback_figures(year: int, today: date) -> FeedbackFigures:
    """Count how the suggestions received in a year were answered."""
    received = Suggestion.received_date.between(date(year, 1, 1), date(year, 12, 31))
    rows = list(
        tuples_of(
            Suggestion.select(
                Suggestion.accepted_date, Suggestion.due_date, Suggestion.replied_date
            ).where(received)
        )
    )
    answered = [(due, replied) for _, due, replied in rows if replied is not None]
    return FeedbackFigures(
        year=year,
        received=len(rows),
        accepted=sum(accepted is not None for accepted, _, _ in rows),
        accepted_answered=sum(bool(accepted and replied) for accepted, _, replied in rows),
        answered=len(answered),
        answered_in_time=sum(replied <= due for due, replied in answered),
        overdue=sum(replied is None and due < today for _, due, replied in rows),
    )


def _supplements(suggestion_id: int) -> tuple[SuggestionSupplementRow, ...]:
    rows = (
        SuggestionSupplement.select()
        .where(SuggestionSupplement.suggestion == suggestion_id)
        .order_by(SuggestionSupplement.id)
    )
    return tuple(
        SuggestionSupplementRow(
            tuple(row.items.split("\n")), row.requested_date, row.due_date, row.answered_date
        )
        for row in rows
    )


def _conditions(narrowing: SuggestionFilter) -> list[Expression]:
    conditions: list[Expression] = [
        Suggestion.document_title.contains(word)
        | Suggestion.document_number.contains(normalise(word))
        | Suggestion.matter.contains(word)
        for word in narrowing.containing.split()
    ]
    if narrowing.states:
        conditions.append(Suggestion.state.in_(sorted(narrowing.states)))
    if narrowing.suggester_kinds:
        conditions.append(Suggestion.suggester_kind.in_(sorted(narrowing.suggester_kinds)))
    return conditions
