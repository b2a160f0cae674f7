"""The five traits of a normative document one by one: there, not there or unclear, and by what."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from resources import path_of
from review.extraction.flow import Flow, folded
from review.extraction.judgement import (
    NormativityJudgement,
    NormativityTrait,
    TraitEvidence,
    TraitFinding,
    TraitPresence,
)
from review.extraction.proposal import Proposed
from review.reading.text import Place

# Like the traits of the whole: what follows this many characters adds nothing but time.
_LONGEST_BODY = 60_000


@dataclass(frozen=True, slots=True)
class Sign:
    """Words that speak for or against a trait, and where they are looked for."""

    trait: NormativityTrait
    where: str
    speaks_for: bool
    reason: str
    pattern: re.Pattern[str]
    unless: re.Pattern[str] | None

    def found_in(self, text: str) -> re.Match[str] | None:
        """Return the words that show it; none where it does not show or is lifted."""
        if self.unless is not None and self.unless.search(text):
            return None
        return self.pattern.search(text)


@dataclass(frozen=True, slots=True)
class TraitTable:
    """Which features tell of which trait, and the further signs."""

    features: dict[NormativityTrait, tuple[str, ...]]
    signs: tuple[Sign, ...]


def with_traits(
    judgement: NormativityJudgement, flow: Flow, issuer: Proposed[str]
) -> NormativityJudgement:
    """Add to a judgement what stands for and against each trait."""
    signs = tuple(_signs_in(flow, issuer))
    return replace(
        judgement, traits=tuple(_finding(trait, judgement, signs) for trait in NormativityTrait)
    )


@cache
def trait_table() -> TraitTable:
    """Return the table an office can read in normativity_traits.toml."""
    shelf = path_of("extraction", "normativity_traits.toml")
    table = tomllib.loads(shelf.read_text(encoding="utf-8"))
    features = {NormativityTrait(trait): tuple(names) for trait, names in table["features"].items()}
    return TraitTable(features, tuple(map(_sign, table["sign"])))


def _finding(
    trait: NormativityTrait,
    judgement: NormativityJudgement,
    signs: tuple[tuple[NormativityTrait, TraitEvidence], ...],
) -> TraitFinding:
    telling = trait_table().features[trait]
    evidence = [one for named, one in signs if named is trait]
    evidence += [
        TraitEvidence(one.words, one.raw, one.place, speaks_for=one.weight > 0)
        for one in judgement.reasons
        if one.feature in telling
    ]
    return TraitFinding(trait, _presence(evidence), tuple(evidence))


def _presence(evidence: list[TraitEvidence]) -> TraitPresence:
    sides = {one.speaks_for for one in evidence}
    if len(sides) != 1:
        return TraitPresence.UNCLEAR
    return TraitPresence.PRESENT if True in sides else TraitPresence.ABSENT


def _signs_in(
    flow: Flow, issuer: Proposed[str]
) -> Iterator[tuple[NormativityTrait, TraitEvidence]]:
    body = flow.source[:_LONGEST_BODY]
    for sign in trait_table().signs:
        if sign.where == "issuer":
            name = "".join(folded(issuer.value or "").split())
            if name and sign.found_in(name):
                yield (
                    sign.trait,
                    TraitEvidence(sign.reason, issuer.value or "", issuer.place, sign.speaks_for),
                )
            continue
        found = sign.found_in(body)
        if found is not None:
            place = Place(*found.span())
            yield sign.trait, TraitEvidence(sign.reason, found.group(), place, sign.speaks_for)


def _sign(entry: dict[str, object]) -> Sign:
    return Sign(
        trait=NormativityTrait(str(entry["trait"])),
        where=str(entry["in"]),
        speaks_for=entry["speaks_for"] is True,
        reason=str(entry["reason"]),
        pattern=re.compile(_any_of(entry["patterns"])),
        unless=re.compile(_any_of(entry["unless"])) if "unless" in entry else None,
    )


def _any_of(patterns: object) -> str:
    listed = patterns if isinstance(patterns, list) else []
    return "|".join(f"(?:{pattern})" for pattern in listed)
