"""The proof of an issued letter (核验码): what its QR code says and the short code beside it."""

from dataclasses import dataclass

from review.letters.check_code import printed
from review.letters.kinds.base import NumberedLetter
from review.letters.letter_kinds import kind_of
from review.letters.letter_model import CheckMark
from review.letters.proof_payload import payload_of


@dataclass(frozen=True, slots=True)
class Proof:
    """The mark a paper bears where its wording says 核验码, and the code the register keeps."""

    mark: CheckMark
    code: str


def proof_of(letter: NumberedLetter, data_hash: str, office_code: str) -> Proof:
    """Return the proof of a letter that has its number and date.

    Args:
        letter: The letter as it is issued.
        data_hash: The hash of kind and data that the register keeps.
        office_code: The office's own code in its letter numbers (发文机关代字).
    """
    payload = payload_of(
        kind_of(letter).kind_id,
        letter.letter_number,
        letter.letter_date,
        data_hash,
        office_code,
    )
    return Proof(CheckMark(payload.as_text(), printed(payload.code)), payload.code)
