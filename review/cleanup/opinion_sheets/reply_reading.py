"""Read the file of a reply, workbook or Word file, in a child process."""

import hashlib
from collections.abc import Callable
from pathlib import Path

from lxml.etree import _Element as Element

from review.cleanup.opinion_sheets.choices import column_name
from review.cleanup.opinion_sheets.row_key import KEY_SHAPE
from review.errors import NoTableError
from review.isolation.limits import Limits
from review.isolation.worker import IsolatedWorker
from review.ledgers.reader import read_here
from review.ledgers.sheet import LedgerFile, Sheet
from review.reading.file_bytes import bytes_of
from review.reading.package import open_package

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ZIP = b"PK\x03\x04"
_WORD_PART = "word/document.xml"


def read_reply_file(path: Path, *, cancelled: Callable[[], bool] | None = None) -> LedgerFile:
    """Return the tables of a reply.

    Raises:
        ReadingError: the file is missing, empty, too large, broken, locked, unsafe, holds no
            table, or took too much time or memory; each case is a subclass with its own words.
    """
    found: LedgerFile = READER.run(read_reply_here, path, file_name=path.name, cancelled=cancelled)
    return found


def read_reply_here(path: Path) -> LedgerFile:
    """Read a reply in this process; only for a child, which may hang or die over it.

    Raises:
        ReadingError: as in ``read_reply_file``, but for time and memory.
    """
    content = bytes_of(path)
    if content.startswith(_ZIP):
        root = open_package(content, path.name).root(_WORD_PART)
        if root is not None:
            rows = _rows(root)
            if not rows:
                raise NoTableError(file_name=path.name)
            sheet = Sheet(path.stem, rows)
            sha256 = hashlib.sha256(content).hexdigest()
            return LedgerFile(path.name, sha256, len(content), (sheet,))
    return read_here(path)


def load_readers() -> None:
    """Load what reads: importing this module did; a child calls it before its walls stand."""


# A sheet of one unit has some hundred rows; a forged file must not hold up the others.
READER = IsolatedWorker(Limits(seconds=20.0, memory_megabytes=600), prepare=load_readers)


def _rows(root: Element) -> tuple[tuple[str, ...], ...]:
    """Return the rows of all tables, the hidden key of each in a column of its own."""
    rows = []
    width = max((len(list(row.iter(f"{_W}tc"))) for row in root.iter(f"{_W}tr")), default=0)
    for row in root.iter(f"{_W}tr"):
        cells = [_words(cell) for cell in row.iter(f"{_W}tc")]
        key = next((found[0] for cell in cells for found in KEY_SHAPE.finditer(cell)), "")
        is_head = column_name("choice") in cells
        shown = [KEY_SHAPE.sub("", cell).strip() for cell in cells]
        rows.append((*shown, *[""] * (width - len(shown)), column_name("key") if is_head else key))
    return tuple(rows)


def _words(cell: Element) -> str:
    paragraphs = (
        "".join(str(text.text or "") for text in paragraph.iter(f"{_W}t"))
        for paragraph in cell.iter(f"{_W}p")
    )
    return "\n".join(words for words in paragraphs if words)
