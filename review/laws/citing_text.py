"""A text without blanks and with one width, whose places lead back to what was read."""

import re
from dataclasses import dataclass

from review.reading.text import Place

_BLANK = re.compile(r"[\s\u00ad\u200b-\u200f\u2060\ufeff]+")
_FULL_WIDTH = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_SHAPES = {
    ord(shape): plain
    for shapes, plain in (
        ("〔［【", "("),
        ("〕］】", ")"),
        ("“”「」", '"'),
        ("—–－", "-"),
        ("<", "〈"),
        (">", "〉"),
    )
    for shape in shapes
}


@dataclass(frozen=True, slots=True)
class CitingText:
    """The folded characters and, for each, where it stands in the source."""

    text: str
    offsets: tuple[int, ...]

    def place(self, start: int, end: int) -> Place:
        """Return where a range stands in the source."""
        return Place(self.offsets[start], self.offsets[end - 1] + 1)


def citing_text(source: str) -> CitingText:
    """Fold a text for the search of citations."""
    pieces, offsets, last = [], list[int](), 0
    for blank in _BLANK.finditer(source):
        pieces.append(source[last : blank.start()])
        offsets.extend(range(last, blank.start()))
        last = blank.end()
    pieces.append(source[last:])
    offsets.extend(range(last, len(source)))
    folded = "".join(pieces).translate(_FULL_WIDTH | _SHAPES)
    return CitingText(folded, tuple(offsets))
