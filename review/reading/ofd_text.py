"""Place the characters of an OFD page: text objects, blocks, composite units."""

import math
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import islice, repeat
from typing import NamedTuple

from lxml import etree

from review.errors import UnsafeFileError
from review.reading.ofd_package import text_of
from review.reading.wordml import child, children, local

# Far above any document, far below what hurts the machine: units may refer to units.
UNIT_OBJECT_LIMIT = 20_000
CHARACTER_LIMIT = 400_000
_NESTING_LIMIT = 16
_POINTS = 72 / 25.4
# A4, for files that give no page.
_BOX = (0.0, 0.0, 210.0, 297.0)
# Text may stick out of the page by so many millimetres and still be seen.
_OUTSIDE = 2.0
# The same character drawn again within this share of its size is a bold or shadowed one.
_TWICE = 0.3
_NUMBER = re.compile(r"[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]{1,3})?")
# Millimetres beyond which no page reaches; keeps the reckoning finite.
_FARTHEST = 1e6
# Letters lean by so many degrees before they are a watermark and no line of text.
_LEANING = 8

Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class Character(NamedTuple):
    """One character on the page: its foot point in points from the top left, and its size."""

    text: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class TextPiece:
    """The characters of one text object, how they run, and whether the page shows them."""

    characters: tuple[Character, ...]
    degrees: int
    is_visible: bool

    @property
    def text(self) -> str:
        """Return the characters in the order of the object."""
        return "".join(each.text for each in self.characters)


class PageText:
    """Collects the pieces of text of pages, with a limit for all of them together."""

    def __init__(self, file_name: str) -> None:
        self._file_name = file_name
        self._objects = 0
        self._characters = 0

    def pieces(
        self,
        content: etree._Element | None,
        units: Mapping[str, etree._Element],
        origin: tuple[float, float] = (0.0, 0.0),
    ) -> Iterator[TextPiece]:
        """Yield the pieces below a content, an appearance or a layer.

        Raises:
            UnsafeFileError: the objects refer to each other without end.
        """
        start = (1.0, 0.0, 0.0, 1.0, *origin)
        waiting = [(element, start, 0) for element in reversed(_elements(content))]
        while waiting:
            element, matrix, depth = waiting.pop()
            if depth:
                self._count_object()
            name = local(element)
            if name == "TextObject":
                yield self._piece(element, matrix)
                continue
            inside: etree._Element | None = element
            if name == "CompositeObject":
                inside = child(units.get(element.get("ResourceID", "")), "Content")
                matrix, depth = _combined(matrix, _own_matrix(element)), depth + 1
            elif name not in ("Layer", "PageBlock", "Content"):
                continue
            if depth <= _NESTING_LIMIT:
                waiting += [(each, matrix, depth) for each in reversed(_elements(inside))]

    def _count_object(self) -> None:
        self._objects += 1
        if self._objects > UNIT_OBJECT_LIMIT:
            raise UnsafeFileError(file_name=self._file_name)

    def _piece(self, element: etree._Element, outer: Matrix) -> TextPiece:
        matrix = _combined(outer, _own_matrix(element))
        size = _float(element.get("Size"), 3.5)
        wide = _float(element.get("HScale"), 1.0) or 1.0
        across, down = math.hypot(*matrix[:2]), math.hypot(*matrix[2:4])
        characters: list[Character] = []
        for code in children(element, "TextCode"):
            for text, x, y in _placed(code, size * wide):
                self._characters += 1
                place = _moved(matrix, x, y)
                width = size * wide * across * _share(text) * _POINTS
                characters.append(Character(text, *place, width, size * down * _POINTS))
        if self._characters > CHARACTER_LIMIT:
            raise UnsafeFileError(file_name=self._file_name)
        is_visible = element.get("Visible") != "false" and element.get("Alpha", "255") != "0"
        return TextPiece(tuple(characters), _degrees(matrix, characters), is_visible)


def page_box(page: etree._Element, default: str) -> tuple[float, float, float, float]:
    """Return a page's box in points: left, top, right, bottom, with room at the edges."""
    own = text_of(child(page, "Area"), "PhysicalBox") or default
    numbers = _numbers(own)
    left, top, width, height = numbers if len(numbers) == len(_BOX) else _BOX
    return (
        (left - _OUTSIDE) * _POINTS,
        (top - _OUTSIDE) * _POINTS,
        (left + width + _OUTSIDE) * _POINTS,
        (top + height + _OUTSIDE) * _POINTS,
    )


