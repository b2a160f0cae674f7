"""The documents of the register as they stood on a day (动态目录): looked through and published.

What a day says never changes afterwards: the status is that of the day, and the last day
in force is the one that the events up to that day led to.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from peewee import Case, Expression

from models.domain.document_number import normalise
from models.domain.lifecycle import FilingState, MakingState
from models.domain.records import Origin
from models.domain.terms import DocumentClass, ValidityStatus
from models.domain.validity import ValidityTerm
from models.domain.validity_events import ValidityEventKind
from models.queries.documents import status_on, with_status_on
from models.queries.lives import last_days_on, suspensions_on
from models.queries.tuples import tuples_of
from models.recorded_lives import term_in
from models.tables.documents import Document
from models.tables.filings import Filing
from models.tables.lives import LifeEvent

_PART = 500


class CatalogueOrder(StrEnum):
    """A column the catalogue can be sorted by."""

    ISSUING_BODY = "issuing_body"
    TITLE = "title"
    DOCUMENT_NUMBER = "document_number"
    PUBLISHED_DATE = "published_date"
    EFFECTIVE_DATE = "effective_date"


_CLASS_ORDER = Case(
    Document.document_class,
    tuple((one.value, place) for place, one in enumerate(DocumentClass)),
    len(DocumentClass),
)

_COLUMNS: Mapping[CatalogueOrder, tuple[Any, ...]] = {
    CatalogueOrder.ISSUING_BODY: (
        _CLASS_ORDER,
        Document.issuing_body_name,
        Document.published_date,
    ),
    CatalogueOrder.TITLE: (Document.title,),
    CatalogueOrder.DOCUMENT_NUMBER: (Document.document_number_key,),
    CatalogueOrder.PUBLISHED_DATE: (Document.published_date,),
    CatalogueOrder.EFFECTIVE_DATE: (Document.effective_date,),
}


@dataclass(frozen=True)
class CatalogueFilter:
    """Which day, and what the catalogue is narrowed to; empty means no narrowing."""

    day: date
    containing: str = ""
    statuses: frozenset[ValidityStatus] = frozenset()
    issuing_body_names: frozenset[str] = frozenset()
    document_classes: frozenset[DocumentClass] = frozenset()


@dataclass(frozen=True)
class CatalogueEntry:
    """One document on the day.

    Attributes:
        last_day: Its last day in force by the events up to that day; None when there is none.
        validity_term: The term it states itself; None when it states none.
        is_suspended: Whether it, or the clauses named, are not applied on that day.
    """

    id: int
    uid: str
    title: str
    document_number: str
    unified_number: str
    issuing_body_name: str
    document_class: DocumentClass
    document_kind: str
    published_date: date | None
    effective_date: date | None
    last_day: date | None
    validity_term: ValidityTerm | None
    status: ValidityStatus
    is_suspended: bool
    suspended_clauses: tuple[str, ...]


@dataclass(frozen=True)
class CatalogueEvent:
    """What happened to a document up to the day, and by which document of the register."""

    kind: ValidityEventKind
    begin_date: date
    clauses: tuple[str, ...]
    caused_by_id: int | None


@dataclass(frozen=True)
class CatalogueCounts:
    """How many documents there are on the day for each value of each filter."""

    statuses: dict[ValidityStatus, int] = field(default_factory=dict)
    issuing_body_names: dict[str, int] = field(default_factory=dict)
    document_classes: dict[DocumentClass, int] = field(default_factory=dict)


def catalogue_ids(
    narrowing: CatalogueFilter,
    order: CatalogueOrder = CatalogueOrder.ISSUING_BODY,
    *,
    descending: bool = False,
) -> list[int]:
    """Return the ids of the documents in the order wanted; those without a value come last."""
    columns = [
        one.desc(nulls="LAST") if descending else one.asc(nulls="LAST") for one in _COLUMNS[order]
    ]
    query = Document.select(Document.id).where(*_conditions(narrowing))
    return [row[0] for row in tuples_of(query.order_by(*columns, Document.id))]


def catalogue_entries(ids: list[int], day: date) -> list[CatalogueEntry]:
    """Return the documents with these ids as they stood on a day, in this order.

    Raises:
        ProfileNotKeptError: a document is under rules that the register does not hold.
    """
    last_days, suspensions = last_days_on(day), suspensions_on(day)
    found: dict[int, CatalogueEntry] = {}
    for start in range(0, len(ids), _PART):
        query = _entries(day).where(Document.id.in_(ids[start : start + _PART]))
        for row in tuples_of(query):
            found[row[0]] = _entry(row, last_days, suspensions)
    return [found[one] for one in ids if one in found]


def catalogue_counts(day: date) -> CatalogueCounts:
    """Count the documents of a day for each value of each filter."""
    query = Document.select(
        status_on(day), Document.issuing_body_name, Document.document_class
    ).where(_is_normative())
    rows = list(tuples_of(query))
    statuses = Counter(ValidityStatus(row[0]) for row in rows)
    bodies = Counter(str(row[1]) for row in rows)
    classes = Counter(DocumentClass(row[2]) for row in rows)
    return CatalogueCounts(
        {one: statuses[one] for one in ValidityStatus if statuses[one]},
        dict(bodies.most_common()),
        {one: classes[one] for one in DocumentClass if classes[one]},
    )


def events_until(ids: Iterable[int], day: date) -> dict[int, list[CatalogueEvent]]:
    """Return what happened to documents up to a day, in order; withdrawn events left out."""
    wanted = frozenset(ids)
    query = (
        LifeEvent.select(
            LifeEvent.document,
            LifeEvent.kind,
            LifeEvent.begin_date,
            LifeEvent.clauses,
            LifeEvent.caused_by,
        )
        .where(LifeEvent.begin_date <= day, LifeEvent.withdrawn_at.is_null())
        .order_by(LifeEvent.begin_date, LifeEvent.id)
    )
    events: dict[int, list[CatalogueEvent]] = defaultdict(list)
    for document_id, kind, begin, clauses, caused_by in tuples_of(query):
        if document_id in wanted:
            events[document_id].append(
                CatalogueEvent(
                    ValidityEventKind(kind), begin, tuple(clauses.splitlines()), caused_by
                )
            )
    return events


def _is_normative() -> Expression:
    """Tell whether a document belongs into a catalogue: registered here, or its filing not refused.

    What was refused as no normative document stays in the register, not in the catalogue.
    """
    filed = Filing.select(Filing.document).where(Filing.state != FilingState.REFUSED)
    condition: Expression = (Document.making_state != MakingState.NOT_REGISTERED) & (
        (Document.origin != Origin.FILED) | Document.id.in_(filed)
    )
    return condition


def _entries(day: date) -> Any:  # noqa: ANN401 -- a select with a column of another one
    return Document.select(
        Document.id,
        Document.uid,
        Document.title,
        Document.document_number,
        Document.unified_number,
        Document.issuing_body_name,
        Document.document_class,
        Document.document_kind,
        Document.published_date,
        Document.effective_date,
        Document.expiry_date,
        Document.validity_kind,
        Document.validity_amount,
        Document.validity_until_date,
        status_on(day),
    )


def _entry(
    row: tuple[Any, ...],
    last_days: Mapping[int, date | None],
    suspensions: Mapping[int, tuple[str, ...]],
) -> CatalogueEntry:
    return CatalogueEntry(
        id=row[0],
        uid=row[1],
        title=row[2],
        document_number=row[3] or "",
        unified_number=row[4] or "",
        issuing_body_name=row[5],
        document_class=DocumentClass(row[6]),
        document_kind=row[7],
        published_date=row[8],
        effective_date=row[9],
        last_day=last_days.get(row[0], row[10]),
        validity_term=term_in(row[11], row[12], row[13]),
        status=ValidityStatus(row[14]),
        is_suspended=row[0] in suspensions,
        suspended_clauses=suspensions.get(row[0], ()),
    )


def _conditions(narrowing: CatalogueFilter) -> list[Expression]:
    conditions: list[Expression] = [_is_normative()]
    for word in narrowing.containing.split():
        key = normalise(word)
        conditions.append(
            Document.title_key.contains(key)
            | Document.document_number_key.contains(key)
            | Document.unified_number_key.contains(key)
        )
    if narrowing.statuses:
        conditions.append(with_status_on(narrowing.day, narrowing.statuses))
    if narrowing.issuing_body_names:
        conditions.append(Document.issuing_body_name.in_(sorted(narrowing.issuing_body_names)))
    if narrowing.document_classes:
        conditions.append(Document.document_class.in_(sorted(narrowing.document_classes)))
    return conditions
