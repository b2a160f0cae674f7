"""The letter model: the blocks of one paper in reading order, without page or face.

Both writers are fed from it, so that Word and PDF say the same words.
"""

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import TypeAlias


class Base(Enum):
    """On which base of GB/T 9704 the paper stands."""

    OFFICIAL = "official"
    """文件式: red letterhead, number and red rule, imprint with rules."""
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
    """发文字号; its place depends on the base.

    In the letter and form bases it stands flush right. In the official base it is centred over the
    red rule; with a signer (上行文) it stands left and the signer (签发人) right on the same line.
    """

    text: str
    signer: str = ""


@dataclass(frozen=True, slots=True)
class Title:
    """标题, already broken into lines by sense."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Subtitle:
    """A centred line under the title: （代拟稿）, （2026年第二季度）, the adopting meeting."""

    text: str


@dataclass(frozen=True, slots=True)
class Addressee:
    """主送机关, flush left."""

    text: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: level 1 (一、 in 黑体), 2 (（一） in 楷体), 3 (1．) and 4 (（1）) in 仿宋."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the body, first line indented by two characters."""

    text: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell; each line feed in its text begins a new paragraph of the cell.

    A struck cell belongs to a void line: it stays readable under the stroke.
    """

    text: str
    role: CellRole
    span: int = 1
    is_struck: bool = False


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
    """发文机关署名 and 成文日期: with the room for the seal, or without one (不加盖印章)."""

    office_name: str
    date_text: str
    has_seal: bool = True


@dataclass(frozen=True, slots=True)
class SigningLine:
    """Places to sign by hand under a form or register, spread over the width (签字栏)."""

    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SmallPrint:
    """Explanations under a table, smaller than the body (说明)."""

    text: str


@dataclass(frozen=True, slots=True)
class CutLine:
    """A dashed line to cut along, with words in its middle, above a slip to send back (回执)."""

    text: str


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins a new page."""


@dataclass(frozen=True, slots=True)
class Annex:
    """An annex begins on a new page: its label (附件1) top left in 黑体, its title on line 3.

    Everything up to the next annex or to the imprint belongs to it. A landscape annex has its pages
    turned (head to the binding side on odd pages, to the cut side on even ones).

    Attributes:
        label: 附件 or 附件1, without colon; empty where a form only begins a new page.
    """

    label: str
    title_lines: tuple[str, ...]
    is_landscape: bool = False


@dataclass(frozen=True, slots=True)
class CheckMark:
    """The offline proof of a paper (核验码): a QR code and a short code people can type.

    It stands at the foot of the last page, left, clear of the seal.

    Attributes:
        payload: What the QR code holds; ASCII.
        code: The short code as printed, for example ``"7K3M-9QXD"``.
    """

    payload: str
    code: str


@dataclass(frozen=True, slots=True)
class Note:
    """附注 in brackets under the date."""

    text: str


@dataclass(frozen=True, slots=True)
class Imprint:
    """版记 at the foot of the last page; in the letter form the copy line only, without rules.

    Attributes:
        text: 抄送 with its label and full stop; empty when nobody gets a copy.
        printing_office: 印发机关; empty in the letter form.
        printing_date: 印发日期 with 印发, for example ``"2026年3月2日印发"``.
    """

    text: str
    printing_office: str = ""
    printing_date: str = ""


Block: TypeAlias = (
    Letterhead
    | NumberLine
    | Title
    | Subtitle
    | Addressee
    | Heading
    | Paragraph
    | Caption
    | Table
    | AttachmentNote
    | Signature
    | SigningLine
    | SmallPrint
    | CutLine
    | PageBreak
    | Annex
    | CheckMark
    | Note
    | Imprint
)


@dataclass(frozen=True, slots=True)
class LetterModel:
    """One paper: its base, its blocks and what the file properties say of it.

    Attributes:
        is_landscape: The whole paper stands on turned pages (registers, lists, wide forms).
    """

    kind_id: str
    base: Base
    heading: str
    author: str
    letter_date: date
    blocks: tuple[Block, ...]
    is_landscape: bool = False
