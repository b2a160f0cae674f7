"""Bring an office's file into use: read, held against the present catalogue, put into the store."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from models.acts.law_catalogue import LawCatalogueUpdate
from models.domain.records import FileEntry
from models.files import FileStore, StoredFile
from review.errors import NothingChangesError
from review.law_files.changes import CatalogueChanges, Manner, changes_by
from review.law_files.law_file import FaultyRow, read_law_file
from review.laws.catalogue_text import write_catalogue
from review.laws.office_catalogue import office_catalogue

_NAME = "law_catalogue"


@dataclass(frozen=True)
class PlannedUpdate:
    """A file that could be brought into use, what it would change, and the rows left out."""

    path: Path
    by_manner: Mapping[Manner, CatalogueChanges]
    faulty: tuple[FaultyRow, ...]


def plan_update(path: Path, files: FileStore) -> PlannedUpdate:
    """Read a file and hold it against the catalogue in use; nothing is changed.

    Raises:
        NothingChangesError: the file says what the catalogue says.
        ReadingError: the file cannot be read as a catalogue.
    """
    read = read_law_file(path)
    present = office_catalogue(files)
    by_manner = {manner: changes_by(read.laws, present, manner) for manner in Manner}
    if not read.faulty and not any(changes.are_there for changes in by_manner.values()):
        raise NothingChangesError(file_name=path.name)
    return PlannedUpdate(path, by_manner, read.faulty)


def stored_update(
    planned: PlannedUpdate, manner: Manner, as_of_date: date, files: FileStore
) -> LawCatalogueUpdate:
    """Put the file and the catalogue made from it into the store, for the act to name them.

    Raises:
        FileNotReadableError, FileNotStoredError: the file is gone, or the store refuses.
    """
    return stored_changes(
        planned.by_manner[manner], as_of_date, files.put_file(planned.path), files
    )


def stored_changes(
    changes: CatalogueChanges, as_of_date: date, source: StoredFile, files: FileStore
) -> LawCatalogueUpdate:
    """Put a catalogue into the store, made with these changes from a source that lies there."""
    name = f"{_NAME}_{as_of_date.isoformat()}.csv"
    return LawCatalogueUpdate(
        _entry(files.put_bytes(write_catalogue(changes.laws), name)),
        _entry(source),
        as_of_date,
        added=len(changes.added),
        changed=len(changes.changed),
        removed=len(changes.removed),
    )


def _entry(stored: StoredFile) -> FileEntry:
    return FileEntry(stored.sha256, stored.size, stored.original_name)
