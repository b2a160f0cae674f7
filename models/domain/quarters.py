"""Quarters of a year (季度)."""

from dataclasses import dataclass
from datetime import date, timedelta

_MONTHS = 3
_LAST = 4


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """A quarter: ``number`` is 1 to 4."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> "Quarter":
        """Return the quarter a day lies in."""
        return cls(day.year, (day.month - 1) // _MONTHS + 1)

    @property
    def first_day(self) -> date:
        """Return its first day."""
        return date(self.year, (self.number - 1) * _MONTHS + 1, 1)

    @property
    def last_day(self) -> date:
        """Return its last day."""
        return self.following.first_day - timedelta(days=1)

    @property
    def following(self) -> "Quarter":
        """Return the quarter after it."""
        if self.number == _LAST:
            return Quarter(self.year + 1, 1)
        return Quarter(self.year, self.number + 1)
