"""The head of a paper in type: red letterhead, number, red rule, title, beginning of an annex."""

from dataclasses import replace

from reportlab.lib.colors import HexColor

from review.letters.faces import FaceRole
from review.letters.layout import POINTS_PER_MM
from review.letters.letter_model import Annex, Base, Letterhead, NumberLine, Subtitle, Title
from review.letters.pdf_canvas import PaperCanvas
from review.letters.pdf_drawing import baseline, draw_double_rule, draw_line, draw_rule
from review.letters.pdf_strips import StripMaker
from review.letters.pdf_text import bookmarked
from review.letters.set_line import Line
from review.letters.strips import Bookmark, Strip

ANNEX_TITLE_LINE = 2
"""So many lines stand above the title of an annex: its label and an empty one."""


class HeadSetter:
    """Sets the blocks at the head of a paper or annex."""

    def __init__(self, maker: StripMaker) -> None:
        self._maker = maker
        self._layout = maker.layout
        self._page = maker.page

    def letterhead(self, block: Letterhead) -> list[Strip]:
        """Red name of the office, its ink at the height the standard asks."""
        head = self._layout.letterhead
        line = self._maker.typesetter.line(block.text, FaceRole.TITLE)
        size = min(head.size_pt, self._page.width_pt / line.length)
        low, high = self._maker.typesetter.ink(block.text, FaceRole.TITLE)
        is_letter = self._maker.base is Base.LETTER
        below_mm = (
            head.top_mm - self._page.top_mm if is_letter else self._layout.official.head_below_mm
        )
        ink_top = below_mm * POINTS_PER_MM
        ink_bottom = ink_top + (high - low) * size
        rules = head.rule_gap_mm * POINTS_PER_MM + head.rules_height_pt if is_letter else 0.0
        x = (self._page.width_pt - line.length * size) / 2

        def draw(canvas: PaperCanvas, top: float) -> None:
            canvas.saveState()
            canvas.setFillColor(HexColor(f"#{head.colour}"))
            draw_line(canvas, line, self._page.point(x, top + ink_top + high * size), size)
            canvas.restoreState()
            if is_letter:
                _, foot = self._page.point(0, top + ink_bottom + rules)
                draw_double_rule(canvas, self._layout, foot, (head.thick_pt, head.thin_pt))

        return [Strip(ink_bottom + rules, draw, keeps_next=True)]

    def number(self, block: NumberLine) -> list[Strip]:
        """Flush right in letters and forms; over the red rule in the official base."""
        line = self._maker.typesetter.line(block.text, FaceRole.BODY)
        size = self._page.size_pt
        x = self._page.width_pt - line.length * size
        if self._maker.base is Base.OFFICIAL:
            return self._number_over_rule(block, line)
        if self._maker.base is Base.LETTER:
            gap = self._layout.number.below_rule_characters * size
            drawer = self._maker.drawer(line, size, size, x)
            return [Strip(gap, keeps_next=True), Strip(size, drawer, keeps_next=True)]
        return [replace(self._maker.text_line(line, x=x, keeps_next=True), spare=0.0)]

    def title(self, block: Title) -> list[Strip]:
        """Two lines below the rule or number; a form begins with it."""
        above = {Base.LETTER: 2.0, Base.OFFICIAL: self._layout.official.title_lines_above}
        gap = above.get(self._maker.base, 0.0) * self._page.pitch_pt
        return [*([Strip(gap, keeps_next=True)] if gap else []), *self._title_lines(block.lines)]

    def subtitle(self, block: Subtitle) -> list[Strip]:
        """Set a centred line under the title, in 楷体."""
        lines = self._maker.typesetter.lines(
            block.text, FaceRole.SUBHEADING, self._page.characters, widest_gap=0.0
        )
        size, pitch = self._page.size_pt, self._page.pitch_pt
        return [self._maker.centred(line, size, pitch) for line in lines]

    def annex(self, block: Annex) -> list[Strip]:
        """Label top left in 黑体, title centred from the third line."""
        strips = []
        if block.label:
            line = self._maker.typesetter.line(block.label, FaceRole.HEADING)
            strips.append(self._maker.text_line(line, keeps_next=True))
            empty = (ANNEX_TITLE_LINE - 1) * self._page.pitch_pt
            strips.append(Strip(empty, keeps_next=True))
        strips += [replace(strip, bookmark=None) for strip in self._title_lines(block.title_lines)]
        entry = Bookmark(0, " ".join((block.label, "".join(block.title_lines))).strip())
        return bookmarked(strips, entry) if strips else []

    def _title_lines(self, texts: tuple[str, ...]) -> list[Strip]:
        title = self._layout.title
        strips = []
        for text in texts:
            line = self._maker.typesetter.line(text, FaceRole.TITLE)
            size = min(title.size_pt, self._page.width_pt / max(line.length, 1.0))
            strips.append(self._maker.centred(line, size, title.pitch_pt))
        return bookmarked(strips, Bookmark(0, "".join(texts))) if strips else []

    def _number_over_rule(self, block: NumberLine, line: Line) -> list[Strip]:
        """Centred; upward at the left, one character in, with the signer at the right."""
        official, size, pitch = self._layout.official, self._page.size_pt, self._page.pitch_pt
        low, _ = self._maker.typesetter.ink(block.text, FaceRole.BODY)
        texts = [(line, (self._page.width_pt - line.length * size) / 2)]
        if block.signer:
            label, colon, name = block.signer.rpartition("：")
            named = self._maker.typesetter.line(name, FaceRole.SUBHEADING)
            labelled = self._maker.typesetter.line(label + colon, FaceRole.BODY)
            end = self._page.width_pt - size
            start = end - named.length * size
            texts = [
                (line, size),
                (labelled, start - labelled.length * size),
                (named, start),
            ]
        ink_bottom = baseline(0, pitch, size) - low * size
        rule_top = ink_bottom + official.rule_below_mm * POINTS_PER_MM
        colour = self._layout.letterhead.colour

        def draw(canvas: PaperCanvas, top: float) -> None:
            for words, x in texts:
                y = baseline(top, pitch, size)
                draw_line(canvas, words, self._page.point(x, y), size)
            left = self._page.point(0, top + rule_top + official.rule_pt)
            draw_rule(canvas, left, self._page.width_pt, official.rule_pt, colour)

        return [
            Strip(official.number_lines_above * pitch, keeps_next=True),
            Strip(rule_top + official.rule_pt, draw, keeps_next=True),
        ]
