"""Papers of a filing review (备案审查)."""

from dataclasses import dataclass
from datetime import date

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


KINDS = (LetterKind("review_opinion", ReviewOpinion, "备案审查意见书"),)
