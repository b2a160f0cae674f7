"""What the QR code of a paper says: enough to know which letter it claims to be, in plain ASCII.

Capital letters, digits and hyphens only: the smallest QR code, and the same whatever input method
is on while a scanner types it.
"""

from base64 import b32decode, b32encode
from binascii import Error as Base32Error
from dataclasses import dataclass
from datetime import date, datetime

from review.letters.check_code import code_from
from review.letters.errors import ScanDamagedError

_VERSION = "ND1"
_HASH_DIGITS = 16
_PARTS = 7
_BASE32_BLOCK = 8


@dataclass(frozen=True, slots=True)
class ProofPayload:
    """What a paper claims to be.

    Attributes:
        kind: Id of its kind, capital letters without underscores.
        data_hash: The first 16 hexadecimal digits of the hash of its data.
        office_code: The office's own code in its letter numbers (发文机关代字).
    """

    kind: str
    letter_number: str
    letter_date: date
    data_hash: str
    office_code: str

    @property
    def code(self) -> str:
        """The short code of the paper: it follows from all the rest."""
        return code_from(
            "|".join(
                (
                    _VERSION,
                    self.kind,
                    self.letter_number,
                    self.letter_date.isoformat(),
                    self.data_hash,
                    self.office_code,
                )
            )
        )

    def as_text(self) -> str:
        """Return what the QR code holds."""
        return "-".join(
            (
                _VERSION,
                self.kind,
                _packed(self.letter_number),
                self.letter_date.strftime("%Y%m%d"),
                self.data_hash.upper(),
                _packed(self.office_code),
                self.code,
            )
        )


def payload_of(
    kind: str, letter_number: str, letter_date: date, data_hash: str, office_code: str
) -> ProofPayload:
    """Return the payload of an issued letter, from the hash of its data."""
    short = kind.replace("_", "").upper()
    return ProofPayload(short, letter_number, letter_date, data_hash[:_HASH_DIGITS], office_code)


def is_payload(text: str) -> bool:
    """Tell whether a text looks like the content of our QR codes rather than like a typed code."""
    return text.strip().upper().startswith(f"{_VERSION}-")


def read_payload(text: str) -> ProofPayload:
    """Read what a scanner typed.

    Raises:
        ScanDamagedError: it is not whole, or its parts do not fit together.
    """
    parts = text.strip().upper().split("-")
    if len(parts) != _PARTS or parts[0] != _VERSION:
        raise ScanDamagedError
    try:
        payload = ProofPayload(
            parts[1],
            _unpacked(parts[2]),
            datetime.strptime(parts[3], "%Y%m%d").date(),  # noqa: DTZ007 - a day has no zone
            parts[4].lower(),
            _unpacked(parts[5]),
        )
    except (ValueError, Base32Error) as wrong:
        raise ScanDamagedError from wrong
    if payload.as_text() != "-".join(parts):
        raise ScanDamagedError
    return payload


def _packed(text: str) -> str:
    return b32encode(text.encode()).decode().rstrip("=")


def _unpacked(text: str) -> str:
    padded = text + "=" * (-len(text) % _BASE32_BLOCK)
    return b32decode(padded).decode()
