"""Papers to those who suggest the review of a document (审查建议)."""

from dataclasses import dataclass
from datetime import date

from models.domain.letter_terms import DeclineReason, SuggestionConclusion
from review.letters.kinds.base import LetterKind, NumberedLetter


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestionLetter(NumberedLetter):
    """What every answer to a suggestion says of the suggestion itself.

    Attributes:
        addressee: The person or organisation who suggested the review (审查建议人).
        is_organisation: Whether an organisation suggested it; the wording speaks to it as such.
        suggester_address: Where the letter goes by post.
        copy_remark: What a copy without personal data says of itself; empty in the original.
        suggestion_date: Day the suggestion bears; None until a person writes it.
        received_date: Day it came; None until a person writes it.
        suggestion_register_number: Its number in the office's list.
        document_title: Without book marks.
        issuing_body_name: Who made the document.
        clause: The clauses it is about; empty when it is about the whole.
    """

    is_organisation: bool
    suggester_address: str
    copy_remark: str
    suggestion_date: date | None
    received_date: date | None
    suggestion_register_number: str
    document_title: str
    document_number: str
    issuing_body_name: str
    clause: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestionAcknowledgement(SuggestionLetter):
    """The word that a suggestion arrived and is being worked on (审查建议收悉告知).

    Attributes:
        reply_time: Within which time the answer comes, as words of the profile.
        reply_date: The last day of it, counted from ``received_date``; None until that is known.
    """

    reply_time: str
    reply_date: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestionSupplement(SuggestionLetter):
    """The request to complete a suggestion (补充材料告知).

    Attributes:
        missing_items: What has to be added, each as one sentence.
        supplement_time: Time to do it, as words; counted from delivery.
    """

    missing_items: tuple[str, ...]
    supplement_time: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestionDeclined(SuggestionLetter):
    """The word that no review is opened, with the reason (不启动审查告知).

    Attributes:
        decline_reason: The ground.
        explanation: Why the ground applies here, in whole sentences.
        competent_body: Whom to turn to; empty when the office itself is competent.
        is_transferred: Whether the office has passed the suggestion on to that body.
    """

    decline_reason: DeclineReason
    explanation: str
    competent_body: str
    is_transferred: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestionReply(SuggestionLetter):
    """The answer to a suggestion after its review (审查建议答复函).

    Attributes:
        steps: What was done, each as a sentence (征求意见、专家论证……).
        conclusion: One of five.
        reasons: Why, paragraph by paragraph.
        correction_date: Last day by which the issuing body reports back; None when nothing was
            asked of it.
    """

    steps: tuple[str, ...]
    conclusion: SuggestionConclusion
    reasons: tuple[str, ...]
    correction_date: date | None


KINDS = (
    LetterKind("suggestion_acknowledgement", SuggestionAcknowledgement, "审查建议收悉告知"),
    LetterKind("suggestion_supplement", SuggestionSupplement, "补充材料告知"),
    LetterKind("suggestion_declined", SuggestionDeclined, "不启动审查告知"),
    LetterKind("suggestion_reply", SuggestionReply, "审查建议答复函"),
)
