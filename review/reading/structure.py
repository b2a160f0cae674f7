"""The structure of a document: 编章节条款项目, headings of notices, cover, rules, attachments."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from review.reading.structure_lines import UNIT_KINDS, Line, NodeKind, lines_of
from review.reading.structure_units import Unit, units_of
from review.reading.text import Place

# What may stand inside what: a lower rank holds all higher ones.
_RANKS = {kind: rank for rank, kind in enumerate(NodeKind)}
_INSIDE_ARTICLE = {
    NodeKind.SUBHEADING: NodeKind.ITEM,
    NodeKind.POINT: NodeKind.SUBITEM,
}
_CHAPTERS = (NodeKind.PART, NodeKind.CHAPTER, NodeKind.SECTION)
# A signature, a date or an imprint below the last article is no paragraph of it.
_SENTENCE_ENDS = ("。", "；", "：", ";", ":", "。”", "）。")
_WRAPPED = ("，", ",", "、", "的", "和", "或", "及", "照", "据", "反", "合", "法")


@dataclass(frozen=True, slots=True)
class StructureNode:
    """One part: its kind, its number as printed and as a value, its first words, where it stands.

    ``depth`` counts the nodes it lies in; ``sub`` is the number behind 之 of an article.
    """

    kind: NodeKind
    number: str
    value: int
    sub: int
    title: str
    place: Place
    depth: int


def structure_of(text: str) -> tuple[StructureNode, ...]:
    """Return the parts in the order of the text, each up to where the next of its rank begins."""
    lines = lines_of(text)
    flat = [node for unit in units_of(lines) for node in _unit_nodes(lines, unit)]
    return _nested(flat, len(text))


def _unit_nodes(lines: Sequence[Line], unit: Unit) -> Iterator[StructureNode]:
    inside = lines[unit.first : unit.end]
    first = next((line for line in inside if not line.is_blank), None)
    if first is None:
        return
    place = Place(first.start, inside[-1].end)
    yield StructureNode(unit.kind, unit.number, 0, 0, unit.title, place, 0)
    opened = list(_opening_lines(inside))
    if any(line.kind is NodeKind.ARTICLE for line in opened):
        yield from _articles(inside, opened)
    else:
        yield from map(_node, opened)


def _opening_lines(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines that open a part; an article named in a wrapped sentence opens none."""
    before, expected = "", 1
    for line in lines:
        if line.is_blank:
            continue
        if line.kind is NodeKind.ARTICLE:
            is_next = line.value == expected or (line.sub and line.value == expected - 1)
            if is_next or not before.endswith(_WRAPPED):
                expected = line.value + 1
                yield line
        elif line.kind is not None:
            yield line
        before = line.text.rstrip()


def _articles(lines: Sequence[Line], opened: Sequence[Line]) -> Iterator[StructureNode]:
    """Yield chapters and articles, and inside the articles their paragraphs and items."""
    starts = [line for line in opened if line.kind in _CHAPTERS or line.kind is NodeKind.ARTICLE]
    is_start = {line.start for line in starts}
    inside: list[Line] = []
    article: Line | None = None
    for line in lines:
        if line.start not in is_start:
            inside.append(line)
            continue
        if article is not None:
            yield from _inside_article(article, inside)
        yield _node(line)
        article, inside = (line if line.kind is NodeKind.ARTICLE else None), []
    if article is not None:
        yield from _inside_article(article, inside)


def _inside_article(article: Line, lines: Sequence[Line]) -> Iterator[StructureNode]:
    """Yield paragraphs, where there is more than one, and items in the order of the text."""
    nodes: list[StructureNode] = []
    begun: int | None = article.start
    paragraphs = 0
    for line in (article, *lines):
        item = _INSIDE_ARTICLE.get(line.kind) if line.kind is not None else None
        if item is not None:
            nodes.append(replace(_node(line), kind=item))
            begun = None
            continue
        if line.is_blank:
            continue
        begun = line.start if begun is None else begun
        if line.text.rstrip().endswith(_SENTENCE_ENDS):
            paragraphs += 1
            place = Place(begun, line.end)
            words = line.words if line is article else line.text.strip()
            nodes.append(StructureNode(NodeKind.PARAGRAPH, "", paragraphs, 0, words, place, 0))
            begun = None
    nodes.sort(key=lambda node: (node.place.start, _RANKS[node.kind]))
    yield from (node for node in nodes if paragraphs > 1 or node.kind is not NodeKind.PARAGRAPH)


def _node(line: Line) -> StructureNode:
    kind = line.kind or NodeKind.PARAGRAPH
    place = Place(line.start, line.end)
    return StructureNode(kind, line.number, line.value, line.sub, line.words, place, 0)


def _nested(flat: Sequence[StructureNode], end: int) -> tuple[StructureNode, ...]:
    """Give every node its depth and its end: the start of the next that it cannot hold."""
    nested: list[StructureNode] = []
    open_at: list[int] = []
    for node in flat:
        while open_at and not _holds(nested[open_at[-1]], node):
            _close(nested, open_at.pop(), node.place.start)
        nested.append(replace(node, depth=len(open_at)))
        open_at.append(len(nested) - 1)
    for at in open_at:
        _close(nested, at, end)
    return tuple(nested)


def _holds(outer: StructureNode, inner: StructureNode) -> bool:
    if outer.kind in UNIT_KINDS:
        return inner.kind not in UNIT_KINDS
    return _RANKS[outer.kind] < _RANKS[inner.kind]


def _close(nested: list[StructureNode], at: int, end: int) -> None:
    place = nested[at].place
    nested[at] = replace(nested[at], place=Place(place.start, max(place.start, end)))
