"""What a person hands to an act: complete frozen values, parsed at the edge."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from models.domain.terms import (
    BodyLevel,
    DocumentClass,
    EvidenceKind,
    FindingClass,
    MaterialKind,
    RelationKind,
    ReviewTrigger,
)
from models.domain.validity import ValidityTerm


class Origin(StrEnum):
    """How a document came into the register (来源)."""

    OWN = "own"  # 本机关登记编号
    FILED = "filed"  # 报送备案
    HISTORIC = "historic"  # 历史补录


class FileRole(StrEnum):
    """What a file is to its document."""

    OFFICIAL_TEXT = "official_text"  # 正式文本
    DRAFT = "draft"  # 送审稿
    ATTACHMENT = "attachment"  # 附件
    AMENDED_TEXT = "amended_text"  # 修改后文本


@dataclass(frozen=True)
class FileEntry:
    """A file already in the store, with the text read from it (empty when none could be read)."""

    sha256: str
    size: int
    original_name: str
    role: FileRole = FileRole.OFFICIAL_TEXT
    title: str = ""
    text: str = ""


@dataclass(frozen=True)
class EvidenceEntry:
    """Proof of one step of the procedure: its dates, result, reference number and file."""

    kind: EvidenceKind
    start_date: date | None = None
    end_date: date | None = None
    result: str = ""
    reference: str = ""
    note: str = ""
    file: FileEntry | None = None


@dataclass(frozen=True)
class JointIssuerEntry:
    """One of several issuers by its name on the paper, and its body where it is known."""

    name: str
    body_id: int | None = None
    is_lead: bool = False


@dataclass(frozen=True)
class RelationEntry:
    """What a document says of another: by title and number, and by record where it is known."""

    kind: RelationKind
    target_title: str
    target_number: str = ""
    target_id: int | None = None
    clause: str = ""


@dataclass(frozen=True)
class DocumentEntry:
    """The facts of a normative document as a clerk has confirmed them."""

    title: str
    issuing_body_id: int
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
    joint_issuers: tuple[JointIssuerEntry, ...] = ()
    files: tuple[FileEntry, ...] = ()
    evidence: tuple[EvidenceEntry, ...] = ()
    relations: tuple[RelationEntry, ...] = ()


class DuplicateHandling(StrEnum):
    """What a clerk decided about a document that looks like one already registered."""

    REFUSE = "refuse"  # 有重复就不登记
    REGISTER_ALL_THE_SAME = "register_all_the_same"  # 已核对，仍予登记


class Sameness(StrEnum):
    """In what a registered document is the same."""

    FILE = "file"  # 同一文件
    DOCUMENT_NUMBER = "document_number"  # 同一文号
    TITLE = "title"  # 同一标题
    NEAR_TITLE = "near_title"  # 标题相近


@dataclass(frozen=True)
class BodyEntry:
    """The facts of an issuing body."""

    name: str
    short_name: str
    body_class: DocumentClass
    organ_code: str = ""
    document_code: str = ""
    is_eligible: bool = True
    ineligible_reason: str = ""
    begun_date: date | None = None
    level: BodyLevel = BodyLevel.COUNTY


@dataclass(frozen=True)
class MaterialEntry:
    """One kind of paper that came with a filing; zero copies means it is missing."""

    kind: MaterialKind
    copies: int
    remark: str = ""


@dataclass(frozen=True)
class IntakeEntry:
    """A filing as it was received, for a document already in the register or a new one."""

    filing_body_id: int
    received_date: date
    received_way: str
    filing_report_number: str = ""
    materials: tuple[MaterialEntry, ...] = ()
    document_id: int | None = None
    document: DocumentEntry | None = None


@dataclass(frozen=True)
class DefectEntry:
    """One defect that is to be supplemented, with the rule it offends."""

    defect: str
    rule: str = ""


@dataclass(frozen=True)
class ReviewEntry:
    """A review to open: of a registered filing, or of a document for another reason."""

    trigger: ReviewTrigger
    document_id: int
    filing_id: int | None = None
    reviewer_login: str = ""


@dataclass(frozen=True)
class FindingEntry:
    """One problem a reviewer found; no finding stands without clause, quote and basis."""

    clause: str
    quote: str
    finding_class: FindingClass
    problem: str
    basis_title: str
    basis_article: str
    basis_text: str = ""
    suggestion: str = ""
