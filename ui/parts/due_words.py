"""How near a statutory date is, and whether a filing came in time: words and tone together."""

from datetime import date

from models.due_dates import Timeliness
from ui.widgets.tokens import Tone

_SOON_DAYS = 7


def due_status(due_date: date, today: date) -> tuple[str, Tone]:
    """Return how many days are left, or by how many the date was missed."""
    left = (due_date - today).days
    if left < 0:
        return f"已超 {-left} 天", Tone.LATE
    if left == 0:
        return "今天到期", Tone.WAIT
    return f"还有 {left} 天", Tone.WAIT if left <= _SOON_DAYS else Tone.PLAIN


def met_status(due_date: date, met_date: date) -> tuple[str, Tone]:
    """Return whether a statutory date was kept."""
    over = (met_date - due_date).days
    return (f"逾期 {over} 天", Tone.LATE) if over > 0 else ("按期", Tone.OK)


def timely_status(
    received_date: date, filing_due_date: date | None, days_used: int | None
) -> tuple[str, Tone]:
    """Return whether a filing came in time, and on which day after publication."""
    if filing_due_date is None or days_used is None:
        return "公布日期未填", Tone.GONE
    over = (received_date - filing_due_date).days
    return (f"逾期 {over} 天", Tone.LATE) if over > 0 else (f"按期，第 {days_used} 天", Tone.OK)


def timeliness_status(judged: Timeliness) -> tuple[str, Tone]:
    """Return whether a filing came in time, on which day after publication or how late."""
    if judged.is_timely:
        return f"按期，第 {judged.days_used} 天", Tone.OK
    return f"逾期 {judged.days_late} 天", Tone.LATE
