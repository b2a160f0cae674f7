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


class NormativityTrait(StrEnum):
    """What makes a document normative; all five must be there."""

    ADMINISTRATIVE = "administrative"  # 行政机关依职权制定
    EXTERNAL = "external"  # 涉及公民、法人和其他组织权利义务
    GENERAL = "general"  # 普遍约束力
    REPEATED = "repeated"  # 反复适用
    PUBLIC = "public"  # 公开发布


class TraitPresence(StrEnum):
    """What the words found say of a trait."""

    PRESENT = "present"
    ABSENT = "absent"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class TraitEvidence:
    """One thing found that speaks for a trait or against it: why, the words, where they stand."""

    words: str
    raw: str
    place: Place | None
    speaks_for: bool


@dataclass(frozen=True, slots=True)
class TraitFinding:
    """One trait with all that was found for and against it."""

    trait: NormativityTrait
    presence: TraitPresence
    evidence: tuple[TraitEvidence, ...]


@dataclass(frozen=True, slots=True)
class NormativityJudgement:
    """What a document looks like, the sum of its features and these, the heaviest first.

    ``traits`` are the five of a normative document; a title alone tells nothing of them.
    """

    normativity: Normativity
    score: int
    reasons: tuple[NormativityReason, ...]
    traits: tuple[TraitFinding, ...] = ()
