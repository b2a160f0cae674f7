"""The measures of the page, read from the layout file of the shelf."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

import msgspec

from resources import path_of
from review.letters.letter_model import CellRole

POINTS_PER_MM = 72 / 25.4


@dataclass(frozen=True, slots=True)
class PageLayout:
    """The sheet and its type area (版心)."""

    width_mm: float
    height_mm: float
    left_mm: float
    top_mm: float
    text_width_mm: float
    text_height_mm: float
    lines: int
    characters: int
    number_size_pt: float
    number_dash_below_mm: float
    line_pitch_pt: float = 0.0
    """A fixed line pitch; 0 where the lines fill the type area."""

    @property
    def right_mm(self) -> float:
        """Right margin."""
        return self.width_mm - self.left_mm - self.text_width_mm

    @property
    def bottom_mm(self) -> float:
        """Bottom margin."""
        return self.height_mm - self.top_mm - self.text_height_mm

    @property
    def pitch_pt(self) -> float:
        """Distance of two lines of the body."""
        return self.line_pitch_pt or self.text_height_mm * POINTS_PER_MM / self.lines

    @property
    def flow_height_pt(self) -> float:
        """Height that text flows into: every line of the page.

        A wide pitch may reach beyond the type area by the empty space under its last line.
        """
        return max(self.height_pt, self.lines * self.pitch_pt)

    @property
    def width_pt(self) -> float:
        """Width of the type area."""
        return self.text_width_mm * POINTS_PER_MM

    @property
    def height_pt(self) -> float:
        """Height of the type area."""
        return self.text_height_mm * POINTS_PER_MM

    def point(self, x: float, down: float) -> tuple[float, float]:
        """Turn a place in the type area into one on the sheet, whose origin is below left."""
        height = (self.height_mm - self.top_mm) * POINTS_PER_MM
        return self.left_mm * POINTS_PER_MM + x, height - down

    def turned(self) -> "PageLayout":
        """Return the sheet turned for a wide table: its head lies at the left edge of the sheet.

        That is the binding side of odd and the cut side of even pages (GB/T 9704-2012, 横排表格).
        Lines and characters keep their size as nearly as the turned type area allows.
        """
        width, height = self.text_height_mm * POINTS_PER_MM, self.text_width_mm * POINTS_PER_MM
        return replace(
            self,
            width_mm=self.height_mm,
            height_mm=self.width_mm,
            left_mm=self.bottom_mm,
            top_mm=self.left_mm,
            text_width_mm=self.text_height_mm,
            text_height_mm=self.text_width_mm,
            lines=int(height // self.pitch_pt),
            characters=int(width // self.size_pt),
        )

    @property
    def size_pt(self) -> float:
        """Width of a body character, so that a line holds exactly as many as the standard says."""
        return self.text_width_mm * POINTS_PER_MM / self.characters


@dataclass(frozen=True, slots=True)
class LetterheadLayout:
    """发文机关标志 and the double rules of the letter form."""

    top_mm: float
    size_pt: float
    colour: str
    rule_gap_mm: float
    rule_width_mm: float
    thick_pt: float
    thin_pt: float
    between_pt: float
    lower_rule_bottom_mm: float

    @property
    def rules_height_pt(self) -> float:
        """Height of a double rule."""
        return self.thick_pt + self.between_pt + self.thin_pt


@dataclass(frozen=True, slots=True)
class OfficialLayout:
    """The red head of the official base; heights below the type area's top and in lines."""

    head_below_mm: float
    number_lines_above: float
    rule_below_mm: float
    rule_pt: float
    title_lines_above: float


@dataclass(frozen=True, slots=True)
class TitleLayout:
    """标题."""

    size_pt: float
    pitch_pt: float
    line_characters: int


@dataclass(frozen=True, slots=True)
class NumberLayout:
    """发文字号."""

    below_rule_characters: float


@dataclass(frozen=True, slots=True)
class SealLayout:
    """The signature and the room that the seal needs around it."""

    diameter_mm: float
    date_indent_characters: float
    lines_above: float
    lines_below: int


@dataclass(frozen=True, slots=True)
class SignatureLayout:
    """The signature without seal, and how far a page may be drawn together for one."""

    unsealed_indent_characters: float
    unsealed_lines_above: float
    least_lines_above: float
    least_pitch_pt: float


@dataclass(frozen=True, slots=True)
class ImprintLayout:
    """版记."""

    size_pt: float
    pitch_pt: float
    outer_rule_mm: float
    inner_rule_mm: float


@dataclass(frozen=True, slots=True)
class SmallPrintLayout:
    """Explanations under a table."""

    size_pt: float
    pitch_pt: float


@dataclass(frozen=True, slots=True)
class SigningLayout:
    """Places to sign by hand; the room for a name in characters."""

    size_pt: float
    pitch_pt: float
    room_characters: float


@dataclass(frozen=True, slots=True)
class CutLineLayout:
    """A dashed line to cut along."""

    size_pt: float
    pitch_pt: float
    rule_pt: float
    dash_pt: float


@dataclass(frozen=True, slots=True)
class CheckMarkLayout:
    """核验码: the QR code with its quiet zone, and the short code beside it."""

    label: str
    code_mm: float
    quiet_modules: float
    size_pt: float
    pitch_pt: float


@dataclass(frozen=True, slots=True)
class TableLayout:
    """Type and rules of every table; short cells stand closer to their rules."""

    size_pt: float
    pitch_pt: float
    rule_pt: float
    padding_x_mm: float
    padding_y_mm: float
    padding_short_mm: float


@dataclass(frozen=True, slots=True)
class ColumnsLayout:
    """Widths of the columns of one table and what each holds.

    Attributes:
        name: How templates call it (版样).
        size_pt: Size of its type where it is smaller than that of other tables.
        pitch_pt: Distance of its lines, likewise.
    """

    widths_mm: tuple[float, ...]
    roles: tuple[CellRole, ...]
    name: str = ""
    size_pt: float | None = None
    pitch_pt: float | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """All measures of a paper."""

    page: PageLayout
    letterhead: LetterheadLayout
    official: OfficialLayout
    title: TitleLayout
    number: NumberLayout
    seal: SealLayout
    signature: SignatureLayout
    imprint: ImprintLayout
    small_print: SmallPrintLayout
    signing: SigningLayout
    cut_line: CutLineLayout
    check_mark: CheckMarkLayout
    table: TableLayout
    tables: Mapping[str, ColumnsLayout]

    def table_type(self, name: str) -> TableLayout:
        """Return type and rules of one table."""
        columns, table = self.tables[name], self.table
        return replace(
            table,
            size_pt=columns.size_pt or table.size_pt,
            pitch_pt=columns.pitch_pt or table.pitch_pt,
        )

    def turned(self) -> "Layout":
        """Return the measures of a turned page."""
        return replace(self, page=self.page.turned())


@cache
def page_layout() -> Layout:
    """Return the measures that come with the program."""
    text = path_of("letters", "layout.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), Layout)


def layout_names() -> dict[str, str]:
    """Return the ids of the column widths by the names that templates know."""
    return {columns.name or table: table for table, columns in page_layout().tables.items()}
