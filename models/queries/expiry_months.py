"""How many documents of each unit end in each month: the ground of a heat map."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from peewee import SQL, fn

from models.domain.calendar import ONE_DAY, add_months
from models.domain.lifecycle import MakingState
from models.domain.records import Origin
from models.domain.terms import ValidityStatus
from models.queries.documents import with_status_on
from models.queries.tuples import tuples_of
from models.tables.documents import Document


@dataclass(frozen=True)
class UnitMonths:
    """How many documents of a unit end in each of the months, in their order."""

    unit: str
    counts: tuple[int, ...]


@dataclass(frozen=True)
class ExpiryMonths:
    """The months, each by its first day, and the units; the unit with most documents first."""

    months: tuple[date, ...]
    units: tuple[UnitMonths, ...]


def expiry_months(today: date, months: int) -> ExpiryMonths:
    """Count the documents in force whose terms end from today through so many months."""
    begin = today.replace(day=1)
    firsts = tuple(add_months(begin, place) for place in range(months))
    last = add_months(begin, months) - ONE_DAY
    unit = fn.COALESCE(fn.NULLIF(Document.drafting_unit, ""), Document.issuing_body_name)
    month = fn.SUBSTR(Document.expiry_date.cast("TEXT"), 1, 7)
    in_force = frozenset(one for one in ValidityStatus if one.is_in_force)
    # By place: PostgreSQL takes two expressions with parameters for different ones.
    query = (
        Document.select(unit, month, fn.COUNT(Document.id))
        .where(
            Document.origin.in_([Origin.OWN, Origin.HISTORIC]),
            Document.making_state != MakingState.NOT_REGISTERED,
            Document.expiry_date.between(today, last),
            with_status_on(today, in_force),
        )
        .group_by(SQL("1"), SQL("2"))
    )
    counted: dict[str, dict[str, int]] = defaultdict(dict)
    for name, label, count in tuples_of(query):
        counted[name][label] = count
    rows = (
        UnitMonths(name, tuple(of_unit.get(f"{one:%Y-%m}", 0) for one in firsts))
        for name, of_unit in counted.items()
    )
    return ExpiryMonths(firsts, tuple(sorted(rows, key=_most_first)))


def _most_first(row: UnitMonths) -> tuple[int, str]:
    return -sum(row.counts), row.unit
