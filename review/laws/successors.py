"""What took the place of a law that was renamed, merged or replaced, and short names of laws."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache

from resources import path_of
from review.laws.law_names import law_key


class Succession(StrEnum):
    """How a law came to stand in the place of another."""

    MERGED = "merged"  # 并入
    RENAMED = "renamed"  # 更名
    REPLACED = "replaced"  # 由新法代替


@dataclass(frozen=True, slots=True)
class Successor:
    """The law that took the place of another, since when, and who says so."""

    name: str
    since_date: date
    succession: Succession
    source: str
    is_verified: bool


@cache
def successors() -> Mapping[str, Successor]:
    """Return what replaced each law, by the key of the old name."""
    entries = tomllib.loads(path_of("laws", "successors.toml").read_text(encoding="utf-8"))
    return {
        law_key(entry["old"]): Successor(
            entry["new"],
            entry["date"],
            Succession(entry["relation"]),
            entry["source"],
            entry["verified"],
        )
        for entry in entries["successor"]
    }


@cache
def short_names() -> Mapping[str, str]:
    """Return the key of the full name of each usual short name, by the key of the short one."""
    entries = tomllib.loads(path_of("laws", "short_names.toml").read_text(encoding="utf-8"))
    return {law_key(entry["short"]): law_key(entry["name"]) for entry in entries["short_name"]}
