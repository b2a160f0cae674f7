"""The formal check of a filing (形式审查): what is looked at, and what can be told from its record.

Nothing here decides a filing: the program answers what it can tell, a person answers the rest and
may answer otherwise; the kept answers are the person's.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from models.domain.terms import MaterialKind


class FormalMeans(StrEnum):
    """How an item of the formal check is answered (核对方法)."""

    SCOPE = "scope"  # 是否规范性文件
    RECIPIENT = "recipient"  # 是否应当报送本机关
    COMPETENCE = "competence"  # 制定主体
    PUBLICATION = "publication"  # 是否公布
    COMPLETENESS = "completeness"  # 材料是否齐全
    COPIES = "copies"  # 份数是否足够
    FORMAT = "format"  # 格式
    TEXT_EQUALITY = "text_equality"  # 文本是否一致
    BY_HAND = "by_hand"  # 由登记员核对


class FormalResult(StrEnum):
    """How an item of the formal check stands (核对结果)."""

    FITTING = "fitting"  # 符合
    FAULTY = "faulty"  # 不符合
    NOT_CONCERNED = "not_concerned"  # 不涉及
    UNANSWERED = "unanswered"  # 待核对


@dataclass(frozen=True, slots=True)
class FormalItem:
    """One item of the checklist, as a profile gives it; ``source`` is the rule it stands on."""

    key: str
    title: str
    means: FormalMeans
    source: str
    is_verified: bool = False


@dataclass(frozen=True, slots=True)
class FormalAnswer:
    """How a person answers an item; ``ground`` says why it is faulty."""

    key: str
    result: FormalResult
    ground: str = ""


@dataclass(frozen=True, slots=True)
class TextOnFile:
    """The text read from one file of a document; empty when none could be read."""

    name: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FormalFacts:
    """What the record of a filing tells the formal check.

    Attributes:
        document_number: 发文字号; may be empty.
        issuer_names: who made the document, the lead first.
        filing_body_name: who filed it.
        government_name: the office's own government.
        is_eligible: whether the issuing body may make normative documents at all.
        is_published: whether a day of publication is known.
        copies: what came, in copies.
        demanded: the materials that the profile demands.
        copies_wanted: how many copies of each it demands.
        texts: the texts of the official version, one for each file.
    """

    title: str
    document_number: str
    issuer_names: tuple[str, ...]
    filing_body_name: str
    government_name: str
    is_eligible: bool
    ineligible_reason: str
    published_date: date | None
    demanded: tuple[MaterialKind, ...]
    copies: Mapping[MaterialKind, int] = field(default_factory=dict)
    copies_wanted: int = 1
    texts: tuple[TextOnFile, ...] = ()


class FormalGround(StrEnum):
    """Why the program answers as it does (核对依据的情况)."""

    LOOKS_NORMATIVE = "looks_normative"
    LOOKS_NOT = "looks_not"
    SCOPE_UNCLEAR = "scope_unclear"
    OWN_DOCUMENT = "own_document"
    FILED_BY_ISSUER = "filed_by_issuer"
    FILED_BY_ANOTHER = "filed_by_another"
    ELIGIBLE = "eligible"
    INELIGIBLE = "ineligible"
    PUBLISHED = "published"
    UNPUBLISHED = "unpublished"
    COMPLETE = "complete"
    MISSING = "missing"
    ENOUGH = "enough"
    TOO_FEW = "too_few"
    FORMAT_SOUND = "format_sound"
    NO_NUMBER = "no_number"
    NUMBER_UNSOUND = "number_unsound"
    TEXTS_EQUAL = "texts_equal"
    TEXTS_DIFFER = "texts_differ"
    TEXT_UNREAD = "text_unread"
    SINGLE_TEXT = "single_text"
    TO_BE_SEEN = "to_be_seen"


@dataclass(frozen=True, slots=True)
class FormalJudgement:
    """What the program tells of an item: the result, the ground and the facts its words need."""

    result: FormalResult
    ground: FormalGround
    facts: Mapping[str, object] = field(default_factory=dict)


def unanswered_keys(
    items: Sequence[FormalItem], answers: Iterable[FormalAnswer]
) -> tuple[str, ...]:
    """Return the keys of the items that nobody has answered."""
    answered = {one.key for one in answers if one.result is not FormalResult.UNANSWERED}
    return tuple(item.key for item in items if item.key not in answered)
