"""The legal day: China keeps one time zone, wherever the clock of a PC is set."""

from datetime import UTC, date, datetime, timedelta, timezone

OFFICE_TIME = timezone(timedelta(hours=8), "CST")


def present_instant() -> datetime:
    """Return the present instant, aware, in UTC."""
    return datetime.now(UTC)


def legal_day(instant: datetime) -> date:
    """Return the day it is in China at an instant."""
    return instant.astimezone(OFFICE_TIME).date()
