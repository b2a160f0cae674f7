"""The short code of a paper and the content of its QR code: typed, misread, made up."""

from datetime import date

import pytest

from review.letters.check_code import ALPHABET, LENGTH, code_from, printed, read_code
from review.letters.errors import CheckCodeError, MistypedCodeError, ScanDamagedError
from review.letters.proof_payload import is_payload, payload_of, read_payload

CODE = code_from("云司备回〔2026〕1号")
PAYLOAD = payload_of(
    "filing_receipt", "云司备回〔2026〕1号", date(2026, 3, 16), "0af3" * 16, "云司"
)


def test_a_code_is_read_back_however_it_is_typed() -> None:
    shown = printed(CODE)
    wide = "".join(chr(ord(char) + 0xFEE0) for char in CODE)
    for typed in (shown, shown.lower(), f" {CODE} ", " ".join(CODE), wide, shown.replace("-", "—")):
        assert read_code(typed) == CODE


def test_letters_that_look_like_digits_are_taken_for_them() -> None:
    code = next(one for one in map(code_from, map(str, range(100))) if "1" in one and "0" in one)
    assert read_code(code.replace("1", "l").replace("0", "o")) == code


def test_every_single_wrong_character_is_told() -> None:
    for place in range(LENGTH):
        for char in set(ALPHABET) - {CODE[place]}:
            with pytest.raises(MistypedCodeError):
                read_code(CODE[:place] + char + CODE[place + 1 :])


def test_every_exchange_of_two_characters_is_told() -> None:
    for first in range(LENGTH):
        for second in range(first + 1, LENGTH):
            if CODE[first] == CODE[second]:
                continue
            typed = list(CODE)
            typed[first], typed[second] = typed[second], typed[first]
            with pytest.raises(MistypedCodeError):
                read_code("".join(typed))


@pytest.mark.parametrize("typed", ["", "7K3M9", CODE + "0", "UUUUU-UUUUU", "云司备回〔2026〕1号"])
def test_what_is_no_code_is_refused(typed: str) -> None:
    with pytest.raises(CheckCodeError):
        read_code(typed)


def test_codes_of_many_letters_differ() -> None:
    codes = {code_from(f"云司备回〔2026〕{number}号") for number in range(20_000)}
    assert len(codes) == 20_000


def test_the_qr_code_says_which_letter_it_is_and_is_read_back() -> None:
    text = PAYLOAD.as_text()
    assert is_payload(text)
    assert text.isascii()
    assert set(text) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-")
    # A QR code of 37 by 37 points at level M holds so many.
    assert len(text) <= 122
    assert read_payload(text.lower() + "\n") == PAYLOAD


def test_a_qr_code_that_was_altered_anywhere_is_told() -> None:
    text = PAYLOAD.as_text()
    for place, char in enumerate(text):
        other = "2" if char != "2" else "3"
        with pytest.raises(ScanDamagedError):
            read_payload(text[:place] + other + text[place + 1 :])


@pytest.mark.parametrize("text", ["ND1", "ND1-A-B-C-D-E-F", "ND2" + PAYLOAD.as_text()[3:]])
def test_a_qr_code_of_another_make_is_told(text: str) -> None:
    with pytest.raises(ScanDamagedError):
        read_payload(text)
