"""What stands in the registration form: plain values, kept as a draft as they are."""

from dataclasses import dataclass
from datetime import date

from models.domain.records import EvidenceEntry, FileRole, RelationEntry
from models.domain.terms import DocumentClass
from models.domain.validity import ValidityTerm


@dataclass(frozen=True)
class PickedFile:
    """A file the clerk has chosen: where its copy stands, and the text read from it.

    The one that was examined filled the form, even when no text was found in it.
    """

    name: str
    place: str
    role: FileRole
    sha256: str
    text: str = ""
    is_examined: bool = False


@dataclass(frozen=True)
class FormValues:
    """The fields of the form, in the order of the paper 登记表.

    ``issuing_body`` and ``joint_issuers`` are names as typed; the issuing body is the lead of a
    joint document. ``unreadable_dates`` names the date fields in which no date stands.
    """

    title: str = ""
    issuing_body: str = ""
    joint_issuers: tuple[str, ...] = ()
    document_number: str = ""
    historic_number: str = ""
    document_class: DocumentClass = DocumentClass.GOVERNMENT
    document_kind: str = ""
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
    site_index_number: str = ""
    relations: tuple[RelationEntry, ...] = ()
    evidence: tuple[EvidenceEntry, ...] = ()
    unreadable_dates: tuple[str, ...] = ()


EMPTY = FormValues()
