"""Join the printed lines of pages into paragraphs, without page numbers and running heads."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from review.reading.page_lines import PageLine

_PAGE_NUMBER = re.compile(
    r"[—–\-－―·\s]+\d{1,4}[—–\-－―·\s]+|第\s*\d+\s*页(?:\s*[共/／]\s*\d+\s*页)?"
)
_BARE_NUMBER = re.compile(r"\d{1,4}")
_DIGITS = re.compile(r"\d+")
# Lines of figures alone are a table's, however often pages begin or end with them.
_WORD = re.compile(r"[^\W\d_]")
# How many pages must carry the same line at the edge before it counts as a running head.
_RUNNING_PAGES = 3
# A line is full when it ends within this many characters of the right margin; the rule that no
# punctuation begins a line may push one character down.
_FULL_WITHIN = 2.2
# Even the largest title fits more characters on a line than this.
_SHORTEST_FULL = 10
_INDENT = 1.2
_SIZE_CHANGE = 1.12
# So few characters on a line say nothing about its size.
_STRAY = 3
_PARAGRAPH_GAP = 1.45
# Some programs break after a fixed number of characters instead of at the margin: so many of
# the lines then hold the same number.
_GRID_SHARE = 0.2
_LOST_BLANKS = 3
_NEVER_FIRST = "，。、；：？！》〉）”〕…,;)"
# Lines that always begin a paragraph, and lines that always stand alone.
_BEGINS = re.compile(
    r"第[零〇一二三四五六七八九十百千\d]{1,7}[编章节条]|[一二三四五六七八九十]{1,3}、|"
    r"[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、](?!\d)|附件\s*\d*\s*[:：]?|"
    r"[（(]此件|抄送|公开方式|【"
)
_ALONE = re.compile(
    r"[\d〇○OＯ零一二三四五六七八九十]{2,4}\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月"
    r"\s*[\d一二三四五六七八九十]{1,3}\s*日|"
    r"\S{1,16}[〔\[［【（(]\s*\d{4}\s*[〕\]］】）)]\s*\S{0,6}\s*号|第\s*\d+\s*号"
)
_SENTENCE_ENDS = ("。", "：", ":", "；", "！")


@dataclass(frozen=True, slots=True)
class Joined:
    """The paragraphs of the pages and the running heads that were left out."""

    paragraphs: tuple[str, ...]
    running_heads: tuple[str, ...]


def join_pages(pages: list[list[PageLine]]) -> Joined:
    """Join the lines of all pages; a paragraph may run over a page break."""
    heads = _running_heads(pages)
    kept = [_without_edges(lines, heads, number) for number, lines in enumerate(pages, start=1)]
    lines = [line for page in kept for line in page]
    return Joined(tuple(_paragraphs(kept, _Margins.of(lines))), tuple(sorted(heads)))


def _running_heads(pages: list[list[PageLine]]) -> set[str]:
    edges = Counter(
        _DIGITS.sub("#", text)
        for lines in pages
        for text in {line.text for line in (*lines[:1], *lines[-1:])}
        if _WORD.search(text) and not _PAGE_NUMBER.fullmatch(text)
    )
    return {text for text, count in edges.items() if count >= max(_RUNNING_PAGES, len(pages) / 2)}


def _without_edges(lines: list[PageLine], heads: set[str], number: int) -> list[PageLine]:
    first, last = 0, len(lines)
    while first < last and _is_edge(lines[first].text, heads, number):
        first += 1
    while first < last and _is_edge(lines[last - 1].text, heads, number):
        last -= 1
    return lines[first:last]


def _is_edge(text: str, heads: set[str], number: int) -> bool:
    if _PAGE_NUMBER.fullmatch(text) or _DIGITS.sub("#", text) in heads:
        return True
    return bool(_BARE_NUMBER.fullmatch(text)) and int(text) == number


@dataclass(frozen=True, slots=True)
class _Margins:
    left: float
    right: float
    pitch: float
    grid: int

    @classmethod
    def of(cls, lines: list[PageLine]) -> "_Margins":
        lefts = Counter(round(line.left) for line in lines if len(line.text) > 1)
        left = min((edge for edge, count in lefts.items() if count * 20 >= len(lines)), default=0)
        rights = sorted(line.right for line in lines)
        right = rights[int(len(rights) * 0.97)] if rights else 0.0
        steps = Counter(
            round(before.middle - line.middle)
            for before, line in pairwise(lines)
            if before.middle > line.middle
        )
        pitch = steps.most_common(1)[0][0] if steps else 0
        counts = Counter(line.count for line in lines)
        grid, share = counts.most_common(1)[0] if counts else (0, 0)
        is_grid = share >= _GRID_SHARE * len(lines) and grid == max(counts, default=0)
        return cls(left, right, float(pitch), grid if is_grid else 0)

    def is_full(self, line: PageLine) -> bool:
        """Tell whether the line was broken because nothing more fitted on it."""
        if line.count < _SHORTEST_FULL:
            return False
        if self.grid:
            # Blanks in a row count as one in a pdf, so that a line with blanks looks shorter.
            lost = self.grid if "  " in line.text else _LOST_BLANKS if " " in line.text else 0
            return line.count >= self.grid - lost
        return line.right >= self.right - _FULL_WITHIN * line.size


def _paragraphs(pages: list[list[PageLine]], margins: _Margins) -> Iterable[str]:
    text, before = "", None
    for lines in pages:
        for line in lines:
            if before is not None and _continues(before, line, margins):
                text += _glue(text, line.text)
            else:
                if before is not None:
                    yield text
                text = line.text
            before = line
    if before is not None:
        yield text


def _glue(text: str, following: str) -> str:
    """Chinese joins without a blank; two Latin words keep one."""
    latin = text[-1:].isascii() and text[-1:].isalpha() and following[:1].isascii()
    return f" {following}" if latin and following[:1].isalpha() else following


def _continues(before: PageLine, line: PageLine, margins: _Margins) -> bool:
    if line.text.startswith(tuple(_NEVER_FIRST)):
        return True
    if not margins.is_full(before):
        return False
    if line.left > margins.left + _INDENT * line.size or _is_other_size(before, line):
        return False
    if margins.pitch and before.middle - line.middle > margins.pitch * _PARAGRAPH_GAP:
        return False
    if _ALONE.fullmatch(line.text.strip()) or _ALONE.fullmatch(before.text.strip()):
        return False
    return not (before.text.endswith(_SENTENCE_ENDS) and _BEGINS.match(line.text))


def _is_other_size(before: PageLine, line: PageLine) -> bool:
    large, small = max(before.size, line.size), min(before.size, line.size)
    return large > small * _SIZE_CHANGE and min(len(before.text), len(line.text)) > _STRAY
