"""What a unit is asked about: the documents of a cleanup that it answers for."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedDocument:
    """A document on a sheet, as the register knows it.

    Attributes:
        title: Without book marks.
        number: Its document number; empty when it has none.
        unified_number: Empty when it has none.
        expiry_date: None when it has no term.
        status: Its validity in Chinese words, as of the day of the sheet.
    """

    document_id: int
    title: str
    number: str
    unified_number: str
    issued_date: date | None
    effective_date: date | None
    expiry_date: date | None
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedUnit:
    """One sheet: a unit, and all its documents in the cleanup.

    Attributes:
        office_name: Who asks and takes the sheet back.
        contact: Whom to ask there, with telephone; may be empty.
        due_date: Day by which the sheet is wanted; None when none was set.
    """

    campaign_id: int
    campaign_name: str
    office_name: str
    contact: str
    unit_id: int
    unit_name: str
    due_date: date | None
    documents: tuple[AskedDocument, ...]
