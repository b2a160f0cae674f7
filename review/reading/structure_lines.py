"""What each line of a document opens: a chapter, an article, a heading, an attachment."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from review.reading.numerals import NUMERAL, number_of

_BLANK = r"[ \t　\xa0]"
_N = rf"{NUMERAL}(?:{_BLANK}*{NUMERAL})*"


class NodeKind(StrEnum):
    """What kind of part a node of the structure is."""

    DOCUMENT = "document"  # 没有封面的单独一份
    COVER = "cover"  # 印发……的通知
    INNER = "inner"  # 所印发的办法
    ATTACHMENT = "attachment"  # 附件、附表、附图
    PART = "part"  # 编、分编
    CHAPTER = "chapter"  # 章
    SECTION = "section"  # 节
    ARTICLE = "article"  # 条
    PARAGRAPH = "paragraph"  # 款
    ITEM = "item"  # 项
    SUBITEM = "subitem"  # 目
    HEADING = "heading"  # 一、
    SUBHEADING = "subheading"  # （一）
    POINT = "point"  # 1.
    SUBPOINT = "subpoint"  # （1）


# Each of these is one document of the text.
UNIT_KINDS = (NodeKind.DOCUMENT, NodeKind.COVER, NodeKind.INNER, NodeKind.ATTACHMENT)

_OPENING = re.compile(
    rf"^{_BLANK}*(?:第{_BLANK}*(?P<n1>{_N}){_BLANK}*(?P<unit>分?编|章|节)(?!约)"
    rf"|第{_BLANK}*(?P<n2>{_N}){_BLANK}*(?P<article>条)(?P<sub>之{_BLANK}*{_N})?"
    rf"|(?P<heading>[一二三四五六七八九十]{{1,3}}){_BLANK}*[、.．]"
    rf"|[（(]{_BLANK}*(?P<subheading>[一二三四五六七八九十]{{1,3}}){_BLANK}*[)）]"
    rf"|(?P<point>\d{{1,2}}){_BLANK}*[、.．](?!\d)"
    rf"|(?:[（(]{_BLANK}*(?P<subpoint>\d{{1,2}}){_BLANK}*[)）]|(?P<circled>[①-⑳])))"
    rf"{_BLANK}*(?P<words>.*)$"
)
_UNITS = {
    "编": NodeKind.PART,
    "分编": NodeKind.PART,
    "章": NodeKind.CHAPTER,
    "节": NodeKind.SECTION,
}
_NUMBERED = {
    "heading": NodeKind.HEADING,
    "subheading": NodeKind.SUBHEADING,
    "point": NodeKind.POINT,
    "subpoint": NodeKind.SUBPOINT,
    "circled": NodeKind.SUBPOINT,
}
# A line that begins so speaks of an article and opens none.
_REFERENCE = re.compile(
    rf"^(?:(?:之|的)?规定|第{_BLANK}*{_N}{_BLANK}*[款项目]|[、和或至及与]{_BLANK}*第|[、，,]第{_N}[条款]"
    r"|所[列述称规]|[中内]?的|中[“，,“]|修改为|改为|增加|删去|之间|以外|除外|执行)"
)
_ATTACHMENT = re.compile(
    rf"^{_BLANK}*(?P<number>附{_BLANK}*[件表图录](?:{_BLANK}*{NUMERAL}{{1,3}}(?:-\d)?)?)"
    rf"{_BLANK}*[:：]?{_BLANK}*(?P<words>.*)$"
)
_CONTENTS = re.compile(rf"^{_BLANK}*目{_BLANK}*[录次]{_BLANK}*$")
_LEADERS = re.compile(r"[.·…．\s　]*\d{0,4}$")
_FEWEST_OF_CONTENTS = 3


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the text: where it stands, and what it opens if it opens anything."""

    start: int
    end: int
    text: str
    kind: NodeKind | None = None
    number: str = ""
    value: int = 0
    sub: int = 0
    words: str = ""

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands in the line."""
        return not self.text.strip()


def lines_of(text: str) -> list[Line]:
    """Return the lines with what each opens, the entries of a contents page as plain lines."""
    lines, start = [], 0
    for words in text.split("\n"):
        lines.append(_line(start, words))
        start += len(words) + 1
    return _without_contents(lines)


def attachment_line(line: Line) -> tuple[str, str] | None:
    """Return number and title of the attachment that a line may open."""
    match = _ATTACHMENT.match(line.text)
    return ("".join(match["number"].split()), match["words"].strip()) if match else None


def _line(start: int, text: str) -> Line:
    end = start + len(text)
    match = _OPENING.match(text)
    if match is None:
        return Line(start, end, text)
    words = match["words"].strip()
    numeral = match["n1"] or match["n2"]
    if numeral is None:
        return _numbered(start, text, match, words)
    # A blank behind the number sets a heading apart, whatever its first words are.
    is_apart = text[: match.start("words")][-1:].isspace()
    if not is_apart and _REFERENCE.match(words):
        return Line(start, end, text)
    kind = NodeKind.ARTICLE if match["article"] else _UNITS[match["unit"]]
    number = "".join(match.group().removesuffix(match["words"]).split())
    value = number_of("".join(numeral.split()))
    sub = number_of("".join((match["sub"] or "").split()).lstrip("之"))
    return Line(start, end, text, kind, number, value, sub, words)


def _numbered(start: int, text: str, match: re.Match[str], words: str) -> Line:
    name = next(name for name in _NUMBERED if match[name])
    number = "".join(match.group().removesuffix(match["words"]).split())
    value = ord(match[name]) - ord("①") + 1 if name == "circled" else number_of(match[name])
    return Line(start, start + len(text), text, _NUMBERED[name], number, value, 0, words)


def _without_contents(lines: list[Line]) -> list[Line]:
    plain = set(_contents_entries(lines))
    return [
        Line(line.start, line.end, line.text) if at in plain else line
        for at, line in enumerate(lines)
    ]


def _contents_entries(lines: list[Line]) -> Iterator[int]:
    """Yield the lines of a contents page: chapters in a row whose first comes again later."""
    run: list[int] = []
    is_titled = False
    for at, line in enumerate(lines):
        if line.kind in _UNITS.values():
            run.append(at)
            continue
        if line.is_blank:
            continue
        if _is_contents(run, is_titled=is_titled, lines=lines):
            yield from run
        run, is_titled = [], bool(_CONTENTS.match(line.text))


def _is_contents(run: list[int], *, is_titled: bool, lines: list[Line]) -> bool:
    if not run or not (is_titled or len(run) >= _FEWEST_OF_CONTENTS):
        return False
    first = lines[run[0]]
    # The last of the row may already be the first chapter itself.
    again = [at for at in run[1:] if _same_heading(lines[at], first)]
    if again:
        del run[run.index(again[0]) :]
        return True
    return any(_same_heading(line, first) for line in lines[run[-1] + 1 :])


def _same_heading(one: Line, other: Line) -> bool:
    return one.kind is other.kind and one.value == other.value and _title(one) == _title(other)


def _title(line: Line) -> str:
    return "".join(_LEADERS.sub("", line.words).split())
