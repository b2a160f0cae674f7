"""The faces of a paper: which role is set in which face, and which glyph comes from which file."""

import struct
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cache
from typing import Any

import msgspec
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from resources import path_of
from review.letters.errors import FaceFileError
from review.letters.style import STANDARD, LetterStyle


class FaceRole(Enum):
    """What a face is used for."""

    BODY = "body"
    TITLE = "title"
    HEADING = "heading"
    SUBHEADING = "subheading"
    PAGE_NUMBER = "page_number"


@dataclass(frozen=True, slots=True)
class RoleFaces:
    """The faces of one role: bundled files for PDF, names for Word."""

    pdf: tuple[str, ...]
    docx: str
    docx_alternatives: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FaceTable:
    """The faces of all roles."""

    roles: Mapping[FaceRole, RoleFaces]


@cache
def face_table() -> FaceTable:
    """Return the faces that come with the program."""
    text = path_of("letters", "faces.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), FaceTable)


@dataclass(frozen=True, slots=True)
class FaceChain:
    """The faces of one role in order; a character is taken from the first one that has it."""

    fonts: tuple[TTFont, ...]
    known: dict[str, tuple[str, float]] = field(default_factory=dict)

    def measure(self, char: str) -> tuple[str, float]:
        """Return the face that draws the character and its width in em.

        A character that no face has gets an empty face name.
        """
        found = self.known.get(char)
        if found is None:
            found = self._search(char)
            self.known[char] = found
        return found

    def ink(self, text: str) -> tuple[float, float]:
        """Return the lowest and the highest ink of the text above its baseline, in em."""
        boxes = [_ink(font, char) for char in text for font in self._fonts_with(char)[:1]]
        return min((low for low, _ in boxes), default=0), max(
            (high for _, high in boxes), default=1
        )

    def _search(self, char: str) -> tuple[str, float]:
        for font in self._fonts_with(char)[:1]:
            return font.fontName, font.face.charWidths[ord(char)] / 1000
        return "", 1.0

    def _fonts_with(self, char: str) -> list[TTFont]:
        return [font for font in self.fonts if ord(char) in font.face.charToGlyph]


@cache
def chain_of(role: FaceRole, style: LetterStyle = STANDARD) -> FaceChain:
    """Return the faces of a role, registered for drawing."""
    del style
    return FaceChain(tuple(_font(name) for name in face_table().roles[role].pdf))


@cache
def _font(name: str) -> TTFont:
    file = path_of("fonts", f"{name}.ttf")
    try:
        font = TTFont(name, str(file))
    except (TTFError, OSError) as fault:
        raise FaceFileError(file=file.name) from fault
    pdfmetrics.registerFont(font)
    return font


def _ink(font: TTFont, char: str) -> tuple[float, float]:
    """Read the lowest and highest ink of a glyph from the outline table, in em."""
    face: Any = font.face
    is_long = struct.unpack(">h", face.get_table("head")[50:52])[0]
    size, code, scale = (4, ">L", 1) if is_long else (2, ">H", 2)
    place = face.charToGlyph[ord(char)] * size
    (start,) = struct.unpack(code, face.get_table("loca")[place : place + size])
    start *= scale
    _, low, _, high = struct.unpack(">4h", face.get_table("glyf")[start + 2 : start + 10])
    return low / face.unitsPerEm, high / face.unitsPerEm
