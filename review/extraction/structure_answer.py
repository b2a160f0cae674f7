"""The structure of a text in the shape that ``read --json`` prints."""

from review.reading.numbering_faults import NumberingFault
from review.reading.structure import StructureNode


def node_answer(node: StructureNode) -> dict[str, object]:
    """Return plain values of one part: what it is, its number and words, where it stands."""
    return {
        "kind": node.kind.value,
        "number": node.number,
        "title": node.title,
        "start": node.place.start,
        "end": node.place.end,
        "depth": node.depth,
    }


def fault_answer(fault: NumberingFault) -> dict[str, object]:
    """Return plain values of one fault in the numbers of the articles."""
    return {
        "kind": fault.kind.value,
        "article": fault.value,
        "place": [fault.place.start, fault.place.end],
    }
