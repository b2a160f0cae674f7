"""Issued letters: the list, and one letter with what it was made from."""

import json
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import reduce
from operator import or_

from peewee import JOIN, SQL, Expression, Field, Function, fn

from models.domain.deliveries import DeliveryWay
from models.domain.document_number import normalise
from models.domain.lifecycle import LetterState
from models.domain.terms import LetterSeries
from models.errors import InputError
from models.queries.document_rows import DocumentLetterRow
from models.queries.tuples import tuples_of
from models.tables.documents import Document
from models.tables.letters import Letter, LetterDelivery, LetterDocument, LetterPaper
from models.tables.office import Person


class LetterMissingError(InputError):
    """No letter has this id."""

    code = "input.letter_missing"
    facts = ("id",)


class LetterOrder(StrEnum):
    """A column the letters can be sorted by."""

    LETTER_DATE = "letter_date"
    LETTER_NUMBER = "letter_number"
    KIND = "kind"
    ADDRESSEE = "addressee"
    TITLE = "title"
    STATE = "state"


# A letter about one document is listed under its title, any other under its own heading.
LISTED_TITLE = fn.COALESCE(Document.title, Letter.heading)

_COLUMNS: dict[LetterOrder, Field | Function] = {
    LetterOrder.LETTER_DATE: Letter.letter_date,
    LetterOrder.LETTER_NUMBER: Letter.letter_number_key,
    LetterOrder.KIND: Letter.kind,
    LetterOrder.ADDRESSEE: Letter.addressee,
    LetterOrder.TITLE: LISTED_TITLE,
    LetterOrder.STATE: Letter.state,
}


MOST_ADDRESSEES = 40
"""More than these no list to choose from can show; the others are found by typing their name."""


@dataclass(frozen=True)
class LetterFilter:
    """What the letters are narrowed to; empty means no narrowing. ``years`` are those of issue."""

    containing: str = ""
    kinds: frozenset[LetterSeries] = frozenset()
    states: frozenset[LetterState] = frozenset()
    years: frozenset[int] = frozenset()
    addressees: frozenset[str] = frozenset()


@dataclass(frozen=True)
class LetterRow:
    """One line of the letters; ``title`` is that of its document, or its own."""

    id: int
    kind: LetterSeries
    letter_number: str
    letter_date: date
    addressee: str
    document_id: int | None
    title: str
    state: LetterState


@dataclass(frozen=True)
class LetterFacets:
    """How many letters there are for each value of each filter."""

    kinds: dict[str, int]
    states: dict[str, int]
    years: dict[str, int]
    addressees: dict[str, int]


@dataclass(frozen=True)
class LetterLink:
    """Another letter that this one stands for, or that stands for it."""

    id: int
    letter_number: str


@dataclass(frozen=True)
class DeliveryRow:
    """How the letter reached one of those it went to."""

    recipient: str
    delivered_date: date
    delivery_way: DeliveryWay
    received_by: str
    remark: str


@dataclass(frozen=True)
class LetterPage:
    """One issued letter: what it was made from, and the hashes of its papers by format.

    ``documents`` are all it is about, by id; ``document_id`` is set when that is exactly one.
    """

    id: int
    kind: LetterSeries
    letter_number: str
    letter_date: date
    addressee: str
    document_id: int | None
    filing_id: int | None
    review_id: int | None
    title: str
    state: LetterState
    data: dict[str, object]
    data_hash: str
    papers: dict[str, str]
    issued_at: datetime
    issued_by: str
    withdrawn_reason: str
    withdrawn_at: datetime | None
    heading: str
    documents: dict[int, str]
    copies: int
    batch_id: str
    replaces: LetterLink | None
    followed_by: LetterLink | None
    wording_version: str
    wording_hash: str
    style: str
    check_code: str
    deliveries: tuple[DeliveryRow, ...]


def letter_ids(
    narrowing: LetterFilter,
    order: LetterOrder = LetterOrder.LETTER_DATE,
    *,
    descending: bool = True,
) -> list[int]:
    """Return the ids of the letters in the order wanted, by date when nothing else is said."""
    query = Letter.select(Letter.id).join(Document, JOIN.LEFT_OUTER)
    query = query.where(*_conditions(narrowing))
    columns = (_COLUMNS[order], Letter.id)
    directed = (column.desc() if descending else column.asc() for column in columns)
    return [row[0] for row in tuples_of(query.order_by(*directed))]


def letter_facets() -> LetterFacets:
    """Count the letters by kind, state, year of issue and addressee, the most frequent first."""
    addressees = sorted(_counts_by(Letter.addressee).items(), key=lambda one: (-one[1], one[0]))
    return LetterFacets(
        kinds=_counts_by(Letter.kind),
        states=_counts_by(Letter.state),
        years=_counts_by(fn.SUBSTR(Letter.letter_date.cast("TEXT"), 1, 4)),
        addressees=dict(addressees[:MOST_ADDRESSEES]),
    )


