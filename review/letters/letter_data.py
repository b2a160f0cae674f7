"""A letter as plain data: frozen when it is issued, rebuilt and hashed whenever it is asked for."""

import hashlib
import json
from collections.abc import Iterator, Mapping

import msgspec

from review.letters.errors import LetterDataError, LetterKindError
from review.letters.kinds.base import Letter, NumberedLetter
from review.letters.letter_kinds import LETTER_KINDS, kind_of


def letter_from_data(kind: str, data: Mapping[str, object]) -> Letter:
    """Rebuild a letter from its data; dates are ISO text.

    Raises:
        LetterKindError: there is no such kind.
        LetterDataError: a value is missing, of the wrong type, or unknown to the kind.
    """
    if kind not in LETTER_KINDS:
        raise LetterKindError(kind=kind)
    plain = msgspec.to_builtins(data)
    try:
        letter: Letter = msgspec.convert(plain, LETTER_KINDS[kind].letter_class)
    except msgspec.ValidationError as refusal:
        raise LetterDataError(kind=LETTER_KINDS[kind].name, field=_place(refusal)) from refusal
    for field in _unknown_fields(plain, data_of(letter)):
        raise LetterDataError(kind=LETTER_KINDS[kind].name, field=field)
    return letter


def numbered_from_data(kind: str, data: Mapping[str, object]) -> NumberedLetter:
    """Rebuild a letter that takes a number; see ``letter_from_data``.

    Raises:
        LetterKindError: there is no such kind, or its papers take no number.
        LetterDataError: a value is missing, of the wrong type, or unknown to the kind.
    """
    letter = letter_from_data(kind, data)
    if not isinstance(letter, NumberedLetter):
        raise LetterKindError(kind=kind)
    return letter


def data_of(letter: Letter) -> dict[str, object]:
    """Return the letter as values that JSON can hold, dates as ISO text."""
    data: dict[str, object] = msgspec.to_builtins(letter)
    return data


def data_hash(letter: Letter) -> str:
    """Return the SHA-256 of the letter's kind and data in canonical JSON, in hexadecimal."""
    canonical = json.dumps(
        {"kind": kind_of(letter).kind_id, "data": data_of(letter)},
        ensure_ascii=False,
        sort_keys=True,
        separators=(",", ":"),
    )
    return hashlib.sha256(canonical.encode()).hexdigest()


def _place(refusal: msgspec.ValidationError) -> str:
    """Return the field a refusal of msgspec names: its path, or the quoted field it misses."""
    words = str(refusal)
    if "missing required field `" in words:
        return words.split("`")[1]
    return words.rsplit("`$", 1)[-1].strip("`.") if "`$" in words else ""


def _unknown_fields(given: object, known: object) -> Iterator[str]:
    """Yield the names in the given data that the rebuilt letter does not know, at any depth."""
    if isinstance(given, Mapping) and isinstance(known, Mapping):
        for name, value in given.items():
            if name not in known:
                yield str(name)
            else:
                yield from _unknown_fields(value, known[name])
    elif isinstance(given, list) and isinstance(known, list | tuple):
        for value, known_value in zip(given, known, strict=True):
            yield from _unknown_fields(value, known_value)
