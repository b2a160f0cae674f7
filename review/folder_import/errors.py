"""Refusals of the folder import: files that are not opened, batches that cannot go on."""

from models.errors import AppError, FaultError, InputError
from review.errors import ReadingError


class ArchiveFileError(ReadingError):
    """A packed archive: what lies in it must be unpacked by a person first."""

    code = "folder_import.archive"


class LinkedFileError(ReadingError):
    """A link to somewhere else, which is not followed."""

    code = "folder_import.link"


class NotWritingError(ReadingError):
    """A program, a sound, a film: no document by its name."""

    code = "folder_import.no_writing"


class FolderClosedError(ReadingError):
    """A folder inside the chosen one may not be opened."""

    code = "folder_import.folder_closed"


class ChangedWhileReadError(ReadingError):
    """The file was changed while it was read."""

    code = "folder_import.changed"


class NothingFoundError(InputError):
    """The chosen places hold no file."""

    code = "folder_import.nothing_found"
    facts = ("place",)


class BatchUnknownError(InputError):
    """No batch of this name lies in the register's folder."""

    code = "folder_import.batch_unknown"
    facts = ("batch",)


class BatchBusyError(InputError):
    """Another window or program works on the batch."""

    code = "folder_import.batch_busy"
    facts = ("batch",)


class JournalNotWrittenError(FaultError):
    """The batch's own files cannot be written: the disk is full or refuses."""

    code = "folder_import.not_written"
    facts = ("detail",)


class ItemUnknownError(InputError):
    """The work list holds no such item, or it is no document to register."""

    code = "folder_import.item_unknown"
    facts = ("item",)


class ItemUnfitError(InputError):
    """A field that every record needs is not known for the item."""

    code = "folder_import.item_unfit"
    facts = ("title", "field")


def error_of(code: str, facts: dict[str, str]) -> AppError:
    """Return the error that was written down by its code and facts."""
    for kind in _kinds(AppError):
        if kind.code == code and set(kind.facts) <= set(facts):
            return kind(**{name: facts[name] for name in kind.facts})
    return ReadingError(file_name=facts.get("file_name", ""))


def _kinds(kind: type[AppError]) -> list[type[AppError]]:
    return [kind, *(below for child in kind.__subclasses__() for below in _kinds(child))]
