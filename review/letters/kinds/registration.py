"""Papers of the own register: refusals, registers and lists (登记簿、目录)."""

from dataclasses import dataclass
from datetime import date

from review.letters.kinds.base import Letter, LetterKind, NumberedLetter


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistrationRefusal(NumberedLetter):
    """The notice that a document is not registered and not numbered (不予登记通知书).

    Attributes:
        document_number: 发文字号 as it was written on the draft; may be empty.
        reason: Why, in whole sentences.
        refused_date: Day of the decision.
    """

    document_title: str
    document_number: str
    reason: str
    refused_date: date


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterRow:
    """One line of the register; a void line keeps its number and tells why.

    Texts that join a name or number with a day are written as the column shows them.

    Attributes:
        unified_number: 统一登记号; for a line that was not numbered empty.
        drafting_unit: 起草单位; the issuing body where none is recorded.
        legality_opinion: Number and day of the legality opinion.
        meeting: Meeting and day.
        signature: Signer and day.
        registration: Who registered, and when.
        publication: Media and day.
        filed_with_government: Receipt or report and day of the filing with the government above.
        filed_with_congress: The same for the standing committee of the people's congress.
        validity: Term and last day.
        changes: Later changes: act, day and number of the act.
        is_void: Whether the number was made void.
    """

    unified_number: str
    document_title: str
    document_number: str
    drafting_unit: str
    legality_opinion: str
    meeting: str
    signature: str
    registration: str
    publication: str
    filed_with_government: str
    filed_with_congress: str
    validity: str
    changes: str
    is_void: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterBook(Letter):
    """The register of one year as a book to print and sign (登记簿)."""

    year: int
    rows: tuple[RegisterRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueRow:
    """One document of the catalogue."""

    document_title: str
    document_number: str
    unified_number: str
    issuing_body_name: str
    published_date: date | None = None
    effective_date: date | None = None
    expiry: str
    status: str
    remark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentCatalogue(Letter):
    """The catalogue of the documents in force on a day (规范性文件目录).

    Attributes:
        as_of_date: The day on which they were in force.
        scope: Whose documents it lists, for example the name of the county.
    """

    as_of_date: date
    scope: str
    rows: tuple[CatalogueRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FilingCatalogueRow:
    """One filing of the catalogue; ``result`` says how the intake or review ended."""

    filing_register_number: str
    document_title: str
    document_number: str
    issuing_body_name: str
    published_date: date | None = None
    received_date: date
    result: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FilingCatalogue(Letter):
    """The catalogue of the filings received in a period (备案目录), both days included."""

    first_date: date
    last_date: date
    rows: tuple[FilingCatalogueRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OutgoingRow:
    """One letter that left the office.

    Attributes:
        about: What it is about, as the register calls it.
        delivery: Day and way of delivery; empty until they are recorded.
        is_withdrawn: Whether it was withdrawn; it stays in the log.
        remark: Reason of the withdrawal, or another note.
    """

    letter_number: str
    issued_date: date
    kind_name: str
    about: str
    addressee: str
    copies: int
    issued_by: str
    delivery: str
    is_withdrawn: bool
    remark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OutgoingLog(Letter):
    """The log of the letters that left the office in a year (发文登记簿)."""

    year: int
    rows: tuple[OutgoingRow, ...]


KINDS = (
    LetterKind("registration_refusal", RegistrationRefusal, "不予登记通知书"),
    LetterKind("register_book", RegisterBook, "登记簿"),
    LetterKind("document_catalogue", DocumentCatalogue, "规范性文件目录"),
    LetterKind("filing_catalogue", FilingCatalogue, "备案目录"),
    LetterKind("outgoing_log", OutgoingLog, "发文登记簿"),
)
