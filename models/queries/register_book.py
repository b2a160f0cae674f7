"""The register of one year, line by line as it stands in the book (登记簿)."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from peewee import JOIN, Expression, Field

from models.domain.lifecycle import LetterState, MakingState, NumberState
from models.domain.records import Origin
from models.domain.terms import EvidenceKind, IssuanceKind, LetterSeries, NumberKind
from models.domain.validity import ValidityTerm, ValidityTermKind
from models.domain.validity_events import ValidityEventKind
from models.queries.tuples import tuples_of
from models.tables.documents import Document, Issuance, ProcedureEvidence
from models.tables.letters import Letter
from models.tables.lives import LifeEvent
from models.tables.numbers import NumberEntry
from models.tables.office import Person


@dataclass(frozen=True)
class BookProof:
    """A paper of the procedure, as the book names it."""

    kind: EvidenceKind
    reference: str
    result: str
    day: date | None


@dataclass(frozen=True)
class BookIssuance:
    """A publication: where and when."""

    medium: str
    issued_date: date


@dataclass(frozen=True)
class BookReport:
    """A filing report that was issued: to whom, under which number, when."""

    addressee: str
    letter_number: str
    letter_date: date


@dataclass(frozen=True)
class BookChange:
    """What happened to the document since, and the number of the document that caused it."""

    kind: ValidityEventKind
    begin_date: date
    document_number: str


@dataclass(frozen=True)
class BookLine:
    """One line of the book; ``void_reason`` is empty unless its number was made void."""

    unified_number: str
    document_id: int | None
    title: str
    document_number: str
    issuing_body_name: str
    drafting_unit: str
    signer: str
    signed_date: date | None
    registered_by: str
    registered_date: date
    validity_term: ValidityTerm | None
    expiry_date: date | None
    void_reason: str
    is_void: bool
    proofs: tuple[BookProof, ...] = ()
    publications: tuple[BookIssuance, ...] = ()
    reports: tuple[BookReport, ...] = ()
    changes: tuple[BookChange, ...] = ()


@dataclass
class _Belongings:
    """What belongs to the documents of a year, by document."""

    proofs: dict[int, list[BookProof]] = field(default_factory=dict)
    publications: dict[int, list[BookIssuance]] = field(default_factory=dict)
    reports: dict[int, list[BookReport]] = field(default_factory=dict)
    changes: dict[int, list[BookChange]] = field(default_factory=dict)


_DOCUMENT_FIELDS: tuple[Field, ...] = (
    Document.id,
    Document.title,
    Document.document_number,
    Document.issuing_body_name,
    Document.drafting_unit,
    Document.signer,
    Document.signed_date,
    Person.name,
    Document.registered_date,
    Document.validity_kind,
    Document.validity_amount,
    Document.validity_until_date,
    Document.expiry_date,
)


def book_lines(year: int) -> tuple[BookLine, ...]:
    """Return the lines of a year: as they were numbered, void ones too, then what has none."""
    numbered = _numbered(year)
    rest = _unnumbered(year)
    found = _belongings({row[0] for row in (*numbered, *rest) if row[0] is not None})
    lines = [_line(row[:-4], row[-4:], found) for row in numbered]
    lines += [_line(row, ("", False, "", None), found) for row in rest]
    return tuple(lines)


def _numbered(year: int) -> list[tuple[Any, ...]]:
    """Return the document, number, whether it is void, why, and its day for each number."""
    query = (
        NumberEntry.select(
            *_DOCUMENT_FIELDS,
            NumberEntry.printed,
            NumberEntry.state,
            NumberEntry.void_reason,
            NumberEntry.allotted_date,
        )
        .join(Document, on=(NumberEntry.document == Document.id))
        .join(Person, on=(Document.registered_by == Person.id))
        .where(
            NumberEntry.kind == NumberKind.UNIFIED_NUMBER,
            NumberEntry.number_year == year,
        )
        .order_by(NumberEntry.allotted_date, NumberEntry.id)
    )
    return [
        (*row[:-3], NumberState(row[-3]) is NumberState.VOID, row[-2] or "", row[-1])
        for row in tuples_of(query)
    ]


def _unnumbered(year: int) -> list[tuple[Any, ...]]:
    query = (
        Document.select(*_DOCUMENT_FIELDS)
        .join(Person, on=(Document.registered_by == Person.id))
        .where(
            *_without_number(),
            Document.registered_date.between(date(year, 1, 1), date(year, 12, 31)),
        )
        .order_by(Document.registered_date, Document.id)
    )
    return list(tuples_of(query))


def _without_number() -> tuple[Expression, ...]:
    return (
        Document.unified_number.is_null(),
        Document.origin == Origin.OWN,
        Document.making_state != MakingState.NOT_REGISTERED,
    )


def _belongings(document_ids: set[int]) -> _Belongings:
    """Read what belongs to the documents in one query a table, whatever their number."""
    found = _Belongings()
    ids = frozenset(document_ids)
    proofs = ProcedureEvidence.select(
        ProcedureEvidence.document,
        ProcedureEvidence.kind,
        ProcedureEvidence.reference,
        ProcedureEvidence.result,
        ProcedureEvidence.end_date,
        ProcedureEvidence.start_date,
    ).order_by(ProcedureEvidence.id)
    for key, kind, reference, result, end, start in _of(ids, tuples_of(proofs)):
        proof = BookProof(EvidenceKind(kind), reference, result, end or start)
        found.proofs.setdefault(key, []).append(proof)
    issued = (
        Issuance.select(Issuance.document, Issuance.medium, Issuance.issued_date)
        .where(Issuance.kind == IssuanceKind.PUBLISHED)
        .order_by(Issuance.issued_date, Issuance.id)
    )
    for key, medium, day in _of(ids, tuples_of(issued)):
        found.publications.setdefault(key, []).append(BookIssuance(medium, day))
    _add_reports(found, ids)
    _add_changes(found, ids)
    return found


def _add_reports(found: _Belongings, ids: frozenset[int]) -> None:
    reports = (
        Letter.select(Letter.document, Letter.addressee, Letter.letter_number, Letter.letter_date)
        .where(Letter.kind == LetterSeries.FILING_REPORT, Letter.state == LetterState.ISSUED)
        .order_by(Letter.id)
    )
    for key, *facts in _of(ids, tuples_of(reports)):
        found.reports.setdefault(key, []).append(BookReport(*facts))


def _add_changes(found: _Belongings, ids: frozenset[int]) -> None:
    changes = (
        LifeEvent.select(
            LifeEvent.document, LifeEvent.kind, LifeEvent.begin_date, Document.document_number
        )
        .join(Document, JOIN.LEFT_OUTER, on=(LifeEvent.caused_by == Document.id))
        .where(LifeEvent.withdrawn_at.is_null())
        .order_by(LifeEvent.begin_date, LifeEvent.id)
    )
    for key, kind, begin_date, number in _of(ids, tuples_of(changes)):
        change = BookChange(ValidityEventKind(kind), begin_date, number or "")
        found.changes.setdefault(key, []).append(change)


def _of(ids: frozenset[int], rows: Iterable[tuple[Any, ...]]) -> Iterable[tuple[Any, ...]]:
    """Yield the rows of these documents; a list of thousands of ids is no condition for SQL."""
    return (row for row in rows if row[0] in ids)


def _line(row: tuple[Any, ...], number: tuple[Any, ...], found: _Belongings) -> BookLine:
    key = row[0]
    printed, is_void, void_reason, allotted_date = number
    return BookLine(
        unified_number=printed,
        document_id=key,
        title=row[1],
        document_number=row[2] or "",
        issuing_body_name=row[3],
        drafting_unit=row[4],
        signer=row[5],
        signed_date=row[6],
        registered_by=row[7],
        registered_date=allotted_date or row[8],
        validity_term=_term(row[9], row[10], row[11]),
        expiry_date=row[12],
        void_reason=void_reason,
        is_void=is_void,
        proofs=tuple(found.proofs.get(key, ())),
        publications=tuple(found.publications.get(key, ())),
        reports=tuple(found.reports.get(key, ())),
        changes=tuple(found.changes.get(key, ())),
    )


def _term(kind: str | None, amount: int | None, until: date | None) -> ValidityTerm | None:
    return None if kind is None else ValidityTerm(ValidityTermKind(kind), amount or 0, until)
