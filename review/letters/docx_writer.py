"""The paper as a Word file: editable, with our styles, the same bytes for the same paper."""

from datetime import UTC, datetime, time
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.document import Document as WordDocument

from review.letters.docx_blank import blank_document
from review.letters.docx_blocks import block_elements
from review.letters.docx_page import set_page
from review.letters.layout import page_layout
from review.letters.letter_model import LetterModel

LONGEST_PROPERTY = 255
"""More characters than this the core properties of a file do not take."""


def write_docx(model: LetterModel) -> bytes:
    """Return the paper as the bytes of a .docx file."""
    layout = page_layout()
    document = blank_document()
    body = document.element.body
    for part in block_elements(model, layout):
        body.insert(len(body) - 1, part)
    set_page(document, model, layout)
    _set_properties(document, model)
    buffer = BytesIO()
    document.save(buffer)
    return _with_fixed_times(buffer)


def _set_properties(document: WordDocument, model: LetterModel) -> None:
    """Say what the file is; its times are the date of the letter, not of the writing."""
    core = document.core_properties
    core.title = model.heading[:LONGEST_PROPERTY]
    core.author = core.last_modified_by = model.author[:LONGEST_PROPERTY]
    core.comments = ""
    core.language = "zh-CN"
    core.revision = 1
    core.created = core.modified = datetime.combine(model.letter_date, time(), UTC)


def _with_fixed_times(written: BytesIO) -> bytes:
    """Return the package with the same time on every part, so that equal papers are equal bytes."""
    packed = BytesIO()
    with ZipFile(written) as source, ZipFile(packed, "w", ZIP_DEFLATED) as target:
        for part in source.infolist():
            target.writestr(ZipInfo(part.filename), source.read(part), ZIP_DEFLATED)
    return packed.getvalue()
