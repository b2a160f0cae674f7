"""Documents to measure with: real paragraphs recombined by a seed, the same in every run."""

import gzip
import hashlib
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random

from docx import Document
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from resources import path_of
from review.reading.reader import read_here

SHARED = Path(__file__).parents[2].parent / "shared" / "data" / "corpus.jsonl.gz"
SEED = 20261125
_FACE = TTFont("BenchSong", path_of("fonts", "LtrSong.ttf"))
_CHARACTERS_A_LINE, _LINES_A_PAGE = 28, 22


@cache
def paragraphs() -> tuple[str, ...]:
    """Return the paragraphs that documents are made of: of real documents, or of the samples."""
    texts = _real_texts() if SHARED.exists() else _sample_texts()
    lines = (line.strip() for text in texts for line in text.split("\n"))
    glyphs = _FACE.face.charToGlyph
    drawable = ("".join(sign for sign in line if ord(sign) in glyphs) for line in lines)
    return tuple(line for line in drawable if line)


def text_of(number: int, characters: int) -> str:
    """Return document ``number``, of so many characters: it depends on seed and number alone."""
    chance = Random(f"{SEED}/{number}/{characters}")  # noqa: S311 -- repeatable, not secret
    source, lines, length = paragraphs(), [], 0
    while length < characters:
        first = chance.randrange(len(source))
        for line in source[first : first + chance.randint(4, 25)]:
            lines.append(line)
            length += len(line) + 1
    return "\n".join(lines)[:characters]


def docx_of(number: int, characters: int, folder: Path) -> Path:
    """Return the document as a Word file with a paragraph a line."""
    file = folder / f"{number}-{characters}.docx"
    document = Document()
    for line in text_of(number, characters).split("\n"):
        document.add_paragraph(line)
    document.save(str(file))
    return file


def pdf_of(number: int, characters: int, folder: Path) -> Path:
    """Return the document as a pdf with the line length of an official paper."""
    if "BenchSong" not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(_FACE)
    file = folder / f"{number}-{characters}.pdf"
    canvas = Canvas(str(file), invariant=1)
    lines = list(_wrapped(text_of(number, characters)))
    for first in range(0, len(lines), _LINES_A_PAGE):
        canvas.setFont("BenchSong", 15)
        for place, line in enumerate(lines[first : first + _LINES_A_PAGE]):
            canvas.drawString(80, 760 - 28 * place, line)
        canvas.showPage()
    canvas.save()
    return file


def fingerprint() -> str:
    """Return a hash of the first documents, so that two runs can be seen to be alike."""
    texts = "\0".join(text_of(number, 2000) for number in range(20))
    return hashlib.sha256(texts.encode()).hexdigest()[:16]


def _wrapped(text: str) -> Iterator[str]:
    for line in text.split("\n"):
        for start in range(0, max(len(line), 1), _CHARACTERS_A_LINE):
            yield line[start : start + _CHARACTERS_A_LINE]


def _real_texts() -> list[str]:
    with gzip.open(SHARED, "rt", encoding="utf-8") as lines:
        return [json.loads(line)["text"] or "" for line in lines]


def _sample_texts() -> list[str]:
    return [read_here(file).text for file in sorted(path_of("samples").rglob("*.docx"))]
