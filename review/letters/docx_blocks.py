"""The blocks of a paper become paragraphs and tables of the Word file."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TypeAlias

from lxml.etree import _Element as Element

from review.letters.docx_closing import attachment_note, cut_line, note, signature, signing_line
from review.letters.docx_elements import property_of
from review.letters.docx_heads import annex, letterhead, number_line, subtitle, title
from review.letters.docx_measures import TWIPS_PER_POINT
from review.letters.docx_place import Place
from review.letters.docx_tables import table_element
from review.letters.docx_text import add_space, is_paragraph, paragraph, spacer, text_run
from review.letters.letter_model import (
    Addressee,
    Annex,
    AttachmentNote,
    Block,
    Caption,
    CutLine,
    Heading,
    Letterhead,
    Note,
    NumberLine,
    Paragraph,
    Signature,
    SigningLine,
    SmallPrint,
    Subtitle,
    Table,
    Title,
)

TABLE_GAP_LINES = 0.3
TextBlock: TypeAlias = Addressee | Paragraph | Caption | SmallPrint
Made: TypeAlias = list[Element]


def block_elements(block: Block, place: Place) -> Made:
    """Return the elements of a block; what stands in the foot of the paper has none here."""
    maker = MAKERS.get(type(block))
    return maker(block, place) if maker else []


def append_block(body: Made, made: Made, place: Place) -> None:
    """Put the elements of a block after those before it, with a gap where a table begins or ends.

    The gap is space of the neighbouring paragraph; only two tables need a paragraph between them.
    """
    gap = place.grid.lines(TABLE_GAP_LINES)
    for after in made:
        is_table = not is_paragraph(after)
        before = body[-1] if body else None
        if is_table and before is not None and is_paragraph(before):
            add_space(before, "after", gap)
        elif is_table:
            body.append(spacer(2 * gap / TWIPS_PER_POINT if before is not None else 1))
        elif before is not None and not is_paragraph(before):
            add_space(after, "before", gap)
        body.append(after)


def begin_page(made: Made) -> Made:
    """Let the elements begin on a new page."""
    if not made or not is_paragraph(made[0]):
        made = [spacer(), *made]
    property_of(made[0][0], "pageBreakBefore")
    return made


def _text(block: TextBlock, place: Place) -> Made:
    """Make a block that is one paragraph of one text."""
    return [paragraph(TEXT_STYLES[type(block)], [text_run(block.text)], place.ties)]


def _heading(block: Heading, place: Place) -> Made:
    return [paragraph(f"heading{block.level}", [text_run(block.text)], place.ties)]


def _table(block: Table, place: Place) -> Made:
    return [table_element(block, place)]


TEXT_STYLES: Mapping[type, str] = MappingProxyType(
    {
        Addressee: "addressee",
        Paragraph: "body",
        Caption: "caption",
        SmallPrint: "small_print",
    }
)

MAKERS: Mapping[type, Callable[..., Made]] = MappingProxyType(
    {
        Letterhead: letterhead,
        NumberLine: number_line,
        Title: title,
        Subtitle: subtitle,
        Addressee: _text,
        Heading: _heading,
        Paragraph: _text,
        Caption: _text,
        Table: _table,
        SmallPrint: _text,
        AttachmentNote: attachment_note,
        Signature: signature,
        Note: note,
        SigningLine: signing_line,
        CutLine: cut_line,
        Annex: annex,
    }
)
