"""A cleanup campaign (清理): its kinds, what is asked of it, and what is entered in its course."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from models.domain.cleanup import CleanupOutcome, CleanupReason
from models.domain.lifecycle import CampaignState
from models.domain.records import FileEntry, Origin
from models.domain.terms import DocumentClass, ValidityStatus


class CampaignKind(StrEnum):
    """What set a cleanup going (清理方式)."""

    PERIODIC = "periodic"  # 定期清理
    THEMATIC = "thematic"  # 专项清理
    IMMEDIATE = "immediate"  # 即时清理


class EntryOrigin(StrEnum):
    """How a document came into a cleanup (列入方式)."""

    FROZEN = "frozen"  # 按范围列入
    ADDED = "added"  # 增补列入


class DecisionState(StrEnum):
    """Whether a decision of a cleanup is the one that counts (审核意见的状态)."""

    CURRENT = "current"  # 现行
    SUPERSEDED = "superseded"  # 已被后来的意见代替
    TAKEN_BACK = "taken_back"  # 已撤回


class SuggestionGround(StrEnum):
    """Why the program suggests an outcome (提示理由)."""

    ENDED = "ended"  # 登记簿中已经废止或者失效
    EXPIRED = "expired"  # 有效期已过
    REPLACED = "replaced"  # 已被新文件代替
    EVALUATED = "evaluated"  # 后评估已有结论
    BASIS_REPEALED = "basis_repealed"  # 制定依据已经废止
    CITES_REPEALED = "cites_repealed"  # 引用已经废止的法律法规
    OLD_ORGAN = "old_organ"  # 提到已经改名、合并的机关
    LONG_UNAMENDED = "long_unamended"  # 长期没有修改


class AffectedGround(StrEnum):
    """Why a result touches a document that it does not name (连带影响)."""

    BASED_ON_ENDED = "based_on_ended"  # 依据将要废止、失效的文件
    UNLISTED = "unlisted"  # 在清理范围内，没有列入


IN_WORK = frozenset(
    {
        CampaignState.SCOPE_FROZEN,
        CampaignState.DISTRIBUTED,
        CampaignState.OPINIONS_IN,
        CampaignState.OFFICE_REVIEW,
        CampaignState.COORDINATED,
        CampaignState.DELIBERATED,
    }
)
"""Where documents come in and go out, opinions are taken and decisions made or taken back."""

STEPPED_BY_HAND = frozenset(CampaignState) - {
    CampaignState.PLANNED,
    CampaignState.SCOPE_FROZEN,
    CampaignState.APPLIED,
}
"""States that somebody says are reached; the others follow from acts of their own."""


@dataclass(frozen=True, kw_only=True)
class ScopeFilter:
    """Which documents of the register a cleanup is about; what is empty narrows nothing.

    Several words of one field widen it: any of them will do.

    Attributes:
        title_words: Looked for in the title, marks and width folded.
        cited_laws: Names of laws that a document states as its basis or names in its text.
        text_words: Looked for in the text.
        unit_names: Units that answer for a document.
        issuing_body_names: Bodies that made it.
        issued_from: First day of issue (公布日期, else 成文日期) that counts.
        issued_to: Last one.
        statuses: Validity on ``status_day``.
        status_day: The day the statuses are looked up for; None for the day of freezing.
    """

    title_words: tuple[str, ...] = ()
    cited_laws: tuple[str, ...] = ()
    text_words: tuple[str, ...] = ()
    unit_names: tuple[str, ...] = ()
    issuing_body_names: tuple[str, ...] = ()
    document_classes: tuple[DocumentClass, ...] = ()
    issued_from: date | None = None
    issued_to: date | None = None
    statuses: tuple[ValidityStatus, ...] = ()
    status_day: date | None = None
    origins: tuple[Origin, ...] = (Origin.OWN, Origin.HISTORIC)


@dataclass(frozen=True, kw_only=True)
class CampaignEntry:
    """A cleanup as it is opened.

    Attributes:
        name: For example ``"2026年规范性文件定期清理"``.
        mandate: What ordered it, as the part of a sentence after 根据; may be empty.
        contact: Whom the units ask, with telephone; may be empty.
        reply_due_date: Day by which the units answer; None while none is set.
    """

    name: str
    kind: CampaignKind
    mandate: str = ""
    contact: str = ""
    reply_due_date: date | None = None


@dataclass(frozen=True, kw_only=True)
class DispatchEntry:
    """Sheets that were handed to units (发放清理意见表)."""

    unit_ids: tuple[int, ...]
    sent_date: date
    due_date: date | None
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class OpinionEntry:
    """What a unit thinks of one document, as one row of its reply says."""

    document_id: int
    choice: CleanupOutcome
    reason: CleanupReason | None = None
    basis: str = ""
    replacing_document: str = ""
    planned_date: date | None = None
    remark: str = ""
    row_number: int = 0


@dataclass(frozen=True, kw_only=True)
class ReplyEntry:
    """The reply of one unit (单位回复); ``file`` is None where it was taken down by hand."""

    unit_id: int
    received_date: date
    opinions: tuple[OpinionEntry, ...]
    file: FileEntry | None = None
    filled_by: str = ""
    filled_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class DecisionEntry:
    """What the office decides of one or many documents of a cleanup (审核意见).

    Attributes:
        reason: Class of reason.
        basis: Why, in words; needed where the document ends.
        replacing_document: Title and number of what replaces it; needed where it was replaced.
        responsible_unit: Who amends it; empty for the unit that answers for the document.
        amendment_due_date: Day by which it must be amended; only for an amendment.
    """

    outcome: CleanupOutcome
    reason: CleanupReason | None = None
    basis: str = ""
    replacing_document: str = ""
    responsible_unit: str = ""
    amendment_due_date: date | None = None
    remark: str = ""


@dataclass(frozen=True, kw_only=True)
class SuggestionEntry:
    """A suggestion of the program (系统提示), never a decision; ``fact`` fills its sentence."""

    entry_id: int
    outcome: CleanupOutcome
    ground: SuggestionGround
    fact: str


@dataclass(frozen=True, kw_only=True)
class DecidedGroup:
    """Decisions of one act: the group by which they are taken back, and how many they are."""

    undo_group: str
    count: int
