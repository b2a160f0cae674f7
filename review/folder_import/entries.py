"""The record that an item stands for, as an act takes it."""

from dataclasses import replace
from datetime import date
from typing import TypeVar

from models.domain.records import (
    DocumentEntry,
    EvidenceEntry,
    FileEntry,
    FileRole,
    JointIssuerEntry,
    RelationEntry,
)
from models.domain.terms import RelationKind
from models.domain.validity import ValidityTerm, ValidityTermKind
from models.queries.bodies import BodyRow
from models.queries.duplicates import known_document
from review.extraction.proposal import CitedDocument, Proposal, Proposed
from review.folder_import.batch import Batch
from review.folder_import.errors import ItemUnfitError
from review.folder_import.groups import Part
from review.folder_import.work_list import ItemFile, WorkItem

ROLES = {
    Part.MAIN: FileRole.OFFICIAL_TEXT,
    Part.SAME: FileRole.OFFICIAL_TEXT,
    Part.DRAFT: FileRole.DRAFT,
    Part.ATTACHMENT: FileRole.ATTACHMENT,
}

Value = TypeVar("Value")


def entry_of(batch: Batch, item: WorkItem, bodies: tuple[BodyRow, ...]) -> DocumentEntry:
    """Return the entry of an item from the text kept of it.

    Raises:
        ItemUnfitError: its title or its issuing body is not known.
    """
    body = next((one for one in bodies if one.id == item.body_id), None)
    kept = batch.text(item.main.sha256)
    if body is None or kept is None or not kept.proposal.title.value:
        field = "issuing_body" if body is None else "title"
        raise ItemUnfitError(title=item.title, field=field)
    entry = DocumentEntry(kept.proposal.title.value, body.id, body.body_class)
    return replace(
        _proposed(entry, kept.proposal, bodies),
        files=files_of(batch, item),
        evidence=_evidence(batch, item),
    )


def files_of(batch: Batch, item: WorkItem) -> tuple[FileEntry, ...]:
    """Return the files of an item that the document holds; accompanying papers are evidence."""
    return tuple(_file(batch, one, ROLES[one.part]) for one in item.files if one.part in ROLES)


def _file(batch: Batch, file: ItemFile, role: FileRole) -> FileEntry:
    kept = batch.text(file.sha256)
    text = kept.read.text if kept else ""
    return FileEntry(file.sha256, file.size, file.name, role, text=text)


def _evidence(batch: Batch, item: WorkItem) -> tuple[EvidenceEntry, ...]:
    """Each kind of paper once; a second of the same kind stays in the batch."""
    found: dict[str, EvidenceEntry] = {}
    for one in item.files:
        if one.evidence is not None:
            file = _file(batch, one, FileRole.ATTACHMENT)
            found.setdefault(one.evidence, EvidenceEntry(one.evidence, file=file))
    return tuple(found.values())


def _proposed(
    entry: DocumentEntry, proposal: Proposal, bodies: tuple[BodyRow, ...]
) -> DocumentEntry:
    return replace(
        entry,
        document_number=proposal.document_number.value or "",
        document_kind=proposal.document_kind.value or "",
        is_trial=bool(proposal.is_trial.value),
        addressee=proposal.addressee.value or "",
        adopted_date=proposal.adopted_date.value,
        effective_date=proposal.effective_date.value,
        validity_term=_term(proposal.validity_end.value),
        interpretation_body=proposal.interpretation_body.value or "",
        joint_issuers=_issuers(entry.issuing_body_id, proposal, bodies),
        relations=(
            *_relations(RelationKind.BASED_ON, proposal.legal_bases),
            *_relations(RelationKind.REPEALS, proposal.repeals),
        ),
    )


def _term(last: date | None) -> ValidityTerm | None:
    return ValidityTerm(ValidityTermKind.UNTIL_DATE, until_date=last) if last else None


def _issuers(
    lead_id: int, proposal: Proposal, bodies: tuple[BodyRow, ...]
) -> tuple[JointIssuerEntry, ...]:
    lead = proposal.issuing_body.value
    others = [name for name in _values(proposal.joint_issuers) if name != lead]
    if not others or not lead:
        return ()
    ids = {name: body.id for body in reversed(bodies) for name in (body.short_name, body.name)}
    return (
        JointIssuerEntry(lead, lead_id, is_lead=True),
        *(JointIssuerEntry(name, ids.get(name)) for name in others),
    )


def _relations(
    kind: RelationKind, cited: tuple[Proposed[CitedDocument], ...]
) -> tuple[RelationEntry, ...]:
    return tuple(
        RelationEntry(kind, one.name, one.number, known_document(one.name, one.number))
        for one in _values(cited)
    )


def _values(several: tuple[Proposed[Value], ...]) -> tuple[Value, ...]:
    return tuple(one.value for one in several if one.value is not None)
