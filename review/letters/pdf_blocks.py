"""The blocks of a paper are set in type: each becomes the strips that go onto pages."""

from collections.abc import Callable
from dataclasses import replace

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from review.letters.faces import FaceRole, chain_of
from review.letters.layout import POINTS_PER_MM, Layout
from review.letters.letter_model import (
    Addressee,
    AttachmentNote,
    Base,
    Block,
    Caption,
    Heading,
    Imprint,
    Letterhead,
    LetterModel,
    Note,
    NumberLine,
    Paragraph,
    Signature,
    Table,
    Title,
)
from review.letters.line_breaking import Line, set_lines
from review.letters.pages import Draw, Strip
from review.letters.pdf_drawing import baseline, draw_double_rule, draw_line
from review.letters.pdf_tables import TableSetter

INDENT = 2.0
ATTACHMENT_NUMBERS = 5.0
ATTACHMENT_NAMES = 6.0
"""Where numbers and names of attachments begin behind “附件：”, in em."""

KEPT_LINES = 2
"""So many lines of the body at least stand on the page of the signature."""

HEADING_FACES = {1: FaceRole.HEADING, 2: FaceRole.SUBHEADING}


class BlockSetter:
    """Sets the blocks of one paper; remembers the characters that no face has."""

    def __init__(self, model: LetterModel, layout: Layout) -> None:
        self._base = model.base
        self._layout = layout
        self._page = layout.page
        self._width = layout.page.text_width_mm * POINTS_PER_MM
        self.gaps: set[str] = set()
        self._setters: dict[type, Callable[..., list[Strip]]] = {
            Letterhead: self._letterhead,
            NumberLine: self._number,
            Title: self._title,
            Addressee: self._addressee,
            Heading: self._heading,
            Paragraph: self._paragraph,
            Caption: self._caption,
            Table: TableSetter(layout, self.gaps).strips,
            AttachmentNote: self._attachments,
            Signature: self._signature,
            Note: self._note,
            Imprint: self._imprint,
        }

    def strips(self, blocks: tuple[Block, ...]) -> list[Strip]:
        """Return the strips of the blocks; the signature keeps the last lines before it."""
        strips: list[Strip] = []
        for block in blocks:
            if isinstance(block, Signature):
                _keep_last_lines(strips)
            strips += self._setters[type(block)](block)
        return strips

    def _letterhead(self, block: Letterhead) -> list[Strip]:
        """Red name of the office, its ink at the height the standard asks, over a double rule."""
        head = self._layout.letterhead
        chain = chain_of(FaceRole.TITLE)
        line = self._set(block.text, FaceRole.TITLE, float("inf"))[0]
        size = min(head.size_pt, self._width / line.length)
        low, high = chain.ink(block.text)
        ink_top = (head.top_mm - self._page.top_mm) * POINTS_PER_MM
        rule_top = ink_top + (high - low) * size + head.rule_gap_mm * POINTS_PER_MM
        height = rule_top + head.rules_height_pt

        def draw(canvas: Canvas, top: float) -> None:
            canvas.saveState()
            canvas.setFillColor(HexColor(f"#{head.colour}"))
            x = (self._width - line.length * size) / 2
            draw_line(canvas, line, self._at(x, top + ink_top + high * size), size)
            canvas.restoreState()
            _, foot = self._at(0, top + height)
            draw_double_rule(canvas, self._layout, foot, (head.thick_pt, head.thin_pt))

        return [Strip(height, draw, keeps_next=True)]

    def _number(self, block: NumberLine) -> list[Strip]:
        """Flush right; in the letter form close under the double rule."""
        line = self._set(block.text, FaceRole.BODY, float("inf"))[0]
        size = self._page.size_pt
        x = self._width - line.length * size
        if self._base is Base.LETTER:
            gap = self._layout.number.below_rule_characters * size
            return [
                Strip(gap, keeps_next=True),
                Strip(size, self._line_drawer(line, size, size, x), keeps_next=True),
            ]
        return [self._text_strip(line, x=x, keeps_next=True)]

    def _title(self, block: Title) -> list[Strip]:
        title = self._layout.title
        pitch = self._page.pitch_pt
        strips = []
        if self._base is Base.LETTER:
            strips.append(Strip(2 * pitch, keeps_next=True))
        for text in block.lines:
            line = self._set(text, FaceRole.TITLE, float("inf"))[0]
            size = min(title.size_pt, self._width / line.length)
            x = (self._width - line.length * size) / 2
            drawer = self._line_drawer(line, size, title.pitch_pt, x)
            strips.append(Strip(title.pitch_pt, drawer, keeps_next=True))
        if self._base is Base.LETTER:
            strips.append(Strip(pitch, keeps_next=True))
        return strips

    def _addressee(self, block: Addressee) -> list[Strip]:
        return self._lines(block.text, FaceRole.BODY, indent=0, keeps_next=True)

    def _heading(self, block: Heading) -> list[Strip]:
        return self._lines(block.text, HEADING_FACES[block.level], keeps_next=True)

    def _paragraph(self, block: Paragraph) -> list[Strip]:
        return self._lines(block.text, FaceRole.BODY)

    def _caption(self, block: Caption) -> list[Strip]:
        line = self._set(block.text, FaceRole.HEADING, self._page.characters)[0]
        middle = (self._page.characters - line.length) / 2 * self._page.size_pt
        return [self._text_strip(line, x=middle, keeps_next=True)]

    def _attachments(self, block: AttachmentNote) -> list[Strip]:
        """One line below the body; names that run over hang under their beginning."""
        strips = [Strip(self._page.pitch_pt, is_gap=True)]
        x = ATTACHMENT_NAMES * self._page.size_pt
        for place, item in enumerate(block.items):
            hang = ATTACHMENT_NUMBERS - ATTACHMENT_NAMES if place else INDENT - ATTACHMENT_NAMES
            room = self._page.characters - ATTACHMENT_NAMES
            lines = self._set(item, FaceRole.BODY, room, hang)
            strips += [self._text_strip(line, x=x) for line in lines]
        return strips

    def _signature(self, block: Signature) -> list[Strip]:
        """Name centred over the date, with the room of a seal above and below."""
        seal, size, pitch = self._layout.seal, self._page.size_pt, self._page.pitch_pt
        name = self._set(block.office_name, FaceRole.BODY, self._page.characters)[0]
        date = self._set(block.date_text, FaceRole.BODY, self._page.characters)[0]
        from_right = max(seal.date_indent_characters + date.length / 2, name.length / 2)
        middle = (self._page.characters - from_right) * size
        return [
            Strip(seal.lines_above * pitch, keeps_next=True),
            self._text_strip(name, x=middle - name.length * size / 2, keeps_next=True),
            self._text_strip(date, x=middle - date.length * size / 2, keeps_next=True),
            Strip(seal.lines_below * pitch, is_gap=True, keeps_next=True),
        ]

    def _note(self, block: Note) -> list[Strip]:
        return self._lines(block.text, FaceRole.BODY, keeps_next=True)

    def _imprint(self, block: Imprint) -> list[Strip]:
        """At the foot of the last page, one character in from both edges."""
        imprint = self._layout.imprint
        room = self._width / imprint.size_pt - INDENT
        lines = self._set(block.text, FaceRole.BODY, room)
        drawers = [
            self._line_drawer(line, imprint.size_pt, imprint.pitch_pt, imprint.size_pt)
            for line in lines
        ]

        def draw(canvas: Canvas, top: float) -> None:
            for place, drawer in enumerate(drawers):
                drawer(canvas, top + place * imprint.pitch_pt)

        return [Strip(len(lines) * imprint.pitch_pt, draw, is_foot=True)]

    def _lines(
        self, text: str, role: FaceRole, *, indent: float = INDENT, keeps_next: bool = False
    ) -> list[Strip]:
        lines = self._set(text, role, self._page.characters, indent)
        return [self._text_strip(line, keeps_next=keeps_next) for line in lines]

    def _text_strip(self, line: Line, *, x: float = 0.0, keeps_next: bool = False) -> Strip:
        pitch, size = self._page.pitch_pt, self._page.size_pt
        return Strip(pitch, self._line_drawer(line, size, pitch, x), keeps_next)

    def _line_drawer(self, line: Line, size: float, pitch: float, x: float) -> Draw:
        def draw(canvas: Canvas, top: float) -> None:
            draw_line(canvas, line, self._at(x, baseline(top, pitch, size)), size)

        return draw

    def _at(self, x: float, down: float) -> tuple[float, float]:
        """Turn a place in the type area into one on the page, whose origin is below left."""
        page = self._page
        height = (page.height_mm - page.top_mm) * POINTS_PER_MM
        return page.left_mm * POINTS_PER_MM + x, height - down

    def _set(self, text: str, role: FaceRole, width: float, indent: float = 0.0) -> list[Line]:
        lines = set_lines(text, chain_of(role).measure, width, indent=indent)
        self.gaps.update(glyph.char for line in lines for glyph in line.glyphs if not glyph.face)
        return lines


def _keep_last_lines(strips: list[Strip]) -> None:
    """Tie the last lines to what follows, so that no seal stands on a page without text."""
    for place in range(max(0, len(strips) - KEPT_LINES), len(strips)):
        strips[place] = replace(strips[place], keeps_next=True)
