"""The number ledger: its lines, and the report of gaps, doubles and disorder."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from models.domain.lifecycle import NumberState
from models.domain.number_ledger import (
    CounterLine,
    CountLine,
    LedgerFault,
    faults_of,
)
from models.domain.terms import LetterSeries, NumberKind
from models.queries.number_copies import differing_copies
from models.queries.tuples import tuples_of
from models.tables.documents import Document
from models.tables.filings import Filing
from models.tables.letters import Letter
from models.tables.numbers import NumberCount, NumberCounter, NumberEntry
from models.tables.office import Person


class LedgerBook(StrEnum):
    """Which book of the ledger is read."""

    UNIFIED = "unified"  # 统一登记号
    FILINGS = "filings"  # 备案登记号
    LETTERS = "letters"  # 文书文号


_KINDS = {
    LedgerBook.UNIFIED: NumberKind.UNIFIED_NUMBER,
    LedgerBook.FILINGS: NumberKind.FILING_REGISTER_NUMBER,
    LedgerBook.LETTERS: NumberKind.LETTER_NUMBER,
}


@dataclass(frozen=True)
class LedgerRow:
    """One line of the ledger; a void one says why."""

    id: int
    kind: NumberKind
    series: LetterSeries | None
    number: str
    state: NumberState
    is_back_entry: bool
    allotted_date: date
    allotted_by: str
    title: str
    document_id: int | None
    void_reason: str


@dataclass(frozen=True)
class NumbersReport:
    """How many numbers the ledger holds, and what is wrong or must be explained in it."""

    allotted: int
    void: int
    back_entries: int
    faults: tuple[LedgerFault, ...]


@dataclass(frozen=True)
class CounterToConfirm:
    """A counter that stands before a number entered from the past; the head must move it on."""

    scheme_id: str
    token: str
    scope: str
    last_count: int
    highest_count: int


def counters_to_confirm() -> tuple[CounterToConfirm, ...]:
    """Return the counters whose scope holds higher numbers than they have handed out."""
    last = {(one.scheme_id, one.token, one.scope): one.last_count for one in _counters()}
    highest: dict[tuple[str, str, str], int] = {}
    for line in _counts():
        scope = (line.scheme_id, line.token, line.scope)
        highest[scope] = max(highest.get(scope, 0), line.count)
    return tuple(
        CounterToConfirm(*scope, last.get(scope, 0), count)
        for scope, count in sorted(highest.items())
        if count > last.get(scope, 0)
    )


def allotted_entry(document_id: int) -> int | None:
    """Return the ledger's line of the unified number a document has, or None."""
    line = NumberEntry.select(NumberEntry.id).where(
        NumberEntry.document == document_id,
        NumberEntry.kind == NumberKind.UNIFIED_NUMBER,
        NumberEntry.state == NumberState.ALLOTTED,
    )
    return next((row[0] for row in tuples_of(line)), None)


def ledger_ids(book: LedgerBook) -> list[int]:
    """Return the lines of a book, the newest first."""
    query = NumberEntry.select(NumberEntry.id).where(NumberEntry.kind == _KINDS[book])
    return [row[0] for row in tuples_of(query.order_by(NumberEntry.id.desc()))]


def ledger_rows(ids: list[int]) -> list[LedgerRow]:
    """Return the lines with these ids, in this order."""
    of_filing, of_letter = Filing.alias(), Letter.alias()
    own, filed, written = Document.alias(), Document.alias(), Document.alias()
    query = (
        NumberEntry.select(
            NumberEntry.id,
            NumberEntry.kind,
            NumberEntry.series,
            NumberEntry.printed,
            NumberEntry.state,
            NumberEntry.is_back_entry,
            NumberEntry.allotted_date,
            Person.name,
            own.title,
            filed.title,
            written.title,
            own.id,
            filed.id,
            written.id,
            NumberEntry.void_reason,
            of_letter.heading,
        )
        .join(Person, on=(NumberEntry.allotted_by == Person.id))
        .switch(NumberEntry)
        .left_outer_join(own, on=(NumberEntry.document == own.id))
        .switch(NumberEntry)
        .left_outer_join(of_filing, on=(NumberEntry.filing == of_filing.id))
        .left_outer_join(filed, on=(of_filing.document == filed.id))
        .switch(NumberEntry)
        .left_outer_join(of_letter, on=(NumberEntry.letter == of_letter.id))
        .left_outer_join(written, on=(of_letter.document == written.id))
        .where(NumberEntry.id.in_(ids))
    )
    rows = {row[0]: _row(row) for row in tuples_of(query)}
    return [rows[entry_id] for entry_id in ids if entry_id in rows]


def numbers_report() -> NumbersReport:
    """Check the whole ledger: missing, double, disordered, mis-dated and altered numbers."""
    states = [
        (NumberState(state), is_back)
        for state, is_back in tuples_of(
            NumberEntry.select(NumberEntry.state, NumberEntry.is_back_entry)
        )
    ]
    return NumbersReport(
        allotted=sum(state is NumberState.ALLOTTED for state, _ in states),
        void=sum(state is NumberState.VOID for state, _ in states),
        back_entries=sum(bool(is_back) for _, is_back in states),
        faults=(*faults_of(_counts(), _counters()), *differing_copies()),
    )


def _counts() -> tuple[CountLine, ...]:
    query = (
        NumberCount.select(
            NumberCount.scheme_id,
            NumberCount.token,
            NumberCount.scope,
            NumberCount.count,
            NumberEntry.printed,
            NumberEntry.number_year,
            NumberEntry.allotted_date,
            NumberEntry.is_back_entry,
            NumberEntry.id,
        )
        .join(NumberEntry)
        .order_by(NumberCount.id)
    )
    return tuple(CountLine(*row) for row in tuples_of(query))


def _counters() -> tuple[CounterLine, ...]:
    query = NumberCounter.select(
        NumberCounter.scheme_id,
        NumberCounter.token,
        NumberCounter.scope,
        NumberCounter.last_count,
    )
    return tuple(CounterLine(*row) for row in tuples_of(query))


def _row(row: tuple[Any, ...]) -> LedgerRow:
    titles, documents = row[8:11], row[11:14]
    return LedgerRow(
        id=row[0],
        kind=NumberKind(row[1]),
        series=LetterSeries(row[2]) if row[2] else None,
        number=row[3],
        state=NumberState(row[4]),
        is_back_entry=row[5],
        allotted_date=row[6],
        allotted_by=row[7],
        title=next((title for title in (*titles, row[15]) if title), ""),
        document_id=next((one for one in documents if one), None),
        void_reason=row[14] or "",
    )
