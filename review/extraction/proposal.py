"""The record proposed from a text: each value with its place, confidence and reason."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Generic, TypeVar

from review.extraction.judgement import NormativityJudgement
from review.reading.text import Place

T = TypeVar("T")


class Confidence(StrEnum):
    """How far the clerk may trust a value before looking."""

    CERTAIN = "certain"
    CHECK = "check"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Proposed(Generic[T]):
    """One proposed value; ``raw`` is what stands at ``place``, ``reason`` a few Chinese words."""

    value: T | None
    raw: str
    place: Place | None
    confidence: Confidence
    reason: str


@dataclass(frozen=True, slots=True)
class CitedDocument:
    """A document that the text names, by title, by number or by both, and the articles it cites."""

    name: str
    number: str
    articles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """Everything proposed for the record of one document; nothing here is confirmed."""

    title: Proposed[str]
    document_number: Proposed[str]
    issuing_body: Proposed[str]
    joint_issuers: tuple[Proposed[str], ...]
    addressee: Proposed[str]
    adopted_date: Proposed[date]
    published_date: Proposed[date]
    effective_date: Proposed[date]
    validity_clause: Proposed[str]
    validity_end: Proposed[date]
    legal_bases: tuple[Proposed[CitedDocument], ...]
    repeals: tuple[Proposed[CitedDocument], ...]
    attachments: tuple[Proposed[str], ...]
    document_kind: Proposed[str]
    is_trial: Proposed[bool]
    unified_number: Proposed[str]
    interpretation_body: Proposed[str]
    precedence_clause: Proposed[str]
    normativity: NormativityJudgement
