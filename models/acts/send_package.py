"""A package leaves the office: what it said of which record is kept before its file is written."""

from dataclasses import dataclass

from models.acts.performing import Deed, act
from models.domain.exchange_records import PackageDirection, PackageHead
from models.domain.roles import ActName
from models.tables.exchange import ExchangeItem, ExchangePackage


@dataclass(frozen=True)
class PackageItem:
    """One document of a package as it was told (JSON), and our records it is about."""

    document_uid: str
    content: str
    document_id: int | None = None
    filing_id: int | None = None


@act(ActName.SEND_PACKAGE)
def send_package(deed: Deed, head: PackageHead, items: tuple[PackageItem, ...]) -> int:
    """Record a package that is about to be written, and return its id."""
    package_id = insert_package(deed, head, PackageDirection.SENT, items)
    documents = [item.document_id for item in items]
    deed.record("exchange_package", package_id, head=head, documents=documents)
    return package_id


def insert_package(
    deed: Deed, head: PackageHead, direction: PackageDirection, items: tuple[PackageItem, ...]
) -> int:
    """Keep a package with its items, inside an act, and return its id."""
    partner = head.recipient if direction is PackageDirection.SENT else head.sender
    package_id = int(
        ExchangePackage.insert(
            package_id=head.package_id,
            direction=direction,
            kind=head.kind,
            office_name=partner.office_name,
            public_key=partner.public_key,
            made_at=head.created_at,
            recorded_at=deed.at,
            recorded_by=deed.person_id,
            answers_package_id=head.answers_package_id,
        ).execute()
    )
    for item in items:
        ExchangeItem.insert(
            package=package_id,
            document=item.document_id,
            filing=item.filing_id,
            document_uid=item.document_uid,
            content=item.content,
        ).execute()
    return package_id
