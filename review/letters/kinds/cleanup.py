"""Papers of a cleanup of documents (规范性文件清理)."""

from dataclasses import dataclass
from datetime import date

from models.domain.letter_terms import CleanupOpinion
from review.letters.kinds.base import Letter, LetterKind, NumberedLetter


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictRow:
    """What a document disagrees with.

    Attributes:
        clause: The place in the document.
        superior_law: Law and article, book marks included.
        explanation: How they disagree.
    """

    clause: str
    superior_law: str
    explanation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CleanupOpinionSheet(Letter):
    """What the unit that carries a document out thinks should become of it (清理意见表).

    Attributes:
        campaign_name: The cleanup it belongs to, for example ``"2026年规范性文件定期清理"``.
        sheet_number: Its number in that cleanup.
        document_title: Without book marks.
        published_date: None when it was never published.
        expiry_date: None when it has no term.
        is_still_needed: Whether what it regulates still exists and needs it; None on a sheet
            that is to be ticked by hand.
        conflicts: May be empty.
        proposed_opinion: What the unit proposes; None on a sheet to be ticked by hand.
        reasons: Why, in whole sentences.
        replacing_document: What replaces it; empty when nothing does.
        unit_head: Who answers for the unit's opinion.
        unit_date: Day of the unit's opinion; None until there is one.
        office_opinion: What the reviewing office thinks of it; empty while it has not read it.
        final_opinion: What was decided; empty until then.
    """

    campaign_name: str
    sheet_number: str
    document_title: str
    document_number: str
    unified_number: str
    published_date: date | None
    effective_date: date
    expiry_date: date | None
    implementing_department: str
    is_still_needed: bool | None
    conflicts: tuple[ConflictRow, ...]
    proposed_opinion: CleanupOpinion | None
    reasons: str
    replacing_document: str
    unit_head: str
    unit_date: date | None
    office_opinion: str
    final_opinion: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CleanedRow:
    """One document of a decision's annex.

    Attributes:
        title: Without book marks.
        unified_number: Empty when the document has none.
        remark: The reason of a repeal, the new number after an amendment; may be empty.
    """

    title: str
    document_number: str
    unified_number: str
    published_date: date
    implementing_department: str
    remark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CleanedList:
    """One annex of a decision: the documents that got the same opinion; at least one."""

    opinion: CleanupOpinion
    documents: tuple[CleanedRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CleanupDecision(NumberedLetter):
    """The decision that ends a cleanup, with its lists (清理结果决定).

    No total is a field: the wording counts the rows of the annexes, so text and annex agree.

    Attributes:
        office_name: Who decides.
        addressee: To whom it is sent.
        mandate: What ordered the cleanup, as the part of a sentence after 根据.
        cutoff_date: Documents issued up to and including this day were looked at.
        meeting: Where it was adopted, in brackets under the title; may be empty.
        lists: One for each opinion that any document got; each becomes an annex.
        amendment_date: Day by which the units must have amended theirs.
        effect_date: Day the decision takes effect.
        ends_unlisted: Whether a document of the range that no list names ends as well.
        copy_to: Who gets a copy; may be empty.
        printing_office: Who prints it (印发机关).
    """

    mandate: str
    cutoff_date: date
    meeting: str
    lists: tuple[CleanedList, ...]
    amendment_date: date
    effect_date: date
    ends_unlisted: bool
    copy_to: tuple[str, ...]
    printing_office: str


KINDS = (
    LetterKind("cleanup_opinion_sheet", CleanupOpinionSheet, "清理意见表"),
    LetterKind("cleanup_decision", CleanupDecision, "清理结果决定"),
)
