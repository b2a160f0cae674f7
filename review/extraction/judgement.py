"""What a document looks like, and why: values of the recognition of normative documents."""

from dataclasses import dataclass
from enum import StrEnum

from review.reading.text import Place


class Normativity(StrEnum):
    """What a document looks like."""

    LOOKS_NORMATIVE = "looks_normative"
    LOOKS_NOT = "looks_not"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class NormativityReason:
    """One trait that was found: its name, a few Chinese words, its weight, where it stands."""

    feature: str
    words: str
    weight: int
    raw: str
    place: Place | None


@dataclass(frozen=True, slots=True)
class NormativityJudgement:
    """What a document looks like, the sum of its traits and the traits, the heaviest first."""

    normativity: Normativity
    score: int
    reasons: tuple[NormativityReason, ...]
