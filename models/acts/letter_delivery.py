"""The delivery of a letter is recorded (送达)."""

from models.acts.letter_refusals import fetch_standing
from models.acts.lookup import require, require_order, require_past
from models.acts.performing import Deed, act
from models.domain.deliveries import DeliveryEntry
from models.domain.roles import ActName
from models.tables.letters import LetterDelivery


@act(ActName.RECORD_DELIVERY)
def record_delivery(deed: Deed, letter_id: int, delivery: DeliveryEntry) -> int:
    """Record how an issued letter reached one of those it went to, and return the letter's id.

    A second record for the same recipient replaces the first; the trail keeps both.

    Raises:
        RecordMissingError: there is no such letter.
        LetterWithdrawnError: it was withdrawn.
        FieldEmptyError: no recipient.
        FutureDateError: the delivery lies in the future.
        DateOrderError: it lies before the date of the letter.
    """
    letter = fetch_standing(letter_id)
    require(recipient=delivery.recipient)
    require_past(deed, delivered_date=delivery.delivered_date)
    require_order("letter_date", letter.letter_date, "delivered_date", delivery.delivered_date)
    recipient = delivery.recipient.strip()
    LetterDelivery.delete().where(
        LetterDelivery.letter == letter_id, LetterDelivery.recipient == recipient
    ).execute()
    LetterDelivery.insert(
        letter=letter_id,
        recipient=recipient,
        delivered_date=delivery.delivered_date,
        delivery_way=delivery.delivery_way,
        received_by=delivery.received_by.strip(),
        remark=delivery.remark.strip(),
        recorded_at=deed.at,
        recorded_by=deed.person_id,
    ).execute()
    deed.record("letter", letter_id, letter_number=letter.letter_number, delivery=delivery)
    return letter_id
