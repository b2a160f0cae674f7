"""The whole register in the keys by which doubles are found, to compare many files at once."""

from dataclasses import dataclass

from models.domain.lifecycle import MakingState
from models.queries.tuples import tuples_of
from models.tables.documents import Document, DocumentFile


@dataclass(frozen=True)
class KnownDocument:
    """A registered document as it is compared; ``number`` is the one it is known by here."""

    id: int
    title: str
    title_key: str
    document_number_key: str
    unified_number_key: str
    number: str
    issuing_body_id: int
    has_file: bool


@dataclass(frozen=True)
class KnownDocuments:
    """All registered documents, and which of them holds a file."""

    documents: tuple[KnownDocument, ...]
    by_file: dict[str, int]


def known_documents() -> KnownDocuments:
    """Return what the register knows now; refused registrations are left out."""
    held = DocumentFile.select(DocumentFile.document, DocumentFile.stored_file)
    by_file = {sha256: document_id for document_id, sha256 in tuples_of(held)}
    with_file = frozenset(by_file.values())
    query = Document.select(
        Document.id,
        Document.title,
        Document.title_key,
        Document.document_number_key,
        Document.unified_number_key,
        Document.unified_number,
        Document.document_number,
        Document.issuing_body,
    ).where(Document.making_state != MakingState.NOT_REGISTERED)
    documents = tuple(
        KnownDocument(
            id=row[0],
            title=row[1],
            title_key=row[2],
            document_number_key=row[3] or "",
            unified_number_key=row[4] or "",
            number=row[5] or row[6] or "",
            issuing_body_id=row[7],
            has_file=row[0] in with_file,
        )
        for row in tuples_of(query.order_by(Document.id))
    )
    standing = {one.id for one in documents}
    return KnownDocuments(documents, {sha: one for sha, one in by_file.items() if one in standing})
