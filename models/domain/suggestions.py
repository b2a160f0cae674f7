"""Suggestions and demands to review a document (审查建议、审查要求): who makes them, how they end.

Who made one is personal data: it is kept apart, and what others read names nobody.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from models.domain.letter_terms import DeclineReason


class SuggesterKind(StrEnum):
    """Who asks for a review (建议人)."""

    CITIZEN = "citizen"  # 公民
    LEGAL_PERSON = "legal_person"  # 企业事业单位
    ORGANISATION = "organisation"  # 社会团体等其他组织
    COURT = "court"  # 人民法院
    PROCURATORATE = "procuratorate"  # 人民检察院
    STATE_ORGAN = "state_organ"  # 其他国家机关


class ScreeningOutcome(StrEnum):
    """What the screening of a suggestion leads to (接收处理)."""

    ACCEPT = "accept"  # 启动审查
    ASK_SUPPLEMENT = "ask_supplement"  # 要求补充材料
    DECLINE = "decline"  # 不启动审查
    TRANSFER = "transfer"  # 移送


@dataclass(frozen=True, slots=True)
class Suggester:
    """Who made a suggestion, and where the answer goes; kept apart from the suggestion."""

    kind: SuggesterKind
    name: str
    address: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestionEntry:
    """A suggestion as it came.

    Attributes:
        document_id: the document of the register it is about; None when the register has it not.
        document_title: its title when it is not in the register.
        clause: the clauses it is about; empty when it is about the whole.
        matter: what is to be reviewed.
        reasons: why; empty when none were given, which is a reason to ask for them.
        written_date: the day the suggestion bears.
    """

    suggester: Suggester
    received_date: date
    received_way: str
    matter: str
    document_id: int | None = None
    document_title: str = ""
    document_number: str = ""
    issuing_body_name: str = ""
    clause: str = ""
    reasons: str = ""
    written_date: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Screening:
    """How a suggestion is dealt with.

    Attributes:
        items: what is missing, when it is to be completed.
        decline_reason: the ground on which no review is opened.
        explanation: why that ground applies here, or why it is passed on.
        competent_body: to whom it is passed on, or to whom to turn.
        review_id: the review that was opened for it, if there is one.
    """

    outcome: ScreeningOutcome
    items: tuple[str, ...] = ()
    decline_reason: DeclineReason | None = None
    explanation: str = ""
    competent_body: str = ""
    review_id: int | None = None


_HIDDEN = "某"


def is_organisation(kind: SuggesterKind) -> bool:
    """Tell whether a body made the suggestion; the name of a body is no personal data."""
    return kind is not SuggesterKind.CITIZEN


def masked_name(kind: SuggesterKind, name: str) -> str:
    """Return the name as others may read it: of a citizen the surname only."""
    return name if is_organisation(kind) else name[:1] + _HIDDEN * (len(name) - 1)
