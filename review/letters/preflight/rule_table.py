"""The table of the pre-flight: what counts as empty, which dates follow which, and the words."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import msgspec

from resources import path_of


@dataclass(frozen=True, slots=True)
class RuleWords:
    """How grave the finding of a rule is, and its sentence."""

    severity: str
    text: str


@dataclass(frozen=True, slots=True)
class DateOrder:
    """Two fields of which the first may not lie after the second."""

    earlier: str
    later: str


@dataclass(frozen=True, slots=True)
class ClockRule:
    """A last day that follows from a term of the profile.

    Attributes:
        kinds: Ids of the papers it holds for.
        due: The field with the last day.
        start: The field with the day the term begins after; empty when the paper does not tell.
        term: Name of the term in the profile.
        days: The field with the length of the term; empty when the paper does not state it.
    """

    kinds: tuple[str, ...]
    due: str
    term: str
    start: str = ""
    days: str = ""


@dataclass(frozen=True, slots=True)
class RuleTable:
    """Everything the rules of the pre-flight take from ``resources/letters/preflight.toml``."""

    nothing_words: frozenset[str]
    placeholder_marks: tuple[str, ...]
    may_say_nothing: frozenset[str]
    may_be_empty: frozenset[str]
    future_dates: frozenset[str]
    limit_dates: frozenset[str]
    to_persons: frozenset[str]
    total_words: tuple[str, ...]
    order: tuple[DateOrder, ...]
    clock: tuple[ClockRule, ...]
    rules: Mapping[str, RuleWords]


@cache
def rule_table() -> RuleTable:
    """Return the table."""
    text = path_of("letters", "preflight.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), RuleTable, strict=False)
