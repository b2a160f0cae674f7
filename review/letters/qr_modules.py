"""The squares of a QR code.

The library knows the tables of the standard. What is the same in every code of a size, the fixed
squares and the places of the data, it lays out once; the data of a code are put there.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain, zip_longest
from typing import Any

from reportlab.graphics.barcode.qrencoder import (
    EXP_TABLE,
    LOG_TABLE,
    QRBitBuffer,
    QRCode,
    QRErrorCorrectLevel,
    QRRSBlock,
    QRUtil,
)

# The stubs leave the methods of all of these without types.
BLOCKS: Any = QRRSBlock
POLYNOMIALS: Any = QRUtil

MASK = 1
"""Any pattern can be read; weighing all eight would take ten times as long."""

LEVEL = QRErrorCorrectLevel.Q
BYTE = 8
END_BITS = 4
FILLING = (0xEC, 0x11)
FIELD = 255
"""Numbers of the field that the correction is counted in, without zero."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """What all codes of a size have in common.

    Attributes:
        sizes: Bytes of data and of correction in each block.
        squares: The squares of a code whose data are all zero.
        places: Column and row of each bit of the data, in their order.
    """

    sizes: tuple[tuple[int, int], ...]
    squares: tuple[tuple[bool, ...], ...]
    places: tuple[tuple[int, int], ...]


@lru_cache(maxsize=64)
def qr_modules(payload: str) -> tuple[tuple[bool, ...], ...]:
    """Return the rows of a QR code from above, true where a square is dark.

    A quarter of it may be smudged or folded; without its quiet zone.

    Args:
        payload: What it holds; ASCII.
    """
    code: Any = QRCode(None, LEVEL)
    code.addData(payload)
    version = code.calculate_version()
    plan = _plan(version)
    squares = [list(row) for row in plan.squares]
    bits = (byte >> shift & 1 for byte in _content(code.dataList, version, plan) for shift in _BITS)
    for (column, row), bit in zip(plan.places, bits, strict=False):
        if bit:
            squares[row][column] = not squares[row][column]
    return tuple(map(tuple, squares))


_BITS = tuple(reversed(range(BYTE)))


@cache
def _plan(version: int) -> _Plan:
    code: Any = QRCode(version, LEVEL)
    blocks = BLOCKS.getRSBlocks(version, LEVEL)
    code.dataCache = [0] * sum(block.totalCount for block in blocks)
    code.makeImpl(test=False, maskPattern=MASK)
    return _Plan(
        sizes=tuple((block.dataCount, block.totalCount - block.dataCount) for block in blocks),
        squares=tuple(tuple(bool(dark) for dark in row) for row in code.modules),
        places=tuple(code.dataPosIterator()),
    )


def _content(parts: Sequence[Any], version: int, plan: _Plan) -> list[int]:
    """Return the bytes of a code: those of its blocks in turn, then those of their correction."""
    data = _data(parts, version, sum(size for size, _ in plan.sizes))
    blocks, corrections = [], []
    for size, correction_size in plan.sizes:
        block, data = data[:size], data[size:]
        blocks.append(block)
        corrections.append(_correction(block, correction_size))
    columns = chain(zip_longest(*blocks), zip_longest(*corrections))
    return [byte for column in columns for byte in column if byte is not None]


def _data(parts: Sequence[Any], version: int, size: int) -> list[int]:
    """Return what the code says, ended and filled up to its size."""
    buffer: Any = QRBitBuffer()
    for part in parts:
        part.write(buffer, version)
    buffer.put(0, min(END_BITS, size * BYTE - buffer.getLengthInBits()))
    data: list[int] = list(buffer.buffer)
    missing = size - len(data)
    return data + [FILLING[place % 2] for place in range(missing)]


def _correction(block: Sequence[int], size: int) -> list[int]:
    """Return the bytes that a block is mended with where it cannot be read (Reed-Solomon)."""
    factors = _factors(size)
    rest = [*block, *([0] * size)]
    for place in range(len(block)):
        first = rest[place]
        if first:
            log = LOG_TABLE[first]
            for offset, factor in factors:
                rest[place + offset] ^= EXP_TABLE[(factor + log) % FIELD]
    return rest[len(block) :]


@cache
def _factors(size: int) -> tuple[tuple[int, int], ...]:
    """Return the logarithms of the polynomial that a block is divided by, with their places."""
    polynomial = POLYNOMIALS.getErrorCorrectPolynomial(size)
    return tuple((place, LOG_TABLE[factor]) for place, factor in enumerate(polynomial.num))
