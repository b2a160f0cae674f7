"""The letter model: the blocks of one paper in reading order, without page or face.

Both writers are fed from it, so that Word and PDF say the same words.
"""

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import TypeAlias


class Base(Enum):
    """On which base of GB/T 9704 the paper stands."""

    LETTER = "letter"
    """信函式: red letterhead between double red rules, no number on page 1."""
    FORM = "form"
    """表格式: title and table."""


class CellRole(Enum):
    """What a cell of a table holds; the layout decides face and position by it."""

    HEAD = "head"
    LABEL = "label"
    VALUE = "value"
    SHORT = "short"
    LONG = "long"

    @property
    def is_head(self) -> bool:
        """Heads and labels name what stands in other cells."""
        return self in (CellRole.HEAD, CellRole.LABEL)

    @property
    def is_centred(self) -> bool:
        """Only running text and values begin at the left."""
        return self not in (CellRole.VALUE, CellRole.LONG)


@dataclass(frozen=True, slots=True)
class Letterhead:
    """发文机关标志 in red, with the double rules of the letter form."""

    text: str


@dataclass(frozen=True, slots=True)
class NumberLine:
    """发文字号, flush right."""

    text: str


@dataclass(frozen=True, slots=True)
class Title:
    """标题, already broken into lines by sense."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Addressee:
    """主送机关, flush left."""

    text: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 (一、 in 黑体) or 2 (（一） in 楷体)."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the body, first line indented by two characters."""

    text: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell; each line feed in its text begins a new paragraph of the cell."""

    text: str
    role: CellRole
    span: int = 1


@dataclass(frozen=True, slots=True)
class Caption:
    """The name of the table that follows, centred over it."""

    text: str


Row: TypeAlias = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table over the full width; the head rows stand again on each page.

    Attributes:
        layout: Name of its column widths in ``resources/letters/layout.toml``.
    """

    layout: str
    head: tuple[Row, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class AttachmentNote:
    """附件说明: the list of attachments under the body."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Signature:
    """发文机关署名 and 成文日期 with the room for the seal."""

    office_name: str
    date_text: str


@dataclass(frozen=True, slots=True)
class Note:
    """附注 in brackets under the date."""

    text: str


@dataclass(frozen=True, slots=True)
class Imprint:
    """版记 at the foot of the last page; in the letter form without rules."""

    text: str


Block: TypeAlias = (
    Letterhead
    | NumberLine
    | Title
    | Addressee
    | Heading
    | Paragraph
    | Caption
    | Table
    | AttachmentNote
    | Signature
    | Note
    | Imprint
)


@dataclass(frozen=True, slots=True)
class LetterModel:
    """One paper: its base, its blocks and what the file properties say of it."""

    kind_id: str
    base: Base
    heading: str
    author: str
    letter_date: date
    blocks: tuple[Block, ...]
