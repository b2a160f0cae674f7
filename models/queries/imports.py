"""Imports: the runs, what the register knows before one, and where a document came from."""

import json
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from peewee import JOIN

from models.domain.clock import legal_day
from models.domain.imports import ImportKind, ImportState, KnownDocuments
from models.domain.lifecycle import MakingState
from models.domain.terms import NumberKind
from models.queries.tuples import tuples_of
from models.tables.documents import Document
from models.tables.imports import ImportedRow, ImportRun
from models.tables.numbers import NumberEntry
from models.tables.office import Person


@dataclass(frozen=True)
class ImportRunRow:
    """One import as the list shows it."""

    id: int
    kind: ImportKind
    source_name: str
    sheet: str
    row_count: int
    document_count: int
    performed_at: datetime
    performed_by: str
    state: ImportState
    reversal_reason: str
    reversed_date: date | None


@dataclass(frozen=True)
class ImportedFrom:
    """The row of a ledger that a document came from, with what the record has no place for."""

    run_id: int
    source_name: str
    sheet: str
    row_number: int
    imported_date: date
    unheld: tuple[tuple[str, str], ...]


def import_runs() -> tuple[ImportRunRow, ...]:
    """Return all imports, the newest first."""
    query = (
        ImportRun.select(
            ImportRun.id,
            ImportRun.kind,
            ImportRun.source_name,
            ImportRun.sheet,
            ImportRun.row_count,
            ImportRun.document_count,
            ImportRun.performed_at,
            Person.name,
            ImportRun.state,
            ImportRun.reversal_reason,
            ImportRun.reversed_at,
        )
        .join(Person, on=(ImportRun.performed_by == Person.id))
        .order_by(ImportRun.id.desc())
    )
    return tuple(_run_row(row) for row in tuples_of(query))


def last_choices(header_key: str) -> str | None:
    """Return how the last ledger with these columns was understood, None when there was none."""
    query = ImportRun.select(ImportRun.choices).where(ImportRun.header_key == header_key)
    last = next(iter(tuples_of(query.order_by(ImportRun.id.desc()).limit(1))), None)
    return None if last is None else str(last[0])


def known_documents() -> KnownDocuments:
    """Return the documents of the register by which doubles are found."""
    known = KnownDocuments()
    query = Document.select(
        Document.title,
        Document.document_number,
        Document.issuing_body_name,
        Document.unified_number,
    ).where(Document.making_state != MakingState.NOT_REGISTERED)
    for title, number, issuer, unified in tuples_of(query):
        shown = unified or number
        known.add(title, number or "", issuer, f"《{title}》{shown or ''}")
    return known


def unified_numbers_taken() -> dict[str, str]:
    """Return the keys of all unified numbers in the ledger, each with the title it stands for."""
    query = (
        NumberEntry.select(NumberEntry.number_key, NumberEntry.printed, Document.title)
        .join(Document, JOIN.LEFT_OUTER)
        .where(NumberEntry.kind == NumberKind.UNIFIED_NUMBER)
    )
    return {key: f"《{title}》" if title else printed for key, printed, title in tuples_of(query)}


def imported_from(document_id: int) -> ImportedFrom | None:
    """Return the row of a ledger that a document came from."""
    query = (
        ImportedRow.select(
            ImportRun.id,
            ImportRun.source_name,
            ImportRun.sheet,
            ImportedRow.row_number,
            ImportRun.performed_at,
            ImportedRow.unheld,
        )
        .join(ImportRun)
        .where(ImportedRow.document == document_id)
    )
    found = next(iter(tuples_of(query)), None)
    if found is None:
        return None
    run_id, source_name, sheet, row_number, performed_at, unheld = found
    held = tuple((name, value) for name, value in json.loads(unheld))
    return ImportedFrom(run_id, source_name, sheet, row_number, legal_day(performed_at), held)


def _run_row(row: tuple[Any, ...]) -> ImportRunRow:
    return ImportRunRow(
        id=row[0],
        kind=ImportKind(row[1]),
        source_name=row[2],
        sheet=row[3],
        row_count=row[4],
        document_count=row[5],
        performed_at=row[6],
        performed_by=row[7],
        state=ImportState(row[8]),
        reversal_reason=row[9] or "",
        reversed_date=legal_day(row[10]) if row[10] else None,
    )
