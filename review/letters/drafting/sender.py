"""What every numbered letter of the office says of its sender."""

from datetime import date
from typing import TypedDict

from models.queries.office import office
from resources.terms import name_in


class SenderFields(TypedDict):
    """The fields that are the same whatever the letter."""

    letter_number: str
    contact_name: str
    contact_phone: str
    office_name: str
    letter_date: date


def sender_fields(day: date) -> SenderFields:
    """Return office, contact and day; the number is a placeholder until the letter is issued."""
    sender = office()
    return SenderFields(
        letter_number=name_in("Placeholder", "letter_number"),
        contact_name=sender.contact_name,
        contact_phone=sender.contact_phone,
        office_name=sender.office_name,
        letter_date=day,
    )
