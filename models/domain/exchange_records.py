"""What a package (数据包) carries between two registers, as values that name no row of either."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from models.domain.exchange import OfficeCard
from models.domain.lifecycle import FilingState
from models.domain.records import DefectEntry, FileRole, MaterialEntry
from models.domain.terms import DocumentClass
from models.domain.validity import ValidityTerm

# What a package may hold changes with this number; a program takes its own and older ones.
SCHEMA_VERSION = 1


class PackageKind(StrEnum):
    """What a package is for."""

    FILING_PACKAGE = "filing_package"  # 报备包
    RECEIPT_PACKAGE = "receipt_package"  # 回执包


class PackageDirection(StrEnum):
    """Which way a package went."""

    SENT = "sent"  # 发出
    TAKEN = "taken"  # 收到


@dataclass(frozen=True)
class PackageHead:
    """Whose package it is, for whom, and when it was made (an aware instant)."""

    package_id: str
    kind: PackageKind
    created_at: datetime
    sender: OfficeCard
    recipient: OfficeCard
    answers_package_id: str = ""


@dataclass(frozen=True)
class SentFile:
    """A file of a package: its place in the payload, and what it is to its document."""

    path: str
    original_name: str
    title: str
    role: FileRole
    sha256: str
    size: int


@dataclass(frozen=True)
class SentDocument:
    """The facts of a document as the sender has them; ``uid`` is the sender's."""

    uid: str
    title: str
    issuing_body_name: str
    document_class: DocumentClass
    document_kind: str = ""
    document_number: str = ""
    site_index_number: str = ""
    is_trial: bool = False
    is_market_related: bool = False
    has_major_effect: bool = False
    drafting_unit: str = ""
    addressee: str = ""
    signer: str = ""
    signed_date: date | None = None
    adopted_date: date | None = None
    published_date: date | None = None
    effective_date: date | None = None
    early_effect_reason: str = ""
    validity_term: ValidityTerm | None = None
    interpretation_body: str = ""
    joint_issuers: tuple[str, ...] = ()


@dataclass(frozen=True)
class SentFiling:
    """A document sent to be filed, with its papers."""

    document: SentDocument
    filing_body_name: str
    filing_report_number: str
    materials: tuple[MaterialEntry, ...]
    files: tuple[SentFile, ...]


@dataclass(frozen=True)
class FilingResult:
    """What became of a filing at the office that received it; ``document_uid`` is the sender's."""

    document_uid: str
    title: str
    state: FilingState
    received_date: date
    filing_register_number: str = ""
    registered_date: date | None = None
    refusal_reason: str = ""
    refused_date: date | None = None
    supplement_due_date: date | None = None
    defects: tuple[DefectEntry, ...] = ()


@dataclass(frozen=True)
class PackageContent:
    """All that a package says; the bytes of its files stand beside it."""

    schema_version: int
    head: PackageHead
    filings: tuple[SentFiling, ...] = ()
    results: tuple[FilingResult, ...] = ()
