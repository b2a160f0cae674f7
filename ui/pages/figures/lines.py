"""The figures of a year as lines of tables: each knows what it counts."""

from collections.abc import Iterable
from dataclasses import dataclass

from models.domain.rates import Rate, RateKind, Refs, change_of
from models.domain.year_figures import RateLine, YearFigures
from models.rate_definitions import definition_of
from resources.terms import name_of
from review.letters.drafting.figure_words import class_name, count_rows, month_name

Targets = dict[RateKind, int]


@dataclass(frozen=True)
class Counting:
    """What stands behind a number.

    Attributes:
        words: The number in words.
        counted: The records it counts; of a rate those of the numerator.
        missing: The rest of a rate's denominator; None of a plain number.
        meaning: Of a rate, numerator and denominator in words, with the source.
    """

    words: str
    counted: Refs
    missing: Refs | None = None
    meaning: str = ""


@dataclass(frozen=True)
class RateRow:
    """A rate of one scope.

    Attributes:
        last: The same a year before; None where the scope had nothing then.
        target: What the rules ask for, in percent; None without.
    """

    number: int
    name: str
    rate: Rate
    last: Rate | None
    target: int | None = None

    @property
    def counting(self) -> Counting:
        """Return what it counts, and what is missing in the numerator."""
        counted = set(self.rate.counted)
        missing = tuple(one for one in self.rate.base if one not in counted)
        definition = definition_of(self.rate.kind)
        meaning = f"{definition.numerator} ÷ {definition.denominator}（{definition.source}）"
        return Counting(f"{self.name} {self.rate}", self.rate.counted, missing, meaning)


@dataclass(frozen=True)
class CountRow:
    """A number of records, beside that of the year before."""

    number: int
    name: str
    refs: Refs
    last_refs: Refs

    @property
    def change(self) -> str:
        """Return by how many percent it grew or fell."""
        return change_of(len(self.refs), len(self.last_refs))

    @property
    def counting(self) -> Counting:
        """Return what it counts."""
        return Counting(f"{self.name} {len(self.refs)}件", self.refs)


def rate_rows(this: YearFigures, last: YearFigures, targets: Targets) -> list[RateRow]:
    """Return the rates of all bodies together, then those of each recipient of own filings."""
    rows = [
        RateRow(0, name_of(rate.kind), rate, last.rate(rate.kind), targets.get(rate.kind))
        for rate in (*this.total, this.feedback, *this.own)
    ]
    before = {line.name: line for line in last.outgoing}
    for line in this.outgoing:
        rows += [
            RateRow(0, f"报{line.name}：{name_of(rate.kind)}", rate, _same(rate, before, line.name))
            for rate in line.rates
        ]
    return _numbered(rows)


def body_rows(this: YearFigures, last: YearFigures, kind: RateKind) -> list[RateRow]:
    """Return one rate by classes of bodies, then by bodies."""
    before = {line.name: line for line in _lines(last)}
    rows = [
        RateRow(0, line.name, line.rate(kind), _same(line.rate(kind), before, line.name))
        for line in _lines(this)
    ]
    return _numbered(rows)


def counts(this: YearFigures, last: YearFigures) -> list[CountRow]:
    """Return the numbers of the year beside those of the year before."""
    return [CountRow(place, *row) for place, row in enumerate(count_rows(this, last), start=1)]


def month_rows(this: YearFigures, last: YearFigures) -> list[CountRow]:
    """Return the filings received by month."""
    months = zip(this.by_month, last.by_month, strict=True)
    return [
        CountRow(month, month_name(month), of_this, of_last)
        for month, (of_this, of_last) in enumerate(months, start=1)
    ]


def _lines(figures: YearFigures) -> Iterable[RateLine]:
    for document_class, rates in figures.by_class.items():
        yield RateLine(class_name(document_class), rates)
    yield from figures.by_issuer


def _same(rate: Rate, lines: dict[str, RateLine], name: str) -> Rate | None:
    return lines[name].rate(rate.kind) if name in lines else None


def _numbered(rows: list[RateRow]) -> list[RateRow]:
    return [
        RateRow(place, row.name, row.rate, row.last, row.target)
        for place, row in enumerate(rows, start=1)
    ]
