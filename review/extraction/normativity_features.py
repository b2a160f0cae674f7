"""The features by which a normative document is told, read from resources/extraction."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache

from resources import path_of


@dataclass(frozen=True, slots=True)
class Feature:
    """One trait that speaks for or against a normative document, with its weight."""

    name: str
    reason: str
    weight: int
    where: str
    words: tuple[str, ...]
    pattern: re.Pattern[str] | None
    unless: re.Pattern[str] | None
    per_thousand: float
    source: str
    is_verified: bool

    def match_in(self, text: str) -> tuple[int, int] | None:
        """Return where the trait shows in a text; nothing where it does not or is lifted."""
        for word in self.words:
            if word in text:
                start = text.index(word)
                span = start, start + len(word)
                break
        else:
            found = self.pattern.search(text) if self.pattern is not None else None
            if found is None:
                return None
            span = found.span()
        if self.unless is not None and self.unless.search(text):
            return None
        return span if self._is_dense(text) else None

    def _is_dense(self, text: str) -> bool:
        if not self.per_thousand or self.pattern is None:
            return True
        return sum(1 for _ in self.pattern.finditer(text)) * 1000 >= self.per_thousand * len(text)


@dataclass(frozen=True, slots=True)
class FeatureTable:
    """All features, by where they are looked for, and the two limits of the sum."""

    looks_normative: int
    looks_not: int
    by_place: dict[str, tuple[Feature, ...]]


@cache
def feature_table() -> FeatureTable:
    """Return the features an office can read in normativity.toml."""
    table = tomllib.loads(path_of("extraction", "normativity.toml").read_text(encoding="utf-8"))
    features = [_feature(entry, where) for entry in table["feature"] for where in entry["in"]]
    limits = table["thresholds"]
    places = {feature.where for feature in features}
    return FeatureTable(
        limits["looks_normative"],
        limits["looks_not"],
        {place: tuple(each for each in features if each.where == place) for place in places},
    )


def _feature(entry: dict[str, object], where: str) -> Feature:
    return Feature(
        name=str(entry["id"]),
        reason=str(entry["reason"]),
        weight=int(str(entry["weight"])),
        where=where,
        words=_texts(entry.get("words")),
        pattern=_any_of(_texts(entry.get("patterns"))),
        unless=_any_of(_texts(entry.get("unless"))),
        per_thousand=float(str(entry.get("per_thousand", 0))),
        source=str(entry["source"]),
        is_verified=entry["verified"] is True,
    )


def _texts(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list) else ()


def _any_of(patterns: tuple[str, ...]) -> re.Pattern[str] | None:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns)) if patterns else None
