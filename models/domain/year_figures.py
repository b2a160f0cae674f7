"""The figures of a year as one whole: rates, counts, break-downs, and the sums that must agree."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from models.domain.lifecycle import FilingState
from models.domain.rates import Rate, RateKind, RecordRef, Refs
from models.domain.terms import DocumentClass, FindingClass, ReviewConclusion
from models.domain.yearly_counts import (
    CountedRows,
    Issuer,
    OutgoingCount,
    Period,
    Reckoning,
    feedback_rate,
    filings_in,
    late_of_last_year,
    outgoing_rates,
    own_rates,
    received_rates,
)

ONE_DAY = timedelta(days=1)
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class RateLine:
    """The rates of one body, one class of bodies or one recipient."""

    name: str
    rates: tuple[Rate, ...]

    def rate(self, kind: RateKind) -> Rate:
        """Return one of the rates."""
        return next(one for one in self.rates if one.kind is kind)


@dataclass(frozen=True, slots=True)
class DaysInForce:
    """On which days a document was in force.

    Attributes:
        stretches: First and last days.
        is_lapsed: Whether it ended by its term or was declared lapsed, not by repeal or revocation.
    """

    ref: RecordRef
    stretches: tuple[tuple[date, date], ...]
    is_lapsed: bool

    def includes(self, day: date) -> bool:
        """Tell whether it was in force on a day."""
        return any(first <= day <= last for first, last in self.stretches)

    def touches(self, period: Period) -> bool:
        """Tell whether it was in force on some day of a period."""
        return any(
            first <= period.last_day and last >= period.first_day for first, last in self.stretches
        )


@dataclass(frozen=True, slots=True)
class StockFigures:
    """Own documents in force before and after the period, and what lay between.

    Attributes:
        made: Published in the period (制发件数).
        before: In force on the day before it.
        entered: In force on some day of it, but not on the day before.
        repealed: Of both, what was no longer in force at its end, repealed or revoked.
        lapsed: The same, by the end of its term or declared lapsed.
        after: In force on its last day.
    """

    made: Refs
    before: Refs
    entered: Refs
    repealed: Refs
    lapsed: Refs
    after: Refs


@dataclass(frozen=True, slots=True)
class CheckSum:
    """A sum that must agree with what was counted by itself.

    Attributes:
        subject: Names it in the terms.
        rate: The rate whose parts are added; None of other sums.
    """

    subject: str
    whole: int
    parts: tuple[int, ...]
    rate: RateKind | None = None

    @property
    def is_right(self) -> bool:
        """Tell whether the parts make the whole."""
        return self.whole == sum(self.parts)


@dataclass(frozen=True, slots=True)
class YearFigures:
    """All figures of one year.

    Attributes:
        as_of: Corrections and answers count until this day.
        received: Filings received (收件), whatever became of them.
        by_month: The same by month; twelve.
        outcomes: The same by where they stand.
        conclusions: Reviews concluded in the period, by conclusion.
        problems: Reviews concluded in the period, by the class of problems found.
        total: Rates of all bodies together; ``by_class`` and ``by_issuer`` break them down.
        late: Made before the period, filed late within it.
    """

    year: int
    as_of: date
    received: Refs
    by_month: tuple[Refs, ...]
    outcomes: Mapping[FilingState, Refs]
    conclusions: Mapping[ReviewConclusion, Refs]
    problems: Mapping[FindingClass, Refs]
    total: tuple[Rate, ...]
    by_class: Mapping[DocumentClass | None, tuple[Rate, ...]]
    by_issuer: tuple[RateLine, ...]
    late: Refs
    feedback: Rate
    own: tuple[Rate, ...]
    outgoing: tuple[RateLine, ...]
    stock: StockFigures
    check_sums: tuple[CheckSum, ...]

    def rate(self, kind: RateKind) -> Rate:
        """Return a rate of all bodies together, of the own documents or of the suggestions."""
        return next(one for one in (*self.total, self.feedback, *self.own) if one.kind is kind)

    @property
    def concluded(self) -> Refs:
        """Return the reviews concluded in the period."""
        return self.rate(RateKind.DIRECT_CORRECTION_RATE).base

    @property
    def filers(self) -> tuple[tuple[str, int], ...]:
        """Return the bodies by how much of what they made this year they filed, most first."""
        counts = [(line.name, line.rate(RateKind.FILING_RATE).numerator) for line in self.by_issuer]
        return tuple(sorted((one for one in counts if one[1]), key=_most_first))


def figures_of_year(
    rows: CountedRows, stock: StockFigures, year: int, how: Reckoning
) -> YearFigures:
    """Return the figures of a year from all that the register counts."""
    filings = filings_in(rows, how.period)
    received = tuple(one.ref for one in filings)
    by_month = tuple(
        tuple(one.ref for one in filings if one.received_date.month == month)
        for month in range(1, _MONTHS + 1)
    )
    outcomes = {
        state: tuple(one.ref for one in filings if one.state is state) for state in FilingState
    }
    concluded = [one for one in rows.reviews if one.concluded_date in how.period]
    conclusions = {
        one: tuple(row.ref for row in concluded if row.conclusion is one)
        for one in ReviewConclusion
    }
    problems = {
        one: tuple(row.ref for row in concluded if one in row.classes) for one in FindingClass
    }
    total = received_rates(rows, how)
    by_issuer = _by_issuer(rows, how)
    return YearFigures(
        year=year,
        as_of=how.as_of,
        received=received,
        by_month=by_month,
        outcomes=outcomes,
        conclusions=conclusions,
        problems=problems,
        total=total,
        by_class=_by_class(rows, how),
        by_issuer=by_issuer,
        late=late_of_last_year(rows, how),
        feedback=feedback_rate(rows, how),
        own=own_rates(rows, how),
        outgoing=_by_recipient(rows.outgoing, how),
        stock=stock,
        check_sums=(
            CheckSum("months", len(received), tuple(map(len, by_month))),
            CheckSum("outcomes", len(received), tuple(map(len, outcomes.values()))),
            CheckSum("conclusions", len(concluded), tuple(map(len, conclusions.values()))),
            *_sums(total, by_issuer),
            CheckSum(
                "stock",
                len(stock.after) + len(stock.repealed) + len(stock.lapsed),
                (len(stock.before), len(stock.entered)),
            ),
        ),
    )


def stock_of(days: Iterable[DaysInForce], made: Refs, period: Period) -> StockFigures:
    """Return the stock before and after a period, and what lay between."""
    before, entered, after, gone = [], [], [], []
    for one in days:
        was_there, is_there = (
            one.includes(period.first_day - ONE_DAY),
            one.includes(period.last_day),
        )
        if was_there:
            before.append(one.ref)
        elif one.touches(period):
            entered.append(one.ref)
        else:
            continue
        if is_there:
            after.append(one.ref)
        else:
            gone.append(one)
    return StockFigures(
        made=made,
        before=tuple(before),
        entered=tuple(entered),
        repealed=tuple(one.ref for one in gone if not one.is_lapsed),
        lapsed=tuple(one.ref for one in gone if one.is_lapsed),
        after=tuple(after),
    )


def _by_issuer(rows: CountedRows, how: Reckoning) -> tuple[RateLine, ...]:
    lines = (
        RateLine(name, received_rates(of_it, how))
        for name, of_it in sorted(rows.grouped(_name).items())
    )
    return tuple(line for line in lines if any(rate.base for rate in line.rates))


def _by_class(rows: CountedRows, how: Reckoning) -> Mapping[DocumentClass | None, tuple[Rate, ...]]:
    found = rows.grouped(_class)
    rates = {one: received_rates(found[one], how) for one in (*DocumentClass, None) if one in found}
    return {one: of_it for one, of_it in rates.items() if any(rate.base for rate in of_it)}


def _by_recipient(filings: Iterable[OutgoingCount], how: Reckoning) -> tuple[RateLine, ...]:
    found: dict[str, list[OutgoingCount]] = {}
    for one in filings:
        found.setdefault(one.recipient_title, []).append(one)
    return tuple(RateLine(title, outgoing_rates(of_it, how)) for title, of_it in found.items())


def _name(issuer: Issuer) -> str:
    return issuer.name


def _class(issuer: Issuer) -> DocumentClass | None:
    return issuer.document_class


def _sums(figures: tuple[Rate, ...], by_issuer: tuple[RateLine, ...]) -> Iterable[CheckSum]:
    for rate in figures:
        of_bodies = [line.rate(rate.kind) for line in by_issuer]
        yield CheckSum(
            "numerators", rate.numerator, tuple(one.numerator for one in of_bodies), rate.kind
        )
        yield CheckSum(
            "denominators", rate.denominator, tuple(one.denominator for one in of_bodies), rate.kind
        )


def _most_first(entry: tuple[str, int]) -> tuple[int, str]:
    return -entry[1], entry[0]
