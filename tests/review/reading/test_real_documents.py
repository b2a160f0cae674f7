"""Real documents as Word and PDF files: read without a crash, and nothing of the text is lost.

The texts lie beside the project and are not part of it; here every fifteenth is made a file.
``NORMDESK_READ_ALL=1`` takes all of them.
"""

import gzip
import json
import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from resources import path_of
from review.extraction.propose import propose
from review.reading.reader import read_file

DATA = Path(__file__).parents[3].parent / "shared" / "data"
EVERY = 1 if os.environ.get("NORMDESK_READ_ALL") else 15
CHARACTERS_A_LINE, LINES_A_PAGE = 28, 22
FACE = TTFont("RealSong", path_of("fonts", "LtrSong.ttf"))
LEAST_KEPT_IN_PDF = 0.995


def texts() -> Iterator[str]:
    """Yield real texts that a Word file can hold, or skip."""
    corpus = DATA / "corpus.jsonl.gz"
    if not corpus.exists():
        pytest.skip("the real documents are not beside the project")
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line)["text"] or "" for line in lines]
    rows += [path.read_text(encoding="utf-8") for path in sorted((DATA / "founding").glob("*.txt"))]
    for text in rows[::EVERY]:
        kept = "".join(char for char in text if char == "\n" or char.isprintable())
        if kept.strip():
            yield kept


def write_docx(text: str, file: Path) -> None:
    """Make a Word file with a paragraph a line."""
    document = Document()
    for line in text.split("\n"):
        document.add_paragraph(line)
    document.save(str(file))


def drawable(text: str) -> str:
    """Return the text without the characters that the face of these files cannot draw."""
    if "RealSong" not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(FACE)
    glyphs = FACE.face.charToGlyph
    return "".join(char for char in text if char.isspace() or ord(char) in glyphs)


def write_pdf(text: str, file: Path) -> None:
    """Make a PDF with hard-wrapped lines, as an office printer does."""
    wrapped = [
        line[start : start + CHARACTERS_A_LINE] or " "
        for line in text.split("\n")
        for start in range(0, max(len(line), 1), CHARACTERS_A_LINE)
    ]
    canvas = Canvas(str(file))
    for first in range(0, len(wrapped), LINES_A_PAGE):
        canvas.setFont("RealSong", 15)
        for place, line in enumerate(wrapped[first : first + LINES_A_PAGE]):
            canvas.drawString(80, 760 - 28 * place, line)
        canvas.showPage()
    canvas.save()


def words(text: str) -> Counter[str]:
    """Count the characters of a text that are not blank."""
    return Counter("".join(text.split()))


def test_every_character_of_a_word_file_is_read(tmp_path: Path) -> None:
    file = tmp_path / "document.docx"
    for text in texts():
        write_docx(text, file)
        read = read_file(file)
        assert words(read.text) == words(text)
        propose(read)


def test_the_characters_of_a_pdf_are_read(tmp_path: Path) -> None:
    file = tmp_path / "document.pdf"
    for text in map(drawable, texts()):
        write_pdf(text, file)
        read = read_file(file)
        wanted = words(text)
        kept = (words(read.text) & wanted).total()
        assert kept >= LEAST_KEPT_IN_PDF * wanted.total(), text[:60]
        propose(read)
