"""What the page of one document shows: frozen rows."""

from dataclasses import dataclass
from datetime import date, datetime

from models.domain.calendar import Deadline as ComputedDeadline
from models.domain.gates import MissingGate
from models.domain.lifecycle import FilingState, LetterState, MakingState, ReviewState
from models.domain.profile import MakingStep
from models.domain.records import FileRole, Origin
from models.domain.terms import (
    DocumentClass,
    EvidenceKind,
    IssuanceKind,
    LetterSeries,
    RelationKind,
)
from models.domain.validity import ValidityJudgement, ValidityTerm
from models.queries.imports import ImportedFrom
from models.queries.lives import DocumentLife


@dataclass(frozen=True)
class DocumentFacts:
    """The record of a document as it stands."""

    id: int
    revision: int
    origin: Origin
    title: str
    issuing_body_id: int
    issuing_body_name: str
    document_class: DocumentClass
    document_kind: str
    is_trial: bool
    is_market_related: bool
    has_major_effect: bool
    drafting_unit: str
    addressee: str
    document_number: str
    unified_number: str
    site_index_number: str
    signer: str
    signed_date: date | None
    adopted_date: date | None
    printed_date: date | None
    published_date: date | None
    effective_date: date | None
    early_effect_reason: str
    validity_term: ValidityTerm | None
    expiry_date: date | None
    interpretation_body: str
    making_state: MakingState
    refusal_reason: str
    registered_date: date
    registered_by: str
    profile_id: str
    profile_version: str


@dataclass(frozen=True)
class IssuerRow:
    """One of the issuers of a joint document."""

    name: str
    is_lead: bool


@dataclass(frozen=True)
class FileRow:
    """A file of a document with the text read from it."""

    sha256: str
    role: FileRole
    title: str
    original_name: str
    text: str


@dataclass(frozen=True)
class EvidenceRow:
    """Proof of one step of the procedure."""

    kind: EvidenceKind
    start_date: date | None
    end_date: date | None
    result: str
    reference: str
    note: str
    file_name: str
    file_sha256: str = ""


@dataclass(frozen=True)
class IssuanceRow:
    """One printing or publication."""

    kind: IssuanceKind
    medium: str
    issued_date: date
    recorded_at: datetime
    recorded_by: str


@dataclass(frozen=True)
class RelationRow:
    """What the document says of another, or another of it (``is_incoming``)."""

    kind: RelationKind
    title: str
    number: str
    document_id: int | None
    clause: str
    is_incoming: bool


@dataclass(frozen=True)
class DocumentFilingRow:
    """A filing of the document."""

    id: int
    state: FilingState
    received_date: date
    filing_body_name: str
    filing_register_number: str
    filing_report_number: str


@dataclass(frozen=True)
class DocumentReviewRow:
    """A review of the document."""

    id: int
    state: ReviewState
    opened_date: date
    due_date: date
    concluded_date: date | None
    reviewer: str


@dataclass(frozen=True)
class DocumentLetterRow:
    """A letter about the document."""

    id: int
    kind: LetterSeries
    letter_number: str
    letter_date: date
    state: LetterState


@dataclass(frozen=True)
class DeadlineRow:
    """A statutory date with its derivation; ``met_date`` once it was kept."""

    kind: str
    computed: ComputedDeadline
    met_date: date | None


@dataclass(frozen=True)
class DocumentPage:
    """A document on all its axes; ``next_step`` is None when nothing is left to make."""

    facts: DocumentFacts
    validity: ValidityJudgement
    life: DocumentLife
    joint_issuers: tuple[IssuerRow, ...]
    files: tuple[FileRow, ...]
    evidence: tuple[EvidenceRow, ...]
    issuances: tuple[IssuanceRow, ...]
    relations: tuple[RelationRow, ...]
    filings: tuple[DocumentFilingRow, ...]
    reviews: tuple[DocumentReviewRow, ...]
    letters: tuple[DocumentLetterRow, ...]
    deadlines: tuple[DeadlineRow, ...]
    next_step: MakingStep | None
    missing_gates: tuple[MissingGate, ...]
    imported: ImportedFrom | None = None
