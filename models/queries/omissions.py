"""Issue lists compared with the register: the checks, and their lines narrowed and counted.

What is registered after the list was taken in counts at once: the standing of a line is computed
from the register of today.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from peewee import JOIN, SQL, Case, Expression, Field, Node, Select, fn

from models.domain.document_number import normalise
from models.domain.lifecycle import MakingState
from models.domain.omissions import (
    TO_DECIDE,
    CheckState,
    RowDecision,
    RowMatch,
    RowStanding,
)
from models.queries.tuples import tuples_of
from models.tables.documents import Document
from models.tables.office import Person
from models.tables.omissions import OmissionCheck, OmissionRow

# What a line that nobody has decided goes by in the filter.
UNDECIDED = "undecided"


class OmissionOrder(StrEnum):
    """A column the lines of a list can be sorted by."""

    ROW_NUMBER = "row_number"
    TITLE = "title"
    DOCUMENT_NUMBER = "document_number"
    ISSUING_BODY = "issuing_body"
    ROW_YEAR = "row_year"
    LIKENESS = "likeness"
    DECISION = "decision"


_COLUMNS: dict[OmissionOrder, tuple[Field, ...]] = {
    OmissionOrder.ROW_NUMBER: (OmissionRow.row_number,),
    OmissionOrder.TITLE: (OmissionRow.title_key,),
    OmissionOrder.DOCUMENT_NUMBER: (
        OmissionRow.organ_code_text,
        OmissionRow.number_year,
        OmissionRow.number_sequence,
    ),
    OmissionOrder.ISSUING_BODY: (OmissionRow.issuing_body_name,),
    OmissionOrder.ROW_YEAR: (OmissionRow.row_year,),
    OmissionOrder.LIKENESS: (OmissionRow.likeness,),
    OmissionOrder.DECISION: (OmissionRow.decision,),
}


@dataclass(frozen=True)
class OmissionFilter:
    """Which list is shown and what it is narrowed to; empty means no narrowing."""

    check_id: int
    containing: str = ""
    standings: frozenset[RowStanding] = frozenset()
    decisions: frozenset[str] = frozenset()
    issuing_body_names: frozenset[str] = frozenset()
    years: frozenset[int] = frozenset()
    is_waiting_only: bool = False
    row_numbers: frozenset[int] = frozenset()


@dataclass(frozen=True)
class OmissionCheckRow:
    """One check: the list, and how far the work on it has come."""

    id: int
    name: str
    source_name: str
    sheet: str
    row_count: int
    started_at: datetime
    started_by: str
    state: CheckState
    closed_at: datetime | None
    waiting: int
    decided: int


@dataclass(frozen=True)
class OmissionListRow:
    """One line of an issue list as it stands today."""

    id: int
    row_number: int
    title: str
    document_number: str
    issuing_body_name: str
    adopted_date: date | None
    row_year: int | None
    match: RowMatch
    standing: RowStanding
    likeness: int
    looks_normative: bool
    reasons: tuple[str, ...]
    repeats_row: int | None
    decision: RowDecision | None
    decision_reason: str
    decided_by: str
    document_id: int | None
    document_title: str
    registered_number: str


@dataclass(frozen=True)
class OmissionCounts:
    """How many lines there are for each value of each filter."""

    total: int
    waiting: int
    standings: dict[RowStanding, int] = field(default_factory=dict)
    decisions: dict[str, int] = field(default_factory=dict)
    issuing_body_names: dict[str, int] = field(default_factory=dict)
    years: dict[int, int] = field(default_factory=dict)


@dataclass(frozen=True)
class RegisteredDocument:
    """What a line of an issue list is compared with."""

    id: int
    title: str
    document_number: str
    year: int | None


def registered_documents() -> tuple[RegisteredDocument, ...]:
    """Return every document of the register in short, refused ones left out."""
    query = Document.select(
        Document.id, Document.title, Document.document_number, Document.adopted_date
    ).where(Document.making_state != MakingState.NOT_REGISTERED)
    return tuple(
        RegisteredDocument(row[0], row[1], row[2] or "", row[3].year if row[3] else None)
        for row in tuples_of(query)
    )


def omission_checks() -> list[OmissionCheckRow]:
    """Return the checks, the newest first."""
    query = (
        OmissionCheck.select(
            OmissionCheck.id,
            OmissionCheck.name,
            OmissionCheck.source_name,
            OmissionCheck.sheet,
            OmissionCheck.row_count,
            OmissionCheck.started_at,
            Person.name,
            OmissionCheck.state,
            OmissionCheck.closed_at,
        )
        .join(Person, on=(OmissionCheck.started_by == Person.id))
        .order_by(OmissionCheck.id.desc())
    )
    waiting, decided = _waiting_by_check(), _decided_by_check()
    return [
        _check_row(row, waiting.get(row[0], 0), decided.get(row[0], 0)) for row in tuples_of(query)
    ]


def omission_check(check_id: int) -> OmissionCheckRow | None:
    """Return one check, or None."""
    return next((check for check in omission_checks() if check.id == check_id), None)


def omission_row_ids(
    narrowing: OmissionFilter,
    order: OmissionOrder = OmissionOrder.ROW_NUMBER,
    *,
    descending: bool = False,
) -> list[int]:
    """Return the ids of the lines in the order wanted; lines without a value come last."""
    columns = [
        column.desc(nulls="LAST") if descending else column.asc(nulls="LAST")
        for column in _COLUMNS[order]
    ]
    query = OmissionRow.select(OmissionRow.id).where(*_conditions(narrowing))
    return [row[0] for row in tuples_of(query.order_by(*columns, OmissionRow.row_number))]


def omission_rows(ids: list[int]) -> list[OmissionListRow]:
    """Return the lines with these ids, in this order."""
    query = (
        OmissionRow.select(
            OmissionRow.id,
            OmissionRow.row_number,
            OmissionRow.title,
            OmissionRow.document_number,
            OmissionRow.issuing_body_name,
            OmissionRow.adopted_date,
            OmissionRow.row_year,
            OmissionRow.row_match,
            standing_case(),
            OmissionRow.likeness,
            OmissionRow.looks_normative,
            OmissionRow.reasons,
            OmissionRow.repeats_row,
            OmissionRow.decision,
            OmissionRow.decision_reason,
            Person.name,
            OmissionRow.decided_document,
            OmissionRow.document,
            _registered_now(),
        )
        .join(Person, JOIN.LEFT_OUTER, on=(OmissionRow.decided_by == Person.id))
        .where(OmissionRow.id.in_(ids))
    )
    found = list(tuples_of(query))
    names = _documents_named({_met_document(row) for row in found})
    rows = {row[0]: _row(row, names) for row in found}
    return [rows[row_id] for row_id in ids if row_id in rows]


def omission_counts(check_id: int) -> OmissionCounts:
    """Count the lines of a list for each value of each filter."""
    standings = _counts(check_id, standing_case())
    decided = _counts(check_id, OmissionRow.decision)
    total = sum(standings.values())
    decisions = {str(value or UNDECIDED): count for value, count in decided.items()}
    bodies = _counts(check_id, OmissionRow.issuing_body_name)
    years = _counts(check_id, OmissionRow.row_year)
    return OmissionCounts(
        total=total,
        waiting=_waiting_by_check().get(check_id, 0),
        standings={RowStanding(value): count for value, count in standings.items()},
        decisions=decisions,
        issuing_body_names={name: count for name, count in bodies.items() if name},
        years={year: bodies_of for year, bodies_of in sorted(years.items(), key=_last) if year},
    )


def numbers_used(check_id: int) -> list[tuple[str, int, int]]:
    """Return organ code, year and sequence of every number in a list, runs told singly."""
    query = OmissionRow.select(
        OmissionRow.organ_code_text,
        OmissionRow.number_year,
        OmissionRow.number_sequence,
        OmissionRow.last_sequence,
    ).where(
        OmissionRow.omission_check == check_id,
        OmissionRow.organ_code_text != "",
        OmissionRow.number_year.is_null(is_null=False),
        OmissionRow.number_sequence.is_null(is_null=False),
    )
    return [
        (code, year, sequence)
        for code, year, first, last in tuples_of(query)
        for sequence in range(first, (last or first) + 1)
    ]


def standing_case() -> Case:
    """Return the SQL that tells where a line stands today."""
    is_met = OmissionRow.document.is_null(is_null=False)
    return Case(
        None,
        (
            (OmissionRow.decided_document.is_null(is_null=False), RowStanding.REGISTERED.value),
            (OmissionRow.repeats_row.is_null(is_null=False), RowStanding.REPEATED.value),
            (
                is_met & OmissionRow.row_match.in_([RowMatch.BY_NUMBER, RowMatch.BY_TITLE]),
                RowStanding.REGISTERED.value,
            ),
            (
                _Exists(_registered(is_both=True)),
                RowStanding.REGISTERED.value,
            ),
            (
                is_met
                & OmissionRow.row_match.in_([RowMatch.TITLE_DIFFERS, RowMatch.NUMBER_DIFFERS]),
                RowStanding.DISAGREES.value,
            ),
            (
                _Exists(_registered(is_both=False)),
                RowStanding.REGISTERED.value,
            ),
            (is_met & (OmissionRow.row_match == RowMatch.NEAR_TITLE), RowStanding.NEAR_TITLE.value),
            (~OmissionRow.looks_normative, RowStanding.CLEARLY_NOT.value),
        ),
        RowStanding.SUSPECTED.value,
    )


class _Exists(Node):
    """EXISTS over a select; among the columns of a query peewee would name it like a table."""

    def __init__(self, query: Select) -> None:
        self._query = query

    def __sql__(self, ctx: Any) -> Any:  # noqa: ANN401 -- peewee's own signature
        """Write the question into a statement."""
        with ctx.scope_normal():
            return ctx.literal("EXISTS ").sql(self._query)


def _registered(*, is_both: bool) -> Select:
    """Select documents with the number of the line; ``is_both``: and with its title."""
    twin = Document.alias()
    same = (
        (twin.document_number_key == OmissionRow.number_key)
        & (OmissionRow.number_key != "")
        & (twin.making_state != MakingState.NOT_REGISTERED)
    )
    if is_both:
        same &= twin.title_key == OmissionRow.title_key
    return twin.select(SQL("1")).where(same)


def _registered_now() -> Select:
    """Select the document that bears the number of the line today."""
    twin = Document.alias()
    return twin.select(fn.MIN(twin.id)).where(
        twin.document_number_key == OmissionRow.number_key,
        OmissionRow.number_key != "",
        twin.making_state != MakingState.NOT_REGISTERED,
    )


def _met_document(row: tuple[Any, ...]) -> int | None:
    """Return the document a line is, or is nearest to: as decided, registered now, or met."""
    match, decided, met, now = RowMatch(row[7]), row[16], row[17], row[18]
    is_sure = match in {RowMatch.BY_NUMBER, RowMatch.BY_TITLE} and met is not None
    found = (decided, met if is_sure else None, now, met)
    return next((document_id for document_id in found if document_id is not None), None)


def _documents_named(ids: set[int | None]) -> dict[int, tuple[str, str]]:
    """Return title and number of documents."""
    wanted = sorted(one for one in ids if one is not None)
    query = Document.select(Document.id, Document.title, Document.document_number).where(
        Document.id.in_(wanted)
    )
    return {row[0]: (row[1], row[2] or "") for row in tuples_of(query)}


def _waiting() -> Expression:
    """Tell whether a line still wants a decision."""
    undecided: Expression = OmissionRow.decision.is_null() & standing_case().in_(sorted(TO_DECIDE))
    return undecided


def _conditions(narrowing: OmissionFilter) -> list[Expression]:
    conditions: list[Expression] = [OmissionRow.omission_check == narrowing.check_id]
    for word in narrowing.containing.split():
        key = normalise(word)
        conditions.append(OmissionRow.title_key.contains(key) | _number_contains(key))
    if narrowing.standings:
        conditions.append(standing_case().in_(sorted(narrowing.standings)))
    if narrowing.decisions:
        conditions.append(
            fn.COALESCE(OmissionRow.decision, UNDECIDED).in_(sorted(narrowing.decisions))
        )
    if narrowing.issuing_body_names:
        conditions.append(OmissionRow.issuing_body_name.in_(sorted(narrowing.issuing_body_names)))
    if narrowing.years:
        conditions.append(OmissionRow.row_year.in_(sorted(narrowing.years)))
    if narrowing.row_numbers:
        conditions.append(OmissionRow.row_number.in_(sorted(narrowing.row_numbers)))
    if narrowing.is_waiting_only:
        conditions.append(_waiting())
    return conditions


def _number_contains(key: str) -> Expression:
    found: Expression = OmissionRow.number_key.contains(key)
    return found | OmissionRow.document_number.contains(key)


def _counts(check_id: int, value: object) -> dict[Any, int]:
    count = fn.COUNT(OmissionRow.id)
    query = (
        OmissionRow.select(value, count)
        .where(OmissionRow.omission_check == check_id)
        .group_by(SQL("1"))
        .order_by(count.desc())
    )
    return {row[0]: int(row[1]) for row in tuples_of(query)}


def _waiting_by_check() -> dict[int, int]:
    return _by_check(_waiting())


def _decided_by_check() -> dict[int, int]:
    return _by_check(OmissionRow.decision.is_null(is_null=False))


def _by_check(condition: Expression) -> dict[int, int]:
    query = (
        OmissionRow.select(OmissionRow.omission_check, fn.COUNT(OmissionRow.id))
        .where(condition)
        .group_by(OmissionRow.omission_check)
    )
    return {int(row[0]): int(row[1]) for row in tuples_of(query)}


def _last(entry: tuple[int | None, int]) -> int:
    return -(entry[0] or 0)


def _check_row(row: tuple[Any, ...], waiting: int, decided: int) -> OmissionCheckRow:
    return OmissionCheckRow(
        id=row[0],
        name=row[1],
        source_name=row[2],
        sheet=row[3],
        row_count=row[4],
        started_at=row[5],
        started_by=row[6],
        state=CheckState(row[7]),
        closed_at=row[8],
        waiting=waiting,
        decided=decided,
    )


def _row(row: tuple[Any, ...], names: dict[int, tuple[str, str]]) -> OmissionListRow:
    document_id = _met_document(row)
    title, number = names.get(document_id or 0, ("", ""))
    return OmissionListRow(
        id=row[0],
        row_number=row[1],
        title=row[2],
        document_number=row[3],
        issuing_body_name=row[4],
        adopted_date=row[5],
        row_year=row[6],
        match=RowMatch(row[7]),
        standing=RowStanding(row[8]),
        likeness=row[9],
        looks_normative=bool(row[10]),
        reasons=tuple(row[11].splitlines()),
        repeats_row=row[12],
        decision=RowDecision(row[13]) if row[13] else None,
        decision_reason=row[14],
        decided_by=row[15] or "",
        document_id=document_id,
        document_title=title,
        registered_number=number,
    )
