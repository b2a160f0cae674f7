"""What the people of the story hand to the acts."""

from collections.abc import Mapping

from models.domain.records import (
    BodyEntry,
    DocumentEntry,
    EvidenceEntry,
    FileEntry,
    FindingEntry,
    JointIssuerEntry,
    MaterialEntry,
    RelationEntry,
)
from models.domain.validity import ValidityTerm, ValidityTermKind
from models.files import FileStore
from models.settings import Office
from review.reading.reader import read_file
from ui.demonstration.story import (
    Story,
    StoryBody,
    StoryDocument,
    StoryFinding,
    StoryMaterial,
    StoryPerson,
)


def office_of(story: Story, clerk: StoryPerson) -> Office:
    """Return the office with the clerk as its contact."""
    office = story.office
    return Office(
        office_name=office.name,
        profile=office.profile,
        region=office.region_code,
        level=office.level_code,
        area=office.area,
        government_name=office.government,
        letter_code=office.letter_code,
        contact_name=clerk.name,
        contact_phone=office.telephone,
    )


def body_entry(body: StoryBody) -> BodyEntry:
    """Return a body as the clerk enters it."""
    return BodyEntry(
        name=body.name,
        short_name=body.short_name,
        body_class=body.body_class,
        organ_code=body.organ_code,
        document_code=body.document_code,
        is_eligible=body.is_eligible,
        ineligible_reason=body.ineligible_reason,
    )


def document_entry(
    story: Story, document: StoryDocument, ids: Mapping[str, int], store: FileStore
) -> DocumentEntry:
    """Return a document as the clerk confirms it, with the text read from its file."""
    lead = story.body(document.issuing_body)
    return DocumentEntry(
        title=document.title,
        issuing_body_id=ids[document.issuing_body],
        document_class=lead.body_class,
        document_kind=document.document_kind,
        document_number=document.document_number,
        is_trial=document.is_trial,
        is_market_related=document.is_market_related,
        has_major_effect=document.has_major_effect,
        drafting_unit=document.drafting_unit,
        adopted_date=document.adopted_date,
        published_date=document.published_date,
        effective_date=document.effective_date,
        early_effect_reason=document.early_effect_reason,
        validity_term=_term(document),
        interpretation_body=document.interpretation_body,
        joint_issuers=_issuers(story, document, ids),
        files=_files(document, store),
        evidence=_evidence(document),
        relations=_relations(story, document, ids),
    )


def finding_entry(finding: StoryFinding) -> FindingEntry:
    """Return a finding as the reviewer writes it."""
    return FindingEntry(
        clause=finding.clause,
        quote=finding.quote,
        finding_class=finding.finding_class,
        problem=finding.problem,
        basis_title=finding.basis_title,
        basis_article=finding.basis_article,
        suggestion=finding.suggestion,
    )


def material_entries(materials: tuple[StoryMaterial, ...]) -> tuple[MaterialEntry, ...]:
    """Return the papers of a filing."""
    return tuple(MaterialEntry(one.kind, one.copies) for one in materials)


def _term(document: StoryDocument) -> ValidityTerm | None:
    term = document.validity_term
    if term is not None:
        return ValidityTerm(term.kind, term.amount, term.until_date)
    if document.expiry_date is not None:
        return ValidityTerm(ValidityTermKind.UNTIL_DATE, until_date=document.expiry_date)
    return None


def _issuers(
    story: Story, document: StoryDocument, ids: Mapping[str, int]
) -> tuple[JointIssuerEntry, ...]:
    return tuple(
        JointIssuerEntry(story.body(key).name, ids[key], is_lead=key == document.issuing_body)
        for key in document.joint_issuers
    )


def _files(document: StoryDocument, store: FileStore) -> tuple[FileEntry, ...]:
    if not document.file:
        return ()
    stored = store.put_file(document.path)
    text = read_file(document.path).text
    return (FileEntry(stored.sha256, stored.size, stored.original_name, text=text),)


def _evidence(document: StoryDocument) -> tuple[EvidenceEntry, ...]:
    steps = tuple(
        EvidenceEntry(one.kind, one.start_date, one.end_date, one.result, one.reference)
        for one in document.evidence
    )
    return steps + tuple(EvidenceEntry(kind) for kind in document.papers)


def _relations(
    story: Story, document: StoryDocument, ids: Mapping[str, int]
) -> tuple[RelationEntry, ...]:
    targets = [(one, story.document(one.target)) for one in document.relations]
    return tuple(
        RelationEntry(relation.kind, target.title, target.document_number, ids[target.key])
        for relation, target in targets
    )
