"""Offices that exchange packages without a network: who they are, and how a person tells."""

import hashlib
import re
from dataclasses import dataclass

_GROUPS = 8
_GROUP_BYTES = 5
_GROUP_DIGITS = 5


@dataclass(frozen=True)
class OfficeCard:
    """An office and its public key (公钥): 64 hex digits of Ed25519."""

    office_name: str
    public_key: str


def fingerprint_of(public_key: str) -> str:
    """Return the fingerprint (指纹) of a public key: eight groups of five digits.

    Digits, because two people read them to each other on the telephone or from paper; 40 of them
    leave no room to make a second key with the same fingerprint.
    """
    digest = hashlib.sha512(bytes.fromhex(public_key)).digest()
    parts = (
        digest[at : at + _GROUP_BYTES] for at in range(0, _GROUPS * _GROUP_BYTES, _GROUP_BYTES)
    )
    numbers = (int.from_bytes(part, "big") % 10**_GROUP_DIGITS for part in parts)
    return " ".join(f"{number:0{_GROUP_DIGITS}}" for number in numbers)


def is_fingerprint(text: str, public_key: str) -> bool:
    """Tell whether digits a person typed, however grouped, are the fingerprint of the key."""
    return re.sub(r"\D", "", text) == fingerprint_of(public_key).replace(" ", "")
