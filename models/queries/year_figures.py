"""The figures of a year, counted from the register of today."""

from collections.abc import Iterable
from datetime import date

from peewee import fn

from models.domain.rates import CountedRecord, RecordRef, Refs
from models.domain.records import Origin
from models.domain.year_figures import YearFigures, figures_of_year, stock_of
from models.domain.yearly_counts import CountedRows, Period, Reckoning
from models.queries.tuples import tuples_of
from models.queries.yearly_counts import counted_rows, days_in_force
from models.rate_definitions import illegal_classes
from models.tables.documents import Document
from models.tables.filings import Filing


def year_figures(year: int, day: date) -> YearFigures:
    """Return the figures of a year as they stand on a day.

    Corrections and answers that came after the year count until that day; a year that is not over
    is counted until then.
    """
    return _figures(counted_rows(day), year, day)


def figures_with_last_year(year: int, day: date) -> tuple[YearFigures, YearFigures]:
    """Return the figures of a year and of the one before, the records read once."""
    this, last = figures_of_years((year, year - 1), day)
    return this, last


def figures_of_years(years: Iterable[int], day: date) -> tuple[YearFigures, ...]:
    """Return the figures of several years, the records read once."""
    rows = counted_rows(day)
    return tuple(_figures(rows, year, day) for year in years)


def first_year(day: date) -> int:
    """Return the year of the first publication or filing; without any, that of the day."""
    queries = (
        Document.select(fn.MIN(Document.published_date)),
        Filing.select(fn.MIN(Filing.received_date)),
    )
    days: list[date] = [day]
    days += [one for query in queries for (one,) in tuples_of(query) if one is not None]
    return min(days).year


def _figures(rows: CountedRows, year: int, day: date) -> YearFigures:
    whole = Period.of_year(year)
    period = Period(whole.first_day, max(whole.first_day, min(whole.last_day, day)))
    how = Reckoning(whole, day, illegal_classes())
    stock = stock_of(days_in_force(period), _published_in(period), period)
    return figures_of_year(rows, stock, year, how)


def _published_in(period: Period) -> Refs:
    query = (
        Document.select(Document.id)
        .where(
            Document.origin.in_([Origin.OWN.value, Origin.HISTORIC.value]),
            Document.published_date.between(period.first_day, period.last_day),
        )
        .order_by(Document.id)
    )
    return tuple(RecordRef(CountedRecord.DOCUMENT, row[0]) for row in tuples_of(query))
