"""Reading files: our readers beside the libraries that others use, and what the child costs."""

import io
import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import TypeVar

import docx
import msgspec

# pypdfium2 ships without type information.
import pypdfium2  # type: ignore[import-untyped]

from review.extraction.answer import answer_of
from review.extraction.examination import examine_file
from review.reading.docx import read_docx
from review.reading.pdf import read_pdf
from review.reading.reader import READER, read_file, read_here
from tests.bench.material import docx_of, pdf_of
from tests.bench.measuring import Comparison

Item = TypeVar("Item")
FILES = 20
CHARACTERS = 5000
LONG = 10_000


def comparisons(folder: Path) -> Iterator[Comparison]:
    """Yield the rows on reading."""
    word = [docx_of(number, CHARACTERS, folder) for number in range(FILES)]
    pdf = [pdf_of(number, CHARACTERS, folder) for number in range(FILES)]
    words, pages = [file.read_bytes() for file in word], [file.read_bytes() for file in pdf]
    size = f"{FILES} of {CHARACTERS} characters"
    ours = partial(for_all, words, lambda content: read_docx(content, "甲.docx"))
    yield Comparison(
        f"docx to text, {size}",
        ours,
        1.0,
        partial(for_all, words, python_docx_text),
        f"python-docx {version('python-docx')}, paragraphs and tables",
    )
    yield Comparison(
        f"docx to text, {size}", ours, 5.0, partial(for_all, words, inflate), "zlib alone"
    )
    yield Comparison(
        f"pdf to paragraphs, {size}",
        partial(for_all, pages, lambda content: read_pdf(content, "甲.pdf")),
        2.5,
        partial(for_all, pages, pdfium_text),
        f"pypdfium2 {version('pypdfium2')}, text of the pages as it comes",
    )
    yield Comparison(
        f"docx in the child, {size}",
        partial(for_all, word, read_file),
        1.25,
        partial(for_all, word, read_here),
        "the same reader in this process",
        is_wall_time=True,
    )
    for name, file in (
        ("docx", docx_of(1, LONG, folder)),
        ("pdf", pdf_of(1, LONG, folder)),
    ):
        answer = partial(read_to_json, file)
        yield Comparison(
            f"read --json, {name} of {LONG} characters, after start-up",
            answer,
            0.1,
            is_wall_time=True,
        )
    yield Comparison(
        "child started and first file read", cold_read(word[0]), 1.0, is_wall_time=True
    )


def for_all(items: list[Item], work: Callable[[Item], object]) -> None:
    """Do the work for every item."""
    for item in items:
        work(item)


def python_docx_text(content: bytes) -> str:
    """Return the text as scripts with python-docx take it."""
    document = docx.Document(io.BytesIO(content))
    lines = [paragraph.text for paragraph in document.paragraphs]
    for table in document.tables:
        lines += ["\t".join(cell.text for cell in row.cells) for row in table.rows]
    return "\n".join(lines)


def inflate(content: bytes) -> bytes:
    """Unpack the body and do nothing with it."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read("word/document.xml")


def pdfium_text(content: bytes) -> str:
    """Return the text of the pages, lines as printed."""
    document = pypdfium2.PdfDocument(content)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def read_to_json(file: Path) -> bytes:
    """Do what ``read --json`` does for one file."""
    return msgspec.json.encode(answer_of(examine_file(file)))


def cold_read(file: Path) -> Callable[[], object]:
    """Return the reading of a file by a child that is not there yet."""

    def read() -> None:
        READER.close()
        read_file(file)

    return read
