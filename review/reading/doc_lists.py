"""Automatic numbering of a Word 97–2003 file: its lists, and which paragraphs they number."""

import struct
from collections.abc import Iterator, Mapping

from review.reading.doc_pieces import LIST_OVERRIDES, LISTS, STYLES, Head
from review.reading.doc_properties import properties_in
from review.reading.docx_numbering import Level, Numbering, Reference

_LIST_LENGTH, _LEVEL_LENGTH, _OVERRIDE_LENGTH = 28, 28, 16
_LEVELS = 9
_SIMPLE, _LEGAL = 0x01, 0x04
_HAS_START, _HAS_LEVEL = 0x10, 0x20
_LIST_NUMBER, _LIST_LEVEL = 0x460B, 0x260A
# The numbers that the file gives to number formats, and their names in a docx.
_FORMATS = {
    0: "decimal",
    1: "upperRoman",
    2: "lowerRoman",
    3: "upperLetter",
    4: "lowerLetter",
    10: "ideographDigital",
    11: "japaneseCounting",
    14: "decimalFullWidth",
    17: "japaneseDigitalTenThousand",
    18: "decimalEnclosedCircle",
    19: "decimalFullWidth2",
    22: "decimalZero",
    23: "bullet",
    28: "decimalEnclosedCircleChinese",
    30: "ideographTraditional",
    33: "taiwaneseCounting",
    35: "taiwaneseCountingThousand",
    37: "chineseCounting",
    39: "chineseCountingThousand",
    255: "none",
}
_PARAGRAPH_STYLE = 1
_NO_BASE = 0xFFF
# Styles rest on styles; a chain longer than this is a loop.
_LONGEST_CHAIN = 50


def read_lists(head: Head, table: bytes) -> Numbering:
    """Return the lists of the file; none where their tables do not hold together."""
    try:
        families = _families(head, table)
        return _numbering(head, table, families)
    except (struct.error, IndexError):
        return Numbering({}, {}, {})


def style_lists(head: Head, table: bytes) -> dict[int, Reference]:
    """Return the numbering of every paragraph style, inherited ones included."""
    try:
        styles = dict(_styles(head.block(table, STYLES)))
    except (struct.error, IndexError):
        return {}
    found: dict[int, Reference] = {}
    for number in styles:
        each, steps = number, 0
        while each in styles and steps < _LONGEST_CHAIN:
            base, block = styles[each]
            reference = reference_in(block)
            if reference is not None:
                found[number] = reference
                break
            each, steps = base, steps + 1
    return found


def reference_in(block: bytes) -> Reference | None:
    """Return the list that a paragraph's properties name; list 0 means not numbered."""
    number, level = None, 0
    for code, operand in properties_in(block):
        if code == _LIST_NUMBER:
            number = int.from_bytes(operand, "little", signed=True)
        elif code == _LIST_LEVEL:
            level = min(operand[0], _LEVELS - 1) if operand else 0
    return None if number is None else Reference(str(number), level)


def _families(head: Head, table: bytes) -> dict[int, dict[int, Level]]:
    place, length = head.pairs[LISTS] if len(head.pairs) > LISTS else (0, 0)
    if not length:
        return {}
    count = struct.unpack_from("<H", table, place)[0]
    # The levels of all lists follow the table of the lists, outside the length it tells.
    level_place = place + length
    families = {}
    for index in range(count):
        start = place + 2 + _LIST_LENGTH * index
        name = struct.unpack_from("<i", table, start)[0]
        levels = {}
        for level in range(1 if table[start + 26] & _SIMPLE else _LEVELS):
            levels[level], level_place = _level(table, level_place)
        families[name] = levels
    return families


def _level(table: bytes, place: int) -> tuple[Level, int]:
    """Return the level that stands at a place, and the place after it."""
    start, form, flags = struct.unpack_from("<iBB", table, place)
    characters, paragraph = table[place + 24], table[place + 25]
    text = place + _LEVEL_LENGTH + characters + paragraph
    count = struct.unpack_from("<H", table, text)[0]
    units = struct.unpack_from(f"<{count}H", table, text + 2)
    words = "".join(f"%{unit + 1}" if unit < _LEVELS else chr(unit) for unit in units)
    name = _FORMATS.get(form, "decimal")
    return Level(name, words, start, bool(flags & _LEGAL)), text + 2 + 2 * count


def _numbering(head: Head, table: bytes, families: dict[int, dict[int, Level]]) -> Numbering:
    place, length = head.pairs[LIST_OVERRIDES] if len(head.pairs) > LIST_OVERRIDES else (0, 0)
    count = struct.unpack_from("<I", table, place)[0] if length else 0
    levels: dict[str, Mapping[int, Level]] = {}
    family_of: dict[str, str] = {}
    restarts: dict[str, Mapping[int, int]] = {}
    # What each list overrides follows the table, after four bytes for each.
    data = place + 4 + _OVERRIDE_LENGTH * count
    for index in range(min(count, len(table) // _OVERRIDE_LENGTH)):
        start = place + 4 + _OVERRIDE_LENGTH * index
        family, overridden = struct.unpack_from("<i8xB", table, start)
        own, starts, data = _overrides(table, data + 4, overridden)
        name = str(index + 1)
        levels[name] = {**families.get(family, {}), **own}
        family_of[name], restarts[name] = str(family), starts
    return Numbering(levels, family_of, restarts)


def _overrides(
    table: bytes, place: int, count: int
) -> tuple[dict[int, Level], dict[int, int], int]:
    levels: dict[int, Level] = {}
    starts: dict[int, int] = {}
    for _ in range(count):
        start, flags = struct.unpack_from("<iI", table, place)
        place += 8
        index = flags & 0x0F
        if flags & _HAS_LEVEL:
            levels[index], place = _level(table, place)
        if flags & _HAS_START and index < _LEVELS:
            starts[index] = levels[index].start if index in levels else start
    return levels, starts, place


def _styles(block: bytes) -> Iterator[tuple[int, tuple[int, bytes]]]:
    """Yield the paragraph styles: number, the one it rests on, and its paragraph properties."""
    if not block:
        return
    header, count, base_length = struct.unpack_from("<HHH", block)
    place = 2 + header
    for number in range(count):
        length = struct.unpack_from("<H", block, place)[0]
        style = block[place + 2 : place + 2 + length]
        place += 2 + length + length % 2
        kind_and_base = struct.unpack_from("<H", style, 2)[0] if length else 0
        if kind_and_base & 0x0F != _PARAGRAPH_STYLE:
            continue
        name_length = struct.unpack_from("<H", style, base_length)[0]
        properties = base_length + 2 + 2 * (name_length + 1)
        size = struct.unpack_from("<H", style, properties)[0]
        base = kind_and_base >> 4
        own = style[properties + 4 : properties + 2 + size]
        yield number, (-1 if base == _NO_BASE else base, own)
