"""Data files that an office can edit, read as TOML, with the line at which reading stopped."""

import re
import tomllib
from pathlib import Path

from models.domain.law_errors import DataFileSyntaxError, DataFileUnreadableError

_LINE = re.compile(r"at line (\d+)")


def read_table(file: Path) -> dict[str, object]:
    """Read a data file; a byte order mark before it is passed over.

    Raises:
        DataFileUnreadableError: the file cannot be opened or is not UTF-8.
        DataFileSyntaxError: the file is not TOML.
    """
    return parse_table(read_text(file), file.name)


def read_text(file: Path) -> str:
    """Read the text of a data file; a byte order mark before it is passed over.

    Raises:
        DataFileUnreadableError: the file cannot be opened or is not UTF-8.
    """
    try:
        return file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as wrong:
        raise DataFileUnreadableError(file=file.name) from wrong


def parse_table(text: str, file: str) -> dict[str, object]:
    """Read the text of a data file, of which only the name is known.

    Raises:
        DataFileSyntaxError: the text is not TOML.
    """
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as wrong:
        found = _LINE.search(str(wrong))
        line = int(found[1]) if found else text.count("\n") + 1
        raise DataFileSyntaxError(file=file, line=line) from wrong
