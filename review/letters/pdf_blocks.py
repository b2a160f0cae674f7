"""The blocks of a paper are set in type: each becomes the strips that go onto pages."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import zip_longest

from review.letters.layout import Layout
from review.letters.letter_model import (
    Addressee,
    Annex,
    AttachmentNote,
    Base,
    Block,
    Caption,
    CheckMark,
    CutLine,
    Heading,
    Imprint,
    Letterhead,
    LetterModel,
    Note,
    NumberLine,
    PageBreak,
    Paragraph,
    Signature,
    SigningLine,
    SmallPrint,
    Subtitle,
    Table,
    Title,
)
from review.letters.pdf_ends import EndSetter
from review.letters.pdf_heads import HeadSetter
from review.letters.pdf_strips import StripMaker
from review.letters.pdf_tables import table_strips
from review.letters.pdf_text import TextSetter
from review.letters.strips import Strip
from review.letters.typesetting import Typesetter

KEPT_LINES = 2
"""So many lines of the body at least stand on the page of the signature."""

AFTER_BODY = (AttachmentNote, CheckMark, Signature)
NO_GAP_ABOVE = (Subtitle, Table, NumberLine, Caption, PageBreak)
TEXTS = (Paragraph, Heading)
TITLES = (Title, Subtitle, Annex)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a paper that begins a new page: the paper itself, an annex, a lone imprint."""

    layout: Layout
    strips: tuple[Strip, ...]


def sections_of(
    model: LetterModel, layout: Layout, typesetter: Typesetter, *, imprint_alone: bool = False
) -> Iterator[Section]:
    """Yield the parts of a paper in type.

    Args:
        model: The paper.
        layout: The measures of an upright page.
        typesetter: Sets its texts.
        imprint_alone: Whether the imprint begins a page of its own.
    """
    turned = layout.turned()
    for blocks, is_turned in _parts(model, imprint_alone=imprint_alone):
        maker = StripMaker(model.base, turned if is_turned else layout, typesetter)
        yield Section(maker.layout, tuple(strips_of(maker, blocks)))


def strips_of(maker: StripMaker, blocks: Sequence[Block]) -> list[Strip]:
    """Return the strips of blocks on one kind of page."""
    return _BlockSetter(maker).strips(blocks)


def _parts(model: LetterModel, *, imprint_alone: bool) -> Iterator[tuple[list[Block], bool]]:
    """Cut the paper at its annexes; an imprint never stands on a turned page."""
    part: list[Block] = []
    is_turned = model.is_landscape
    for block in model.blocks:
        is_apart = isinstance(block, Imprint) and (is_turned or imprint_alone)
        if isinstance(block, Annex) or is_apart:
            if part:
                yield part, is_turned
            part, is_turned = [], isinstance(block, Annex) and block.is_landscape
        part.append(block)
    if part:
        yield part, is_turned


class _BlockSetter:
    """Sets the blocks of one section."""

    def __init__(self, maker: StripMaker) -> None:
        self._maker = maker
        heads, text, ends = HeadSetter(maker), TextSetter(maker), EndSetter(maker)
        self._setters: dict[type, Callable[..., list[Strip]]] = {
            Letterhead: heads.letterhead,
            NumberLine: heads.number,
            Title: heads.title,
            Subtitle: heads.subtitle,
            Annex: heads.annex,
            Addressee: text.addressee,
            Heading: text.heading,
            Paragraph: text.paragraph,
            Caption: text.caption,
            Table: partial(table_strips, maker),
            AttachmentNote: text.attachments,
            Signature: ends.signature,
            SigningLine: ends.signing_line,
            SmallPrint: text.small_print,
            CutLine: text.cut_line,
            PageBreak: _page_break,
            CheckMark: ends.check_mark,
            Note: text.note,
            Imprint: ends.imprint,
        }

    def strips(self, blocks: Sequence[Block]) -> list[Strip]:
        """Return the strips of the blocks; what belongs to a signature stays with it."""
        strips: list[Strip] = []
        body_end = 0
        for block, following in zip_longest(blocks, blocks[1:]):
            if isinstance(block, Signature | SigningLine):
                _keep(strips, max(0, body_end - KEPT_LINES))
            if isinstance(block, SmallPrint):
                _keep(strips, max(0, len(strips) - KEPT_LINES))
            if isinstance(block, CheckMark | Imprint):
                _keep(strips, max(0, len(strips) - 1))
            strips += self._setters[type(block)](block)
            if isinstance(block, TITLES) and self._has_gap_under(block, following):
                strips.append(Strip(self._maker.page.pitch_pt, keeps_next=True))
            if not isinstance(block, AFTER_BODY):
                body_end = len(strips)
        return strips

    def _has_gap_under(self, block: Block, following: Block | None) -> bool:
        if self._maker.base is Base.FORM and not isinstance(block, Annex):
            return isinstance(following, TEXTS)
        return following is not None and not isinstance(following, NO_GAP_ABOVE)


def _page_break(block: PageBreak) -> list[Strip]:
    del block
    return [Strip(0.0, keeps_next=True, begins_page=True)]


def _keep(strips: list[Strip], start: int) -> None:
    """Tie the last strips to what follows, so that it never stands on a page without them."""
    for place in range(start, len(strips)):
        strips[place] = replace(strips[place], keeps_next=True)
