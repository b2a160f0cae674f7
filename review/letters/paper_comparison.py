"""Two texts of a paper compared: what was put in place of what, and which value it was."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher

from review.letters.wording_filters import chinese_date

_PAGE_NUMBER = re.compile(r"^\s*[—–-]?\s*\d{1,4}\s*[—–-]?\s*$", re.MULTILINE)
# Figures, Latin words and single characters: a date that differs in one digit differs as a number.
_TOKEN = re.compile(r"\d+|[A-Za-z]+|\S")
_CONTEXT = 8
_APART = 2
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class PaperDifference:
    """A place in which a paper differs from the one that was issued.

    Attributes:
        field: Identifier of the letter's field that stands there; empty when it is none.
        before: The words before the place, the same in both.
        issued: What was issued; empty where something was put in.
        shown: What the paper shown says; empty where something was left out.
    """

    field: str
    before: str
    issued: str
    shown: str


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    start: int


def differences(issued: str, shown: str, data: Mapping[str, object]) -> tuple[PaperDifference, ...]:
    """Return the places in which a shown text differs from the issued one, in its order.

    Args:
        issued: The text of the paper as it was issued.
        shown: The text of the paper to be verified.
        data: The values the letter was made from, dates as ISO text.
    """
    words, other = _words(issued), _words(shown)
    if words == other:
        return ()
    old, new = _tokens(words), _tokens(other)
    matcher = SequenceMatcher(
        None, [one.text for one in old], [one.text for one in new], autojunk=False
    )
    spans = tuple(_spans(words, data))
    return tuple(
        _difference(words, other, (_span(old, a, b, words), _span(new, c, d, other)), spans)
        for a, b, c, d in _joined(matcher)
    )


def _joined(matcher: SequenceMatcher[str]) -> list[tuple[int, int, int, int]]:
    """Return the changes; those with hardly anything between them are one change to a reader."""
    changes: list[tuple[int, int, int, int]] = []
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            continue
        if changes and a - changes[-1][1] <= _APART:
            first, _, third, _ = changes[-1]
            changes[-1] = (first, b, third, d)
        else:
            changes.append((a, b, c, d))
    return changes


def _words(text: str) -> str:
    """Return a text without blanks, breaks and page numbers, which readers see differently."""
    plain = unicodedata.normalize("NFKC", _PAGE_NUMBER.sub("", text))
    return "".join(plain.split())


def _tokens(words: str) -> list[_Token]:
    return [_Token(match[0], match.start()) for match in _TOKEN.finditer(words)]


def _span(tokens: list[_Token], first: int, end: int, words: str) -> tuple[int, int]:
    start = tokens[first].start if first < len(tokens) else len(words)
    stop = tokens[end].start if end < len(tokens) else len(words)
    return start, stop


def _difference(
    words: str,
    other: str,
    places: tuple[tuple[int, int], tuple[int, int]],
    spans: tuple[tuple[int, int, str], ...],
) -> PaperDifference:
    (start, end), (shown_start, shown_end) = places
    return PaperDifference(
        field=_field_at(start, end, spans),
        before=words[max(0, start - _CONTEXT) : start],
        issued=words[start:end],
        shown=other[shown_start:shown_end],
    )


def _field_at(start: int, end: int, spans: tuple[tuple[int, int, str], ...]) -> str:
    """Name the shortest value that the place lies in or touches."""
    touched = [
        (last - first, field) for first, last, field in spans if first <= end and start <= last
    ]
    inside = [
        (last - first, field)
        for first, last, field in spans
        if first <= start and end <= last and first < last
    ]
    return min(inside or touched, default=(0, ""))[1]


def _spans(words: str, data: Mapping[str, object]) -> Iterator[tuple[int, int, str]]:
    """Yield where each value of the letter stands in its text."""
    for field, value in _values(data):
        printed = _words(value)
        start = words.find(printed) if printed else -1
        while start >= 0:
            yield start, start + len(printed), field
            start = words.find(printed, start + 1)


def _values(data: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Yield every value as the paper prints it, those of rows under the name of their column."""
    for field, value in data.items():
        if isinstance(value, Mapping):
            yield from _values(value)
        elif isinstance(value, list | tuple):
            for part in value:
                yield from _values(part if isinstance(part, Mapping) else {field: part})
        elif isinstance(value, str) and _ISO_DATE.fullmatch(value):
            yield field, chinese_date(date.fromisoformat(value))
        elif isinstance(value, str | int) and not isinstance(value, bool):
            yield field, str(value)
