"""The parts of a regulation's text: chapters, articles, numbered headings, and what lies where."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum

from review.reading.text import Place

_NUMERAL = r"[一二三四五六七八九十百千零〇两\d]+"
_HEADING = re.compile(
    rf"^[ \t　]*(?:(?P<chapter>第{_NUMERAL}[编章节])|(?P<article>第{_NUMERAL}条(?:之{_NUMERAL})?)"
    rf"|(?P<section>{_NUMERAL}、))[ \t　]*(?P<words>.*)$",
    re.MULTILINE,
)
_ITEM = re.compile(rf"^[ \t　]*[（(](?P<number>{_NUMERAL})[)）]")
# A signature, a date or an imprint below the last article is no paragraph of it.
_SENTENCE_ENDS = ("。", "；", "：", ";", ":")
_PARAGRAPH_NUMERALS = "一二三四五六七八九十"


class PartKind(StrEnum):
    """What kind of part a heading opens."""

    CHAPTER = "chapter"  # 编、章、节
    ARTICLE = "article"  # 条
    SECTION = "section"  # 一、二、三、


@dataclass(frozen=True, slots=True)
class Part:
    """One part: its number as printed, its first words, and where it stands up to the next."""

    kind: PartKind
    number: str
    words: str
    place: Place


def parts_of(text: str) -> tuple[Part, ...]:
    """Return the parts in the order of the text; 一、二、 count where there are no articles."""
    headings = list(_HEADING.finditer(text))
    if any(match["article"] for match in headings):
        headings = [match for match in headings if not match["section"]]
    ends = [*(match.start() for match in headings[1:]), len(text)]
    return tuple(_part(match, end) for match, end in zip(headings, ends, strict=False))


def clause_at(text: str, position: int) -> str:
    """Name the clause a character lies in: 第七条, 第七条第二款第三项; empty before the first.

    Paragraphs (款) are counted only where an article has more than one.
    """
    parts = [part for part in parts_of(text) if part.kind is not PartKind.CHAPTER]
    here = bisect_right([part.place.start for part in parts], position) - 1
    if here < 0:
        return ""
    part = parts[here]
    if part.kind is PartKind.SECTION:
        return part.number.rstrip("、") + "、"
    return part.number + _within(text, part, position)


def find_quote(text: str, quote: str) -> Place | None:
    """Return where quoted words stand; blanks and line ends do not count."""
    wanted = "".join(quote.split())
    offsets = [offset for offset, character in enumerate(text) if not character.isspace()]
    start = "".join(text.split()).find(wanted)
    if start < 0 or not wanted:
        return None
    return Place(offsets[start], offsets[start + len(wanted) - 1] + 1)


def _part(match: re.Match[str], end: int) -> Part:
    kind = next(kind for kind in PartKind if match[kind.value])
    return Part(kind, match[kind.value].strip(), match["words"].strip(), Place(match.start(), end))


def _within(text: str, part: Part, position: int) -> str:
    paragraph, paragraphs, item, offset = 0, 0, "", part.place.start
    for line in text[part.place.start : part.place.end].split("\n"):
        is_before = offset <= position
        found = _ITEM.match(line)
        if found:
            item = found["number"] if is_before else item
        elif line.rstrip().endswith(_SENTENCE_ENDS):
            paragraphs += 1
            if is_before:
                paragraph, item = paragraphs, ""
        offset += len(line) + 1
    named = f"第{_PARAGRAPH_NUMERALS[paragraph - 1]}款" if _is_counted(paragraphs) else ""
    return named + (f"第{item}项" if item else "")


def _is_counted(paragraphs: int) -> bool:
    return 1 < paragraphs <= len(_PARAGRAPH_NUMERALS)
