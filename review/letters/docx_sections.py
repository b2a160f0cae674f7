"""Sections of the Word file: sheets upright or turned, their margins, heads and feet."""

from collections.abc import Sequence

from lxml.etree import _Element as Element

from review.letters.docx_elements import MAIN, Attributes, element, main, related
from review.letters.docx_heads import double_rule, letterhead_measures
from review.letters.docx_measures import grid_of, twips, twips_of_mm
from review.letters.docx_numbers import turned_number, upright_number
from review.letters.docx_parts import PaperPart
from review.letters.docx_text import add_space, exactly, paragraph, sized_run, spacer
from review.letters.layout import POINTS_PER_MM, Layout, PageLayout
from review.letters.letter_model import Base, Letterhead, LetterModel
from review.letters.style import PageNumberStyle

NUMBER_FOOT_MM = 25.0
"""The foot of the page begins so far above the lower edge of the sheet."""


def page_parts(
    model: LetterModel, parts: Sequence[PaperPart], layout: Layout, kind: PageNumberStyle
) -> dict[str, Element]:
    """Make the heads and feet that the parts of a paper need, by the name of their file part."""
    made: dict[str, Element] = {}
    head = letterhead_of(model)
    ways = {part.is_turned for part in parts if part.has_numbers}
    if not all(part.has_numbers for part in parts):
        made["footer_empty"] = element("ftr", children=[spacer()])
    for side in ("odd", "even"):
        if False in ways:
            number = upright_number(layout, kind, is_odd=side == "odd")
            if head:
                lift = NUMBER_FOOT_MM - layout.letterhead.lower_rule_bottom_mm
                add_space(number, "after", twips_of_mm(lift))
            made[f"footer_{side}"] = element("ftr", children=[number])
        if True in ways:
            numbers = turned_number(layout, kind, is_odd=side == "odd")
            made[f"footer_turned_{side}"] = element("ftr", children=numbers)
    if head:
        rules = layout.letterhead
        made["header_first"] = element("hdr", children=_letterhead(head, layout))
        lower_rule = double_rule(layout, rules.thin_pt, rules.thick_pt, 0)
        made["footer_first"] = element("ftr", children=[lower_rule])
    return made


def letterhead_of(model: LetterModel) -> Letterhead | None:
    """Return the red name that stands in the head of the first page, in the letter form only."""
    names = (block for block in model.blocks if isinstance(block, Letterhead))
    return next(names, None) if model.base is Base.LETTER else None


def section_element(
    model: LetterModel, part: PaperPart, layout: Layout, *, is_first: bool
) -> Element:
    """Make ``w:sectPr``: heads and feet, sheet, margins, line grid.

    The lines of the grid fill the type area; LibreOffice leaves out what they do not fill.

    Args:
        model: The paper.
        part: One of the parts that lie in the section.
        layout: The measures of an upright sheet.
        is_first: Whether the paper begins with this section.
    """
    head = letterhead_of(model)
    odd, even = _feet(part)
    references = [_reference("footer", "default", odd), _reference("footer", "even", even)]
    has_first_page = is_first and head is not None
    if has_first_page:
        references.insert(0, _reference("header", "first", "header_first"))
        references.append(_reference("footer", "first", "footer_first"))
    page = layout.turned().page if part.is_turned else layout.page
    sheet: Attributes = {"w": twips_of_mm(page.width_mm), "h": twips_of_mm(page.height_mm)}
    margins = _margins(page, head, layout)
    height = int(sheet["h"]) - int(margins["top"]) - int(margins["bottom"])
    return element(
        "sectPr",
        children=[
            *references,
            element("type", {"val": "nextPage"}),
            element("pgSz", {**sheet, "orient": "landscape"} if part.is_turned else sheet),
            element("pgMar", margins),
            element("cols", {"space": 425}),
            *([element("titlePg")] if has_first_page else ()),
            element("docGrid", {"type": "lines", "linePitch": height // page.lines}),
        ],
    )


def _feet(part: PaperPart) -> tuple[str, str]:
    """Return the names of the feet of its odd and even pages."""
    if not part.has_numbers:
        return "footer_empty", "footer_empty"
    turned = "turned_" if part.is_turned else ""
    return f"footer_{turned}odd", f"footer_{turned}even"


def _reference(kind: str, pages: str, name: str) -> Element:
    made = related(MAIN, f"{kind}Reference", "id", name)
    made.set(main("type"), pages)
    return made


def _margins(page: PageLayout, head: Letterhead | None, layout: Layout) -> Attributes:
    """Return the margins of a sheet; lines of a wide pitch may reach a little below the foot."""
    letterhead = layout.letterhead
    header, footer = page.top_mm / 2, NUMBER_FOOT_MM
    if head:
        above = letterhead_measures(head.text, layout).above / POINTS_PER_MM
        header, footer = letterhead.top_mm - above, letterhead.lower_rule_bottom_mm
    top, height = twips_of_mm(page.top_mm), twips_of_mm(page.height_mm)
    lines = grid_of(layout).line * page.lines
    return {
        "top": top,
        "right": twips_of_mm(page.right_mm),
        "bottom": min(twips_of_mm(page.bottom_mm), height - top - lines),
        "left": twips_of_mm(page.left_mm),
        "header": twips_of_mm(header),
        "footer": twips_of_mm(footer),
        "gutter": 0,
    }


def _letterhead(block: Letterhead, layout: Layout) -> list[Element]:
    """Make the red name of the letter form, the double rule and the gap above the number."""
    rules, page = layout.letterhead, layout.page
    head = letterhead_measures(block.text, layout)
    name = paragraph(
        "letterhead", [sized_run(block.text, head.size)], {"spacing": exactly(head.line)}
    )
    below = rules.rule_gap_mm * POINTS_PER_MM - head.below
    rule = double_rule(layout, rules.thick_pt, rules.thin_pt, below)
    add_space(rule, "after", twips(layout.number.below_rule_characters * page.size_pt))
    return [name, rule]
