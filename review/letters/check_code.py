"""The short code on a paper (核验码): ten characters that people can type without fear.

Nine of them are cut from a hash, the tenth is a check: any one wrong character and any two
exchanged ones are told before the register is asked.
"""

import re
import unicodedata
from hashlib import sha256

from review.letters.errors import CheckCodeError, MistypedCodeError

# Crockford's digits: no I, L, O and U, which people take for 1, 0 and V.
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 10

_HALF = LENGTH // 2
_BITS_A_DIGIT = 5
_LOOK_ALIKES = str.maketrans("ILO", "110")
_BETWEEN = re.compile(r"[\s\-—–_.·。、]+")

# The check is a sum in the field of 32 elements, each digit times another power of its generator,
# so that no single error and no exchange of two digits leaves it as it was.
_FIELD_POLYNOMIAL = 0b100101
_FIELD_SIZE = 1 << _BITS_A_DIGIT


def code_from(content: str) -> str:
    """Return the code of a content, without the mark in its middle."""
    digest = int.from_bytes(sha256(content.encode()).digest())
    digits = [digest >> (_BITS_A_DIGIT * place) & (_FIELD_SIZE - 1) for place in range(LENGTH - 1)]
    return "".join(ALPHABET[digit] for digit in (*digits, _check_of(digits)))


def printed(code: str) -> str:
    """Return the code as a paper shows it: two groups of five."""
    return f"{code[:_HALF]}-{code[_HALF:]}"


def read_code(typed: str) -> str:
    """Return the code that a person typed: spaces, marks, small and wide letters do not matter.

    Raises:
        CheckCodeError: it is no code at all.
        MistypedCodeError: a character of it is wrong.
    """
    plain = unicodedata.normalize("NFKC", typed).upper().translate(_LOOK_ALIKES)
    code = _BETWEEN.sub("", plain)
    if len(code) != LENGTH or not set(code) <= set(ALPHABET):
        raise CheckCodeError(text=typed.strip())
    digits = [ALPHABET.index(char) for char in code]
    if _check_of(digits[:-1]) != digits[-1]:
        raise MistypedCodeError(text=printed(code))
    return code


def _check_of(digits: list[int]) -> int:
    """Return the digit that makes the weighted sum of all digits nought; its own weight is 1."""
    check = 0
    for digit in digits:
        check = _doubled(check ^ digit)
    return check


def _doubled(element: int) -> int:
    """Multiply an element of the field by its generator."""
    element <<= 1
    return element ^ _FIELD_POLYNOMIAL if element & _FIELD_SIZE else element
