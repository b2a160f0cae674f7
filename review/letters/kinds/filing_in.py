"""Papers about filings the office receives (备案审查的收件)."""

from dataclasses import dataclass
from datetime import date

from review.letters.kinds.base import LetterKind, NumberedLetter


@dataclass(frozen=True, slots=True)
class MaterialRow:
    """One kind of material handed in with a filing (报送材料)."""

    name: str
    copies: int
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FilingReceipt(NumberedLetter):
    """The receipt that a filed document gets (备案回执).

    Attributes:
        addressee: The filing body (报送机关).
        document_title: Title without book marks; they are added by the wording.
        filing_report_number: Number of the filing report (报备文号); empty when it has none.
        days_used: Days from publication to receipt, counted by the clock of the profile.
        limit_days: Days the rule allows.
        day_unit: What is counted: ``"日"`` or ``"个工作日"``.
        is_in_time: Whether the filing came within the limit.
    """

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


KINDS = (LetterKind("filing_receipt", FilingReceipt, "备案回执"),)
