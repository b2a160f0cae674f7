"""What an omission check has found, in figures that reconcile and in lists of lines."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import islice

from models.domain.omissions import (
    NumberGap,
    RowDecision,
    RowStanding,
    number_gaps,
    without_registered,
)
from models.queries.omissions import (
    OmissionCheckRow,
    OmissionFilter,
    OmissionListRow,
    numbers_used,
    omission_check,
    omission_row_ids,
    omission_rows,
    registered_documents,
)
from review.omissions.issue_list import number_parts

_ROWS_AT_ONCE = 5_000


class ReportPart(StrEnum):
    """The list of the report a line stands in; each line stands in exactly one."""

    UNREGISTERED = "unregistered"  # 未登记, 疑似规范性文件
    DISAGREES = "disagrees"  # 文号标题不符
    REGISTERED = "registered"  # 已登记
    NOT_NORMATIVE = "not_normative"  # 不属于规范性文件
    SETTLED = "settled"  # 已报其他机关, 清单有误
    REPEATED = "repeated"  # 清单内重复


@dataclass(frozen=True)
class Share:
    """The figures of one issuing body or one year, by part of the report."""

    name: str
    counts: dict[ReportPart, int]

    @property
    def total(self) -> int:
        """Return how many lines there are."""
        return sum(self.counts.values())


@dataclass(frozen=True)
class OmissionReport:
    """The whole result of a check on one day, for the person who asked for it."""

    check: OmissionCheckRow
    office_name: str
    person: str
    day: date
    lists: dict[ReportPart, tuple[OmissionListRow, ...]]
    decisions: dict[RowDecision, int]
    by_body: tuple[Share, ...]
    by_year: tuple[Share, ...]
    gaps: tuple[NumberGap, ...]
    known_gaps: int

    @property
    def whole(self) -> Share:
        """Return the figures of the whole list."""
        return Share("", {part: len(rows) for part, rows in self.lists.items()})

    @property
    def registered(self) -> int:
        """Return how many lines are registered: the numerator of the rate."""
        return len(self.lists[ReportPart.REGISTERED])

    @property
    def to_be_registered(self) -> int:
        """Return how many lines are, or seem to be, normative documents: the denominator."""
        waiting = (ReportPart.REGISTERED, ReportPart.UNREGISTERED, ReportPart.DISAGREES)
        return sum(len(self.lists[part]) for part in waiting)


def part_of(row: OmissionListRow) -> ReportPart:
    """Return the list a line stands in: what a person decided goes before what seems so."""
    if row.standing in _FIXED:
        return _FIXED[row.standing]
    if row.decision in {RowDecision.FILED_ELSEWHERE, RowDecision.LIST_FAULT}:
        return ReportPart.SETTLED
    if row.decision is RowDecision.NOT_NORMATIVE:
        return ReportPart.NOT_NORMATIVE
    if row.decision is RowDecision.SHOULD_REGISTER:
        return ReportPart.UNREGISTERED
    return _UNDECIDED[row.standing]


_FIXED = {
    RowStanding.REGISTERED: ReportPart.REGISTERED,
    RowStanding.REPEATED: ReportPart.REPEATED,
}
_UNDECIDED = {
    RowStanding.SUSPECTED: ReportPart.UNREGISTERED,
    RowStanding.NEAR_TITLE: ReportPart.UNREGISTERED,
    RowStanding.DISAGREES: ReportPart.DISAGREES,
    RowStanding.CLEARLY_NOT: ReportPart.NOT_NORMATIVE,
}


def report_of(check_id: int, office_name: str, person: str, day: date) -> OmissionReport | None:
    """Return the result of a check as it stands, or None where there is no such check."""
    check = omission_check(check_id)
    if check is None:
        return None
    lists: dict[ReportPart, list[OmissionListRow]] = {part: [] for part in ReportPart}
    decisions: Counter[RowDecision] = Counter()
    rows = list(_all_rows(check_id))
    for row in rows:
        lists[part_of(row)].append(row)
        if row.decision is not None:
            decisions[row.decision] += 1
    gaps, known = gaps_of(check_id)
    return OmissionReport(
        check=check,
        office_name=office_name,
        person=person,
        day=day,
        lists={part: tuple(found) for part, found in lists.items()},
        decisions={decision: decisions[decision] for decision in RowDecision},
        by_body=_shares((row.issuing_body_name, part_of(row)) for row in rows),
        by_year=_shares((str(row.row_year or ""), part_of(row)) for row in rows),
        gaps=gaps,
        known_gaps=known,
    )


def gaps_of(check_id: int) -> tuple[tuple[NumberGap, ...], int]:
    """Return the numbers missing in a list and in the register, and how many the register has."""
    registered: dict[tuple[str, int], set[int]] = {}
    for document in registered_documents():
        number = number_parts(document.document_number)
        if number.year is not None and number.sequence is not None:
            key = (number.organ_code_text, number.year)
            registered.setdefault(key, set()).add(number.sequence)
    known = {key: frozenset(numbers) for key, numbers in registered.items()}
    return without_registered(number_gaps(numbers_used(check_id)), known)


def _all_rows(check_id: int) -> Iterable[OmissionListRow]:
    waiting = iter(omission_row_ids(OmissionFilter(check_id)))
    while part := list(islice(waiting, _ROWS_AT_ONCE)):
        yield from omission_rows(part)


def _shares(pairs: Iterable[tuple[str, ReportPart]]) -> tuple[Share, ...]:
    found: dict[str, Counter[ReportPart]] = {}
    for name, part in pairs:
        found.setdefault(name, Counter())[part] += 1
    shares: Sequence[Share] = [
        Share(name, {part: counts[part] for part in ReportPart}) for name, counts in found.items()
    ]
    return tuple(sorted(shares, key=lambda share: share.name))
