"""The paper as a Word file: editable, with our styles, the same bytes for the same paper."""

from collections.abc import Sequence
from itertools import groupby, zip_longest

from lxml.etree import _Element as Element

from review.letters.docx_blocks import append_block, begin_page, block_elements
from review.letters.docx_elements import element
from review.letters.docx_fit import fit_of
from review.letters.docx_foot import foot
from review.letters.docx_package import PICTURE_PART, core_properties, pack
from review.letters.docx_parts import PaperPart, paper_parts
from review.letters.docx_pictures import qr_png
from review.letters.docx_place import Place
from review.letters.docx_sections import page_parts, section_element
from review.letters.docx_text import is_paragraph, spacer
from review.letters.layout import Layout
from review.letters.letter_model import CheckMark, Letterhead, LetterModel, PageBreak
from review.letters.style import STANDARD, LetterStyle


def write_docx(model: LetterModel, style: LetterStyle = STANDARD) -> bytes:
    """Return the paper as the bytes of a .docx file.

    Args:
        model: The paper.
        style: How the office sets its papers.
    """
    fit = fit_of(model, style)
    layout = fit.layout
    parts = paper_parts(model, imprint_alone=fit.imprint_alone)
    marks = (block for block in model.blocks if isinstance(block, CheckMark))
    mark = next(marks, None)
    return pack(
        element("document", children=[element("body", children=_body(model, parts, layout))]),
        page_parts(model, parts, layout, style.page_number),
        qr_png(mark.payload, layout.check_mark) if mark else None,
        core_properties(model.heading, model.author, model.letter_date),
        fit.style,
    )


def _body(model: LetterModel, parts: Sequence[PaperPart], layout: Layout) -> list[Element]:
    """Make the elements of all parts; those whose sheets are alike share a section."""
    body: list[Element] = []
    name = next((block.text for block in model.blocks if isinstance(block, Letterhead)), "")
    for _, alike in groupby(parts, key=lambda part: (part.is_turned, part.has_numbers)):
        first, *others = alike
        sheet = section_element(model, first, layout, is_first=not body)
        if body:
            _close_section(body)
        place = Place(layout.turned() if first.is_turned else layout, model.base, name)
        section = _part(first, place)
        for part in others:
            section += begin_page(_part(part, place))
        body += (*section, sheet)
    return body


def _close_section(body: list[Element]) -> None:
    """Put the properties of a section into its last paragraph; only the last one's stand alone."""
    sheet = body.pop()
    body[-1][0].append(sheet)


def _part(part: PaperPart, place: Place) -> list[Element]:
    """Make the blocks of a part and its foot; the format asks for a paragraph at the end.

    A foot alone has one before it too: LibreOffice takes the new page from it.
    """
    body: list[Element] = []
    begins_page = False
    for block, following in zip_longest(part.blocks, part.blocks[1:]):
        made = block_elements(block, place.of(block, following))
        if made and begins_page:
            made = begin_page(made)
        begins_page = isinstance(block, PageBreak) or (begins_page and not made)
        append_block(body, made, place)
    body = (body or [spacer()]) + foot(part.blocks, place, PICTURE_PART)
    if not body or not is_paragraph(body[-1]):
        body.append(spacer())
    return body
