"""Two offices with registers of their own: a town that files, and the county bureau."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from models.acts.found_register import Founding
from models.acts.register_document import register_historic_document
from models.acts.trusted_senders import trust_sender
from models.domain.exchange import OfficeCard, fingerprint_of
from models.domain.exchange_records import PackageKind
from models.domain.records import FileEntry, MaterialEntry
from models.domain.validity import ValidityTerm, ValidityTermKind
from models.queries.bodies import body_named
from models.queries.sent_filings import filing_to_send
from models.register import Register, create_register, open_register
from models.settings import OfficeKind
from review.exchange.own_key import own_key, public_key_of
from review.exchange.sending import new_head, send_filings
from tests.models.office import (
    ADMINISTRATOR,
    CLERK,
    FOUNDING,
    GOVERNMENT,
    HEAD,
    MATERIALS,
    NOON,
    OFFICE,
    TOWN,
    add_body,
    filed_document,
    order,
    staff_the_office,
)

SAMPLE = Path(__file__).parents[3] / "resources" / "samples" / "07-township-housing-rules.docx"
REPORT = "柳政备字〔2026〕3号"


@dataclass(frozen=True)
class Place:
    """An office: the folder of its register and the card others know it by."""

    folder: Path
    card: OfficeCard

    @property
    def key(self) -> Ed25519PrivateKey:
        """Its private key."""
        return own_key(self.folder)

    @contextmanager
    def register(self) -> Iterator[Register]:
        """Open its register, as only one at a time is open."""
        opened = open_register(self.folder)
        try:
            yield opened
        finally:
            opened.close()


def found_place(folder: Path, name: str) -> Place:
    """Found a register with its staff and the bodies of the county."""
    office = replace(OFFICE, office_name=name, office_kind=OfficeKind.JUSTICE_BUREAU)
    opened = create_register(folder, Founding(office, ADMINISTRATOR, FOUNDING.administrator_name))
    staff_the_office()
    add_body(GOVERNMENT)
    add_body(TOWN)
    opened.close()
    return Place(folder, OfficeCard(name, public_key_of(own_key(folder))))


def let_trust(one: Place, other: Place) -> None:
    """Let the head of one office trust another."""
    with one.register():
        trust_sender(order(HEAD), other.card, fingerprint_of(other.card.public_key))


def enter_rules(town: Place) -> int:
    """Enter the town's rules on housing with their Word file; return the document's id."""
    with town.register() as book:
        stored = book.files.put_file(SAMPLE)
        body = body_named("柳渡镇人民政府")
        assert body is not None
        entry = replace(
            filed_document(body.id),
            validity_term=ValidityTerm(ValidityTermKind.YEARS, 5),
            files=(FileEntry(stored.sha256, stored.size, stored.original_name, text="第一条"),),
        )
        return register_historic_document(order(), entry)


@dataclass(frozen=True)
class Stick:
    """A folder that a town and a county both reach, as a USB stick is."""

    folder: Path
    town: Place
    county: Place

    def carry(self, name: str, content: bytes) -> Path:
        """Put a package onto the stick and return its file."""
        file = self.folder / f"{name}.ndpkg"
        file.write_bytes(content)
        return file

    def file_up(
        self,
        document_id: int,
        at: datetime = NOON,
        materials: tuple[MaterialEntry, ...] = MATERIALS,
        password: str = "",
    ) -> Path:
        """Let the town pack a document for the county."""
        key = self.town.key
        with self.town.register() as book:
            asked = order(CLERK, at)
            head = new_head(PackageKind.FILING_PACKAGE, asked, key, self.county.card)
            filing = filing_to_send(document_id, REPORT, materials)
            package = send_filings(book, asked, head, [(document_id, filing)], key, password)
        return self.carry(head.package_id, package)
