"""The log of what left the office (发文登记): every letter in the order of its issue."""

from dataclasses import dataclass
from datetime import date

from peewee import JOIN

from models.domain.deliveries import DeliveryWay
from models.domain.lifecycle import LetterState
from models.domain.terms import LetterSeries
from models.queries.letters import DeliveryRow
from models.queries.tuples import tuples_of
from models.tables.documents import Document
from models.tables.letters import Letter, LetterDelivery
from models.tables.office import Person


@dataclass(frozen=True)
class OutgoingRow:
    """One letter that left: its number, what it is, where it went, and what became of it.

    Attributes:
        heading: The title printed on it; empty for letters issued before titles were kept.
        title: The title of the one document it is about; empty when that is none or several.
        withdrawn_reason: Why it was withdrawn; empty while it stands.
        replaces_number: Number of the withdrawn letter it stands for; empty when it stands for
            none.
    """

    id: int
    letter_number: str
    letter_date: date
    kind: LetterSeries
    heading: str
    title: str
    addressee: str
    copies: int
    issued_by: str
    state: LetterState
    withdrawn_reason: str
    replaces_number: str
    deliveries: tuple[DeliveryRow, ...] = ()


def outgoing_years() -> tuple[int, ...]:
    """Return the years in which letters were issued, the newest first."""
    days = {row[0].year for row in tuples_of(Letter.select(Letter.letter_date).distinct())}
    return tuple(sorted(days, reverse=True))


def outgoing_log(year: int) -> tuple[OutgoingRow, ...]:
    """Return the letters of a year in the order in which they were issued."""
    replaced = Letter.alias()
    query = (
        Letter.select(
            Letter.id,
            Letter.letter_number,
            Letter.letter_date,
            Letter.kind,
            Letter.heading,
            Document.title,
            Letter.addressee,
            Letter.copies,
            Person.name,
            Letter.state,
            Letter.withdrawn_reason,
            replaced.letter_number,
        )
        .join(Person, on=(Letter.issued_by == Person.id))
        .switch(Letter)
        .join(Document, JOIN.LEFT_OUTER)
        .switch(Letter)
        .join(replaced, JOIN.LEFT_OUTER, on=(Letter.replaces == replaced.id))
        .where(Letter.letter_date.between(date(year, 1, 1), date(year, 12, 31)))
        .order_by(Letter.letter_date, Letter.id)
    )
    deliveries = _deliveries(year)
    return tuple(
        OutgoingRow(
            id=row[0],
            letter_number=row[1],
            letter_date=row[2],
            kind=LetterSeries(row[3]),
            heading=row[4],
            title=row[5] or "",
            addressee=row[6],
            copies=row[7],
            issued_by=row[8],
            state=LetterState(row[9]),
            withdrawn_reason=row[10] or "",
            replaces_number=row[11] or "",
            deliveries=tuple(deliveries.get(row[0], ())),
        )
        for row in tuples_of(query)
    )


def _deliveries(year: int) -> dict[int, list[DeliveryRow]]:
    query = (
        LetterDelivery.select(
            LetterDelivery.letter,
            LetterDelivery.recipient,
            LetterDelivery.delivered_date,
            LetterDelivery.delivery_way,
            LetterDelivery.received_by,
            LetterDelivery.remark,
        )
        .join(Letter)
        .where(Letter.letter_date.between(date(year, 1, 1), date(year, 12, 31)))
        .order_by(LetterDelivery.delivered_date, LetterDelivery.id)
    )
    found: dict[int, list[DeliveryRow]] = {}
    for letter_id, recipient, day, way, *rest in tuples_of(query):
        row = DeliveryRow(recipient, day, DeliveryWay(way), *rest)
        found.setdefault(letter_id, []).append(row)
    return found
