"""Read a Word file (docx)."""

import io

from review.reading.text import ReadingNote


def read_docx(content: bytes, file_name: str) -> tuple[str, tuple[ReadingNote, ...]]:
    """Return the text of the body and the notes."""
    import docx

    document = docx.Document(io.BytesIO(content))
    return "\n".join(paragraph.text for paragraph in document.paragraphs), ()
