"""The end of a paper in type: signature, places to sign, proof mark, imprint."""

from dataclasses import replace

from review.letters.faces import FaceRole
from review.letters.layout import POINTS_PER_MM
from review.letters.letter_model import Base, CheckMark, Imprint, Signature, SigningLine
from review.letters.pdf_canvas import PaperCanvas
from review.letters.pdf_drawing import draw_qr_code, draw_rule
from review.letters.pdf_strips import StripMaker
from review.letters.qr_modules import qr_modules
from review.letters.set_line import Line
from review.letters.strips import Draw, Strip


class EndSetter:
    """Sets the blocks under the text."""

    def __init__(self, maker: StripMaker) -> None:
        self._maker = maker
        self._layout = maker.layout
        self._page = maker.page

    def signature(self, block: Signature) -> list[Strip]:
        """Set name and date, with the room of a seal or without."""
        name = self._line(block.office_name)
        date = self._line(block.date_text)
        if block.has_seal:
            return self._sealed(name, date)
        return self._unsealed(name, date)

    def signing_line(self, block: SigningLine) -> list[Strip]:
        """Spread the labels over the width, each with room for a name behind it."""
        signing = self._layout.signing
        room = self._page.width_pt / signing.size_pt
        lines = [self._line(label) for label in block.labels]
        rows = 1
        while rows < len(lines) and any(
            sum(line.length + signing.room_characters for line in row) > room
            for row in _dealt(lines, rows)
        ):
            rows += 1
        strips = [self._maker.gap(0.5, keeps_next=True)]
        strips += [self._signing_row(row, room) for row in _dealt(lines, rows)]
        return [*strips[:-1], replace(strips[-1], keeps_next=False)]

    def _signing_row(self, lines: list[Line], room: float) -> Strip:
        """Set one row of labels; the room behind each is the same."""
        signing = self._layout.signing
        behind = max(0.0, room - sum(line.length for line in lines)) / len(lines)
        drawers, x = [], 0.0
        for line in lines:
            place = x * signing.size_pt
            drawers.append(self._maker.drawer(line, signing.size_pt, signing.pitch_pt, place))
            x += line.length + behind
        return Strip(signing.pitch_pt, _all(drawers), keeps_next=True)

    def check_mark(self, block: CheckMark) -> list[Strip]:
        """Set QR code and short code at the foot, left, beside the signature if it has room."""
        mark = self._layout.check_mark
        modules = qr_modules(block.payload)
        side = mark.code_mm * POINTS_PER_MM
        quiet = side / len(modules) * mark.quiet_modules
        whole = side + 2 * quiet
        left = whole
        label = self._maker.typesetter.line(mark.label, FaceRole.BODY)
        code = self._maker.typesetter.line(block.code, FaceRole.HEADING)
        write = [
            self._maker.drawer(line, mark.size_pt, mark.pitch_pt, left) for line in (label, code)
        ]
        page = self._page

        def draw(canvas: PaperCanvas, top: float) -> None:
            draw_qr_code(canvas, modules, page.point(quiet, top + whole - quiet), side)
            first = top + whole / 2 - mark.pitch_pt
            for place, drawer in enumerate(write):
                drawer(canvas, first + place * mark.pitch_pt)

        return [Strip(whole, draw, is_foot=True, stands_left=True)]

    def imprint(self, block: Imprint) -> list[Strip]:
        """At the foot of the last page, one character in from both edges."""
        copies = self._copies(block.text) if block.text else []
        if self._maker.base is not Base.OFFICIAL:
            return [_foot(copies, self._layout.imprint.pitch_pt)] if copies else []
        return self._ruled(copies, block)

    def _sealed(self, name: Line, date: Line) -> list[Strip]:
        """Name centred over the date, four characters from the right."""
        seal, size, pitch = self._layout.seal, self._page.size_pt, self._page.pitch_pt
        from_right = max(seal.date_indent_characters + date.length / 2, name.length / 2)
        middle = (self._page.characters - from_right) * size
        spare = (seal.lines_above - self._layout.signature.least_lines_above) * pitch
        strips = [
            Strip(seal.lines_above * pitch, keeps_next=True, pulls=True, spare=spare),
            self._maker.text_line(name, x=middle - name.length * size / 2, keeps_next=True),
            replace(
                self._maker.text_line(date, x=middle - date.length * size / 2, keeps_next=True),
                is_sealed=True,
            ),
            self._maker.gap(seal.lines_below, keeps_next=True),
        ]
        left = min(middle - name.length * size / 2, middle - seal.diameter_mm / 2 * POINTS_PER_MM)
        return [replace(strip, leaves_left=left > self._page.width_pt / 2) for strip in strips]

    def _unsealed(self, name: Line, date: Line) -> list[Strip]:
        """Name two characters from the right, date two characters right of its beginning.

        Where the date is the longer one, it stands two characters from the right and the name
        moves with it (GB/T 9704-2012, 7.3.5.2).
        """
        signature, size = self._layout.signature, self._page.size_pt
        width, indent = self._page.characters, signature.unsealed_indent_characters
        start = width - indent - name.length
        if date.length > name.length:
            start = width - indent - date.length - indent
        strips = [
            self._maker.gap(signature.unsealed_lines_above, keeps_next=True),
            self._maker.text_line(name, x=start * size, keeps_next=True),
            self._maker.text_line(date, x=(start + indent) * size),
        ]
        leaves_left = start * size > self._page.width_pt / 2
        return [replace(strip, leaves_left=leaves_left, pulls=True) for strip in strips]

    def _copies(self, text: str) -> list[Draw]:
        """Set the copy line; what runs over stands under the first word behind its label."""
        imprint = self._layout.imprint
        label, colon, _ = text.partition("：")
        hang = self._line(label + colon).length if colon else 0.0
        room = self._page.width_pt / imprint.size_pt - 2 - hang
        lines = self._maker.typesetter.lines(text, FaceRole.BODY, room, -hang)
        x = (1 + hang) * imprint.size_pt
        return [self._maker.drawer(line, imprint.size_pt, imprint.pitch_pt, x) for line in lines]

    def _ruled(self, copies: list[Draw], block: Imprint) -> list[Strip]:
        """Rules above, between and below; the last one is the lower edge of the type area."""
        imprint, width = self._layout.imprint, self._page.width_pt
        office = self._line(block.printing_office)
        date = self._line(block.printing_date)
        right = width - (1 + date.length) * imprint.size_pt
        printing = [
            self._maker.drawer(office, imprint.size_pt, imprint.pitch_pt, imprint.size_pt),
            self._maker.drawer(date, imprint.size_pt, imprint.pitch_pt, right),
        ]
        outer = imprint.outer_rule_mm * POINTS_PER_MM
        inner = imprint.inner_rule_mm * POINTS_PER_MM
        copied = len(copies) * imprint.pitch_pt
        height = copied + imprint.pitch_pt
        rules = [(0.0, outer), (height - outer, outer), *([(copied, inner)] if copies else [])]
        page = self._page

        def draw(canvas: PaperCanvas, top: float) -> None:
            for place, drawer in enumerate(copies):
                drawer(canvas, top + place * imprint.pitch_pt)
            for drawer in printing:
                drawer(canvas, top + copied)
            for down, weight in rules:
                draw_rule(canvas, page.point(0, top + down + weight), width, weight)

        return [Strip(height, draw, is_foot=True)]

    def _line(self, text: str) -> Line:
        return self._maker.typesetter.line(text, FaceRole.BODY)


def _dealt(lines: list[Line], rows: int) -> list[list[Line]]:
    """Deal the labels out to rows of nearly the same number."""
    each = -(-len(lines) // rows)
    return [lines[start : start + each] for start in range(0, len(lines), each)]


def _all(drawers: list[Draw]) -> Draw:
    def draw(canvas: PaperCanvas, top: float) -> None:
        for drawer in drawers:
            drawer(canvas, top)

    return draw


def _foot(drawers: list[Draw], pitch: float) -> Strip:
    def draw(canvas: PaperCanvas, top: float) -> None:
        for place, drawer in enumerate(drawers):
            drawer(canvas, top + place * pitch)

    return Strip(len(drawers) * pitch, draw, is_foot=True)
