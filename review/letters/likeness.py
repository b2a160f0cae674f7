"""Names sorted by how much they look like one that was written."""

from collections.abc import Iterable
from difflib import SequenceMatcher

MOST = 12
"""Names a refusal lists; more are read by nobody."""


def likest_first(name: str, known: Iterable[str]) -> tuple[str, ...]:
    """Return the known names that look most like it, the likest first."""
    return tuple(sorted(known, key=lambda candidate: -_likeness(name, candidate))[:MOST])


def _likeness(name: str, candidate: str) -> float:
    return SequenceMatcher(None, name, candidate, autojunk=False).ratio()
