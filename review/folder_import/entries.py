"""The record that an item stands for, as an act takes it."""

from dataclasses import replace

from models.domain.records import (
    DocumentEntry,
    EvidenceEntry,
    FileEntry,
    FileRole,
)
from models.queries.bodies import BodyRow
from review.folder_import.batch import Batch
from review.folder_import.errors import ItemUnfitError
from review.folder_import.groups import Part
from review.folder_import.work_list import ItemFile, WorkItem
from review.proposed_entry import proposed_entry

ROLES = {
    Part.MAIN: FileRole.OFFICIAL_TEXT,
    Part.SAME: FileRole.OFFICIAL_TEXT,
    Part.DRAFT: FileRole.DRAFT,
    Part.ATTACHMENT: FileRole.ATTACHMENT,
}


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
    return replace(
        proposed_entry(kept.proposal, body, is_published=item.is_historic),
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
