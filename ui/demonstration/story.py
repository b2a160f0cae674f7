"""The story of the demo as it stands in three files of the samples."""

import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from models.domain.roles import Role
from models.domain.terms import (
    DocumentClass,
    EvidenceKind,
    FindingClass,
    MaterialKind,
    RelationKind,
    ReviewConclusion,
    ReviewTrigger,
)
from models.domain.validity import EndingKind, ValidityTermKind
from resources import path_of
from ui.demonstration.cleanup_story import StoryCleanup
from ui.demonstration.evaluation_story import StoryEvaluation


@dataclass(frozen=True)
class StoryOffice:
    """The office and the day its register begins."""

    name: str
    government: str
    region_code: str
    level_code: str
    area: str
    letter_code: str
    profile: str
    telephone: str
    founded_date: date


@dataclass(frozen=True)
class StoryPerson:
    """Somebody who works there."""

    login: str
    name: str
    role: Role


@dataclass(frozen=True)
class StoryBody:
    """A body that issues documents."""

    key: str
    name: str
    short_name: str
    body_class: DocumentClass
    organ_code: str
    document_code: str
    is_eligible: bool
    ineligible_reason: str = ""


@dataclass(frozen=True)
class StoryTerm:
    """The validity a document states."""

    kind: ValidityTermKind
    amount: int = 0
    until_date: date | None = None


@dataclass(frozen=True)
class StoryRelation:
    """What a document says of an older one."""

    kind: RelationKind
    target: str
    ending: EndingKind = EndingKind.REPEALED


@dataclass(frozen=True)
class StoryEvidence:
    """One step of the procedure."""

    kind: EvidenceKind
    start_date: date | None = None
    end_date: date | None = None
    result: str = ""
    reference: str = ""


@dataclass(frozen=True)
class StoryMaterial:
    """One paper of a filing."""

    kind: MaterialKind
    copies: int


@dataclass(frozen=True)
class StoryDefect:
    """One defect of a filing."""

    defect: str
    rule: str


@dataclass(frozen=True)
class StoryIssuance:
    """When a document was registered, printed and published."""

    registered_date: date
    printed_date: date
    published_date: date
    medium: str


@dataclass(frozen=True)
class StoryFiling:
    """How a filing came and how it was decided."""

    filing_body: str
    filing_report_number: str
    received_date: date
    outcome: str
    decided_date: date
    materials: tuple[StoryMaterial, ...]
    reason: str = ""
    defects: tuple[StoryDefect, ...] = ()
    answered_date: date | None = None
    answered_materials: tuple[StoryMaterial, ...] = ()
    registered_date: date | None = None


@dataclass(frozen=True)
class StoryFinding:
    """One problem the reviewer found."""

    clause: str
    quote: str
    finding_class: FindingClass
    problem: str
    basis_title: str
    basis_article: str
    suggestion: str


@dataclass(frozen=True)
class StoryReview:
    """A review from its opening to its conclusion; without one it is still under way."""

    review_trigger: ReviewTrigger
    reviewer: str
    opened_date: date
    findings: tuple[StoryFinding, ...]
    concluded_date: date | None = None
    conclusion: ReviewConclusion | None = None
    requested_act: str = ""


@dataclass(frozen=True)
class StoryDocument:
    """One document and what happens to it; an old one has no file."""

    key: str
    title: str
    document_number: str
    issuing_body: str
    adopted_date: date
    file: str = ""
    document_kind: str = ""
    published_date: date | None = None
    effective_date: date | None = None
    expiry_date: date | None = None
    early_effect_reason: str = ""
    validity_term: StoryTerm | None = None
    is_trial: bool = False
    is_market_related: bool = False
    has_major_effect: bool = False
    interpretation_body: str = ""
    drafting_unit: str = ""
    joint_issuers: tuple[str, ...] = ()
    relations: tuple[StoryRelation, ...] = ()
    evidence: tuple[StoryEvidence, ...] = ()
    papers: tuple[EvidenceKind, ...] = ()
    issuance: StoryIssuance | None = None
    filing: StoryFiling | None = None
    review: StoryReview | None = None

    @property
    def path(self) -> Path:
        """Where its Word file stands."""
        return path_of("samples", self.file)


@dataclass(frozen=True)
class Story:
    """The whole story."""

    office: StoryOffice
    people: tuple[StoryPerson, ...]
    issuing_bodies: tuple[StoryBody, ...]
    historic_documents: tuple[StoryDocument, ...]
    samples: tuple[StoryDocument, ...]
    older_documents: tuple[StoryDocument, ...]
    cleanups: tuple[StoryCleanup, ...]
    ending_documents: tuple[StoryDocument, ...]
    evaluations: tuple[StoryEvaluation, ...]

    def with_role(self, role: Role) -> StoryPerson:
        """Return the person who holds a role."""
        return next(person for person in self.people if person.role is role)

    def body(self, key: str) -> StoryBody:
        """Return a body by its key."""
        return next(body for body in self.issuing_bodies if body.key == key)

    def document(self, key: str) -> StoryDocument:
        """Return a document, old or new, by its key."""
        known = (
            *self.historic_documents,
            *self.samples,
            *self.older_documents,
            *self.ending_documents,
        )
        return next(document for document in known if document.key == key)

    @property
    def letter_count(self) -> int:
        """How many letters the story ends with: a receipt a registered filing, and opinions."""
        filings = [one.filing for one in self.samples if one.filing is not None]
        reviews = [one.review for one in self.samples if one.review is not None]
        receipts = sum(one.outcome != "refused" for one in filings)
        defects = (one.conclusion is ReviewConclusion.CONCLUDED_DEFECT for one in reviews)
        return receipts + sum(defects)


def load_story() -> Story:
    """Read the story: what happens to documents, and the cleanups and evaluations after it."""
    told = _read("story.toml") | _read("cleanups.toml") | _read("evaluations.toml")
    return msgspec.convert(told, Story)


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(path_of("samples", name).read_text(encoding="utf-8"))
