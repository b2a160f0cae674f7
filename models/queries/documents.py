"""The register as a table: ids by filter and order, rows by id, counts for the filters."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from peewee import SQL, Expression, Field, ModelSelect, fn

from models.domain.document_number import normalise
from models.domain.lifecycle import MakingState
from models.domain.records import Origin
from models.domain.terms import DocumentClass, ValidityStatus
from models.queries.tuples import tuples_of
from models.tables.documents import Document
from models.tables.lives import LifeStretch


class DocumentOrder(StrEnum):
    """A column the register can be sorted by."""

    REGISTERED_DATE = "registered_date"
    TITLE = "title"
    UNIFIED_NUMBER = "unified_number"
    DOCUMENT_NUMBER = "document_number"
    ISSUING_BODY = "issuing_body"
    DOCUMENT_KIND = "document_kind"
    PUBLISHED_DATE = "published_date"
    EFFECTIVE_DATE = "effective_date"
    EXPIRY_DATE = "expiry_date"
    MAKING_STATE = "making_state"


_COLUMNS: dict[DocumentOrder, Field] = {
    DocumentOrder.REGISTERED_DATE: Document.registered_date,
    DocumentOrder.TITLE: Document.title,
    DocumentOrder.UNIFIED_NUMBER: Document.unified_number_key,
    DocumentOrder.DOCUMENT_NUMBER: Document.document_number_key,
    DocumentOrder.ISSUING_BODY: Document.issuing_body_name,
    DocumentOrder.DOCUMENT_KIND: Document.document_kind,
    DocumentOrder.PUBLISHED_DATE: Document.published_date,
    DocumentOrder.EFFECTIVE_DATE: Document.effective_date,
    DocumentOrder.EXPIRY_DATE: Document.expiry_date,
    DocumentOrder.MAKING_STATE: Document.making_state,
}


@dataclass(frozen=True)
class DocumentFilter:
    """What the register is narrowed to; empty means no narrowing.

    ``containing`` is looked for in title, document number and unified number, in any bracket and
    dash shape. ``year`` is that of registration.
    """

    containing: str = ""
    origins: frozenset[Origin] = frozenset()
    issuing_body_names: frozenset[str] = frozenset()
    document_kinds: frozenset[str] = frozenset()
    making_states: frozenset[MakingState] = frozenset()
    validity: frozenset[ValidityStatus] = frozenset()
    years: frozenset[int] = frozenset()


@dataclass(frozen=True)
class DocumentRow:
    """One line of the register."""

    id: int
    origin: Origin
    title: str
    issuing_body_name: str
    document_class: DocumentClass
    document_kind: str
    document_number: str
    unified_number: str
    registered_date: date
    published_date: date | None
    effective_date: date | None
    expiry_date: date | None
    making_state: MakingState
    validity: ValidityStatus


@dataclass(frozen=True)
class DocumentFacets:
    """How many documents there are for each value of each filter."""

    origins: dict[str, int] = field(default_factory=dict)
    issuing_body_names: dict[str, int] = field(default_factory=dict)
    document_kinds: dict[str, int] = field(default_factory=dict)
    making_states: dict[str, int] = field(default_factory=dict)
    validity: dict[str, int] = field(default_factory=dict)
    years: dict[str, int] = field(default_factory=dict)


def status_on(day: date) -> "ModelSelect[LifeStretch]":
    """Return the SQL that looks up the status of a document on a day, as its life was drawn."""
    return LifeStretch.select(LifeStretch.status).where(
        LifeStretch.document == Document.id, *_covers(day)
    )


def with_status_on(day: date, statuses: frozenset[ValidityStatus]) -> Expression:
    """Return the condition that a document has one of some statuses on a day."""
    wanted = LifeStretch.status.in_(sorted(statuses))
    condition: Expression = Document.id.in_(
        LifeStretch.select(LifeStretch.document).where(wanted, *_covers(day))
    )
    return condition


def _covers(day: date) -> tuple[Expression, Expression]:
    return LifeStretch.first_day <= day, LifeStretch.last_day >= day


def document_ids(
    narrowing: DocumentFilter,
    order: DocumentOrder,
    today: date,
    *,
    descending: bool = True,
) -> list[int]:
    """Return the ids of the register in the order wanted; rows without a value come last."""
    column = _COLUMNS[order]
    direction = column.desc(nulls="LAST") if descending else column.asc(nulls="LAST")
    newest = Document.id.desc() if descending else Document.id.asc()
    query = Document.select(Document.id).where(*_conditions(narrowing, today))
    return [row[0] for row in tuples_of(query.order_by(direction, newest))]


def document_rows(ids: list[int], today: date) -> list[DocumentRow]:
    """Return the rows with these ids, in this order."""
    query = Document.select(
        Document.id,
        Document.origin,
        Document.title,
        Document.issuing_body_name,
        Document.document_class,
        Document.document_kind,
        Document.document_number,
        Document.unified_number,
        Document.registered_date,
        Document.published_date,
        Document.effective_date,
        Document.expiry_date,
        Document.making_state,
        status_on(today),
    ).where(Document.id.in_(ids))
    rows = {row[0]: _row(row) for row in tuples_of(query)}
    return [rows[document_id] for document_id in ids if document_id in rows]


def document_facets(today: date) -> DocumentFacets:
    """Count the whole register for each value of each filter."""
    year = fn.SUBSTR(Document.registered_date.cast("TEXT"), 1, 4)
    return DocumentFacets(
        origins=_counts(Document.origin),
        issuing_body_names=_counts(Document.issuing_body_name),
        document_kinds=_counts(Document.document_kind),
        making_states=_counts(Document.making_state),
        validity=_statuses(today),
        years=_counts(year),
    )


def _counts(value: object) -> dict[str, int]:
    count = fn.COUNT(Document.id)
    # By place: PostgreSQL takes two expressions with parameters for different ones.
    query = Document.select(value, count).group_by(SQL("1")).order_by(count.desc())
    return {str(row[0]): int(row[1]) for row in tuples_of(query) if row[0]}


def _statuses(day: date) -> dict[str, int]:
    count = fn.COUNT(LifeStretch.id)
    query = LifeStretch.select(LifeStretch.status, count).where(*_covers(day))
    rows = tuples_of(query.group_by(LifeStretch.status).order_by(count.desc()))
    return {str(row[0]): int(row[1]) for row in rows}


def _conditions(narrowing: DocumentFilter, today: date) -> list[Expression]:
    conditions = [Document.id > 0]
    for word in narrowing.containing.split():
        key = normalise(word)
        conditions.append(
            Document.title_key.contains(key)
            | Document.document_number_key.contains(key)
            | Document.unified_number_key.contains(key)
        )
    for column, values in (
        (Document.origin, narrowing.origins),
        (Document.issuing_body_name, narrowing.issuing_body_names),
        (Document.document_kind, narrowing.document_kinds),
        (Document.making_state, narrowing.making_states),
    ):
        if values:
            conditions.append(column.in_(sorted(values)))
    if narrowing.validity:
        conditions.append(with_status_on(today, narrowing.validity))
    if narrowing.years:
        conditions.append(_registered_in(narrowing.years))
    return conditions


def _registered_in(years: frozenset[int]) -> Expression:
    spans = [
        Document.registered_date.between(date(year, 1, 1), date(year, 12, 31)) for year in years
    ]
    condition = spans[0]
    for span in spans[1:]:
        condition |= span
    return condition


def _row(row: tuple[Any, ...]) -> DocumentRow:
    return DocumentRow(
        id=row[0],
        origin=Origin(row[1]),
        title=row[2],
        issuing_body_name=row[3],
        document_class=DocumentClass(row[4]),
        document_kind=row[5],
        document_number=row[6] or "",
        unified_number=row[7] or "",
        registered_date=row[8],
        published_date=row[9],
        effective_date=row[10],
        expiry_date=row[11],
        making_state=MakingState(row[12]),
        validity=ValidityStatus(row[13]),
    )
