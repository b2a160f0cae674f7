"""What is taken in from a ledger of others, and how the register knows a double among it."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import lru_cache

from models.domain.document_number import normalise
from models.domain.records import (
    BodyEntry,
    DocumentEntry,
    DuplicateHandling,
    FileEntry,
    Sameness,
)
from models.domain.titles import title_key
from models.domain.validity import EndingKind


class ImportKind(StrEnum):
    """What kind of source was taken in as a whole."""

    LEDGER = "ledger"  # 台账


class ImportState(StrEnum):
    """Where an import stands (导入)."""

    PERFORMED = "performed"  # 已导入
    REVERSED = "reversed"  # 已撤销


@dataclass(frozen=True)
class EndingEntry:
    """That a document of the past had ended, by what, on which day, and why."""

    kind: EndingKind
    begin_date: date
    reason: str


@dataclass(frozen=True)
class ImportedDocument:
    """One row of a ledger as it enters the register.

    ``new_issuer`` names a body that the same import enters; the entry's body id then counts for
    nothing. ``unheld`` is what the row says beyond the fields of a record, by column.
    """

    row_number: int
    entry: DocumentEntry
    new_issuer: str = ""
    unified_number: str = ""
    ending: EndingEntry | None = None
    handling: DuplicateHandling = DuplicateHandling.REFUSE
    unheld: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class LedgerImport:
    """A ledger as a clerk has confirmed it: its file, its rows, the bodies that come with it.

    ``choices`` is how columns and names were understood (JSON), kept for the next ledger of the
    same shape, which ``header_key`` names.
    """

    source: FileEntry
    sheet: str
    header_key: str
    choices: str
    row_count: int
    documents: tuple[ImportedDocument, ...]
    new_bodies: tuple[BodyEntry, ...] = ()


@dataclass
class KnownDocuments:
    """The documents that are there, by number and by title with issuer; grows row by row.

    A title counts as the same document only where one of the two bears no number: offices issue
    under one title year after year.
    """

    by_number: dict[str, str] = field(default_factory=dict)
    by_title: dict[tuple[str, str], dict[str, str]] = field(default_factory=dict)

    def double_of(self, title: str, number: str, issuer: str) -> tuple[Sameness, str] | None:
        """Return in what a known document is the same, and what it is called here."""
        title_part, key = _keys(title, number)
        if key and key in self.by_number:
            return Sameness.DOCUMENT_NUMBER, self.by_number[key]
        twins = self.by_title.get((title_part, issuer), {})
        if "" in twins:
            return Sameness.TITLE, twins[""]
        if twins and not key:
            return Sameness.TITLE, next(iter(twins.values()))
        return None

    def add(self, title: str, number: str, issuer: str, label: str) -> None:
        """Know one more document."""
        title_part, key = _keys(title, number)
        if key:
            self.by_number.setdefault(key, label)
        self.by_title.setdefault((title_part, issuer), {}).setdefault(key, label)


# A row is asked about and then added: its keys are made once.
@lru_cache(maxsize=256)
def _keys(title: str, number: str) -> tuple[str, str]:
    return title_key(title), normalise(number)
