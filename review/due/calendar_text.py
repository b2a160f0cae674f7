"""The due list as a calendar file that calendars of computers and telephones read (RFC 5545)."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta

from models.queries.due import DueRow
from resources.terms import sentence_in
from review.due.due_words import due_kind

_LINE_OCTETS = 75
_PRODUCT = "-//NormDesk//NormDesk//ZH"
_DAY = "%Y%m%d"
_INSTANT = "%Y%m%dT%H%M%SZ"


def calendar_file(rows: Iterable[DueRow], made_at: datetime, office: str) -> bytes:
    """Return the rows as all-day events, each with an alarm on the day before.

    Args:
        rows: What is due. A row written again later keeps its id, so that a calendar that reads
            the file twice changes the event instead of doubling it.
        made_at: The instant the file is made.
        office: The office's name; it stands in the ids, since registers count alike.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{_PRODUCT}",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{_text(sentence_in('DueWords', 'calendar', office=office))}",
    ]
    for row in rows:
        lines.extend(_event(row, made_at, office))
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode()


def _event(row: DueRow, made_at: datetime, office: str) -> Iterator[str]:
    facts = {"what": due_kind(row), "title": row.title, "unit": row.unit}
    summary = _text(sentence_in("DueWords", "event", **facts))
    record = row.review_id or row.filing_id or row.document_id
    place = "review" if row.review_id else "filing" if row.filing_id else "document"
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(f'{place}-{record}-{row.kind}-{row.expiry_date or 0}@{office}')}"
    yield f"DTSTAMP:{made_at.astimezone(UTC).strftime(_INSTANT)}"
    yield f"DTSTART;VALUE=DATE:{row.due_date.strftime(_DAY)}"
    yield f"DTEND;VALUE=DATE:{(row.due_date + timedelta(days=1)).strftime(_DAY)}"
    yield f"SUMMARY:{summary}"
    yield f"DESCRIPTION:{_text(_description(row))}"
    yield "TRANSP:TRANSPARENT"
    yield "BEGIN:VALARM"
    yield "ACTION:DISPLAY"
    yield f"DESCRIPTION:{summary}"
    yield "TRIGGER:-P1D"
    yield "END:VALARM"
    yield "END:VEVENT"


def _description(row: DueRow) -> str:
    numbers = (row.document_number, row.unified_number)
    return "\n".join(part for part in (*numbers, row.derivation) if part)


def _text(words: str) -> str:
    """Return a text value: backslash, comma, semicolon and line ends are escaped."""
    for sign in ("\\", ";", ","):
        words = words.replace(sign, f"\\{sign}")
    return "\\n".join(words.splitlines())


def _folded(line: str) -> str:
    """Return a line cut into pieces of 75 octets, no character cut in two."""
    pieces, piece, octets = [], "", 0
    for sign in line:
        width = len(sign.encode())
        if octets + width > _LINE_OCTETS:
            pieces.append(piece)
            # The blank that begins a continued line counts as well.
            piece, octets = "", 1
        piece, octets = piece + sign, octets + width
    return "\r\n ".join([*pieces, piece])
