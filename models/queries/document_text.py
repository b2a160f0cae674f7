"""The text of a document: its official text first, then its attachments."""

from models.queries.tuples import tuples_of
from models.tables.documents import DocumentFile


def document_text(document_id: int) -> str:
    """Return the texts read from a document's files as one text."""
    texts = DocumentFile.select(DocumentFile.text).where(DocumentFile.document == document_id)
    ordered = texts.order_by(DocumentFile.role.desc(), DocumentFile.position)
    return "\n\n".join(text for (text,) in tuples_of(ordered) if text)
