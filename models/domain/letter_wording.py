"""The wording of a kind of letter: the program's original, or the office's own."""

import hashlib
from enum import StrEnum


class WordingState(StrEnum):
    """What an office decided about the wording of a kind of letter."""

    OWN = "own"
    """本单位文字: the office's own copy is in force."""
    ORIGINAL = "original"
    """原文: the template that comes with the program is in force again."""


def wording_hash(text: str) -> str:
    """Return the SHA-256 of a template's text, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()
