"""Lists of ended documents (废止目录): numbered lines and tables without title marks."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from review.extraction.flow import Flow, folded
from review.extraction.number_shapes import CITED_NUMBER
from review.extraction.numbers import number_form
from review.extraction.vocabulary import one_of, vocabulary

_ENDED = r"(?:废止|失效|停止执行|不再执行|停止使用)"
_KEPT = r"(?:继续有效|保留|修改|修订|有效)"
_LIST = r"(?:目录|清单|名录|文件|规章|法规|一览表)"
_LEAD = (
    r"(?:附件?\d{0,2}[:.、]?|第?[一二三四五六七八九十]{1,3}[、.]"
    r"|\([一二三四五六七八九十]{1,3}\)|\d{1,2}[.、])?"
)
_COUNTED = r"(?:\(?共?[\d一二三四五六七八九十百]{1,5}[件个部项]\)?)?"
# 决定废止的规范性文件目录(24件); 现决定废止下列文件:
_NO_CASES = r"(?!.*(?:情形|情况|措施|之一|条件|应当|可以|程序))"
_HEADING = re.compile(
    rf"^{_LEAD}(?!.*{_KEPT}的){_NO_CASES}[^。;]{{0,60}}{_ENDED}[一-鿿、]{{0,30}}{_LIST}{_COUNTED}:?$"
    rf"|^{_NO_CASES}[^。;]{{0,120}}{_ENDED}(?:下列|以下|如下)[^。;]{{0,20}}{_LIST}[^。;]{{0,8}}:$"
    rf"|^{_NO_CASES}[^。;]{{0,60}}(?:下列|以下)[^。;]{{0,40}}{_LIST}[^。;]{{0,20}}{_ENDED}[^。;]{{0,8}}:$"
)
_OTHER_HEADING = re.compile(
    rf"^{_LEAD}[^。;\d]{{0,40}}(?:{_KEPT}|已经?{_ENDED})[一-鿿、]{{0,20}}{_LIST}{_COUNTED}:?$"
)
_LONGEST_HEADING, _LONGEST_NAME, _SHORTEST_NAME = 160, 160, 5
_CELLS = re.compile(r"\t|[|\uff5c]|\u3000| {2,}")
_SEQUENCE = re.compile(r"\(?(?:\d{1,3}|[一二三四五六七八九十]{1,3})\)?[.、)]?")
_NUMBERED = re.compile(
    r"(?:\(?\d{1,3}[).、]|\([一二三四五六七八九十]{1,3}\)|[一二三四五六七八九十]{1,3}、)"
)
_BRACKET = re.compile(r"\((?P<inside>[^()]*(?:\([^()]*\)[^()]*)*)\)[;。,]?$")
# A bracket that tells when the document was issued is no part of its title.
_ISSUED = re.compile(r"\d年|[一二三四五六七八九〇]年|号|发布|公布|通过")
_LIST_NAME = re.compile(rf"(?:{_ENDED}|{_KEPT})[^。]{{0,20}}{_LIST}$")


@dataclass(frozen=True, slots=True)
class ListedDocument:
    """A document of a list: the range of its name in the flow, and its number."""

    start: int
    end: int
    name: str
    number: str


@dataclass(frozen=True, slots=True)
class _Cell:
    start: int
    end: int
    text: str


def listed_documents(flow: Flow) -> Iterator[ListedDocument]:
    """Return the documents of the lists that a heading says are ended."""
    item: ListedDocument | None = None
    is_row = False
    for cell in _listed_cells(flow):
        if _SEQUENCE.fullmatch(cell.text):
            is_row = True
            continue
        named = _named(flow, cell, is_row=is_row)
        if named is not None:
            if item is not None:
                yield item
            item, is_row = named, False
        elif item is not None and not item.number:
            item = _numbered(item, cell)
    if item is not None:
        yield item


def _listed_cells(flow: Flow) -> Iterator[_Cell]:
    """Return the cells between a heading of ended documents and one of others."""
    is_list = False
    for line in _lines(flow):
        heading = _is_heading("".join(cell.text for cell in line))
        if heading is not None:
            is_list = heading
        elif is_list:
            yield from line


def _is_heading(line: str) -> bool | None:
    """Tell whether a line heads ended documents (True), others (False) or is no heading."""
    if len(line) > _LONGEST_HEADING:
        return None
    if _OTHER_HEADING.search(line):
        return False
    return True if _HEADING.search(line) else None


def _lines(flow: Flow) -> Iterator[list[_Cell]]:
    at = 0
    for line in flow.source.split("\n"):
        cells = []
        for low, high in _parts(line):
            start, end = bisect_left(flow.offsets, at + low), bisect_left(flow.offsets, at + high)
            if start < end:
                cells.append(_Cell(start, end, flow.text[start:end]))
        at += len(line) + 1
        if cells:
            yield cells


def _parts(line: str) -> Iterator[tuple[int, int]]:
    """Return the ranges of a line between wide blanks; inside a bracket a blank parts nothing."""
    low = 0
    for separator in _CELLS.finditer(line):
        part = folded(line[low : separator.start()])
        if part.count("(") <= part.count(")"):
            yield low, separator.start()
            low = separator.end()
    yield low, len(line)


def _named(flow: Flow, cell: _Cell, *, is_row: bool) -> ListedDocument | None:
    """Return the document that a cell names: behind its number, or in the row it begins."""
    lead = _NUMBERED.match(cell.text)
    if lead is None and not is_row:
        return None
    start = cell.start + (lead.end() if lead is not None else 0)
    end, number = cell.end, ""
    bracket = _BRACKET.search(flow.text, start, end)
    cited = CITED_NUMBER.search(bracket["inside"]) if bracket is not None else None
    if bracket is not None and cited is not None:
        end, number = bracket.start(), number_form(cited.group())
    elif bracket is not None and _ISSUED.search(bracket["inside"]):
        end = bracket.start()
    while end > start and flow.text[end - 1] in ";。,、":
        end -= 1
    if flow.text[start:end].startswith("《") and flow.text[start:end].endswith("》"):
        start, end = start + 1, end - 1
    name = flow.text[start:end]
    if not _SHORTEST_NAME <= len(name) <= _LONGEST_NAME or _LIST_NAME.search(name):
        return None
    if not _title_end().search(name):
        return None
    return ListedDocument(start, end, flow.phrased(start, end), number)


@cache
def _title_end() -> re.Pattern[str]:
    kinds = one_of(vocabulary().document_kinds)
    return re.compile(rf"(?:{kinds}|》|复示|解答|指示|电报|补充|说明|函复)(?:\([^()]{{1,30}}\))*$")


def _numbered(item: ListedDocument, cell: _Cell) -> ListedDocument:
    """Return the document with the number of the cell beside its name."""
    number = CITED_NUMBER.search(cell.text.rpartition("日")[2] or cell.text)
    if number is None:
        return item
    return ListedDocument(item.start, item.end, item.name, number_form(number.group()))
