"""Name the clause a place lies in (第七条第二款第三项), and find quoted words again."""

from bisect import bisect_right
from collections.abc import Sequence

from review.reading.structure import StructureNode, structure_of
from review.reading.structure_lines import NodeKind
from review.reading.text import Place

_NUMERALS = "一二三四五六七八九十"
_OUTLINE = (NodeKind.PART, NodeKind.CHAPTER, NodeKind.SECTION, NodeKind.ARTICLE)


def outline_of(text: str) -> tuple[StructureNode, ...]:
    """Return the outline of a text."""
    return outline_in(structure_of(text))


def outline_in(nodes: Sequence[StructureNode]) -> tuple[StructureNode, ...]:
    """Return what a list of contents shows: chapters and articles, else the headings 一、二、."""
    outline = tuple(node for node in nodes if node.kind in _OUTLINE)
    has_articles = any(node.kind is NodeKind.ARTICLE for node in outline)
    return outline if has_articles else _with_headings(nodes)


def clause_at(text: str, position: int) -> str:
    """Name the clause a character lies in; empty before the first.

    Paragraphs (款) are named only where an article has more than one.
    """
    return clause_in(structure_of(text), position)


def clause_in(nodes: Sequence[StructureNode], position: int) -> str:
    """Name the clause of a structure already found in which a character lies."""
    here = bisect_right(nodes, position, key=_start)
    around = [node for node in nodes[:here] if position < max(node.place.end, node.place.start + 1)]
    articles = [node for node in around if node.kind is NodeKind.ARTICLE]
    if not articles:
        headings = [node for node in around if node.kind is NodeKind.HEADING]
        return headings[-1].number if headings else ""
    inside = [node for node in around if node.place.start >= articles[-1].place.start]
    return articles[-1].number + "".join(map(_named, inside))


def find_quote(text: str, quote: str) -> Place | None:
    """Return where quoted words stand; blanks and line ends do not count."""
    wanted = "".join(quote.split())
    offsets = [offset for offset, character in enumerate(text) if not character.isspace()]
    start = "".join(text.split()).find(wanted)
    if start < 0 or not wanted:
        return None
    return Place(offsets[start], offsets[start + len(wanted) - 1] + 1)


def _start(node: StructureNode) -> int:
    return node.place.start


def _with_headings(nodes: Sequence[StructureNode]) -> tuple[StructureNode, ...]:
    return tuple(node for node in nodes if node.kind in (*_OUTLINE, NodeKind.HEADING))


def _named(node: StructureNode) -> str:
    if node.kind is NodeKind.PARAGRAPH:
        numeral = _NUMERALS[node.value - 1] if node.value <= len(_NUMERALS) else str(node.value)
        return f"第{numeral}款"
    if node.kind is NodeKind.ITEM:
        return f"第{node.number.strip('（()）')}项"
    return ""
