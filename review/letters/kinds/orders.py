"""Papers with which the government makes a body correct its document (责令改正、停止执行、撤销).

The office writes a request upward and drafts the decision for it.
地方各级人民代表大会和地方各级人民政府组织法 article 73: a government may change or revoke improper
orders of its departments and decisions of lower governments.
"""

from dataclasses import dataclass
from datetime import date

from models.domain.letter_terms import OrderMeasure
from review.letters.kinds.base import LetterKind, NumberedLetter


@dataclass(frozen=True, slots=True, kw_only=True)
class UncorrectedRow:
    """One clause that was to be corrected and was not.

    Attributes:
        clause: The place in the document.
        problem: What is wrong with it.
        basis: Law and article, book marks included.
    """

    clause: str
    problem: str
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionOrderRequest(NumberedLetter):
    """The request that the government step in (责令改正的请示).

    Attributes:
        addressee: The government asked.
        signer: Who signs papers upward (签发人).
        issuing_body_name: Who made the document.
        document_title: Without book marks.
        opinion_number: Number of the review opinion that was not followed.
        opinion_date: Day of that opinion.
        delivered_date: Day it was delivered.
        report_due_date: Day by which the body had to report.
        response: What the body did or answered, in whole sentences.
        uncorrected: The clauses in question.
        measure: What is asked for.
        order_bases: Law and article the measure stands on, book marks included.
        attachments: Titles of what is attached, the draft decision first.
    """

    signer: str
    issuing_body_name: str
    document_title: str
    document_number: str
    opinion_number: str
    opinion_date: date
    delivered_date: date
    report_due_date: date
    response: str
    uncorrected: tuple[UncorrectedRow, ...]
    measure: OrderMeasure
    order_bases: tuple[str, ...]
    attachments: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftDecision(NumberedLetter):
    """What the drafts for the government have in common.

    The government gives the decision its number and day, so both places stay open on the paper. The
    office's own number and day tell which draft it is, in the note at the end.

    Attributes:
        office_name: The office that drafts it.
        addressee: The body that made the document.
        government_name: Who decides and signs.
        number_place: The open place of the government's number: ``"云政发〔2026〕　号"``.
        day_place: The open place of its day: ``"2026年　月　日"``.
        document_title: Without book marks.
        published_date: Day the document was published; None when it was not.
        opinion_number: Number of the review opinion that was not followed.
        opinion_date: Day of that opinion.
        uncorrected: The clauses in question.
        order_bases: Law and article the decision stands on, book marks included.
        copy_to: Who gets a copy; may be empty.
        printing_office: Who prints the government's papers (印发机关).
    """

    government_name: str
    number_place: str
    day_place: str
    document_title: str
    document_number: str
    published_date: date | None
    opinion_number: str
    opinion_date: date
    uncorrected: tuple[UncorrectedRow, ...]
    order_bases: tuple[str, ...]
    copy_to: tuple[str, ...]
    printing_office: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionOrder(DraftDecision):
    """The decision that a body must correct its document (责令改正决定，代拟稿).

    Attributes:
        correction_time: Within which time, as words of the profile, for example ``"30日"``.
    """

    correction_time: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SuspensionOrder(DraftDecision):
    """The decision that clauses, or the whole, are not carried out (停止执行决定，代拟稿).

    Attributes:
        is_whole: Whether the whole document stops, not only the clauses in question.
        effect_date: From which day; None for the day the decision is printed.
    """

    is_whole: bool
    effect_date: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RevocationDecision(DraftDecision):
    """The decision that a document is revoked (撤销决定，代拟稿).

    Attributes:
        is_whole: Whether the whole document is revoked, not only the clauses in question.
        effect_date: From which day it is no basis for administration any more; None for the
            day the decision is printed.
    """

    is_whole: bool
    effect_date: date | None


KINDS = (
    LetterKind("correction_order_request", CorrectionOrderRequest, "责令改正的请示"),
    LetterKind("correction_order", CorrectionOrder, "责令改正决定（代拟稿）"),
    LetterKind("suspension_order", SuspensionOrder, "停止执行决定（代拟稿）"),
    LetterKind("revocation_decision", RevocationDecision, "撤销决定（代拟稿）"),
)
