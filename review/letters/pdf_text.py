"""The text of a paper in type: addressee, headings, paragraphs, attachments, explanations."""

from dataclasses import replace

from review.letters.faces import FaceRole
from review.letters.letter_model import (
    Addressee,
    AttachmentNote,
    Caption,
    CutLine,
    Heading,
    Note,
    Paragraph,
    SmallPrint,
)
from review.letters.pdf_canvas import PaperCanvas
from review.letters.pdf_drawing import draw_dashes
from review.letters.pdf_strips import INDENT, StripMaker
from review.letters.strips import Bookmark, Strip

ATTACHMENT_NUMBERS = 5.0
ATTACHMENT_NAMES = 6.0
"""Where numbers and names of attachments begin behind “附件：”, in em."""

HEADING_FACES = {1: FaceRole.HEADING, 2: FaceRole.SUBHEADING}


class TextSetter:
    """Sets the blocks of running text."""

    def __init__(self, maker: StripMaker) -> None:
        self._maker = maker
        self._page = maker.page

    def addressee(self, block: Addressee) -> list[Strip]:
        """Flush left."""
        return self._maker.paragraph(block.text, FaceRole.BODY, indent=0, keeps_next=True)

    def heading(self, block: Heading) -> list[Strip]:
        """Set a heading; it stays with the text under it."""
        role = HEADING_FACES.get(block.level, FaceRole.BODY)
        strips = self._maker.paragraph(block.text, role, keeps_next=True)
        return bookmarked(strips, Bookmark(block.level, block.text))

    def paragraph(self, block: Paragraph) -> list[Strip]:
        """Set a paragraph of the body."""
        strips = self._maker.paragraph(block.text, FaceRole.BODY)
        return [replace(strip, is_text=True) for strip in strips]

    def note(self, block: Note) -> list[Strip]:
        """Set the note under the date; it stays with the imprint."""
        return self._maker.paragraph(block.text, FaceRole.BODY, keeps_next=True)

    def caption(self, block: Caption) -> list[Strip]:
        """Set the name of a table, centred over it."""
        lines = self._maker.typesetter.lines(
            block.text, FaceRole.HEADING, self._page.characters, widest_gap=0.0
        )
        size, pitch = self._page.size_pt, self._page.pitch_pt
        return [self._maker.centred(line, size, pitch) for line in lines]

    def attachments(self, block: AttachmentNote) -> list[Strip]:
        """One line below the body; names that run over hang under their beginning."""
        strips = [self._maker.gap(1, keeps_next=True)]
        x = ATTACHMENT_NAMES * self._page.size_pt
        room = self._page.characters - ATTACHMENT_NAMES
        for place, item in enumerate(block.items):
            hang = ATTACHMENT_NUMBERS - ATTACHMENT_NAMES if place else INDENT - ATTACHMENT_NAMES
            lines = self._maker.typesetter.lines(item, FaceRole.BODY, room, hang)
            strips += [self._maker.text_line(line, x=x) for line in lines]
        return strips

    def small_print(self, block: SmallPrint) -> list[Strip]:
        """Set an explanation smaller than the body."""
        small = self._maker.layout.small_print
        room = self._page.width_pt / small.size_pt
        lines = self._maker.typesetter.lines(block.text, FaceRole.BODY, room, INDENT)
        return [
            Strip(small.pitch_pt, self._maker.drawer(line, small.size_pt, small.pitch_pt, 0.0))
            for line in lines
        ]

    def cut_line(self, block: CutLine) -> list[Strip]:
        """Draw a dashed line with its words in the middle."""
        cut = self._maker.layout.cut_line
        line = self._maker.typesetter.line(block.text, FaceRole.BODY)
        words = line.length * cut.size_pt
        gap = cut.size_pt if words else 0.0
        side = (self._page.width_pt - words) / 2 - gap
        write = self._maker.drawer(line, cut.size_pt, cut.pitch_pt, side + gap)
        page = self._page

        def draw(canvas: PaperCanvas, top: float) -> None:
            for x in (0.0, page.width_pt - side):
                place = page.point(x, top + cut.pitch_pt / 2)
                draw_dashes(canvas, place, side, (cut.rule_pt, cut.dash_pt))
            write(canvas, top)

        before = self._maker.gap(0.5, keeps_next=True)
        return [before, Strip(cut.pitch_pt, draw, keeps_next=True)]


def bookmarked(strips: list[Strip], entry: Bookmark) -> list[Strip]:
    """Return the strips, the first of which the outline leads to."""
    first, *others = strips
    return [replace(first, bookmark=entry), *others]
