"""The laws that an office's file names, and the rows that cannot be taken as they are."""

from collections.abc import Container, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from models.domain.written_dates import read_written_date, says_nothing
from review.law_files.law_rows import LawRow, law_rows
from review.laws.catalogue import Identity, Law
from review.laws.catalogue_text import status_words


class LawRowFault(StrEnum):
    """Why a row of the file is left out."""

    NO_NAME = "no_name"
    UNREADABLE_DATE = "unreadable_date"
    UNKNOWN_STATUS = "unknown_status"
    TWICE = "twice"


@dataclass(frozen=True)
class FaultyRow:
    """A row that is left out: where it stands, why, and the words that cannot be taken."""

    sheet: str
    number: int
    fault: LawRowFault
    words: str


@dataclass(frozen=True)
class LawFile:
    """What was read of a file: the laws that can be taken, and the rows that cannot."""

    laws: tuple[Law, ...]
    faulty: tuple[FaultyRow, ...]


class _RowRefusedError(Exception):
    """A row cannot be taken."""

    def __init__(self, fault: LawRowFault, words: str) -> None:
        super().__init__(fault, words)
        self.fault, self.words = fault, words


def read_law_file(path: Path) -> LawFile:
    """Read a catalogue as an office has it: xlsx, xls, ods or csv.

    Raises:
        LawColumnsError: no table of the file has the headings of a catalogue.
        ReadingError: the file cannot be read.
    """
    laws: dict[Identity, Law] = {}
    faulty: list[FaultyRow] = []
    for row in law_rows(path):
        try:
            law = _law_of(row, laws)
        except _RowRefusedError as refusal:
            faulty.append(FaultyRow(row.sheet, row.number, refusal.fault, refusal.words))
        else:
            laws[law.identity] = law
    return LawFile(tuple(laws.values()), tuple(faulty))


def _law_of(row: LawRow, before: Container[Identity]) -> Law:
    name = "".join(row.cell("name").split())
    if not name:
        raise _RowRefusedError(LawRowFault.NO_NAME, "、".join(_filled(row)))
    status = status_words().get(row.cell("status"))
    if status is None:
        raise _RowRefusedError(LawRowFault.UNKNOWN_STATUS, row.cell("status"))
    law = Law(
        id=row.cell("id"),
        name=name,
        kind=row.cell("kind"),
        subkind=row.cell("subkind"),
        body=row.cell("body"),
        field=row.cell("field"),
        promulgated_date=_day(row.cell("promulgated_date")),
        effective_date=_day(row.cell("effective_date")),
        status=status,
        status_as_of=row.cell("status_as_of"),
        note=row.cell("note"),
    )
    if law.identity in before:
        raise _RowRefusedError(LawRowFault.TWICE, law.name)
    return law


def _day(words: str) -> date | None:
    if not words or says_nothing(words):
        return None
    written = read_written_date(words)
    if written is None or not written.is_clear:
        raise _RowRefusedError(LawRowFault.UNREADABLE_DATE, words)
    return written.day


def _filled(row: LawRow) -> Iterator[str]:
    return (words for words in map(str.strip, row.cells.values()) if words)
