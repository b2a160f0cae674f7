"""The offices whose packages are taken, and those that were."""

from dataclasses import dataclass
from datetime import date

from models.domain.clock import legal_day
from models.domain.exchange import fingerprint_of
from models.tables.exchange import TrustedSender
from models.tables.office import Person


@dataclass(frozen=True)
class TrustedSenderRow:
    """One office whose fingerprint was compared."""

    id: int
    office_name: str
    public_key: str
    fingerprint: str
    trusted_date: date
    trusted_by: str
    distrusted_reason: str

    @property
    def is_trusted(self) -> bool:
        """Whether its packages are taken today."""
        return not self.distrusted_reason


def trusted_sender_rows() -> list[TrustedSenderRow]:
    """Return all senders, the newest last."""
    rows = TrustedSender.select(TrustedSender, Person).join(
        Person, on=(TrustedSender.trusted_by == Person.id)
    )
    return [
        TrustedSenderRow(
            id=row.id,
            office_name=row.office_name,
            public_key=row.public_key,
            fingerprint=fingerprint_of(row.public_key),
            trusted_date=legal_day(row.trusted_at),
            trusted_by=row.trusted_by.name,
            distrusted_reason=row.distrusted_reason or "",
        )
        for row in rows.order_by(TrustedSender.id)
    ]


def partner_named(name: str) -> TrustedSenderRow | None:
    """Return the newest trusted office with this number or name."""
    wanted = name.strip()
    rows = [
        row
        for row in trusted_sender_rows()
        if row.is_trusted and wanted in {str(row.id), row.office_name}
    ]
    return rows[-1] if rows else None


def sender_with_key(public_key: str) -> TrustedSenderRow | None:
    """Return the newest record of the sender with a key, trusted or not."""
    rows = [row for row in trusted_sender_rows() if row.public_key == public_key]
    return rows[-1] if rows else None
