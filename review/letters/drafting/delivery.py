"""The record that an issued letter was delivered (送达回证)."""

from datetime import date

from models.queries.letters import LetterPage, letter_page
from models.queries.office import office
from resources.terms import name_of
from review.letters.drafting.words import titled
from review.letters.kinds.filing_in import DeliveryRecord


def draft_delivery_record(letter_id: int, day: date) -> DeliveryRecord:
    """Return the delivery record of an issued letter; place and persons are written by hand.

    Raises:
        LetterMissingError: there is no such letter.
    """
    page = letter_page(letter_id)
    delivered = page.deliveries[-1] if page.deliveries else None
    return DeliveryRecord(
        office_name=office().office_name,
        letter_date=day,
        about=_about(page),
        delivered_letter=name_of(page.kind),
        delivered_number=page.letter_number,
        delivered_date=page.letter_date,
        copies=1,
        recipient=page.addressee,
        recipient_address="",
        delivery_way=name_of(delivered.delivery_way) if delivered else "",
        deliverer="",
        remark=delivered.remark if delivered else "",
    )


def _about(page: LetterPage) -> str:
    """Return the titles the letter is about, else its own heading."""
    return "、".join(titled(title) for title in page.documents.values()) or page.heading
