"""Organs that were renamed or merged: those of the state's reform, and those of the register."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from resources import path_of


@dataclass(frozen=True)
class OldOrgan:
    """An organ that is no more, and the one that has its duties.

    Attributes:
        since_date: None where only the register knows it.
        source: What says so; empty where the register does.
    """

    name: str
    successor: str
    since_date: date | None = None
    source: str = ""
    is_verified: bool = True


@cache
def reformed_organs() -> tuple[OldOrgan, ...]:
    """Return the organs that the state's reform of institutions renamed or merged."""
    entries = tomllib.loads(path_of("cleanup", "old_organs.toml").read_text(encoding="utf-8"))
    return tuple(
        OldOrgan(one["old"], one["new"], one["date"], one["source"], one["verified"])
        for one in entries["organ"]
    )


def old_organs_in(text: str, renamed: Mapping[str, str]) -> tuple[OldOrgan, ...]:
    """Return the old organs that a text names, in the order of their lists; each once.

    Args:
        text: The text.
        renamed: The bodies of the register that have ended, with what followed them.
    """
    return tuple(one for one in _all(renamed) if one.name in text)


def _all(renamed: Mapping[str, str]) -> Iterator[OldOrgan]:
    yield from (OldOrgan(old, new) for old, new in renamed.items() if old != new)
    yield from reformed_organs()
