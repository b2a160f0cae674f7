"""Papers about filings the office receives (备案审查的收件)."""

from dataclasses import dataclass
from datetime import date

from review.letters.kinds.base import Letter, LetterKind, NumberedLetter


@dataclass(frozen=True, slots=True)
class MaterialRow:
    """One kind of material handed in with a filing (报送材料)."""

    name: str
    copies: int
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutFiling(NumberedLetter):
    """What every letter about a received filing says of it.

    Attributes:
        document_title: Title without book marks; they are added by the wording.
        filing_report_number: Number of the filing report (报备文号); empty when it has none.
        received_date: Day the papers came in.
    """

    document_title: str
    document_number: str
    filing_report_number: str
    received_date: date


@dataclass(frozen=True, slots=True, kw_only=True)
class FilingReceipt(AboutFiling):
    """The receipt that a filed document gets (备案回执).

    Attributes:
        addressee: The filing body (报送机关).
        days_used: Days from publication to receipt, counted by the clock of the profile.
        limit_days: Days the rule allows.
        day_unit: What is counted: ``"日"`` or ``"个工作日"``.
        is_in_time: Whether the filing came within the limit.
    """

    published_date: date
    filing_register_number: str
    registered_date: date
    days_used: int
    limit_days: int
    day_unit: str
    is_in_time: bool
    materials: tuple[MaterialRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DemandedMaterialRow:
    """One kind of material on the checklist of the intake sheet, whether it came or not.

    Attributes:
        copies: Copies that came; 0 when none did.
        is_demanded: Whether the rule asks for it.
    """

    name: str
    copies: int
    is_demanded: bool
    remark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FilingIntakeSheet(Letter):
    """The sheet on which a received filing is registered and followed (备案登记表).

    What is not known yet is empty and is written by hand.

    Attributes:
        filing_body_name: Who filed (报送机关).
        meeting: The meeting that passed the document, with its number.
        publication: Media and days of publication.
        validity: The term in words.
        replaced: Documents it repeals or replaces, with book marks and numbers.
        bases: Laws and documents it stands on, with book marks.
        days_used: Days from publication to receipt; None when no publication date is known.
        limit_days: Days the rule allows.
        day_unit: What is counted: ``"日"`` or ``"个工作日"``.
        format_check: Result of the formal check in words, with the supplements asked for.
        decision: 予以备案登记, 暂缓备案登记 or 不予备案登记; empty while it is open.
        decision_reason: Why not; empty otherwise.
        review_due_date: Last day of the review; None when none was opened.
        conclusion: Conclusion of the review in words.
    """

    filing_register_number: str
    received_date: date
    received_way: str
    filing_body_name: str
    filing_report_number: str
    issuing_body_name: str
    joint_issuers: tuple[str, ...]
    document_title: str
    document_number: str
    unified_number: str
    document_class: str
    topic: str
    meeting: str
    adopted_date: date | None = None
    signer: str
    published_date: date | None = None
    publication: str
    effective_date: date | None = None
    validity: str
    is_trial: bool
    replaced: tuple[str, ...]
    bases: tuple[str, ...]
    materials: tuple[DemandedMaterialRow, ...]
    days_used: int | None = None
    limit_days: int
    day_unit: str
    is_in_time: bool | None = None
    format_check: str
    decision: str
    decision_reason: str
    decision_date: date | None = None
    handled_by: str
    reviewer: str
    review_due_date: date | None = None
    conclusion: str
    concluded_date: date | None = None
    correction_due_date: date | None = None
    corrected_date: date | None = None
    archive_number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DefectRow:
    """One defect of a filing, with the rule it offends (may be empty)."""

    defect: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SupplementRequest(AboutFiling):
    """The notice that a filing must be supplemented (补正通知书).

    Attributes:
        addressee: The filing body.
        defects: What is wrong or missing, item by item.
        supplement_days: Days the rule allows for the supplement, counted from receipt.
        day_unit: What is counted: ``"日"`` or ``"个工作日"``.
        due_date: Last day, counted from the day of the request.
        legal_basis: The rule that sets the term, as the profile names it.
    """

    defects: tuple[DefectRow, ...]
    supplement_days: int
    day_unit: str
    due_date: date
    legal_basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FilingRefusal(AboutFiling):
    """The notice that a filing is not registered (不予备案登记通知书).

    Attributes:
        addressee: The filing body.
        refused_date: Day of the decision.
        reason: Why, in whole sentences.
        what_to_do: What the filing body should do instead; may be empty.
        materials: The papers that go back with the notice.
    """

    refused_date: date
    reason: str
    what_to_do: str
    materials: tuple[MaterialRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FilingReturn(AboutFiling):
    """The letter that sends a wrongly addressed filing back (退回函).

    Attributes:
        addressee: The filing body.
        reason: Why it is sent back, in whole sentences.
        proper_recipient: Whom to file with instead; may be empty.
        materials: The papers that go back with the letter.
    """

    reason: str
    proper_recipient: str
    materials: tuple[MaterialRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FilingTransfer(AboutFiling):
    """The letter that passes a filing on to the body in charge of it (转送函).

    Attributes:
        addressee: The body in charge.
        filing_body_name: Who filed; gets a copy.
        reason: Why the other body is in charge, in whole sentences.
        materials: The papers that go with the letter.
    """

    filing_body_name: str
    reason: str
    materials: tuple[MaterialRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryRecord(Letter):
    """The record that a letter was delivered (送达回证); what is empty is written by hand.

    Attributes:
        about: What the matter is, for example the title of the document with book marks.
        delivered_letter: Kind of the delivered letter, for example ``"备案审查意见书"``.
        delivered_number: Its number.
        delivered_date: Day it bears.
        copies: Copies delivered.
        recipient: Who it is delivered to (受送达人).
        recipient_address: Where.
        delivery_way: How: in person, by post, by exchange of official papers.
        deliverer: Who delivers it.
        remark: Anything else, for example a refusal to sign.
    """

    about: str
    delivered_letter: str
    delivered_number: str
    delivered_date: date
    copies: int
    recipient: str
    recipient_address: str
    delivery_way: str
    deliverer: str
    remark: str


KINDS = (
    LetterKind("filing_intake_sheet", FilingIntakeSheet, "备案登记表"),
    LetterKind("filing_receipt", FilingReceipt, "备案回执"),
    LetterKind("supplement_request", SupplementRequest, "补正通知书"),
    LetterKind("filing_refusal", FilingRefusal, "不予备案登记通知书"),
    LetterKind("filing_return", FilingReturn, "退回函"),
    LetterKind("filing_transfer", FilingTransfer, "转送函"),
    LetterKind("delivery_record", DeliveryRecord, "送达回证"),
)
