"""Reads the written papers back: their words, lines and ink."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from io import BytesIO

# pypdfium2 ships without type information.
import pypdfium2  # type: ignore[import-untyped]
from docx import Document
from docx.oxml.ns import qn

from review.letters.compose import compose
from review.letters.docx_writer import write_docx
from review.letters.letter_model import LetterModel, Table
from review.letters.pdf_writer import write_pdf
from tests.review.letters.samples import SAMPLES

MM_PER_POINT = 25.4 / 72
DPI = 300
DARK = 140


@cache
def model_of(sample: str) -> LetterModel:
    """Return the letter model of a sample."""
    return compose(SAMPLES[sample])


@cache
def pdf_of(sample: str) -> bytes:
    """Return the PDF file of a sample."""
    return write_pdf(model_of(sample))


@cache
def docx_of(sample: str) -> bytes:
    """Return the Word file of a sample."""
    return write_docx(model_of(sample))


def folded(text: str) -> str:
    """Return the text without white space; a hyphen at a line end is a hyphen."""
    return "".join(text.replace("\x02", "-").replace("\ufffe", "-").split())


def page_texts(pdf: bytes) -> list[str]:
    """Return the folded text of each page."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [folded(page.get_textpage().get_text_range()) for page in document]
    finally:
        document.close()


def pdf_words(pdf: bytes, model: LetterModel) -> str:
    """Return the words of a PDF file without page numbers and repeated table heads."""
    heads = [
        folded("".join(cell.text for row in block.head for cell in row))
        for block in model.blocks
        if isinstance(block, Table) and block.head
    ]
    # On turned pages the number stands beside the table and is read between its cells.
    pages = [page.replace(f"—{number}—", "", 1) for number, page in enumerate(page_texts(pdf), 1)]
    surplus = {head: "".join(pages).count(head) - heads.count(head) for head in heads}
    words = pages[0]
    for page in pages[1:]:
        head = next((head for head in heads if page.startswith(head) and surplus[head]), "")
        if head:
            surplus[head] -= 1
        words += page.removeprefix(head)
    return words


def docx_words(docx: bytes) -> str:
    """Return the words of a Word file: the head of its first page, then its body."""
    document = Document(BytesIO(docx))
    section = document.sections[0]
    parts = (
        [section.first_page_header._element] if section.different_first_page_header_footer else []
    )
    return folded(
        "".join(
            node.text or ""
            for part in [*parts, document.element.body]
            for node in part.iter(qn("w:t"))
        )
    )


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch of ink between white, in mm from the upper left corner of the page."""

    top: float
    bottom: float
    left: float
    right: float


def ink_bands(pdf: bytes, page: int, *, red: bool = False) -> list[Band]:
    """Return the horizontal bands of red or black ink on a page, from above."""
    rows = [_extent(row, red=red) for row in _pixel_rows(pdf, page)]
    return list(_bands(rows))


def _pixel_rows(pdf: bytes, page: int) -> Iterator[bytes]:
    document = pypdfium2.PdfDocument(pdf)
    bitmap = document[page].render(scale=DPI / 72, rev_byteorder=True)
    width, stride = bitmap.width * bitmap.n_channels, bitmap.stride
    data = bytes(bitmap.buffer)
    document.close()
    for start in range(0, len(data), stride):
        yield data[start : start + width]


def _extent(row: bytes, *, red: bool) -> tuple[int, int] | None:
    """Return the first and last pixel with ink in a row of RGB bytes."""
    reds, greens = row[0::3], row[1::3]
    inked = (
        [
            place
            for place, green in enumerate(greens)
            if green < DARK and (reds[place] > DARK if red else reds[place] < DARK)
        ]
        if min(greens) < DARK
        else []
    )
    return (inked[0], inked[-1]) if inked else None


def _bands(rows: list[tuple[int, int] | None]) -> Iterator[Band]:
    mm = 25.4 / DPI
    start = 0
    for place, row in enumerate([*rows, None]):
        if row is not None:
            continue
        inked = [extent for extent in rows[start:place] if extent]
        if inked:
            left, right = min(x for x, _ in inked), max(x for _, x in inked) + 1
            yield Band(start * mm, place * mm, left * mm, right * mm)
        start = place + 1


def text_box(pdf: bytes, page: int, text: str, *, from_end: bool = False) -> Band:
    """Return the box of the ink of a text on a page.

    Args:
        pdf: The file.
        page: Index of the page.
        text: What to look for, on one line.
        from_end: Whether the last place is meant when there are several.
    """
    document = pypdfium2.PdfDocument(pdf)
    sheet = document[page]
    texts = sheet.get_textpage()
    whole = texts.get_text_range()
    start = whole.rindex(text) if from_end else whole.index(text)
    boxes = [texts.get_charbox(start + place) for place in range(len(text))]
    height = sheet.get_height()
    document.close()
    return Band(
        top=(height - max(top for _, _, _, top in boxes)) * MM_PER_POINT,
        bottom=(height - min(bottom for _, bottom, _, _ in boxes)) * MM_PER_POINT,
        left=min(left for left, _, _, _ in boxes) * MM_PER_POINT,
        right=max(right for _, _, right, _ in boxes) * MM_PER_POINT,
    )


def inks_in_circle(
    pdf: bytes, page: int, circle: tuple[float, float, float], *, spared: tuple[Band, ...]
) -> bool:
    """Tell whether ink outside the spared boxes lies in a circle (x, y, radius in mm)."""
    centre_x, centre_y, radius = circle
    mm, hair = 25.4 / DPI, 0.3
    for number, row in enumerate(_pixel_rows(pdf, page)):
        y = number * mm
        if abs(y - centre_y) > radius:
            continue
        half = (radius**2 - (y - centre_y) ** 2) ** 0.5
        for place in range(int((centre_x - half) / mm), int((centre_x + half) / mm)):
            x = place * mm
            is_spared = any(
                box.left - hair < x < box.right + hair and box.top - hair < y < box.bottom + hair
                for box in spared
            )
            if row[place * 3] < DARK and not is_spared:
                return True
    return False
