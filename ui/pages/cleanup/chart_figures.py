"""The figures of a cleanup's charts, counted from its documents."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from models.domain.cleanup import CleanupOutcome
from models.domain.stock_figures import AgeBand, ages, expiries
from models.domain.terms import ValidityStatus
from models.queries.cleanup_entries import EntryRow
from resources.terms import name_of
from ui.pages.cleanup.outcomes import TONES
from ui.parts.charts.figures import Figures, Series
from ui.widgets.tokens import Tone

_UNDECIDED = "未审核"
_QUARTERS = 8
_UNIT = "件"
_ENDED = frozenset({ValidityStatus.REPEALED, ValidityStatus.LAPSED})
_STAYING = frozenset({CleanupOutcome.KEEP, CleanupOutcome.AMEND})


def charts_of(rows: Sequence[EntryRow], day: date) -> tuple[Figures, ...]:
    """Return the charts of a cleanup, as of a day."""
    return (_classes(rows), _before_and_after(rows), _ages(rows, day), _expiries(rows, day))


def _classes(rows: Sequence[EntryRow]) -> Figures:
    counts = Counter(row.decision.outcome if row.decision else None for row in rows)
    names = tuple(name_of(one) for one in CleanupOutcome)
    values = tuple(counts[one] for one in CleanupOutcome)
    tones = tuple(TONES[one] for one in CleanupOutcome)
    if counts[None]:
        names, values = (*names, _UNDECIDED), (*values, counts[None])
        tones = (*tones, Tone.PLAIN)
    return Figures("各类件数", "审核意见", _UNIT, names, (Series("件数", values, tones),))


def _before_and_after(rows: Sequence[EntryRow]) -> Figures:
    """In force before, and after as far as it is decided; what is undecided stays."""
    before = Counter(row.unit_name for row in rows if row.status not in _ENDED)
    after = Counter(row.unit_name for row in rows if row.status not in _ENDED and _stays(row))
    units = tuple(sorted({row.unit_name for row in rows}))
    return Figures(
        "清理前后的有效文件",
        "实施单位",
        _UNIT,
        units,
        (
            Series("清理前", tuple(before[unit] for unit in units), (Tone.GONE,)),
            Series("清理后", tuple(after[unit] for unit in units)),
        ),
    )


def _stays(row: EntryRow) -> bool:
    return row.decision is None or row.decision.outcome in _STAYING


def _ages(rows: Sequence[EntryRow], day: date) -> Figures:
    bands = ages((row.issued_date for row in rows), day)
    names = tuple(_band_name(band) for band in bands)
    return Figures(
        "印发至今的年数", "年数", _UNIT, names, (Series("件数", tuple(one.count for one in bands)),)
    )


def _band_name(band: AgeBand) -> str:
    if band.to_years is None:
        return f"{band.from_years}年以上"
    if band.from_years == 0:
        return f"不满{band.to_years}年"
    return f"{band.from_years}至{band.to_years}年"


def _expiries(rows: Sequence[EntryRow], day: date) -> Figures:
    days = [row.expiry_date for row in rows if row.expiry_date and row.status not in _ENDED]
    counts = expiries(days, day, _QUARTERS)
    names = tuple(f"{one.quarter.year}年{one.quarter.number}季度" for one in counts)
    return Figures(
        "今后两年各季度到期",
        "季度",
        _UNIT,
        names,
        (Series("件数", tuple(one.count for one in counts)),),
    )
