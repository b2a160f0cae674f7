"""The cleanups of the story as they stand in ``resources/samples/cleanups.toml``."""

from dataclasses import dataclass
from datetime import date

from models.domain.cleanup import CleanupOutcome, CleanupReason
from models.domain.cleanup_campaign import CampaignKind


@dataclass(frozen=True)
class StoryOpinion:
    """What a unit thinks of a document."""

    document: str
    choice: CleanupOutcome
    reason: CleanupReason | None = None
    basis: str = ""
    replacing_document: str = ""
    planned_date: date | None = None


@dataclass(frozen=True)
class StoryReply:
    """What a unit answered by telephone and paper."""

    unit: str
    received_date: date
    filled_by: str
    opinions: tuple[StoryOpinion, ...]


@dataclass(frozen=True)
class StoryDecision:
    """What the office decided of a document."""

    document: str
    outcome: CleanupOutcome
    reason: CleanupReason | None = None
    basis: str = ""
    replacing_document: str = ""
    amendment_due_date: date | None = None


@dataclass(frozen=True)
class StoryResult:
    """How the government decided."""

    decided_by: str
    decision_number: str
    decided_date: date
    published_date: date
    effect_date: date


@dataclass(frozen=True)
class StoryCleanup:
    """A cleanup from its opening to its result; without one it is still under review.

    Attributes:
        recorded_date: The day the older documents were recorded for it; only of the first one.
    """

    key: str
    name: str
    kind: CampaignKind
    mandate: str
    contact: str
    reply_due_date: date
    opened_date: date
    sent_date: date
    reviewed_date: date
    replies: tuple[StoryReply, ...]
    decisions: tuple[StoryDecision, ...]
    recorded_date: date | None = None
    title_words: tuple[str, ...] = ()
    unit_names: tuple[str, ...] = ()
    issued_to: date | None = None
    result: StoryResult | None = None
