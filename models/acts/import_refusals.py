"""Why an import, or taking it back, is refused."""

from models.errors import InputError, RuleError


class ImportEmptyError(InputError):
    """No row of the ledger can be imported."""

    code = "import.empty"
    facts = ("name",)


class ImportStaleError(RuleError):
    """The register has changed since the rows were judged: one of them is a double now."""

    code = "import.stale"
    facts = ("row", "title", "number")


class ImportReversedError(RuleError):
    """The import was taken back before."""

    code = "import.reversed"
    facts = ("name", "reversed_date")


class ImportTouchedError(RuleError):
    """Something was done to documents of the import since."""

    code = "import.touched"
    facts = ("name", "count", "titles")


class ImportCountedError(RuleError):
    """A counter was confirmed to follow numbers of the import."""

    code = "import.counted"
    facts = ("name", "number")


class FileAttachedError(RuleError):
    """The document has this file already."""

    code = "document.file_attached"
    facts = ("name", "title")


class FileRefusedError(RuleError):
    """A document that was not registered takes no files."""

    code = "document.file_refused"
    facts = ("title",)
