"""A reader of QR codes after ISO/IEC 18004, written apart from what draws them; no correction."""

from collections.abc import Callable, Iterator
from itertools import zip_longest

Modules = tuple[tuple[bool, ...], ...]

ALIGNMENT = {1: (), 2: (6, 18), 3: (6, 22), 4: (6, 26), 5: (6, 30), 6: (6, 34)}
BLOCKS_OF_LEVEL_Q = {
    1: (13,),
    2: (22,),
    3: (17, 17),
    4: (24, 24),
    5: (15, 15, 16, 16),
    6: (19, 19, 19, 19),
}
"""Data codewords of each block."""

FORMAT_MASK = 0x5412
LEVEL_Q = 0b11
MASKS: tuple[Callable[[int, int], int], ...] = (
    lambda r, c: (r + c) % 2,
    lambda r, _: r % 2,
    lambda _, c: c % 3,
    lambda r, c: (r + c) % 3,
    lambda r, c: (r // 2 + c // 3) % 2,
    lambda r, c: r * c % 2 + r * c % 3,
    lambda r, c: (r * c % 2 + r * c % 3) % 2,
    lambda r, c: ((r + c) % 2 + r * c % 3) % 2,
)
LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"


def read_qr(modules: Modules) -> str:
    """Return what a code of level Q up to version 6 holds."""
    version = (len(modules) - 17) // 4
    words = list(_codewords(modules, version, _mask(modules)))
    sizes = BLOCKS_OF_LEVEL_Q[version]
    blocks: list[list[int]] = [[] for _ in sizes]
    place = 0
    for row in range(max(sizes)):
        for block, size in zip(blocks, sizes, strict=True):
            if row < size:
                block.append(words[place])
                place += 1
    return _text("".join(f"{word:08b}" for block in blocks for word in block))


def _mask(modules: Modules) -> int:
    places = [(8, c) for c in (0, 1, 2, 3, 4, 5, 7, 8)] + [(r, 8) for r in (7, 5, 4, 3, 2, 1, 0)]
    bits = int("".join("01"[modules[r][c]] for r, c in places), 2) ^ FORMAT_MASK
    assert bits >> 13 == LEVEL_Q
    return bits >> 10 & 0b111


def _codewords(modules: Modules, version: int, mask: int) -> Iterator[int]:
    bits = [
        modules[row][column] ^ (not MASKS[mask](row, column))
        for row, column in _places(len(modules))
        if not _is_function(row, column, len(modules), version)
    ]
    eights = zip_longest(*[iter(bits)] * 8, fillvalue=False)
    return (int("".join("01"[bit] for bit in eight), 2) for eight in eights)


def _places(size: int) -> Iterator[tuple[int, int]]:
    """Yield the squares in the order of the data: upwards and downwards in pairs of columns."""
    is_upwards = True
    for right in [*range(size - 1, 6, -2), *range(5, 0, -2)]:
        for row in reversed(range(size)) if is_upwards else range(size):
            yield from ((row, right), (row, right - 1))
        is_upwards = not is_upwards


def _is_function(row: int, column: int, size: int, version: int) -> bool:
    in_corner = (row < 9 and (column < 9 or column >= size - 8)) or (row >= size - 8 and column < 9)
    last = ALIGNMENT[version][-1:] or (-9,)
    in_alignment = abs(row - last[0]) <= 2 and abs(column - last[0]) <= 2
    return in_corner or in_alignment or row == 6 or column == 6


def _text(bits: str) -> str:
    mode, bits = bits[:4], bits[4:]
    if mode == "0100":
        length = int(bits[:8], 2)
        return "".join(chr(int(bits[8 + 8 * n : 16 + 8 * n], 2)) for n in range(length))
    assert mode == "0010"
    length, bits = int(bits[:9], 2), bits[9:]
    pairs = "".join(
        "".join(LETTERS[digit] for digit in divmod(int(bits[11 * n : 11 * n + 11], 2), 45))
        for n in range(length // 2)
    )
    rest = bits[11 * (length // 2) :][:6]
    return pairs + (LETTERS[int(rest, 2)] if length % 2 else "")
