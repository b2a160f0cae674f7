"""The log of the letters that left the office in a year (发文登记簿), to print or to keep."""

from datetime import date

from models.queries.letters import DeliveryRow
from models.queries.office import office
from models.queries.outgoing_log import OutgoingRow as LoggedLetter
from models.queries.outgoing_log import outgoing_log
from resources.terms import name_of
from review.letters.drafting.words import day_text, on_lines, phrase, titled
from review.letters.kinds.registration import OutgoingLog, OutgoingRow


def draft_outgoing_log(year: int, day: date) -> OutgoingLog:
    """Return the log of a year, the withdrawn letters with it."""
    return OutgoingLog(
        office_name=office().office_name,
        letter_date=day,
        year=year,
        rows=tuple(_row(one) for one in outgoing_log(year)),
    )


def _row(one: LoggedLetter) -> OutgoingRow:
    return OutgoingRow(
        letter_number=one.letter_number,
        issued_date=one.letter_date,
        kind_name=name_of(one.kind),
        about=about(one),
        addressee=one.addressee,
        copies=one.copies,
        issued_by=one.issued_by,
        delivery=on_lines(part for way in one.deliveries for part in delivery_lines(way)),
        is_withdrawn=bool(one.withdrawn_reason),
        remark=remark_of(one),
    )


def about(one: LoggedLetter) -> str:
    """Return what a letter is about: its document between book marks, else its own title."""
    return titled(one.title) if one.title else one.heading


def delivery_lines(delivery: DeliveryRow) -> tuple[str, ...]:
    """Return when, how and to whom a letter was delivered, a line each."""
    signed = phrase("signed_by", person=delivery.received_by) if delivery.received_by else ""
    return (day_text(delivery.delivered_date), name_of(delivery.delivery_way), signed)


def remark_of(one: LoggedLetter) -> str:
    """Return why it was withdrawn, or which letter it stands for."""
    if one.withdrawn_reason:
        return phrase("withdrawn", reason=one.withdrawn_reason)
    if one.replaces_number:
        return phrase("stands_for", number=one.replaces_number)
    return ""
