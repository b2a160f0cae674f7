"""Make a package of documents of our register for another office."""

from collections.abc import Iterable
from uuid import uuid4

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from models.acts.performing import Order
from models.acts.send_package import PackageItem, send_package
from models.domain.exchange import OfficeCard
from models.domain.exchange_records import (
    SCHEMA_VERSION,
    PackageContent,
    PackageHead,
    PackageKind,
)
from models.queries.office import office
from models.queries.sent_filings import FilingToSend
from models.register import Register
from review.exchange.own_key import public_key_of
from review.exchange.writing import write_package


def new_head(
    kind: PackageKind,
    order: Order,
    key: Ed25519PrivateKey,
    recipient: OfficeCard,
    answers_package_id: str = "",
) -> PackageHead:
    """Return the head of a package made now by our office."""
    return PackageHead(
        package_id=uuid4().hex,
        kind=kind,
        created_at=order.at,
        sender=OfficeCard(office().office_name, public_key_of(key)),
        recipient=recipient,
        answers_package_id=answers_package_id,
    )


def send_filings(
    book: Register,
    order: Order,
    head: PackageHead,
    filings: Iterable[tuple[int, FilingToSend]],
    key: Ed25519PrivateKey,
    password: str = "",
) -> bytes:
    """Record a package of documents (id and what is sent of it) and return its bytes.

    Raises:
        StoredFileMissingError, StoredFileDamagedError: a file of a document cannot be sent.
        AppError: the act refuses.
    """
    chosen = tuple(filings)
    parts = [part for _, one in chosen for part in one.parts]
    files = {
        part.file.path: (book.letters if part.is_letter else book.files).read(part.file.sha256)
        for part in parts
    }
    content = PackageContent(SCHEMA_VERSION, head, filings=tuple(one.filing for _, one in chosen))
    package = write_package(content, files, key, password)
    items = tuple(
        PackageItem(
            document_uid=one.filing.document.uid,
            content=msgspec.json.encode(one.filing).decode(),
            document_id=document_id,
        )
        for document_id, one in chosen
    )
    send_package(order, head, items)
    return package
