"""The small file by which an office makes itself known to another: name and public key, signed."""

from pathlib import Path

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from models.domain.exchange import OfficeCard
from review.exchange.errors import CardUnreadableError
from review.exchange.own_key import public_key_of

CARD_SUFFIX = ".ndkey"
_FORMAT = "normdesk-office-card"
_LARGEST = 16 * 1024


class _CardFile(msgspec.Struct, forbid_unknown_fields=True):
    """What stands in the file."""

    format: str
    office_name: str
    public_key: str
    signature: str


def write_card(office_name: str, key: Ed25519PrivateKey) -> bytes:
    """Return the content of the office's card, signed with the key it names."""
    card = OfficeCard(office_name, public_key_of(key))
    signature = key.sign(_signed(card)).hex()
    content = _CardFile(_FORMAT, card.office_name, card.public_key, signature)
    return msgspec.json.format(msgspec.json.encode(content), indent=2) + b"\n"


def read_card(file: Path) -> OfficeCard:
    """Read the card of an office.

    Raises:
        CardUnreadableError: the file is none, or name or key were altered after it was signed.
    """
    try:
        with file.open("rb") as stream:
            content = stream.read(_LARGEST + 1)
        found = msgspec.json.decode(content, type=_CardFile)
        card = OfficeCard(found.office_name.strip(), found.public_key.lower())
        public = Ed25519PublicKey.from_public_bytes(bytes.fromhex(card.public_key))
        public.verify(bytes.fromhex(found.signature), _signed(card))
    except (OSError, ValueError, msgspec.DecodeError, InvalidSignature) as error:
        raise CardUnreadableError(file_name=file.name) from error
    if found.format != _FORMAT or len(content) > _LARGEST or not card.office_name:
        raise CardUnreadableError(file_name=file.name)
    return card


def _signed(card: OfficeCard) -> bytes:
    return f"{_FORMAT}\n{card.public_key}\n{card.office_name}\n".encode()
