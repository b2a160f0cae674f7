"""Two wordings of a paper, line by line: what stayed, what went, what came."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum


class LineChange(Enum):
    """What became of a line."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class LineDifference:
    """A line of either wording."""

    change: LineChange
    text: str


def differences(before: str, after: str) -> tuple[LineDifference, ...]:
    """Return the lines of both wordings in order; removed ones stand before what came for them."""
    return tuple(_differences(before.splitlines(), after.splitlines()))


def _differences(before: list[str], after: list[str]) -> Iterator[LineDifference]:
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, start, end, new_start, new_end in matcher.get_opcodes():
        if tag == "equal":
            yield from (LineDifference(LineChange.SAME, line) for line in before[start:end])
        else:
            yield from (LineDifference(LineChange.REMOVED, line) for line in before[start:end])
            yield from (LineDifference(LineChange.ADDED, line) for line in after[new_start:new_end])
