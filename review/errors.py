"""Refusals of the reading desk: files that cannot be read, and why."""

from typing import ClassVar

from models.errors import InputError


class ReadingError(InputError):
    """The file cannot be read; every subclass names the file."""

    code = "reading.unreadable"
    facts: ClassVar[tuple[str, ...]] = ("file_name",)


class MissingFileError(ReadingError):
    """No file stands at the given path, or it may not be opened."""

    code = "reading.file_missing"


class EmptyFileError(ReadingError):
    """The file holds no bytes, or no words."""

    code = "reading.empty_file"


class OversizedFileError(ReadingError):
    """The file is larger than the program reads."""

    code = "reading.file_too_large"
    facts = ("file_name", "limit_megabytes")


class TooManyPagesError(ReadingError):
    """The pdf has more pages than the program reads."""

    code = "reading.too_many_pages"
    facts = ("file_name", "page_limit")


class TooManyCellsError(ReadingError):
    """The table has more rows or columns than any ledger."""

    code = "reading.too_many_cells"
    facts = ("file_name", "row_limit")


class NoTableError(ReadingError):
    """The file holds no table with anything in it."""

    code = "reading.no_table"


class UnsupportedFormatError(ReadingError):
    """The bytes are of no format this program reads."""

    code = "reading.unsupported_format"


class LedgerFormatError(UnsupportedFormatError):
    """The file is a spreadsheet: a ledger and no document."""

    code = "reading.ledger_format"
    facts = ("file_name", "format_name")


class ArchiveFormatError(UnsupportedFormatError):
    """The file is an archive of other files."""

    code = "reading.archive_format"
    facts = ("file_name", "format_name")


class PictureFormatError(UnsupportedFormatError):
    """The file is a picture."""

    code = "reading.picture_format"


class MailFormatError(UnsupportedFormatError):
    """The file is a mail; the document is enclosed in it."""

    code = "reading.mail_format"


class OldFormatError(ReadingError):
    """A known format of office programs that this program does not read."""

    code = "reading.old_format"
    facts = ("file_name", "format_name")


class EncryptedFileError(ReadingError):
    """The file is locked with a password."""

    code = "reading.encrypted"


class BrokenFileError(ReadingError):
    """The file is damaged or cut short."""

    code = "reading.broken"


class UnknownEncodingError(ReadingError):
    """The bytes of a text file are no known Chinese encoding."""

    code = "reading.unknown_encoding"


class UnsafeFileError(ReadingError):
    """The file is built in a way that honest word processors do not build files."""

    code = "reading.unsafe"


class ArchiveTooLargeError(UnsafeFileError):
    """The package would unpack to far more than its size."""

    code = "reading.unpacks_too_large"


class DuplicatePartsError(UnsafeFileError):
    """The package holds the same part twice, so that programs may show different texts."""

    code = "reading.duplicate_parts"


class UnsafePartNamesError(UnsafeFileError):
    """A part of the package is named so that it would land outside its folder."""

    code = "reading.unsafe_names"


class EntityDeclaredError(UnsafeFileError):
    """A part of the package declares a document type or entities."""

    code = "reading.entity_declared"


class ReadingTooSlowError(ReadingError):
    """Reading took longer than any honest file takes."""

    code = "reading.too_slow"
    facts = ("file_name", "seconds")


class ReadingMemoryError(ReadingError):
    """Reading needed more memory than any honest file needs."""

    code = "reading.too_much_memory"
    facts = ("file_name", "memory_megabytes")


class ReadingDiedError(ReadingError):
    """The process that read the file ended over it."""

    code = "reading.died"


class ReadingCancelledError(ReadingError):
    """The person asked to stop reading."""

    code = "reading.cancelled"


class LawColumnsError(ReadingError):
    """No table of the file has the headings of a catalogue of laws."""

    code = "reading.law_columns"
    facts = ("file_name", "columns")


class LawUnknownError(InputError):
    """The catalogue has no version of this law in force."""

    code = "laws.unknown"
    facts = ("name",)


class LawMarkUnfitError(InputError):
    """A law cannot be marked so: status, source or day of the amended text do not fit."""

    code = "laws.mark_unfit"
    facts = ("name",)


class NothingChangesError(InputError):
    """A catalogue says what the one in use says."""

    code = "laws.nothing_changes"
    facts = ("file_name",)
