"""Where a filing upward stands, in words: until when, and whether in time."""

from models.queries.outgoing_filings import OutgoingFilingRow
from ui.parts.due_list import days_left_words


def next_due_words(row: OutgoingFilingRow) -> str:
    """Return until when something has to be sent now; empty while nothing has."""
    if row.next_due_date is None or row.days_left is None:
        return ""
    estimated = "（预估）" if row.is_estimated else ""
    return f"{row.next_due_date.isoformat()}{estimated}，{days_left_words(row.days_left)}"


def timeliness_words(row: OutgoingFilingRow) -> str:
    """Return whether it was sent in time; late stays late. Empty while the day is not over."""
    if row.is_late:
        return f"迟报 {row.days_late} 天"
    return "按期" if row.submitted_date else ""
