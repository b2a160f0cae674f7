"""Which documents in force cite a law, where, and what was found when the law changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from peewee import Expression, Function, ModelSelect, fn

from models.domain.law_citations import LawChange, LawChangeOutcome
from models.domain.terms import ValidityStatus
from models.queries.documents import with_status_on
from models.queries.tuples import tuples_of
from models.tables.documents import Document, DocumentFile
from models.tables.law_citations import LawCitation, LawReview, SearchedFile
from models.tables.lives import LifeStretch
from models.tables.office import Person

_STANDING = frozenset({ValidityStatus.EFFECTIVE, ValidityStatus.AMENDED})


@dataclass(frozen=True)
class UnsearchedText:
    """A text of the register whose citations nobody has drawn yet."""

    document_file_id: int
    document_id: int
    text: str
    written_date: date | None


@dataclass(frozen=True)
class CitedLaw:
    """A law that documents in force cite, and the day the earliest of them was written."""

    law_key: str
    law_name: str
    first_written: date | None


@dataclass(frozen=True)
class CitingPlace:
    """One place where a document names the law: its clause, the words, the articles of the law."""

    clause: str
    written: str
    articles: str
    document_file_id: int
    start: int
    end: int


@dataclass(frozen=True)
class LawReviewRow:
    """What somebody found about a document and a changed law."""

    outcome: LawChangeOutcome
    note: str
    since_date: date | None
    reviewed_at: datetime
    reviewed_by: str


@dataclass(frozen=True)
class CitingDocument:
    """A document in force that cites a changed law; ``review`` is what was found of this change."""

    document_id: int
    title: str
    document_number: str
    unified_number: str
    issuing_body_name: str
    drafting_unit: str
    written_date: date | None
    places: tuple[CitingPlace, ...]
    review: LawReviewRow | None


def unsearched_count() -> int:
    """Return how many texts wait to be searched for citations."""
    count: int = _unsearched(DocumentFile.id).count()
    return count


def unsearched_texts(most: int) -> tuple[UnsearchedText, ...]:
    """Return some of the texts that wait, the oldest first."""
    query = (
        _unsearched(
            DocumentFile.id,
            Document.id,
            DocumentFile.text,
            Document.adopted_date,
            Document.published_date,
        )
        .order_by(DocumentFile.id)
        .limit(most)
    )
    return tuple(
        UnsearchedText(file_id, document_id, text, adopted or published)
        for file_id, document_id, text, adopted, published in tuples_of(query)
    )


def cited_laws(day: date) -> tuple[CitedLaw, ...]:
    """Return every law that documents in force on a day cite."""
    written = fn.MIN(fn.COALESCE(Document.adopted_date, Document.published_date))
    query = (
        LawCitation.select(LawCitation.law_key, fn.MIN(LawCitation.law_name), written)
        .join(Document)
        .where(with_status_on(day, _STANDING))
        .group_by(LawCitation.law_key)
        .order_by(LawCitation.law_key)
    )
    return tuple(CitedLaw(key, name, _day_of(earliest)) for key, name, earliest in tuples_of(query))


def citing_counts(changes: Iterable[LawChange], day: date) -> dict[str, tuple[int, int]]:
    """Return how many documents cite each changed law as it was, and how many were looked at."""
    return {change.law_key: _counts(change, day) for change in changes}


def citing_documents(change: LawChange, day: date) -> tuple[CitingDocument, ...]:
    """Return the documents in force that cite a law as it was before a change, with the places."""
    query = (
        Document.select(
            Document.id,
            Document.title,
            Document.document_number,
            Document.unified_number,
            Document.issuing_body_name,
            Document.drafting_unit,
            Document.adopted_date,
            Document.published_date,
        )
        .where(Document.id.in_(_citing(change).where(_stands_on(day))))
        .order_by(Document.id)
    )
    rows = list(tuples_of(query))
    places, reviews = _places(change), _reviews(change)
    return tuple(
        CitingDocument(
            document_id=document_id,
            title=title,
            document_number=number or "",
            unified_number=unified or "",
            issuing_body_name=body,
            drafting_unit=unit,
            written_date=adopted or published,
            places=tuple(places.get(document_id, ())),
            review=reviews.get(document_id),
        )
        for document_id, title, number, unified, body, unit, adopted, published in rows
    )


def _unsearched(*columns: object) -> ModelSelect[DocumentFile]:
    return (
        DocumentFile.select(*columns)
        .join(Document)
        .where(
            DocumentFile.text != "",
            DocumentFile.id.not_in(SearchedFile.select(SearchedFile.document_file)),
        )
    )


def _counts(change: LawChange, day: date) -> tuple[int, int]:
    citing = _citing(change).where(_stands_on(day)).distinct()
    looked_at = LawReview.select().where(
        LawReview.document == LawCitation.document, *_of_change(change)
    )
    return citing.count(), citing.where(fn.EXISTS(looked_at)).count()


def _citing(change: LawChange) -> ModelSelect[LawCitation]:
    citing = LawCitation.select(LawCitation.document).join(Document)
    return citing.where(LawCitation.law_key == change.law_key, *_written_before(change))


def _stands_on(day: date) -> Function:
    """Look each document up by itself: few of many cite one law."""
    stretch = LifeStretch.select(LifeStretch.id).where(
        LifeStretch.document == Document.id,
        LifeStretch.status.in_(sorted(_STANDING)),
        LifeStretch.first_day <= day,
        LifeStretch.last_day >= day,
    )
    return fn.EXISTS(stretch)


def _written_before(change: LawChange) -> tuple[Expression, ...]:
    """What was written after an amendment cites the law as it is; a repealed law never is."""
    if change.since_date is None or change.kind.is_gone:
        return ()
    written = fn.COALESCE(Document.adopted_date, Document.published_date)
    return ((written.is_null()) | (written < change.since_date),)


def _of_change(change: LawChange) -> tuple[Expression, ...]:
    """A finding about an earlier change of the same law says nothing of a later one."""
    is_dated = change.since_date is not None
    same = LawReview.since_date == change.since_date if is_dated else LawReview.since_date.is_null()
    return LawReview.law_key == change.law_key, same


def _places(change: LawChange) -> dict[int, list[CitingPlace]]:
    found: dict[int, list[CitingPlace]] = {}
    query = LawCitation.select().where(LawCitation.law_key == change.law_key)
    for row in query.order_by(LawCitation.document_file, LawCitation.start_place):
        place = CitingPlace(
            row.clause,
            row.written,
            row.articles,
            row.document_file_id,
            row.start_place,
            row.end_place,
        )
        found.setdefault(row.document_id, []).append(place)
    return found


def _reviews(change: LawChange) -> dict[int, LawReviewRow]:
    query = (
        LawReview.select(
            LawReview.document,
            LawReview.outcome,
            LawReview.note,
            LawReview.since_date,
            LawReview.reviewed_at,
            Person.name,
        )
        .join(Person)
        .where(*_of_change(change))
        .order_by(LawReview.id)
    )
    return {
        document_id: LawReviewRow(LawChangeOutcome(outcome), note, since, at, name)
        for document_id, outcome, note, since, at, name in tuples_of(query)
    }


def _day_of(value: date | str | None) -> date | None:
    """SQLite gives the smallest of computed dates back as the text it keeps."""
    return date.fromisoformat(value) if isinstance(value, str) else value
