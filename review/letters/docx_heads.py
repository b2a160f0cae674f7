"""The head of a paper in the Word file: red name, number, red rule, titles, annex heads."""

from dataclasses import dataclass
from functools import lru_cache

from lxml.etree import _Element as Element

from review.letters.docx_elements import Attributes, Part, element, properties
from review.letters.docx_measures import (
    BODY_POINTS,
    TWIPS_PER_POINT,
    eighths,
    em_width,
    twips,
    twips_of_mm,
)
from review.letters.docx_place import Place
from review.letters.docx_text import exactly, line_runs, paragraph, sized_run, tab_run, text_run
from review.letters.faces import FaceRole, chain_of
from review.letters.layout import POINTS_PER_MM, Layout
from review.letters.letter_model import (
    Annex,
    Base,
    Caption,
    Heading,
    Letterhead,
    NumberLine,
    PageBreak,
    Paragraph,
    Subtitle,
    Table,
    Title,
)

HEAD_LINE = 1.2
"""Height of the letterhead's line, in em; a lower one would cut its ink."""

BASELINE = 0.8
"""Where a line of exact height has its baseline, as a part of the height."""

NO_WIDER_BORDER = 31
"""No border stands farther from its text, in points."""


TITLE_LINES_ABOVE = 2
NO_GAP_ABOVE = Subtitle | Table | NumberLine | Caption | PageBreak
"""These stand close under a title."""


@dataclass(frozen=True, slots=True)
class LetterheadMeasures:
    """The size of the red name, and the empty space above and below its ink, in points."""

    size: float
    above: float
    below: float

    @property
    def line(self) -> float:
        """Height of its line."""
        return self.size * HEAD_LINE


def letterhead_measures(text: str, layout: Layout) -> LetterheadMeasures:
    """Fit the red name into the width and measure its ink."""
    size = letterhead_size(text, layout)
    low, high = _ink(FaceRole.TITLE, text)
    return LetterheadMeasures(
        size, (HEAD_LINE * BASELINE - high) * size, (HEAD_LINE * (1 - BASELINE) + low) * size
    )


@lru_cache(256)
def _ink(role: FaceRole, text: str) -> tuple[float, float]:
    """Return the lowest and the highest ink of a text, in em; kept, since letters come in rows."""
    return chain_of(role).ink(text)


def letterhead_size(text: str, layout: Layout) -> float:
    """Return the size in which the red name fills the width at most, in half points."""
    room = layout.page.text_width_mm * POINTS_PER_MM
    return min(layout.letterhead.size_pt, int(room / em_width(text) * 2) / 2)


def letterhead(block: Letterhead, place: Place) -> list[Element]:
    """Make the red name of the official base; in the letter form it stands in the page's head."""
    if place.base is Base.LETTER:
        return []
    head = letterhead_measures(block.text, place.layout)
    top = place.layout.official.head_below_mm * POINTS_PER_MM - head.above
    return [
        paragraph(
            "letterhead",
            [sized_run(block.text, head.size)],
            {"spacing": exactly(head.line, before=top)},
        )
    ]


def number_line(block: NumberLine, place: Place) -> list[Element]:
    """Make the number line; in the letter form as high as its type, close under the rule."""
    if place.base is Base.LETTER:
        parts: dict[str, Part] = {"spacing": exactly(place.layout.page.size_pt)}
        return [paragraph("number", [text_run(block.text)], parts)]
    if place.base is Base.OFFICIAL:
        return [_number_over_rule(block, place)]
    return [paragraph("number", [text_run(block.text)])]