def origin_of(boundary: str) -> tuple[float, float]:
    """Return the upper left corner of a boundary."""
    numbers = _numbers(boundary)
    return (numbers[0], numbers[1]) if len(numbers) == len(_BOX) else (0.0, 0.0)


def drawn_once(characters: Iterable[Character]) -> Iterator[Character]:
    """Leave out characters drawn again over themselves."""
    seen = set()
    for each in characters:
        grain = max(each.height * _TWICE, 0.1)
        key = (each.text, round(each.x / grain), round(each.y / grain))
        if key not in seen or each.text.isspace():
            seen.add(key)
            yield each


def leans(piece: TextPiece) -> bool:
    """Tell whether the piece runs askew, as watermarks do."""
    return min(piece.degrees % 90, -piece.degrees % 90) > _LEANING


def _elements(element: etree._Element | None) -> list[etree._Element]:
    return [] if element is None else list(element)


def _own_matrix(element: etree._Element) -> Matrix:
    numbers = _numbers(element.get("CTM", ""))
    own = tuple(numbers) if len(numbers) == len(_IDENTITY) else _IDENTITY
    left, top = origin_of(element.get("Boundary", ""))
    a, b, c, d, e, f = own
    return (a, b, c, d, e + left, f + top)


def _combined(outer: Matrix, inner: Matrix) -> Matrix:
    a, b, c, d, e, f = outer
    p, q, r, s, t, u = inner
    return (
        a * p + c * q,
        b * p + d * q,
        a * r + c * s,
        b * r + d * s,
        a * t + c * u + e,
        b * t + d * u + f,
    )


def _moved(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return (a * x + c * y + e) * _POINTS, (b * x + d * y + f) * _POINTS


def _placed(code: etree._Element, advance: float) -> Iterator[tuple[str, float, float]]:
    """Yield the characters of a text code with their places inside the text object."""
    text = "".join(map(str, code.itertext()))
    x, y = _float(code.get("X"), 0.0), _float(code.get("Y"), 0.0)
    steps = len(text) - 1
    across, down = _deltas(code.get("DeltaX"), steps), _deltas(code.get("DeltaY"), steps)
    for index, character in enumerate(text):
        yield character, x, y
        if index < len(across):
            x += across[index]
        elif not down:
            x += advance * _share(character)
        if index < len(down):
            y += down[index]


def _deltas(written: str | None, steps: int) -> list[float]:
    """Return the steps between characters; ``g 3 12.5`` stands for three steps of 12.5.

    A list that is too short goes on with its last step.
    """
    found: list[float] = []
    words = iter((written or "").split())
    for word in words:
        if len(found) >= steps:
            break
        if word != "g":
            found.append(_float(word, 0.0))
            continue
        count, step = _float(next(words, None), 0.0), _float(next(words, None), 0.0)
        found += islice(repeat(step), int(min(max(count, 0.0), steps - len(found))))
    return found + found[-1:] * (steps - len(found))


@cache
def _share(character: str) -> float:
    """Return a character's usual width as a share of its size."""
    return 1.0 if unicodedata.east_asian_width(character) in "WFA" else 0.5


def _degrees(matrix: Matrix, characters: list[Character]) -> int:
    """Return the direction in which the characters follow each other, 0 being rightwards."""
    a, b = matrix[0], matrix[1]
    if len(characters) > 1:
        first, last = characters[0], characters[-1]
        if (last.x, last.y) != (first.x, first.y):
            a, b = last.x - first.x, last.y - first.y
    return round(math.degrees(math.atan2(b, a))) % 360


def _numbers(written: str) -> list[float]:
    return [_float(token, 0.0) for token in written.split()]


def _float(written: str | None, default: float) -> float:
    # Not float() alone: it also takes "nan", "inf" and digits of other scripts.
    if written is None or not _NUMBER.fullmatch(written.strip()):
        return default
    return min(max(float(written), -_FARTHEST), _FARTHEST)
