"""The cells of one row by field, its dates, and the problems found on the way."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from review.ledgers.columns import LedgerField
from review.ledgers.problems import Problem, ProblemKind
from review.ledgers.table import TableRow
from review.ledgers.understanding import Understanding, cell_of
from review.ledgers.values import (
    Read,
    Value,
    is_blank,
    read_day,
    split_date_and_number,
    written_number,
)

Days = Mapping[LedgerField, date | None]

DATES = (
    LedgerField.DELIBERATED_DATE,
    LedgerField.SIGNED_DATE,
    LedgerField.ADOPTED_DATE,
    LedgerField.PUBLISHED_DATE,
    LedgerField.EFFECTIVE_DATE,
    LedgerField.ENDED_DATE,
)
_OF_THE_PAST = DATES[:4]
_ORDER = (
    (LedgerField.ADOPTED_DATE, LedgerField.PUBLISHED_DATE),
    (LedgerField.PUBLISHED_DATE, LedgerField.ENDED_DATE),
)
# What is signed around New Year may bear the number of either year.
_TURN_OF_YEAR = (1, 12)
_JOINT = "；"


@dataclass
class RowCells:
    """The cells of a row by field, and the problems found so far."""

    cells: Mapping[LedgerField, str]
    problems: list[Problem] = field(default_factory=list)

    def raw(self, wanted: LedgerField) -> str:
        """Return a cell as it is."""
        return self.cells.get(wanted, "")

    def text(self, wanted: LedgerField) -> str:
        """Return a cell on one line."""
        return " ".join(self.raw(wanted).split())

    def take(self, read: Read[Value]) -> Value | None:
        """Return what was read and note what was wrong with it."""
        if read.problem is not None:
            self.problems.append(read.problem)
        return read.value

    def note(
        self, kind: ProblemKind, wanted: LedgerField | None = None, raw: str = "", fact: str = ""
    ) -> None:
        """Note a problem."""
        self.problems.append(Problem(kind, wanted, raw, fact))


def cells_of(row: TableRow, understanding: Understanding) -> RowCells:
    """Return the cells of a row by field; a cell with date and number counts for both."""
    cells: dict[LedgerField, str] = {}
    for place, wanted in understanding.columns.items():
        cell = cell_of(row, place)
        if cell and not is_blank(cell):
            cells[wanted] = _JOINT.join(filter(None, (cells.get(wanted, ""), cell)))
    both = cells.get(LedgerField.DATE_AND_NUMBER, "")
    if both:
        day, number = split_date_and_number(both)
        cells.setdefault(LedgerField.ADOPTED_DATE, day)
        cells.setdefault(LedgerField.DOCUMENT_NUMBER, number)
    return RowCells(cells)


def days_of(cells: RowCells, understanding: Understanding, number: str, today: date) -> Days:
    """Read the dates of a row and note what cannot be true about them."""
    days = {one: cells.take(read_day(cells.raw(one), one)) for one in DATES}
    if understanding.effective_field and days[LedgerField.EFFECTIVE_DATE] is None:
        days[LedgerField.EFFECTIVE_DATE] = days.get(understanding.effective_field)
    for one in _OF_THE_PAST:
        day = days[one]
        if day is not None and day > today:
            cells.note(ProblemKind.DATE_IN_FUTURE, one, cells.raw(one))
    for earlier, later in _ORDER:
        first, second = days[earlier], days[later]
        if first is not None and second is not None and second < first:
            cells.note(ProblemKind.DATES_IN_DISORDER, later, cells.raw(later), first.isoformat())
    _compare_years(cells, days, number)
    return days


def _compare_years(cells: RowCells, days: Days, number: str) -> None:
    adopted = days[LedgerField.ADOPTED_DATE]
    found = written_number(number) if number and adopted else None
    if found is None or adopted is None or found.number.year is None:
        return
    apart = abs(found.number.year - adopted.year)
    if apart > 1 or (apart and adopted.month not in _TURN_OF_YEAR):
        wanted = LedgerField.ADOPTED_DATE
        cells.note(ProblemKind.NUMBER_YEAR_DIFFERS, wanted, cells.raw(wanted))
