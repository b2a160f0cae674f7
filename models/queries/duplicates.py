"""Documents that look like the one being entered."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher

from peewee import Expression

from models.domain.document_number import normalise
from models.domain.lifecycle import MakingState
from models.domain.records import Sameness
from models.domain.titles import core_title, title_key
from models.queries.tuples import tuples_of
from models.tables.documents import Document, DocumentFile

# Above this share of common characters two titles are shown side by side; it decides nothing.
_NEAR_TITLE = 0.8
_CANDIDATES = 400


@dataclass(frozen=True)
class SimilarRow:
    """A registered document that looks like the one being entered.

    ``number`` is the one it is known by here: the unified number, else the document number.
    """

    id: int
    sameness: Sameness
    title: str
    number: str
    document_number: str
    registered_date: date


def similar_documents(
    title: str, document_number: str, hashes: tuple[str, ...]
) -> tuple[SimilarRow, ...]:
    """Return what looks the same, the surest first; each document once."""
    found: dict[int, SimilarRow] = {}
    for sameness, condition in _conditions(title, document_number, hashes):
        for row in _rows(sameness, condition):
            found.setdefault(row.id, row)
    for row in _near(title):
        found.setdefault(row.id, row)
    return tuple(found.values())


def known_document(title: str, document_number: str) -> int | None:
    """Return the one registered document with this number, else with this title."""
    for _, condition in _conditions(title, document_number, ()):
        rows = list(_rows(Sameness.DOCUMENT_NUMBER, condition))
        if len(rows) == 1:
            return rows[0].id
    return None


def _conditions(
    title: str, document_number: str, hashes: tuple[str, ...]
) -> Iterator[tuple[Sameness, Expression]]:
    with_file = DocumentFile.select(DocumentFile.document).where(
        DocumentFile.stored_file.in_(list(hashes))
    )
    yield Sameness.FILE, Document.id.in_(with_file)
    if document_number.strip():
        yield Sameness.DOCUMENT_NUMBER, Document.document_number_key == normalise(document_number)
    if title.strip():
        yield Sameness.TITLE, Document.title_key == title_key(title)


def _near(title: str) -> Iterator[SimilarRow]:
    core = title_key(core_title(title))
    if not core:
        return
    # The end of a title names its object; documents with the same end are compared in full.
    ending = core[-6:]
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(core)
    for row in _rows(Sameness.NEAR_TITLE, Document.title_key.contains(ending)):
        matcher.set_seq1(title_key(core_title(row.title)))
        if matcher.quick_ratio() >= _NEAR_TITLE and matcher.ratio() >= _NEAR_TITLE:
            yield row


def _rows(sameness: Sameness, condition: Expression) -> Iterator[SimilarRow]:
    query = (
        Document.select(
            Document.id,
            Document.title,
            Document.unified_number,
            Document.document_number,
            Document.registered_date,
        )
        .where(condition, Document.making_state != MakingState.NOT_REGISTERED)
        .order_by(Document.id.desc())
        .limit(_CANDIDATES)
    )
    for row in tuples_of(query):
        number = row[3] or ""
        yield SimilarRow(row[0], sameness, row[1], row[2] or number, number, row[4])
