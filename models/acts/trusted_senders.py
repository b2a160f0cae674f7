"""An office's packages are trusted once its fingerprint was compared, until it is distrusted."""

from models.acts.exchange_refusals import (
    FingerprintDiffersError,
    SenderDistrustedError,
    SenderTrustedError,
)
from models.acts.lookup import fetch, require
from models.acts.performing import Deed, act
from models.domain.clock import legal_day
from models.domain.exchange import OfficeCard, is_fingerprint
from models.domain.roles import ActName
from models.tables.exchange import TrustedSender


@act(ActName.TRUST_SENDER)
def trust_sender(deed: Deed, card: OfficeCard, fingerprint: str) -> int:
    """Trust an office whose fingerprint was read from paper or told; return the sender's id.

    Raises:
        FieldEmptyError: the card names no office.
        FingerprintDiffersError: the digits are not those of the card's key.
        SenderTrustedError: the key is trusted already.
    """
    require(office_name=card.office_name)
    if not is_fingerprint(fingerprint, card.public_key):
        raise FingerprintDiffersError(office_name=card.office_name)
    there = TrustedSender.get_or_none(
        TrustedSender.public_key == card.public_key, TrustedSender.distrusted_at.is_null()
    )
    if there is not None:
        raise SenderTrustedError(
            office_name=there.office_name, trusted_date=legal_day(there.trusted_at)
        )
    sender_id = TrustedSender.insert(
        office_name=card.office_name,
        public_key=card.public_key,
        trusted_at=deed.at,
        trusted_by=deed.person_id,
    ).execute()
    deed.record("trusted_sender", sender_id, card=card)
    return int(sender_id)


@act(ActName.DISTRUST_SENDER)
def distrust_sender(deed: Deed, sender_id: int, reason: str) -> int:
    """Take no more packages of an office, for a reason; return the sender's id.

    Raises:
        FieldEmptyError: no reason is given.
        RecordMissingError: there is no such sender.
        SenderDistrustedError: it is not trusted any more.
    """
    require(reason=reason)
    sender = fetch(TrustedSender, sender_id)
    if sender.distrusted_at is not None:
        raise SenderDistrustedError(
            office_name=sender.office_name, distrusted_reason=sender.distrusted_reason
        )
    TrustedSender.update(
        distrusted_reason=reason.strip(), distrusted_at=deed.at, distrusted_by=deed.person_id
    ).where(TrustedSender.id == sender_id).execute()
    deed.record("trusted_sender", sender_id, office_name=sender.office_name, reason=reason.strip())
    return sender_id
