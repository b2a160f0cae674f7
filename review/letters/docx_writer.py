"""The paper as a Word file: editable, with our styles, the same bytes for the same paper."""

from dataclasses import replace
from itertools import zip_longest

from lxml.etree import _Element as Element

from review.letters.docx_blocks import append_block, begin_page, block_elements
from review.letters.docx_elements import element
from review.letters.docx_foot import foot
from review.letters.docx_package import PICTURE_PART, core_properties, pack
from review.letters.docx_pictures import qr_png
from review.letters.docx_place import Place
from review.letters.docx_sections import Section, page_parts, section_element, sections_of
from review.letters.docx_text import is_paragraph, spacer
from review.letters.layout import Layout
from review.letters.letter_model import Annex, CheckMark, LetterModel, PageBreak
from review.letters.style import STANDARD, LetterStyle, layout_for


def write_docx(model: LetterModel, style: LetterStyle = STANDARD) -> bytes:
    """Return the paper as the bytes of a .docx file.

    Args:
        model: The paper.
        style: How the office sets its papers.
    """
    layout = layout_for(style)
    marks = (block for block in model.blocks if isinstance(block, CheckMark))
    mark = next(marks, None)
    return pack(
        element("document", children=[element("body", children=_body(model, layout))]),
        page_parts(model, layout, style.page_number),
        qr_png(mark.payload) if mark else None,
        core_properties(model.heading, model.author, model.letter_date),
        style,
    )


def _body(model: LetterModel, layout: Layout) -> list[Element]:
    """Make the elements of all sections, the foot of the paper, the last section's properties."""
    body: list[Element] = []
    place = Place(layout, model.base)
    sections = sections_of(model)
    for section in sections:
        is_first = not body
        here = replace(place, is_landscape=section.is_landscape)
        made = _section(section, here)
        sheet = section_element(section, model, layout, is_first=is_first)
        is_last = section is sections[-1]
        made += foot(model.blocks, here, PICTURE_PART) if is_last else ()
        if not made or not is_paragraph(made[-1]):
            made.append(spacer())
        body += made
        if is_last:
            body.append(sheet)
        else:
            made[-1][0].append(sheet)
    return body


def _section(section: Section, place: Place) -> list[Element]:
    """Make the blocks of a section; annexes and page breaks begin a page, as a section does."""
    body: list[Element] = []
    begins_page = False
    for block, following in zip_longest(section.blocks, section.blocks[1:]):
        made = block_elements(block, place.of(block, following))
        begins_page = begins_page or isinstance(block, PageBreak | Annex)
        if made and begins_page:
            made = begin_page(made) if body else made
            begins_page = False
        append_block(body, made, place)
    return body
