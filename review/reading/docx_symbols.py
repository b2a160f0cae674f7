"""Symbols that a Word file takes from a symbol font, as characters that every font has."""

# ruff: noqa: RUF001 -- the table is of signs that look like others

import re
import sys

# The tables give what the symbol fonts draw at a code; what is missing is told as unreadable.
_WINGDINGS = {
    0x21: "✏", 0x22: "✂", 0x28: "☎", 0x2A: "✉", 0x46: "☞", 0x4A: "☺", 0x6C: "●", 0x6D: "○",
    0x6E: "■", 0x6F: "□", 0x70: "□", 0x71: "❑", 0x72: "❒", 0x73: "◆", 0x74: "◆", 0x75: "◆",
    0x76: "❖", 0x77: "◆", 0x80: "⓪", 0x9E: "·", 0x9F: "•", 0xA1: "○", 0xA2: "○", 0xA4: "◎",
    0xA7: "▪", 0xA8: "□", 0xAB: "★", 0xAE: "★", 0xD8: "➢", 0xDC: "➲", 0xDF: "←", 0xE0: "→",
    0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xEF: "⇦", 0xF0: "⇨", 0xF1: "⇧", 0xF2: "⇩", 0xFB: "✗",
    0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
    **{0x81 + index: chr(0x2460 + index) for index in range(10)},
    **{0x8C + index: chr(0x2776 + index) for index in range(10)},
}  # fmt: skip
_WINGDINGS_2 = {
    0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x97: "●", 0x99: "○",
    0xA2: "■", 0xA3: "□", 0xA4: "□", 0xAE: "◆",
}  # fmt: skip
_SYMBOL = {
    0xA2: "′", 0xA3: "≤", 0xA5: "∞", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°",
    0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB6: "∂", 0xB7: "•", 0xB8: "÷", 0xB9: "≠",
    0xBA: "≡", 0xBB: "≈", 0xBC: "…", 0xC7: "∩", 0xC8: "∪", 0xCE: "∈", 0xD0: "∠", 0xD2: "®",
    0xD3: "©", 0xD4: "™", 0xD6: "√", 0xE5: "∑", 0xF2: "∫", 0x25: "%", 0x2B: "+", 0x2D: "−",
    **dict(zip(range(0x61, 0x7B), "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", strict=True)),
    **dict(zip(range(0x41, 0x5B), "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", strict=True)),
}  # fmt: skip
_FONTS = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "symbol": _SYMBOL}
_FONT_CODES = range(0xF000, 0xF100)
_PRIVATE = range(0xE000, 0xF900)
_PRIVATE_CHARACTER = re.compile("[\ue000-\uf8ff]")
_SURROGATES = range(0xD800, 0xE000)
_NO_CHARACTERS = frozenset((0, 0xFFFE, 0xFFFF))


def symbol_of(font: str, code: str) -> str | None:
    """Return the character for a code of a symbol font, or None where nobody can tell."""
    try:
        number = int(code, 16)
    except ValueError:
        return None
    if number in _FONT_CODES or font.lower() in _FONTS:
        return _FONTS.get(font.lower(), {}).get(number & 0xFF)
    nobodys = number in _NO_CHARACTERS or number in _SURROGATES or number in _PRIVATE
    return None if nobodys or number >= sys.maxunicode else chr(number)


def private_places(text: str) -> list[int]:
    """Return where characters stand that mean something in one font only: somebody made them."""
    return [found.start() for found in _PRIVATE_CHARACTER.finditer(text)]
