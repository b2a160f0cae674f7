"""Real documents as Word and PDF files: read without a crash, and nothing of the text is lost.

The texts lie beside the project and are not part of it; here every fifteenth is made a file.
``NORMDESK_READ_ALL=1`` takes all of them, and those of the corpus of scale, where every n-th can
be asked for by a larger number; ``-s`` shows the characters a second and the memory it took.
"""

import gzip
import json
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter

import pytest
from docx import Document
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from resources import path_of
from review.extraction.propose import propose
from review.isolation.limits import MEGABYTE, Limits
from review.reading.reader import READER, read_file

DATA = Path(__file__).parents[3].parent / "shared" / "data"
STEP = int(os.environ.get("NORMDESK_READ_ALL", "0"))
EVERY = 1 if STEP else 15
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
    yield from readable(rows[::EVERY])


def texts_of_scale() -> Iterator[str]:
    """Yield the texts of the corpus of scale, or skip."""
    corpus = DATA / "scale_corpus.jsonl.gz"
    if not STEP or not corpus.exists():
        pytest.skip("the corpus of scale is not beside the project, or not asked for")
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        yield from readable([json.loads(line)["text"] or "" for line in lines][::STEP])


def readable(rows: list[str]) -> Iterator[str]:
    """Yield the texts without the signs that no file can hold."""
    for text in rows:
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


@pytest.mark.parametrize(("ending", "write"), [("docx", write_docx), ("pdf", write_pdf)])
def test_every_document_of_the_corpora_is_read_within_time_and_memory(
    tmp_path: Path, ending: str, write: Callable[[str, Path], None]
) -> None:
    # Given every text of both corpora as a file
    file = tmp_path / f"document.{ending}"
    documents = characters = 0
    seconds = longest = peak = 0.0
    for text in (*texts(), *texts_of_scale()):
        write(drawable(text) if ending == "pdf" else text, file)
        # When it is read and its values are proposed
        began = perf_counter()
        read = read_file(file)
        taken = perf_counter() - began
        propose(read)
        # Then there is text
        assert read.text.strip(), text[:60]
        documents, characters = documents + 1, characters + len(read.text)
        seconds, longest = seconds + taken, max(longest, taken)
        peak = max(peak, READER.usage.peak_bytes / MEGABYTE)
    assert longest < 2 * Limits().seconds
    assert peak < Limits().memory_megabytes
    sys.stdout.write(
        f"{ending}: {documents} documents, {characters} characters, "
        f"{characters / seconds:.0f} a second, longest {longest:.2f} s, peak {peak:.0f} MB\n"
    )
