"""The kinds of letter and the plain values each one is made from.

A letter is data: one frozen class a kind. The words around the values stand in the template of the
kind (``resources/letters/<template>``), the page in ``resources/letters/layout.toml``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class MaterialRow:
    """One kind of material handed in with a filing (报送材料)."""

    name: str
    copies: int
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FilingReceipt:
    """The receipt that a filed document gets (备案回执).

    Attributes:
        letter_number: Printed number of the receipt, exactly as allotted.
        addressee: The filing body (报送机关).
        document_title: Title without book marks; they are added by the wording.
        filing_report_number: Number of the filing report (报备文号); empty when it has none.
        days_used: Days from publication to receipt, counted by the clock of the profile.
        limit_days: Days the rule allows.
        day_unit: What is counted: ``"日"`` or ``"个工作日"``.
        is_in_time: Whether the filing came within the limit.
    """

    letter_number: str
    addressee: str
    document_title: str
    document_number: str
    filing_report_number: str
    published_date: date
    received_date: date
    filing_register_number: str
    registered_date: date
    days_used: int
    limit_days: int
    day_unit: str
    is_in_time: bool
    materials: tuple[MaterialRow, ...]
    contact_name: str
    contact_phone: str
    office_name: str
    letter_date: date


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
class ReviewOpinion:
    """The opinion that ends a filing review with findings (备案审查意见书).

    Attributes:
        letter_number: Printed number of the opinion, exactly as allotted.
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

    letter_number: str
    addressee: str
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
    contact_name: str
    contact_phone: str
    office_name: str
    letter_date: date


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistrationRefusal:
    """The notice that a document is not registered and not numbered (不予登记通知书).

    Attributes:
        document_number: 发文字号 as it was written on the draft; may be empty.
        reason: Why, in whole sentences.
        refused_date: Day of the decision.
    """

    letter_number: str
    addressee: str
    document_title: str
    document_number: str
    reason: str
    refused_date: date
    contact_name: str
    contact_phone: str
    office_name: str
    letter_date: date


Letter: TypeAlias = FilingReceipt | ReviewOpinion | RegistrationRefusal


@dataclass(frozen=True, slots=True)
class LetterKind:
    """A kind of letter: its id, the class of its data, its Chinese name and its wording file."""

    kind_id: str
    letter_class: type[Letter]
    name: str
    template: str


LETTER_KINDS: Mapping[str, LetterKind] = MappingProxyType(
    {
        kind.kind_id: kind
        for kind in (
            LetterKind("filing_receipt", FilingReceipt, "备案回执", "filing_receipt.toml"),
            LetterKind("review_opinion", ReviewOpinion, "备案审查意见书", "review_opinion.toml"),
            LetterKind(
                "registration_refusal",
                RegistrationRefusal,
                "不予登记通知书",
                "registration_refusal.toml",
            ),
        )
    }
)


def kind_of(letter: Letter) -> LetterKind:
    """Return the kind that the letter is of."""
    return next(kind for kind in LETTER_KINDS.values() if kind.letter_class is type(letter))
