"""A template cut into its blocks, and the marks in its lines kept apart from those in values.

A heading sign, a cell bar or a colon means something only where the template itself has it. Such
signs are exchanged for control characters before anything is rendered; values hold none.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from review.letters.wording import CELL, CONTINUES, HEADING_MARKS, LABEL_END

COMMENT = "//"
BAR = "｜"
COLON = "："
CONTINUED = "　"

_HEAD = re.compile(r"【([^】]*)】(.*)", re.DOTALL)
_TAGS = re.compile(r"(\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\})", re.DOTALL)
# The inner of a tag excludes its end: otherwise a line of many tags could be read in as many ways
# as there are pairs of them, and the search would never come back.
_HEADING = re.compile(r"^((?:[ 　]|\{%(?:(?!%\}).)*+%\})*+)(#{1,4})[ 　]", re.MULTILINE)
_STATEMENTS = re.compile(r"\{%.*?%\}|\{#.*?#\}", re.DOTALL)


@dataclass(frozen=True, slots=True)
class RawBlock:
    """A block as it is written: its name, the words beside it and its lines."""

    name: str
    words: tuple[str, ...]
    line: int
    text: str


def plain_text(text: str) -> str:
    """Return the text with line feeds only and without characters that nothing can print."""
    feeds = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return "".join(
        char
        for char in feeds.replace("\t", " ")
        if char == "\n" or unicodedata.category(char) not in {"Cc", "Cf", "Cs"}
    )


def raw_blocks(text: str) -> Iterator[RawBlock]:
    """Yield the blocks of a plain text; what stands before the first one has no name."""
    head, start = "", 1
    words: tuple[str, ...] = ()
    lines: list[str] = []
    for number, line in enumerate(text.split("\n"), 1):
        match = _HEAD.fullmatch(line)
        if match:
            yield RawBlock(head, words, start, "\n".join(lines))
            head, *rest = match[1].split() or [""]
            words, start, lines = tuple(rest), number, [match[2]]
        else:
            lines.append("" if line.startswith(COMMENT) else line)
    yield RawBlock(head, words, start, "\n".join(lines))


def with_heading_marks(text: str) -> str:
    """Exchange the heading signs at the beginning of lines."""
    return _HEADING.sub(lambda match: match[1] + HEADING_MARKS[len(match[2]) - 1], text)


def with_cell_marks(line: str) -> str:
    """Exchange the bars of a line."""
    parts = _TAGS.split(line)
    return "".join(
        part if place % 2 else part.replace(BAR, CELL) for place, part in enumerate(parts)
    )


def prints_nothing(line: str) -> bool:
    """Tell whether a line only opens or ends loops and conditions."""
    return not _STATEMENTS.sub("", line).strip()


def label_and_rest(line: str) -> tuple[str, str] | None:
    """Part a line at its first colon outside of braces; None where it has none."""
    marked = _with_label_end(line)
    label, found, rest = marked.partition(LABEL_END)
    return (label.strip(), rest) if found else None


def with_label_marks(line: str) -> str:
    """Exchange the bars of a line of a form, and in each cell the first colon."""
    if line.startswith(CONTINUED):
        return CONTINUES + line.lstrip(CONTINUED)
    return CELL.join(_with_label_end(cell) for cell in with_cell_marks(line).split(CELL))


def _with_label_end(cell: str) -> str:
    parts = _TAGS.split(cell)
    for place in range(0, len(parts), 2):
        if COLON in parts[place]:
            parts[place] = parts[place].replace(COLON, LABEL_END, 1)
            break
    return "".join(parts)