def letter_rows(ids: list[int]) -> list[LetterRow]:
    """Return the rows with these ids, in this order."""
    query = (
        Letter.select(
            Letter.id,
            Letter.kind,
            Letter.letter_number,
            Letter.letter_date,
            Letter.addressee,
            Letter.document,
            LISTED_TITLE,
            Letter.state,
        )
        .join(Document, JOIN.LEFT_OUTER)
        .where(Letter.id.in_(ids))
    )
    rows = {
        row[0]: LetterRow(
            id=row[0],
            kind=LetterSeries(row[1]),
            letter_number=row[2],
            letter_date=row[3],
            addressee=row[4],
            document_id=row[5],
            title=row[6],
            state=LetterState(row[7]),
        )
        for row in tuples_of(query)
    }
    return [rows[letter_id] for letter_id in ids if letter_id in rows]


def letter_page(letter_id: int) -> LetterPage:
    """Return one issued letter.

    Raises:
        LetterMissingError: there is no such letter.
    """
    letter = (
        Letter.select(Letter, Person)
        .join(Person, on=(Letter.issued_by == Person.id))
        .where(Letter.id == letter_id)
        .first()
    )
    if letter is None:
        raise LetterMissingError(id=letter_id)
    papers = LetterPaper.select(LetterPaper.format, LetterPaper.stored_file).where(
        LetterPaper.letter == letter_id
    )
    documents = _documents(letter_id)
    return LetterPage(
        id=letter.id,
        kind=LetterSeries(letter.kind),
        letter_number=letter.letter_number,
        letter_date=letter.letter_date,
        addressee=letter.addressee,
        document_id=letter.document_id,
        filing_id=letter.filing_id,
        review_id=letter.review_id,
        title=documents.get(letter.document_id or 0) or letter.heading,
        state=LetterState(letter.state),
        data=json.loads(letter.data),
        data_hash=letter.data_hash,
        papers=dict(tuples_of(papers)),
        issued_at=letter.issued_at,
        issued_by=letter.issued_by.name,
        withdrawn_reason=letter.withdrawn_reason or "",
        withdrawn_at=letter.withdrawn_at,
        heading=letter.heading,
        documents=documents,
        copies=letter.copies,
        batch_id=letter.batch_id,
        replaces=_link(Letter.id == letter.replaces_id),
        followed_by=_link(Letter.replaces == letter_id),
        wording_version=letter.wording_version,
        wording_hash=letter.wording_hash,
        style=letter.style,
        check_code=letter.check_code,
        deliveries=_deliveries(letter_id),
    )


def letters_about(document_id: int) -> Expression:
    """Return the condition that a letter is about a document, alone or among others."""
    about = LetterDocument.select(LetterDocument.letter).where(
        LetterDocument.document == document_id
    )
    return Letter.id.in_(about)


def letters_of(condition: Expression) -> tuple[DocumentLetterRow, ...]:
    """Return the letters a condition selects, as the page of their record lists them."""
    rows = Letter.select().where(condition).order_by(Letter.id)
    return tuple(
        DocumentLetterRow(
            row.id,
            LetterSeries(row.kind),
            row.letter_number,
            row.letter_date,
            LetterState(row.state),
        )
        for row in rows
    )


def _documents(letter_id: int) -> dict[int, str]:
    query = (
        LetterDocument.select(Document.id, Document.title)
        .join(Document)
        .where(LetterDocument.letter == letter_id)
        .order_by(LetterDocument.position)
    )
    return dict(tuples_of(query))


def _link(condition: Expression) -> LetterLink | None:
    query = Letter.select(Letter.id, Letter.letter_number).where(condition).limit(1)
    return next((LetterLink(*row) for row in tuples_of(query)), None)


def _deliveries(letter_id: int) -> tuple[DeliveryRow, ...]:
    rows = (
        LetterDelivery.select()
        .where(LetterDelivery.letter == letter_id)
        .order_by(LetterDelivery.delivered_date, LetterDelivery.id)
    )
    return tuple(
        DeliveryRow(
            row.recipient,
            row.delivered_date,
            DeliveryWay(row.delivery_way),
            row.received_by,
            row.remark,
        )
        for row in rows
    )


def _conditions(narrowing: LetterFilter) -> list[Expression]:
    conditions = [Letter.id > 0]
    for word in narrowing.containing.split():
        key = normalise(word)
        conditions.append(
            Document.title_key.contains(key)
            | Letter.heading.contains(word)
            | Letter.letter_number_key.contains(key)
            | Letter.addressee.contains(word)
        )
    if narrowing.kinds:
        conditions.append(Letter.kind.in_(sorted(narrowing.kinds)))
    if narrowing.states:
        conditions.append(Letter.state.in_(sorted(narrowing.states)))
    if narrowing.addressees:
        conditions.append(Letter.addressee.in_(sorted(narrowing.addressees)))
    if narrowing.years:
        conditions.append(_issued_in(narrowing.years))
    return conditions


def _issued_in(years: frozenset[int]) -> Expression:
    spans = (Letter.letter_date.between(date(y, 1, 1), date(y, 12, 31)) for y in sorted(years))
    return reduce(or_, spans)


def _counts_by(value: Field | Function) -> dict[str, int]:
    # By place: PostgreSQL takes two expressions with parameters for different ones.
    query = Letter.select(value, fn.COUNT(Letter.id)).group_by(SQL("1")).order_by(SQL("1"))
    return {str(key): count for key, count in tuples_of(query)}
