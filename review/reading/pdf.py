"""Read a pdf with a text layer; a scanned one is recognised as such."""

import re
from threading import Lock

# pypdfium2 ships without type information.
import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from review.errors import BrokenFileError, EncryptedFileError, TooManyPagesError
from review.reading.findings import Findings
from review.reading.page_lines import REPLACEMENT, PageLine
from review.reading.page_paragraphs import join_pages
from review.reading.pdf_actions import active_content
from review.reading.pdf_lines import has_picture, lines_of_page
from review.reading.text import Contents, Fact, NoteKind, ReadingNote

PAGE_LIMIT = 2000
# A page with fewer characters than this carries a stamp or a page number, not a text.
_FEWEST_CHARACTERS = 5
# Letters that no Chinese text is made of: private ones, and Latin ones that stand for bytes.
_ODD = re.compile("[\\u0080-\\u024f\\ue000-\\uf8ff�]")
_INK = re.compile(r"\S")
# Where so many of at least this many signs are odd, the font does not tell which signs it shows.
_ODD_SHARE, _FEWEST_SIGNS = 0.3, 50
# pdfium keeps global state and must not be called by two threads at once.
_PDFIUM = Lock()


def read_pdf(content: bytes, file_name: str) -> Findings:
    """Return the text of all pages in paragraphs, and what was left out or could not be read.

    Raises:
        EncryptedFileError: a password is needed.
        BrokenFileError: pdfium cannot open the file or one of its pages.
        TooManyPagesError: the file has more pages than the program reads.
    """
    with _PDFIUM:
        pages, scanned, actions = _pages(content, file_name)
    joined = join_pages(pages)
    text = "\n".join(joined.paragraphs)
    notes = _notes(pages, scanned, joined.running_heads)
    if actions:
        notes.append(ReadingNote(NoteKind.ACTIVE_CONTENT, tuple(actions)))
    if _is_garbled(text):
        notes.append(ReadingNote(NoteKind.GARBLED_TEXT))
    contents = Contents(pages=len(pages), paragraphs=len(joined.paragraphs))
    return Findings(text, tuple(notes), contents=contents)


def _is_garbled(text: str) -> bool:
    signs = len(_INK.findall(text))
    return signs >= _FEWEST_SIGNS and len(_ODD.findall(text)) > _ODD_SHARE * signs


def _pages(content: bytes, file_name: str) -> tuple[list[list[PageLine]], list[int], list[Fact]]:
    try:
        document = pypdfium2.PdfDocument(content)
        try:
            if len(document) > PAGE_LIMIT:
                raise TooManyPagesError(file_name=file_name, page_limit=PAGE_LIMIT)
            pages, scanned = _lines_and_scans(document)
            return pages, scanned, active_content(content, document)
        finally:
            document.close()
    except pypdfium2.PdfiumError as fault:
        if fault.err_code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
            raise EncryptedFileError(file_name=file_name) from fault
        raise BrokenFileError(file_name=file_name) from fault


def _lines_and_scans(
    document: pypdfium2.PdfDocument,
) -> tuple[list[list[PageLine]], list[int]]:
    """Return each page's lines, and the numbers of the pages that are pictures."""
    pages, scanned = [], []
    for number, page in enumerate(document, start=1):
        lines = lines_of_page(page)
        if sum(len(line.text) for line in lines) < _FEWEST_CHARACTERS and has_picture(page):
            scanned.append(number)
        pages.append(lines)
        page.close()
    return pages, scanned


def _notes(
    pages: list[list[PageLine]], scanned: list[int], running_heads: tuple[str, ...]
) -> list[ReadingNote]:
    if len(scanned) == len(pages) or not any(pages):
        return [ReadingNote(NoteKind.NO_TEXT_LAYER, (Fact("page_count", str(len(pages))),))]
    damaged = sum(line.text.count(REPLACEMENT) for lines in pages for line in lines)
    found = {
        NoteKind.PARTLY_SCANNED: [Fact("page", str(number)) for number in scanned],
        NoteKind.HEADERS: [Fact("header", text) for text in running_heads],
        NoteKind.DAMAGED_CHARACTERS: [Fact("damaged", REPLACEMENT)] * damaged,
    }
    return [ReadingNote(kind, tuple(facts)) for kind, facts in found.items() if facts]
