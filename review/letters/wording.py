"""The wording of a paper as its template says it: blocks in order, each with its pieces of text.

The format is told in ``docs/letters.md``. Pieces keep their line, so that whatever is wrong with
them can be found again in the text.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from review.letters.letter_model import Base

ROW = "项"
"""How a template calls the row it stands in."""

FEED = "\x1e"
"""A line feed that came from a value: a new paragraph, but no new line of the template."""

CELL = "\x1d"
"""Between two cells of a row."""

LABEL_END = "\x1f"
"""Between the label of a cell and its value."""

CONTINUES = "\x1c"
"""At the start of a line of a form that goes on with the value before it."""

HEADING_MARKS = "\x01\x02\x03\x04"
"""Before a heading of level 1 to 4."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A text that is rendered with the fields of the letter; ``line`` is where it begins."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class BlockWording:
    """A block of one text.

    Attributes:
        name: Its Chinese name as written in the template.
        words: What stood beside the name: 不盖章, 横排.
        companions: Blocks that belong to it on paper: 签发人, 成文日期, 印发机关, 印发日期.
    """

    name: str
    piece: Piece
    words: tuple[str, ...] = ()
    companions: tuple["BlockWording", ...] = ()

    def companion(self, name: str) -> Piece | None:
        """Return the text of a block that belongs to this one."""
        return next((block.piece for block in self.companions if block.name == name), None)


@dataclass(frozen=True, slots=True)
class TableWording:
    """A table with one row for each row of a field.

    Attributes:
        layout: Id of its column widths.
        each: The field whose rows it prints, ``缺陷`` or ``项.文件``.
        heads: Head of each column.
        row: Its cells in one piece, a ``CELL`` before each.
        struck: Condition under which a row is struck through.
        total: Cells of a last row outside the loop; the last one spans the rest.
        page_total: Cells of a last row of each page (页计).
        carried: Cells of a first row of each page but the first (承前).
    """

    line: int
    layout: str
    each: Piece
    heads: tuple[str, ...]
    row: Piece
    struck: Piece | None = None
    total: Piece | None = None
    page_total: Piece | None = None
    carried: Piece | None = None


@dataclass(frozen=True, slots=True)
class FormWording:
    """A table of labels and values, a line for each row."""

    layout: str
    piece: Piece


@dataclass(frozen=True, slots=True)
class RepeatWording:
    """Blocks that are printed again for each row of a field (每个)."""

    each: Piece
    parts: tuple["PartWording", ...]


@dataclass(frozen=True, slots=True)
class ChoiceWording:
    """Blocks that are printed under a condition, and those printed otherwise (如果、否则)."""

    condition: Piece
    parts: tuple["PartWording", ...]
    otherwise: tuple["PartWording", ...] = ()


PartWording: TypeAlias = BlockWording | TableWording | FormWording | RepeatWording | ChoiceWording


@dataclass(frozen=True, slots=True)
class Wording:
    """A template: the base of the paper and its blocks in order."""

    base: Base
    is_landscape: bool
    parts: tuple[PartWording, ...]

    def blocks(self) -> Iterator[BlockWording | TableWording | FormWording]:
        """Yield every block in the order of the text, those under conditions too."""
        yield from _blocks_of(self.parts)


def _blocks_of(
    parts: tuple[PartWording, ...],
) -> Iterator[BlockWording | TableWording | FormWording]:
    for part in parts:
        if isinstance(part, RepeatWording):
            yield from _blocks_of(part.parts)
        elif isinstance(part, ChoiceWording):
            yield from _blocks_of(part.parts)
            yield from _blocks_of(part.otherwise)
        else:
            yield part