def _number_over_rule(block: NumberLine, place: Place) -> Element:
    """Centre the number over the red rule; upward it stands left and the signer right."""
    official, grid = place.layout.official, place.grid
    low, _ = _ink(FaceRole.BODY, block.text)
    line = grid.line / TWIPS_PER_POINT
    under_ink = line * (1 - BASELINE) + low * BODY_POINTS
    gap = official.rule_below_mm * POINTS_PER_MM - under_ink
    rule: Attributes = {
        "val": "single",
        "sz": eighths(official.rule_pt),
        "space": min(NO_WIDER_BORDER, round(gap)),
        "color": place.layout.letterhead.colour,
    }
    parts: dict[str, Part] = {
        "pBdr": properties("pBdr", {"bottom": rule}),
        "spacing": {"before": grid.lines(official.number_lines_above) - _under_head(place)},
    }
    if not block.signer:
        return paragraph("number", [text_run(block.text)], {**parts, "jc": {"val": "center"}})
    side = grid.characters(1)
    parts |= {
        "jc": {"val": "left"},
        "ind": {"firstLine": side},
        "tabs": element(
            "tabs", children=[element("tab", {"val": "right", "pos": place.width - side})]
        ),
    }
    label, colon, name = block.signer.rpartition("：")
    signer = [text_run(label + colon)] if colon else []
    runs = [text_run(block.text), tab_run(), *signer, text_run(name, "signer")]
    return paragraph("number", runs, parts)


def _under_head(place: Place) -> int:
    """Return the empty space that the line of the red name has under its ink, in twips."""
    if not place.letterhead:
        return 0
    return twips(letterhead_measures(place.letterhead, place.layout).below)


def title(block: Title, place: Place) -> list[Element]:
    """Make the title, broken by hand, with empty lines around it on the bases with a red head."""
    official = place.layout.official
    above = {Base.LETTER: TITLE_LINES_ABOVE, Base.OFFICIAL: official.title_lines_above}
    before = place.grid.lines(above.get(place.base, 0))
    return [paragraph("title", line_runs(block.lines), _space(before, place))]


def subtitle(block: Subtitle, place: Place) -> list[Element]:
    """Make the line under the title; it takes over the empty line that follows the title."""
    return [paragraph("subtitle", [text_run(block.text)], _space(0, place))]


def _space(before: int, place: Place) -> dict[str, Part]:
    """Return the space around a title: a line under it, but not before what belongs to it."""
    after = place.grid.line if _has_gap_under(place) else 0
    spacing = {side: length for side, length in (("before", before), ("after", after)) if length}
    return {"spacing": spacing} if spacing else {}


def _has_gap_under(place: Place) -> bool:
    if place.base is Base.FORM and not isinstance(place.block, Annex):
        return isinstance(place.following, Paragraph | Heading)
    return place.following is not None and not isinstance(place.following, NO_GAP_ABOVE)


def annex(block: Annex, place: Place) -> list[Element]:
    """Make label and title of an annex; the title stands on the third line."""
    made = []
    if block.label:
        made.append(paragraph("annex_label", [text_run(block.label)]))
    if block.title_lines:
        before = place.grid.line if block.label else 0
        runs = line_runs(block.title_lines)
        made.append(paragraph("annex_title", runs, _space(before, place)))
    return made


def double_rule(layout: Layout, upper: float, lower: float, before: float) -> Element:
    """Make an empty paragraph between two red borders, wider than the type area.

    Args:
        layout: The measures.
        upper: Strength of the upper rule in points.
        lower: Strength of the lower rule in points.
        before: Space above it in points.
    """
    page, head = layout.page, layout.letterhead
    side = (page.width_mm - head.rule_width_mm) / 2
    borders = {"top": _red(layout, upper), "bottom": _red(layout, lower)}
    return paragraph(
        "rule",
        parts={
            "pBdr": properties("pBdr", borders),
            "spacing": {"before": twips(before)},
            "ind": {
                "left": twips_of_mm(side - page.left_mm),
                "right": twips_of_mm(side - page.right_mm),
            },
        },
    )


def _red(layout: Layout, points: float) -> Attributes:
    colour = layout.letterhead.colour
    return {"val": "single", "sz": eighths(points), "space": 0, "color": colour}
