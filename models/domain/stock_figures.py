"""How old a stock of documents is, and when it expires: figures for charts and reports."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from models.domain.quarters import Quarter

# Where the bands of age begin, in completed years: fine while documents are young, since their
# terms end after two, three or five years.
_BAND_STARTS = (0, 1, 2, 3, 5, 10)


@dataclass(frozen=True, slots=True)
class AgeBand:
    """How many documents have completed at least ``from_years`` and not yet ``to_years``.

    Attributes:
        to_years: None for the last band, which is open.
    """

    from_years: int
    to_years: int | None
    count: int


@dataclass(frozen=True, slots=True)
class QuarterCount:
    """How many documents expire in a quarter."""

    quarter: Quarter
    count: int


def ages(issued: Iterable[date], day: date) -> tuple[AgeBand, ...]:
    """Return how many of the documents issued on these days are how old on a day.

    One issued later than the day counts as new.
    """
    ends = (*_BAND_STARTS[1:], None)
    years = [completed_years(one, day) for one in issued]
    return tuple(
        AgeBand(start, end, sum(start <= one and (end is None or one < end) for one in years))
        for start, end in zip(_BAND_STARTS, ends, strict=True)
    )


def expiries(last_days: Iterable[date], day: date, quarters: int) -> tuple[QuarterCount, ...]:
    """Return how many documents expire in each quarter, from the one of a day on.

    Args:
        last_days: The last days on which the documents are in force.
        day: What has expired before it is left out.
        quarters: How many quarters are counted.
    """
    counts = Counter(Quarter.of(one) for one in last_days if one >= day)
    found, quarter = [], Quarter.of(day)
    for _ in range(quarters):
        found.append(QuarterCount(quarter, counts[quarter]))
        quarter = quarter.following
    return tuple(found)


def completed_years(start: date, day: date) -> int:
    """Return the whole years from a start to a day; a start on 29 February completes on 1 March."""
    is_before_the_day = (day.month, day.day) < (start.month, start.day)
    return max(0, day.year - start.year - is_before_the_day)
