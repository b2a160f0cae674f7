"""An item of a folder import in the form: its files from the store, its reading as it was kept."""

from dataclasses import dataclass
from pathlib import Path

from models.domain.records import EvidenceEntry
from models.domain.terms import EvidenceKind
from models.files import FileStore
from review.extraction.examination import examine_again
from review.folder_import.entries import ROLES
from review.folder_import.groups import Part
from ui.desk import Route
from ui.pages.registration.drafts import DraftShelf
from ui.pages.registration.form_values import PickedFile
from ui.pages.registration.imported import ImportItem
from ui.pages.registration.reading import Reading, document_file
from ui.tasks.ticket import Ticket


@dataclass(frozen=True)
class StoredFileOfItem:
    """One file of the item, in the store under its hash."""

    part: Part
    sha256: str
    name: str
    evidence: EvidenceKind | None = None


@dataclass(frozen=True)
class ItemReading:
    """What the form begins with; without a reading the file could not be read."""

    reading: Reading | None
    files: tuple[PickedFile, ...]
    evidence: tuple[EvidenceEntry, ...]


def item_of(route: Route, register_folder: Path) -> ImportItem | None:
    """Return the item a route names, if it names one."""
    batch, number = route.asked("batch"), route.asked("item")
    return ImportItem(str(register_folder), batch, int(number)) if batch and number else None


def files_of(route: Route) -> tuple[StoredFileOfItem, ...]:
    """Return the files a route names."""
    named = (value.split("|", 3) for name, value in route.extra if name == "kept")
    return tuple(
        StoredFileOfItem(Part(part), sha256, name, EvidenceKind(kind) if kind else None)
        for part, sha256, kind, name in named
    )


def read_item(
    ticket: Ticket,
    stores: tuple[DraftShelf, FileStore],
    draft_id: str,
    item: ImportItem,
    files: tuple[StoredFileOfItem, ...],
) -> ItemReading:
    """Copy the files of an item beside the draft and take up what was read of the first.

    Raises:
        StoredFileMissingError, StoredFileDamagedError: the store lost a file.
    """
    shelf, store = stores
    batch = item.opened()
    picked, reading = [], None
    for place, file in enumerate(files):
        ticket.report(f"正在取出 {file.name}", place, len(files))
        if file.part not in ROLES:
            continue
        kept = batch.text(file.sha256)
        copy = shelf.keep_content(draft_id, file.name, store.read(file.sha256))
        if file.part is Part.MAIN and kept is not None:
            ticket.report("正在查找章条", place, len(files))
            examined = examine_again(kept.read, kept.proposal, cancelled=ticket.stopped)
            reading = Reading(examined, document_file(file.name, copy, kept.read))
            picked.append(reading.file)
        else:
            text = kept.read.text if kept else ""
            picked.append(PickedFile(file.name, str(copy), ROLES[file.part], file.sha256, text))
    evidence = tuple(
        EvidenceEntry(kind) for kind in dict.fromkeys(one.evidence for one in files) if kind
    )
    return ItemReading(reading, tuple(picked), evidence)
