"""The squares of a QR code are those the library would set."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

from review.letters.qr_modules import MASK, qr_modules


def squares_of_the_library(payload: str) -> tuple[tuple[bool, ...], ...]:
    code: Any = QRCode(None, QRErrorCorrectLevel.Q)
    code.addData(payload)
    code.version = code.calculate_version()
    code.makeImpl(test=False, maskPattern=MASK)
    return tuple(tuple(bool(dark) for dark in row) for row in code.modules)


@given(st.text("ABCDEFXYZ0123456789-", min_size=1, max_size=200))
def test_the_squares_of_a_proof_are_those_of_the_library(payload: str) -> None:
    assert qr_modules(payload) == squares_of_the_library(payload)


@pytest.mark.parametrize("payload", ["1", "0123456789" * 12, "A", "nd1?a=b&c", "a" * 300])
def test_a_code_of_any_size_and_kind_of_text_is_whole(payload: str) -> None:
    assert qr_modules(payload) == squares_of_the_library(payload)
