"""Articles that are missing or come twice in a numbered text (check of the drafting technique)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from review.reading.structure import StructureNode, structure_of
from review.reading.structure_lines import UNIT_KINDS, NodeKind
from review.reading.text import Place

# A wider gap is a number misread or typed for another; a clerk is not served by every one in it.
_MOST_MISSING = 100


class NumberingFaultKind(StrEnum):
    """What is wrong with the numbers of the articles."""

    MISSING_ARTICLE = "missing_article"  # 缺条
    REPEATED_ARTICLE = "repeated_article"  # 条号重复
    DISORDERED_ARTICLE = "disordered_article"  # 条号倒置


@dataclass(frozen=True, slots=True)
class NumberingFault:
    """One fault: the number that is missing, twice or out of order, and where that shows."""

    kind: NumberingFaultKind
    value: int
    place: Place


@dataclass(frozen=True, slots=True)
class CheckedStructure:
    """The parts of a text, and what is wrong with the numbers of its articles."""

    nodes: tuple[StructureNode, ...] = ()
    faults: tuple[NumberingFault, ...] = ()


def checked_structure(text: str) -> CheckedStructure:
    """Return the parts of a text with the faults of their numbers."""
    nodes = structure_of(text)
    return CheckedStructure(nodes, numbering_faults(nodes))


def numbering_faults(nodes: Sequence[StructureNode]) -> tuple[NumberingFault, ...]:
    """Return the faults in each document of a text; an attachment counts for itself."""
    faults: list[NumberingFault] = []
    run: list[StructureNode] = []
    for node in nodes:
        if node.kind in UNIT_KINDS:
            faults.extend(_faults_of(run))
            run = []
        elif node.kind is NodeKind.ARTICLE and not node.sub:
            # A text that begins again with its first article is another one.
            if node.value == 1 and len(run) > 1:
                faults.extend(_faults_of(run))
                run = []
            run.append(node)
    faults.extend(_faults_of(run))
    return tuple(faults)


def _faults_of(articles: Sequence[StructureNode]) -> Iterator[NumberingFault]:
    seen: set[int] = set()
    last = articles[0].value - 1 if articles else 0
    for article in articles:
        number, place = article.value, article.place
        if number in seen:
            yield NumberingFault(NumberingFaultKind.REPEATED_ARTICLE, number, place)
        elif number < last:
            yield NumberingFault(NumberingFaultKind.DISORDERED_ARTICLE, number, place)
        else:
            for missing in range(last + 1, min(number, last + 1 + _MOST_MISSING)):
                yield NumberingFault(NumberingFaultKind.MISSING_ARTICLE, missing, place)
            last = number
        seen.add(number)
