"""The faces of a paper: which role is set in which face, and which glyph comes from which file."""

import struct
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cache, lru_cache
from typing import Any

import msgspec
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from resources import path_of
from review.letters.break_table import FULL_WIDTH_MARKS
from review.letters.errors import FaceFileError
from review.letters.font_files import FaceRefusal, InstalledFace
from review.letters.installed_faces import installed_face, installed_faces
from review.letters.paper_font import PaperFont
from review.letters.style import STANDARD, LetterStyle

HAIR = 0.001
UNREADABLE = (TTFError, OSError, struct.error, AttributeError, KeyError, IndexError, ValueError)
"""What the reader of font files stumbles with over damaged ones and over those without a name."""


class FaceRole(Enum):
    """What a face is used for."""

    BODY = "body"
    TITLE = "title"
    HEADING = "heading"
    SUBHEADING = "subheading"
    PAGE_NUMBER = "page_number"


@dataclass(frozen=True, slots=True)
class RoleFaces:
    """The faces of one role.

    Attributes:
        name: What the role is called.
        installed: Names of the faces an office may have, the usual one first.
        pdf: Bundled files that follow in the PDF.
        docx: The face that Word files name.
        docx_alternatives: What stands for it where it is not installed.
    """

    name: str
    installed: tuple[str, ...]
    pdf: tuple[str, ...]
    docx: str
    docx_alternatives: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FaceTable:
    """The faces of all roles, what the bundled ones are called, why others are refused."""

    roles: Mapping[FaceRole, RoleFaces]
    bundled: Mapping[str, str]
    refusals: Mapping[FaceRefusal, str]


@cache
def face_table() -> FaceTable:
    """Return the faces that come with the program."""
    text = path_of("letters", "faces.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), FaceTable)


@dataclass(frozen=True, slots=True, eq=False)
class FaceChain:
    """The faces of one role in order; a character is taken from the first one that has it.

    Each chain is one of its own, so that lines are remembered by it.
    """

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
            return font.fontName, _width(font, char)
        return "", 1.0

    def _fonts_with(self, char: str) -> list[TTFont]:
        """Return the faces that have the character; Latin shapes of Chinese marks do not count."""
        fonts = [font for font in self.fonts if ord(char) in font.face.charToGlyph]
        if char in FULL_WIDTH_MARKS:
            return [font for font in fonts if _is_square(font, char)] or fonts
        return fonts


@cache
def chain_of(role: FaceRole, style: LetterStyle = STANDARD) -> FaceChain:
    """Return the faces of a role, registered for drawing: this computer's, then bundled ones."""
    installed = chosen_face(role, style)
    own = [_installed_font(installed)] if installed else []
    return FaceChain((*own, *(_bundled_font(name) for name in face_table().roles[role].pdf)))


def chosen_face(role: FaceRole, style: LetterStyle) -> InstalledFace | None:
    """Return the face of this computer that a role is set in, None where a bundled one is."""
    found = map(installed_face, wanted_faces(role, style))
    return next((face for face in found if face and refusal_of(face) is None), None)


def refusal_of(face: InstalledFace) -> FaceRefusal | None:
    """Return why a face of this computer cannot be used, None where it can."""
    if face.refusal is not None:
        return face.refusal
    try:
        _installed_font(face)
    except FaceFileError:
        return FaceRefusal.UNREADABLE
    return None


def look_again() -> None:
    """Forget which faces this computer has, so that newly installed ones count."""
    installed_faces.cache_clear()
    chain_of.cache_clear()


def wanted_faces(role: FaceRole, style: LetterStyle) -> tuple[str, ...]:
    """Return the names of the faces a role may be set in: the office's own, then the usual."""
    own = own_face(role, style)
    usual = face_table().roles[role].installed if style.uses_installed_faces else ()
    return (*([own] if own else []), *usual)


def own_face(role: FaceRole, style: LetterStyle) -> str:
    """Return the face that the office chose for a role, empty where it chose none."""
    return {
        FaceRole.BODY: style.body_face,
        FaceRole.TITLE: style.title_face,
        FaceRole.HEADING: style.heading_face,
        FaceRole.SUBHEADING: style.subheading_face,
        FaceRole.PAGE_NUMBER: style.page_number_face,
    }[role]


@cache
def _bundled_font(name: str) -> TTFont:
    file = path_of("fonts", f"{name}.ttf")
    return _registered(name, str(file), 0)


@cache
def _installed_font(face: InstalledFace) -> TTFont:
    changed = face.path.stat().st_mtime_ns
    return _registered(f"{face.postscript_name}-{changed}", str(face.path), face.index)


def _registered(name: str, file: str, index: int) -> TTFont:
    try:
        font = PaperFont(name, file, index=index)
    except UNREADABLE as fault:
        raise FaceFileError(file=file) from fault
    pdfmetrics.registerFont(font)
    return font


def _is_square(font: TTFont, char: str) -> bool:
    return abs(_width(font, char) - 1) < HAIR


def _width(font: TTFont, char: str) -> float:
    return float(font.face.charWidths[ord(char)]) / 1000


@lru_cache(maxsize=4096)
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
