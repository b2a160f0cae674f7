"""The acts behind the form: files into the store, then the record; done in the store lane."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from models.acts.historic_numbers import enter_historic_number
from models.acts.performing import Order
from models.acts.register_document import (
    refuse_registration,
    register_document,
    register_historic_document,
)
from models.domain.records import DocumentEntry, DuplicateHandling, FileEntry
from models.errors import InputError, RuleError
from models.files import FileStore
from review.proposed_entry import linked
from ui.pages.registration.form_values import PickedFile
from ui.pages.registration.imported import ImportItem


@dataclass(frozen=True)
class Registered:
    """What was registered; ``number_refusal`` when only the number from paper was refused."""

    document_id: int
    number: str = ""
    title: str = ""
    is_refused: bool = False
    number_refusal: InputError | RuleError | None = None
    item: ImportItem | None = None


def register_new(
    order: Order,
    store: FileStore,
    files: tuple[PickedFile, ...],
    entry: DocumentEntry,
    handling: DuplicateHandling,
) -> Registered:
    """Register a document that the office is to number."""
    document_id = register_document(order, with_files(store, files, entry), handling)
    return Registered(document_id, title=entry.title)


def register_past(
    order: Order,
    store: FileStore,
    files: tuple[PickedFile, ...],
    entry: DocumentEntry,
    handling: DuplicateHandling,
    number: str = "",
) -> Registered:
    """Record a document from the past, then its number; a refused number undoes nothing."""
    whole = with_files(store, files, entry)
    document_id = register_historic_document(order, whole, handling)
    if not number:
        return Registered(document_id, title=entry.title)
    following = replace(order, op_id=f"{order.op_id}-number")
    try:
        allotment = enter_historic_number(following, document_id, number)
    except (InputError, RuleError) as refusal:
        return Registered(document_id, title=entry.title, number_refusal=refusal)
    return Registered(document_id, allotment.number, entry.title)


def refuse(
    order: Order,
    store: FileStore,
    files: tuple[PickedFile, ...],
    entry: DocumentEntry,
    reason: str,
) -> Registered:
    """Record that the document is not registered, and why."""
    document_id = refuse_registration(order, with_files(store, files, entry), reason)
    return Registered(document_id, title=entry.title, is_refused=True)


def for_item(
    order: Order,
    item: ImportItem,
    work: Callable[..., Registered],
    arguments: tuple[object, ...],
) -> Registered:
    """Do what the form asks for an item of a folder import, and write it down in its batch."""
    registered = work(order, *arguments)
    item.note(order.login, registered.document_id)
    return replace(registered, item=item)


def with_files(
    store: FileStore, files: tuple[PickedFile, ...], entry: DocumentEntry
) -> DocumentEntry:
    """Put the files into the store, name them, and link the documents that are registered."""
    stored = tuple(_stored(store, file) for file in files)
    return replace(entry, files=stored, relations=tuple(map(linked, entry.relations)))


def _stored(store: FileStore, file: PickedFile) -> FileEntry:
    kept = store.put_file(Path(file.place))
    return FileEntry(kept.sha256, kept.size, file.name, file.role, text=file.text)
