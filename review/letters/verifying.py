"""A paper is verified against the register: by its code, its QR code, or the file itself (核验)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from hashlib import sha256
from pathlib import Path

from models.files import FileStore
from models.queries.letter_lookup import letter_with_number, letter_with_paper, letters_with_code
from models.queries.letters import LetterPage, letter_page
from review.letters.check_code import read_code
from review.letters.errors import CheckCodeError, MistypedCodeError
from review.letters.paper_comparison import PaperDifference, differences
from review.letters.proof_payload import is_payload, payload_of, read_payload
from review.reading.file_bytes import bytes_of
from review.reading.reader import read_file

_CODE = re.compile(r"(?<![0-9A-Z])[0-9A-HJKMNP-TV-Z]{5}[-—–][0-9A-HJKMNP-TV-Z]{5}(?![0-9A-Z])")
_NUMBER = re.compile(r"[\u4e00-\u9fff]{1,12}[〔\[［(（]\d{4}[〕\]］)）]\d{1,5}号")


class Verdict(Enum):
    """What is to be said of a paper."""

    IDENTICAL = "identical"
    """The file is the very one that was issued."""
    SAME_WORDS = "same_words"
    """Another file, which says the same words."""
    DIFFERENT = "different"
    """It says other words than the letter that was issued, or claims another number or day."""
    ON_RECORD = "on_record"
    """The code is known: the paper is to be compared with what the register shows."""
    UNKNOWN = "unknown"
    """The register has no such letter."""
    UNREADABLE = "unreadable"
    """The file holds no text, so only its code can be asked for."""


@dataclass(frozen=True)
class Verification:
    """What the register says of a paper.

    Attributes:
        letter: The letter it is, or claims to be; whether that was withdrawn stands in it.
        differences: Where a file says other words, at most as many as a person reads.
    """

    verdict: Verdict
    letter: LetterPage | None = None
    differences: tuple[PaperDifference, ...] = ()


def verify_text(text: str, office_code: str) -> Verification:
    """Verify what a person typed or a scanner read.

    Raises:
        CheckCodeError: it is no code at all.
        MistypedCodeError: a character of it is wrong.
        ScanDamagedError: it is a QR code of ours that is not whole, or was made up.
    """
    if is_payload(text):
        return _verify_payload(text, office_code)
    return _on_record(read_code(text))


def verify_file(path: Path, store: FileStore) -> Verification:
    """Verify the file of a paper: byte for byte, then word for word.

    Raises:
        ReadingError: the file cannot be read.
        StoredFileMissingError, StoredFileDamagedError: the store lost what was issued.
    """
    content = bytes_of(path)
    known = letter_with_paper(sha256(content).hexdigest())
    if known is not None:
        return Verification(Verdict.IDENTICAL, letter_page(known))
    text = read_file(path).text
    if not text.strip():
        return Verification(Verdict.UNREADABLE)
    claimed = _claimed_by(text)
    if claimed is None:
        return Verification(Verdict.UNKNOWN)
    letter = letter_page(claimed)
    paper_format = path.suffix.lower().lstrip(".")
    found = differences(_issued_text(letter, paper_format, store), text, letter.data)
    verdict = Verdict.DIFFERENT if found else Verdict.SAME_WORDS
    return Verification(verdict, letter, found)


def _verify_payload(text: str, office_code: str) -> Verification:
    payload = read_payload(text)
    for letter_id in letters_with_code(payload.code):
        letter = letter_page(letter_id)
        kept = payload_of(
            letter.kind, letter.letter_number, letter.letter_date, letter.data_hash, office_code
        )
        # The office's own code may have changed since; everything else must be as it was.
        if (kept.kind, kept.letter_number, kept.letter_date, kept.data_hash) == (
            payload.kind,
            payload.letter_number,
            payload.letter_date,
            payload.data_hash,
        ):
            return Verification(Verdict.ON_RECORD, letter)
    claimed = letter_with_number(payload.letter_number)
    if claimed is not None:
        return Verification(Verdict.DIFFERENT, letter_page(claimed))
    return Verification(Verdict.UNKNOWN)


def _on_record(code: str) -> Verification:
    for letter_id in letters_with_code(code):
        return Verification(Verdict.ON_RECORD, letter_page(letter_id))
    return Verification(Verdict.UNKNOWN)


def _claimed_by(text: str) -> int | None:
    """Return the letter whose code or number the text bears, the first that the register knows."""
    words = "".join(text.split())
    for code in _codes_in(text):
        for letter_id in letters_with_code(code):
            return letter_id
    known = (letter_with_number(number) for number in _numbers_in(words))
    return next((letter_id for letter_id in known if letter_id is not None), None)


def _codes_in(text: str) -> Iterator[str]:
    for match in _CODE.finditer(text.upper()):
        try:
            yield read_code(match[0])
        except (CheckCodeError, MistypedCodeError):
            continue


def _numbers_in(words: str) -> Iterator[str]:
    """Yield what may be a letter's number; the words before it may run into its code."""
    for match in _NUMBER.finditer(words):
        number = match[0]
        while number[0] not in "〔[［(（":
            yield number
            number = number[1:]


def _issued_text(letter: LetterPage, paper_format: str, store: FileStore) -> str:
    """Return the text of the paper as issued, of the same format where there is one."""
    kept = paper_format if paper_format in letter.papers else sorted(letter.papers)[-1]
    digest = letter.papers[kept]
    store.read(digest)
    return read_file(store.path_of(digest)).text
