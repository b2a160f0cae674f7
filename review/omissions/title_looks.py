"""Whether a line of an issue list looks normative, by its title and number alone."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from resources import path_of


@dataclass(frozen=True)
class TitleLook:
    """What a title looks like, and why: names of the rules in the vocabulary."""

    looks_normative: bool
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class _Rule:
    reason: str
    is_normative: bool
    title: re.Pattern[str]
    number: re.Pattern[str] | None
    unless: re.Pattern[str] | None

    def fits(self, title: str, number: str) -> bool:
        """Tell whether the rule speaks of this title."""
        if self.number is not None and self.number.search(number):
            return True
        if not self.title.search(title):
            return False
        return self.unless is None or not self.unless.search(title)


def look_of_title(title: str, document_number: str) -> TitleLook:
    """Judge a title by the first rule of the vocabulary that fits; a lone number is looked at."""
    plain = "".join(title.split())
    if not plain:
        return TitleLook(looks_normative=True, reasons=("no_title",))
    rules, otherwise = _vocabulary()
    rule = next((one for one in rules if one.fits(plain, document_number)), otherwise)
    return TitleLook(rule.is_normative, (rule.reason,))


@cache
def _vocabulary() -> tuple[tuple[_Rule, ...], _Rule]:
    words = tomllib.loads(path_of("omissions", "title_looks.toml").read_text(encoding="utf-8"))
    last = words["otherwise"]
    return (
        tuple(_rule(entry) for entry in words["look"]),
        _Rule(last["reason"], last["is_normative"], re.compile(""), None, None),
    )


def _rule(entry: dict[str, Any]) -> _Rule:
    return _Rule(
        entry["reason"],
        entry["is_normative"],
        re.compile("|".join(entry["patterns"])),
        _any_of(entry.get("number_patterns")),
        _any_of(entry.get("unless")),
    )


def _any_of(patterns: list[str] | None) -> re.Pattern[str] | None:
    return re.compile("|".join(patterns)) if patterns else None
