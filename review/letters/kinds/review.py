"""Papers of a filing review (备案审查)."""

from dataclasses import dataclass
from datetime import date

from models.domain.terms import ReviewConclusion
from review.letters.kinds.base import LetterKind, NumberedLetter


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingRow:
    """One finding of a review (审查发现), as the opinion prints it.

    Attributes:
        position: Its number in the table, from 1.
        clause: The place in the document, for example ``"第八条第一款"``.
        quote: The words of the document, without quotation marks.
        finding_class: Class of the problem in Chinese, for example ``"抵触"``.
        basis_law: Name of the superior law without book marks.
        basis_article: Its article, for example ``"第八条"``.
        basis_text: The words of that article, without quotation marks.
        suggestion: What the office thinks and asks for.
    """

    position: int
    clause: str
    quote: str
    finding_class: str
    basis_law: str
    basis_article: str
    basis_text: str
    suggestion: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewOpinion(NumberedLetter):
    """The opinion that ends a filing review with findings (备案审查意见书).

    Attributes:
        addressee: The issuing body that has to act.
        copy_to: Who gets a copy (抄送); may be empty.
        document_title: Title without book marks.
        unified_number: 统一登记号; empty when the document has none.
        trigger: What opened the review, in Chinese, for example ``"主动审查"``.
        requested_act: What is asked for, for example ``"修改相关条款"``.
        report_days: Days from delivery within which the body reports back.
        delivery_date: Day of delivery when it is known at issue, else None.
        report_due_date: Last day for the report counted from ``delivery_date``, else None.
        escalation_body: Who is asked to step in when nothing is done.
    """

    copy_to: tuple[str, ...]
    document_title: str
    document_number: str
    unified_number: str
    filing_register_number: str
    trigger: str
    opened_date: date
    concluded_date: date
    findings: tuple[FindingRow, ...]
    requested_act: str
    report_days: int
    delivery_date: date | None
    report_due_date: date | None
    escalation_body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionRow:
    """What the issuing body is asked to explain.

    Attributes:
        clause: The place in the document.
        quote: The words of the document, without quotation marks; may be empty.
        question: What has to be explained, as a whole sentence.
    """

    clause: str
    quote: str
    question: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplanationRequest(NumberedLetter):
    """The request that the issuing body explain its document (请予说明函).

    法规规章备案审查条例 article 14: the body explains in writing within the time that is set.

    Attributes:
        addressee: The issuing body.
        document_title: Without book marks.
        questions: At least one.
        materials: What is to be sent along; may be empty.
        reply_date: Last day for the answer.
        pauses_clock: Whether the time of review stands still until the answer comes.
    """

    document_title: str
    document_number: str
    filing_register_number: str
    questions: tuple[QuestionRow, ...]
    materials: tuple[str, ...]
    reply_date: date
    pauses_clock: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsultationLetter(NumberedLetter):
    """The request for the view of another body on a document under review (征求意见函).

    Attributes:
        addressee: The bodies asked; several are parted by 、.
        issuing_body_name: Who made the document.
        document_title: Without book marks.
        matters: What they are asked about, each as a sentence.
        reply_date: Last day for the answer.
        attachments: Titles of what is attached.
    """

    issuing_body_name: str
    document_title: str
    document_number: str
    matters: tuple[str, ...]
    reply_date: date
    attachments: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewExtension(NumberedLetter):
    """The notice that a review takes longer (审查延期通知).

    Attributes:
        addressee: The issuing body.
        document_title: Without book marks.
        opened_date: Day the review was opened.
        due_date: Day it should have ended.
        extension_time: How much longer, as words, for example ``"30日"``.
        extended_due_date: The new last day; None until a person sets it, where no rule does.
        reason: Why, as the part of a sentence after 因.
    """

    document_title: str
    document_number: str
    filing_register_number: str
    opened_date: date
    due_date: date
    extension_time: str
    extended_due_date: date | None
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RemarkRow:
    """One fault of technique (技术性问题).

    Attributes:
        clause: The place in the document.
        quote: The words of the document, without quotation marks.
        remark: What is wrong and what is proposed.
    """

    clause: str
    quote: str
    remark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RemarkLetter(NumberedLetter):
    """The hint at faults of technique, which the body mends itself (提醒函).

    法规规章备案审查条例 article 20: such faults are left to the body that made the document.

    Attributes:
        addressee: The issuing body.
        document_title: Without book marks.
        remarks: At least one.
    """

    document_title: str
    document_number: str
    filing_register_number: str
    concluded_date: date
    remarks: tuple[RemarkRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewConclusionNotice(NumberedLetter):
    """The word to the body how the review of its document ended (审查终结反馈).

    Attributes:
        addressee: The body that filed the document.
        document_title: Without book marks.
        trigger: What opened the review, in Chinese.
        conclusion: The grade its findings lead to.
        remark_count: How many faults of technique were found.
        related_letter: Number of the opinion or reminder that says more; empty when there is none.
    """

    document_title: str
    document_number: str
    filing_register_number: str
    trigger: str
    opened_date: date
    concluded_date: date
    conclusion: ReviewConclusion
    remark_count: int
    related_letter: str


KINDS = (
    LetterKind("explanation_request", ExplanationRequest, "请予说明函"),
    LetterKind("consultation_letter", ConsultationLetter, "征求意见函"),
    LetterKind("review_extension", ReviewExtension, "审查延期通知"),
    LetterKind("review_opinion", ReviewOpinion, "备案审查意见书"),
    LetterKind("remark_letter", RemarkLetter, "提醒函"),
    LetterKind("review_conclusion", ReviewConclusionNotice, "审查终结反馈"),
)
