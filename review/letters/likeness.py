"""Names sorted by how much they look like one that was written."""

from collections.abc import Iterable
from difflib import SequenceMatcher


def likest_first(name: str, known: Iterable[str]) -> tuple[str, ...]:
    """Return the known names, the likest first; equally unlike ones keep their order."""
    return tuple(sorted(known, key=lambda candidate: -_likeness(name, candidate)))


def _likeness(name: str, candidate: str) -> float:
    return SequenceMatcher(None, name, candidate, autojunk=False).ratio()
