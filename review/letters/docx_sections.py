"""Sections of the Word file: sheets upright or turned, their margins, heads and feet."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from lxml.etree import _Element as Element

from review.letters.docx_elements import MAIN, Attributes, element, main, related
from review.letters.docx_heads import double_rule, letterhead_measures
from review.letters.docx_measures import grid_of, twips, twips_of_mm
from review.letters.docx_numbers import turned_number, upright_number
from review.letters.docx_text import add_space, exactly, paragraph, sized_run
from review.letters.layout import POINTS_PER_MM, Layout
from review.letters.letter_model import Annex, Base, Block, Letterhead, LetterModel
from review.letters.style import PageNumberStyle

NUMBER_FOOT_MM = 25.0
"""The foot of the page begins so far above the lower edge of the sheet."""


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks on sheets that lie the same way."""

    blocks: tuple[Block, ...]
    is_landscape: bool


def sections_of(model: LetterModel) -> list[Section]:
    """Part the paper where an annex turns the sheet or turns it back."""
    sections = [
        Section(tuple(block for block, _ in part), is_landscape)
        for is_landscape, part in groupby(_ways(model), key=lambda pair: pair[1])
    ]
    return sections or [Section((), model.is_landscape)]


def _ways(model: LetterModel) -> Iterator[tuple[Block, bool]]:
    """Yield each block and whether its sheet is turned."""
    is_landscape = model.is_landscape
    for block in model.blocks:
        if isinstance(block, Annex):
            is_landscape = block.is_landscape
        yield block, is_landscape


def page_parts(model: LetterModel, layout: Layout, kind: PageNumberStyle) -> dict[str, Element]:
    """Make the heads and feet that the paper needs, by the name of their part."""
    made: dict[str, Element] = {}
    head = letterhead_of(model)
    ways = {section.is_landscape for section in sections_of(model)}
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
    section: Section, model: LetterModel, layout: Layout, *, is_first: bool
) -> Element:
    """Make ``w:sectPr``: heads and feet, sheet, margins, line grid."""
    head = letterhead_of(model)
    turned = "turned_" if section.is_landscape else ""
    references = [
        _reference("footer", "default", f"footer_{turned}odd"),
        _reference("footer", "even", f"footer_{turned}even"),
    ]
    has_first_page = is_first and head is not None
    if has_first_page:
        references.insert(0, _reference("header", "first", "header_first"))
        references.append(_reference("footer", "first", "footer_first"))
    grid: Attributes = {"type": "lines", "linePitch": grid_of(layout).line}
    return element(
        "sectPr",
        children=[
            *references,
            element("type", {"val": "nextPage"}),
            element("pgSz", _sheet(layout, is_landscape=section.is_landscape)),
            element("pgMar", _margins(section, head, layout)),
            element("cols", {"space": 425}),
            *([element("titlePg")] if has_first_page else ()),
            element("docGrid", grid),
        ],
    )


def _reference(kind: str, pages: str, name: str) -> Element:
    made = related(MAIN, f"{kind}Reference", "id", name)
    made.set(main("type"), pages)
    return made


def _sheet(layout: Layout, *, is_landscape: bool) -> Attributes:
    page = layout.page
    width, height = twips_of_mm(page.width_mm), twips_of_mm(page.height_mm)
    if is_landscape:
        return {"w": height, "h": width, "orient": "landscape"}
    return {"w": width, "h": height}


def _margins(section: Section, head: Letterhead | None, layout: Layout) -> Attributes:
    """Return the margins of the sheet; a turned one has its head where the upright one is bound."""
    page, letterhead = layout.page, layout.letterhead
    top, right = twips_of_mm(page.top_mm), twips_of_mm(page.right_mm)
    bottom, left = twips_of_mm(page.bottom_mm), twips_of_mm(page.left_mm)
    header, footer = page.top_mm / 2, NUMBER_FOOT_MM
    if head:
        above = letterhead_measures(head.text, layout).above / POINTS_PER_MM
        header, footer = letterhead.top_mm - above, letterhead.lower_rule_bottom_mm
    if section.is_landscape:
        top, right, bottom, left = left, top, right, bottom
    else:
        lines = grid_of(layout).line * page.lines
        bottom = min(bottom, twips_of_mm(page.height_mm) - top - lines)
    return {
        "top": top,
        "right": right,
        "bottom": bottom,
        "left": left,
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
