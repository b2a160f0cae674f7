"""The squares of a QR code."""

from functools import lru_cache
from typing import Any

from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

MASK = 1
"""Any pattern can be read; weighing all eight would take ten times as long."""


@lru_cache(maxsize=64)
def qr_modules(payload: str) -> tuple[tuple[bool, ...], ...]:
    """Return the rows of a QR code from above, true where a square is dark.

    A quarter of it may be smudged or folded; without its quiet zone.

    Args:
        payload: What it holds; ASCII.
    """
    # The stubs leave these methods without types.
    code: Any = QRCode(None, QRErrorCorrectLevel.Q)
    code.addData(payload)
    code.version = code.calculate_version()
    code.makeImpl(test=False, maskPattern=MASK)
    return tuple(tuple(bool(dark) for dark in row) for row in code.modules)
