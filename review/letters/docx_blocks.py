"""The blocks of a paper become paragraphs and tables of the Word file."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType
from typing import TypeAlias

from lxml.etree import _Element as Element

from review.letters.docx_elements import Attributes
from review.letters.docx_styles import LINE_PITCH, SQUEEZE, TWIPS_PER_POINT, twips_of_mm
from review.letters.docx_tables import table_element
from review.letters.docx_text import em_width, exactly, line_runs, paragraph, space, text_run
from review.letters.faces import FaceRole
from review.letters.layout import Layout
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

CHARACTER = 16 * TWIPS_PER_POINT + SQUEEZE
"""Width of a body character in twips."""

BLANK_LINE = LINE_PITCH / TWIPS_PER_POINT
TABLE_GAP = BLANK_LINE * 0.3
TextBlock: TypeAlias = Addressee | Paragraph | Caption | Note
Made: TypeAlias = list[Element]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stands: on which base, and whether it must stay with the next one."""

    layout: Layout
    base: Base
    keeps_next: bool

    @property
    def parts(self) -> dict[str, Attributes | Element]:
        """The paragraph properties that follow from the place."""
        return {"keepNext": {}} if self.keeps_next else {}


def block_elements(model: LetterModel, layout: Layout) -> Iterator[Element]:
    """Yield the elements of all blocks in order."""
    for block, following in pairwise((*model.blocks, None)):
        if block is not None and not isinstance(block, Letterhead):
            place = Place(layout, model.base, _leads(block, following))
            yield from MAKERS[type(block)](block, place)


def _leads(block: Block, following: Block | None) -> bool:
    """Tell whether a block stays on the page of the next one.

    Heads stay with their text; the last text, the signature and what stands under it stay
    together, so that no seal stands on a page without text.
    """
    return isinstance(block, Heading | Caption | Title | NumberLine | Addressee) or isinstance(
        following, Signature | Note | Imprint
    )


def _text(block: TextBlock, place: Place) -> Made:
    """Make a block that is one paragraph of one text."""
    style, role = STYLES[type(block)]
    return [paragraph(style, [text_run(block.text, role)], place.parts)]


def _number(block: NumberLine, place: Place) -> Made:
    """Make the number line; in the letter form as high as its type, close under the rule."""
    parts = place.parts
    if place.base is Base.LETTER:
        parts["spacing"] = exactly(place.layout.page.size_pt)
    return [paragraph("number", [text_run(block.text)], parts)]


def _title(block: Title, place: Place) -> Made:
    """Make the title, broken by hand; in the letter form with empty lines around it."""
    runs = line_runs(block.lines, FaceRole.TITLE)
    title = paragraph("title", runs, place.parts)
    if place.base is Base.LETTER:
        return [space(BLANK_LINE * 2), title, space(BLANK_LINE)]
    return [title]


def _heading(block: Heading, place: Place) -> Made:
    style, role = HEADINGS[block.level]
    return [paragraph(style, [text_run(block.text, role)], place.parts)]


def _table(block: Table, place: Place) -> Made:
    table = table_element(block, place.layout, keeps_last_row=place.keeps_next)
    return [space(TABLE_GAP, keeps_next=True), table, space(TABLE_GAP, keeps_next=place.keeps_next)]


def _attachments(block: AttachmentNote, place: Place) -> Made:
    """Make the note one line below the body; names that run over hang under their beginning."""
    made = [space(BLANK_LINE, keeps_next=place.keeps_next)]
    for number, item in enumerate(block.items):
        hanging = 1 if number else 4
        indent: Attributes = {
            "leftChars": 600,
            "left": 6 * CHARACTER,
            "hangingChars": 100 * hanging,
            "hanging": hanging * CHARACTER,
        }
        made.append(paragraph("addressee", [text_run(item)], {**place.parts, "ind": indent}))
    return made


def _signature(block: Signature, place: Place) -> Made:
    """Make name and date, the name centred over the date, with the room for the seal."""
    seal = place.layout.seal
    name, date = em_width(block.office_name), em_width(block.date_text)
    from_right = max(seal.date_indent_characters + date / 2, name / 2)
    return [
        *(space(BLANK_LINE, keeps_next=True) for _ in range(seal.lines_above)),
        _signed(block.office_name, from_right - name / 2, keeps_next=True),
        _signed(block.date_text, from_right - date / 2, keeps_next=place.keeps_next),
    ]


def _signed(text: str, right: float, *, keeps_next: bool) -> Element:
    parts: dict[str, Attributes | Element] = {"ind": {"right": round(right * CHARACTER)}}
    if keeps_next:
        parts["keepNext"] = {}
    return paragraph("signature", [text_run(text)], parts)


def _note(block: Note, place: Place) -> Made:
    """Make the note below the room of the seal."""
    lines = place.layout.seal.lines_below
    return [
        *(space(BLANK_LINE, keeps_next=True) for _ in range(lines)),
        *_text(block, place),
    ]


def _imprint(block: Imprint, place: Place) -> Made:
    """Make the imprint as a frame at the foot of the type area."""
    imprint, page = place.layout.imprint, place.layout.page
    side = round(imprint.size_pt * TWIPS_PER_POINT)
    frame: Attributes = {
        "w": twips_of_mm(page.text_width_mm),
        "wrap": "around",
        "vAnchor": "margin",
        "hAnchor": "margin",
        "xAlign": "center",
        "yAlign": "bottom",
    }
    parts = {"framePr": frame, "ind": {"left": side, "right": side}}
    return [paragraph("imprint", [text_run(block.text)], parts)]


STYLES: Mapping[type, tuple[str, FaceRole]] = MappingProxyType(
    {
        Addressee: ("addressee", FaceRole.BODY),
        Paragraph: ("body", FaceRole.BODY),
        Caption: ("caption", FaceRole.HEADING),
        Note: ("note", FaceRole.BODY),
    }
)

HEADINGS: Mapping[int, tuple[str, FaceRole]] = MappingProxyType(
    {1: ("heading1", FaceRole.HEADING), 2: ("heading2", FaceRole.SUBHEADING)}
)

MAKERS: Mapping[type, Callable[..., Made]] = MappingProxyType(
    {
        NumberLine: _number,
        Title: _title,
        Addressee: _text,
        Heading: _heading,
        Paragraph: _text,
        Caption: _text,
        Table: _table,
        AttachmentNote: _attachments,
        Signature: _signature,
        Note: _note,
        Imprint: _imprint,
    }
)
