"""How the due list is narrowed, and what each filter offers."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from models.domain.calendar import ONE_DAY, add_months
from models.domain.document_number import normalise
from models.domain.validity_ladder import DueWindow, LadderStep
from models.domain.validity_replies import ReplyChoice
from models.queries.due import DueRow
from resources.terms import name_in, name_of
from review.due.due_words import due_kind
from ui.parts.listing import Choices
from ui.widgets.filter_chips import Choice

NO_REPLY = "none"


@dataclass(frozen=True)
class DueNarrowing:
    """What the list is narrowed to; empty means no narrowing.

    ``month`` (``"2027-01"``) shows the documents whose term ends in it, and nothing else.
    """

    words: str = ""
    window: str = ""
    kind: str = ""
    unit: str = ""
    reply: str = ""
    month: str = ""

    def until(self, today: date) -> date:
        """Return until which day the list must be read."""
        if self.month:
            return add_months(date.fromisoformat(f"{self.month}-01"), 1) - ONE_DAY
        return near_end(today)

    def fits(self, row: DueRow, today: date) -> bool:
        """Tell whether a row is shown."""
        if self.month:
            is_its_end = row.kind == LadderStep.EXPIRY and f"{row.due_date:%Y-%m}" == self.month
            if not is_its_end:
                return False
        return (
            (not self.window or DueWindow(self.window).holds(row.due_date, today))
            and (not self.kind or row.kind == self.kind)
            and (not self.unit or row.unit == self.unit)
            and (not self.reply or self.reply == (row.reply or NO_REPLY))
            and self._has_words(row)
        )

    def _has_words(self, row: DueRow) -> bool:
        text = normalise(f"{row.title} {row.document_number} {row.unified_number}")
        return all(normalise(word) in text for word in self.words.split())


def near_end(today: date) -> date:
    """Return the last day of the widest window."""
    return max(window.last_day(today) for window in DueWindow)


def narrowing_of(words: str, values: Mapping[str, str]) -> DueNarrowing:
    """Return what words and chips ask for."""
    return DueNarrowing(words, **values)


def scope_words(narrowing: DueNarrowing, until: date) -> str:
    """Return what a list was narrowed to, as the words under its title."""
    parts = (
        f"{_month_name(narrowing.month)}届满" if narrowing.month else "",
        name_of(DueWindow(narrowing.window)) if narrowing.window else "",
        narrowing.unit,
        _kind_words(narrowing.kind) if narrowing.kind else "",
        f"单位意见：{_reply_words(narrowing.reply)}" if narrowing.reply else "",
        f"含有“{narrowing.words}”" if narrowing.words else "",
    )
    narrowed = "，".join(part for part in parts if part)
    return narrowed or f"已逾期和{until.year}年{until.month}月{until.day}日以前到期"


def choices_of(rows: Sequence[DueRow], months: Iterable[date], today: date) -> Choices:
    """Return what each filter offers, with how many rows it would show."""
    units = Counter(row.unit for row in rows)
    kinds = Counter(row.kind for row in rows)
    names = {row.kind: due_kind(row) for row in rows}
    replies = Counter(row.reply or NO_REPLY for row in rows if row.is_of_a_term)
    return {
        "window": [
            Choice(
                window.value,
                name_of(window),
                sum(window.holds(row.due_date, today) for row in rows),
            )
            for window in DueWindow
        ],
        "kind": [Choice(kind, names[kind], count) for kind, count in kinds.most_common()],
        "unit": [Choice(unit, unit, count) for unit, count in sorted(units.items())],
        "reply": [
            Choice(NO_REPLY, _reply_words(NO_REPLY), replies[NO_REPLY]),
            *(Choice(one.value, name_of(one), replies[one]) for one in ReplyChoice),
        ],
        "month": [Choice(f"{one:%Y-%m}", month_words(one)) for one in months],
    }


def month_words(month: date) -> str:
    """Return a month as people write it."""
    return f"{month.year}年{month.month}月"


def _kind_words(kind: str) -> str:
    is_step = kind in {one.value for one in LadderStep}
    return name_in("LadderStep" if is_step else "DeadlineKind", kind)


def _reply_words(reply: str) -> str:
    return "没有回复" if reply == NO_REPLY else name_of(ReplyChoice(reply))


def _month_name(month: str) -> str:
    return month_words(date.fromisoformat(f"{month}-01"))
