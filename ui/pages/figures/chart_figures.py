"""The charts of a year: filings by month, rates by year and by unit, problems, conclusions."""

from collections.abc import Sequence

from models.domain.rates import Rate, RateKind
from models.domain.terms import FindingClass
from models.domain.year_figures import YearFigures
from resources.terms import name_of
from ui.parts.charts.figures import Figures, Series
from ui.widgets.tokens import Tone

_UNIT, _PERCENT = "件", "%"
_MOST_BODIES = 10
_HUNDRED = 100


def charts_of(years: Sequence[YearFigures]) -> tuple[Figures, ...]:
    """Return the charts of the first of the years; the others are those before it."""
    this, last = years[0], years[1]
    return (
        _months(this, last),
        _rates_by_year(years),
        _rates_by_body(this),
        _problems(this),
    )


def _months(this: YearFigures, last: YearFigures) -> Figures:
    names = tuple(str(month) for month in range(1, len(this.by_month) + 1))
    return Figures(
        "各月收件",
        "月份",
        _UNIT,
        names,
        (
            Series(f"{last.year}年", tuple(map(len, last.by_month)), (Tone.GONE,)),
            Series(f"{this.year}年", tuple(map(len, this.by_month))),
        ),
    )


def _rates_by_year(years: Sequence[YearFigures]) -> Figures:
    """Return filing and timely rate of each year; a year in which nothing was made has none."""
    shown = [one for one in reversed(years) if one.rate(RateKind.FILING_RATE).base]
    return _rates(
        "各年的比率",
        "年份",
        tuple(str(one.year) for one in shown),
        [(one.rate(RateKind.FILING_RATE), one.rate(RateKind.TIMELY_RATE)) for one in shown],
    )


def _rates_by_body(this: YearFigures) -> Figures:
    """Return the bodies that made documents; of many, those with the lowest rates."""
    lines = [one for one in this.by_issuer if one.rate(RateKind.FILING_RATE).base]
    lines.sort(key=lambda line: [_whole_percent(rate) for rate in line.rates[:2]])
    lowest = lines[:_MOST_BODIES]
    title = "各制定机关的比率"
    if len(lines) > len(lowest):
        title = f"比率最低的{len(lowest)}个制定机关"
    return _rates(
        title,
        "制定机关",
        tuple(line.name for line in lowest),
        [(one.rate(RateKind.FILING_RATE), one.rate(RateKind.TIMELY_RATE)) for one in lowest],
    )


def _problems(this: YearFigures) -> Figures:
    return Figures(
        "审查发现的问题",
        "问题类别",
        _UNIT,
        tuple(name_of(one) for one in FindingClass),
        (Series("件数", tuple(len(this.problems[one]) for one in FindingClass), (Tone.WAIT,)),),
    )


def _rates(
    title: str, category: str, names: tuple[str, ...], pairs: Sequence[tuple[Rate, Rate]]
) -> Figures:
    return Figures(
        title,
        category,
        _PERCENT,
        names,
        (
            Series(name_of(RateKind.FILING_RATE), tuple(_whole_percent(one) for one, _ in pairs)),
            Series(
                name_of(RateKind.TIMELY_RATE),
                tuple(_whole_percent(one) for _, one in pairs),
                (Tone.OK,),
            ),
        ),
        has_sums=False,
    )


def _whole_percent(rate: Rate) -> int:
    """Return the share in whole percents, rounded half up; a bar of nothing has no height."""
    return 0 if rate.share is None else int(rate.share * _HUNDRED * 2 + 1) // 2
