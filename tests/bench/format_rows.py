"""Reading the formats beside docx and pdf: seconds for a document of 10,000 characters.

No peer stands beside them: the libraries for these formats are no packages of this program.
"""

from collections.abc import Callable, Iterator
from functools import partial
from html import escape
from pathlib import Path

from review.reading.doc import read_doc
from review.reading.findings import Findings
from review.reading.html import read_html
from review.reading.ofd import read_ofd
from review.reading.rtf import read_rtf
from review.reading.text import ReadingNote
from tests.bench.material import text_of
from tests.bench.measuring import Comparison
from tests.review.reading.ofd_file import ofd_parts, package, typeset
from tests.review.reading.rtf_file import rtf_bytes

Reader = Callable[[bytes, str], Findings | tuple[str, tuple[ReadingNote, ...]]]
LONG = 10_000
_GOAL = 0.2
_OLD = Path(__file__).parents[1] / "documents" / "01-parking-measures.doc"


def comparisons(folder: Path) -> Iterator[Comparison]:  # noqa: ARG001 -- every subject is given it
    """Yield the rows on these formats."""
    text = text_of(1, LONG)
    page = "".join(f"<p>{escape(line)}</p>" for line in text.split("\n"))
    files: tuple[tuple[str, bytes, Reader], ...] = (
        ("ofd", package(ofd_parts(*typeset(text))), read_ofd),
        ("rtf", rtf_bytes("".join(filter(_in_code_page, text))), read_rtf),
        ("html", f"<html><meta charset=utf-8>{page}</html>".encode(), read_html),
    )
    for name, content, reader in files:
        title = f"{name} to text, {LONG} characters"
        yield Comparison(title, partial(reader, content, f"甲.{name}"), _GOAL)
    old = partial(read_doc, _OLD.read_bytes(), "甲.doc")
    yield Comparison("doc to text, own streams, 2 pages", old, _GOAL)


def _in_code_page(character: str) -> bool:
    return character.isascii() or bool(character.encode("gbk", errors="ignore"))
