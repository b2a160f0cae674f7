"""The page of the Word file: sheet, letterhead, double rules, page numbers."""

from copy import deepcopy

from docx.document import Document as WordDocument
from docx.opc.part import XmlPart
from docx.shared import Mm, Pt
from lxml.etree import _Element as Element

from review.letters.docx_elements import Attributes, element, properties
from review.letters.docx_styles import EIGHTHS_PER_POINT, LINE_PITCH, twips_of_mm
from review.letters.docx_text import (
    em_width,
    exactly,
    page_number_runs,
    paragraph,
    sized_run,
    space,
)
from review.letters.faces import FaceRole, chain_of
from review.letters.layout import POINTS_PER_MM, Layout, LetterheadLayout
from review.letters.letter_model import Base, Letterhead, LetterModel

NUMBER_FOOT_MM = 25.0
HEAD_LINE = 1.2
"""Height of the letterhead's line, in em; a lower one would cut its ink."""

BASELINE = 0.8
"""Where a line of exact height has its baseline, as a part of the height."""


def set_page(document: WordDocument, model: LetterModel, layout: Layout) -> None:
    """Set sheet, margins and grid, then what stands outside the type area."""
    section, page = document.sections[0], layout.page
    section.page_width, section.page_height = Mm(page.width_mm), Mm(page.height_mm)
    section.left_margin, section.right_margin = Mm(page.left_mm), Mm(page.right_mm)
    section.top_margin, section.bottom_margin = Mm(page.top_mm), Mm(page.bottom_mm)
    section.footer_distance = Mm(NUMBER_FOOT_MM)
    document.element.body[-1].append(element("docGrid", {"type": "lines", "linePitch": LINE_PITCH}))
    lift: list[Element] = []
    letterhead = next((block for block in model.blocks if isinstance(block, Letterhead)), None)
    if model.base is Base.LETTER and letterhead:
        section.different_first_page_header_footer = True
        head = layout.letterhead
        size, top, _ = _letterhead_measures(letterhead, layout)
        section.header_distance = Mm(head.top_mm) - Pt(top * size)
        section.footer_distance = Mm(head.lower_rule_bottom_mm)
        _fill(section.first_page_header.part, _letterhead(letterhead, layout))
        _fill(section.first_page_footer.part, [_rule(layout, head.thin_pt, head.thick_pt, 0)])
        lift = [space((NUMBER_FOOT_MM - head.lower_rule_bottom_mm) * POINTS_PER_MM)]
    right: Attributes = {"rightChars": 100, "right": 280}
    left: Attributes = {"leftChars": 100, "left": 280}
    odd = paragraph("page_number", page_number_runs(), {"ind": right})
    even = paragraph("page_number", page_number_runs(), {"ind": left, "jc": {"val": "left"}})
    _fill(section.footer.part, [odd, *lift])
    _fill(section.even_page_footer.part, [even, *deepcopy(lift)])


def _letterhead(block: Letterhead, layout: Layout) -> list[Element]:
    """The red name, the double rule and the gap above the number."""
    head, page = layout.letterhead, layout.page
    size, _, foot = _letterhead_measures(block, layout)
    line = exactly(size * HEAD_LINE)
    below = head.rule_gap_mm * POINTS_PER_MM - foot * size
    return [
        paragraph("letterhead", [sized_run(block.text, FaceRole.TITLE, size)], {"spacing": line}),
        _rule(layout, head.thick_pt, head.thin_pt, below),
        space(layout.number.below_rule_characters * page.size_pt),
    ]


def _letterhead_measures(block: Letterhead, layout: Layout) -> tuple[float, float, float]:
    """Return the size of the letterhead, and in em the empty space above and below its ink."""
    room = layout.page.text_width_mm * POINTS_PER_MM
    size = min(layout.letterhead.size_pt, room / em_width(block.text))
    low, high = chain_of(FaceRole.TITLE).ink(block.text)
    return size, HEAD_LINE * BASELINE - high, HEAD_LINE * (1 - BASELINE) + low


def _rule(layout: Layout, upper: float, lower: float, before: float) -> Element:
    """An empty paragraph between two red borders, wider than the type area."""
    page, head = layout.page, layout.letterhead
    side = (page.width_mm - head.rule_width_mm) / 2
    borders = {"top": _border(head, upper), "bottom": _border(head, lower)}
    return paragraph(
        "rule",
        parts={
            "pBdr": properties("pBdr", borders),
            "spacing": exactly(head.between_pt, before),
            "ind": {
                "left": twips_of_mm(side - page.left_mm),
                "right": twips_of_mm(side - page.right_mm),
            },
        },
    )


def _border(head: LetterheadLayout, points: float) -> Attributes:
    eighths = round(points * EIGHTHS_PER_POINT)
    return {"val": "single", "sz": eighths, "space": 0, "color": head.colour}


def _fill(part: XmlPart, paragraphs: list[Element]) -> None:
    """Put the paragraphs into a header or footer instead of the empty one it comes with."""
    for child in list(part.element):
        part.element.remove(child)
    part.element.extend(paragraphs)
