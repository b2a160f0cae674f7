"""Paragraphs and runs of the Word file."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from lxml.etree import _Element as Element

from review.letters.docx_elements import Attributes, element, properties
from review.letters.docx_styles import TWIPS_PER_POINT, fonts, style_id
from review.letters.faces import FaceRole

NO_PROPERTIES: Mapping[str, Attributes | Element] = MappingProxyType({})
PRESERVE = "{http://www.w3.org/XML/1998/namespace}space"


def paragraph(
    key: str,
    runs: Iterable[Element] = (),
    parts: Mapping[str, Attributes | Element] = NO_PROPERTIES,
) -> Element:
    """Make a paragraph of a style; ``parts`` are properties that differ from the style."""
    return element(
        "p", children=[properties("pPr", {"pStyle": {"val": style_id(key)}, **parts}), *runs]
    )


def text_run(text: str, role: FaceRole = FaceRole.BODY) -> Element:
    """Make a run of text in the face of a role."""
    words = element("t")
    words.text = text
    words.set(PRESERVE, "preserve")
    return run([words], role)


def run(children: Iterable[Element], role: FaceRole) -> Element:
    """Make a run around the elements, its face named in full."""
    return element("r", children=[properties("rPr", {"rFonts": fonts(role)}), *children])


def sized_run(text: str, role: FaceRole, size: float) -> Element:
    """Make a run of text in a size of its own."""
    made = text_run(text, role)
    half_points = {"val": round(size * 2)}
    made[0].extend([element("sz", half_points), element("szCs", half_points)])
    return made


def space(points: float, *, keeps_next: bool = False) -> Element:
    """Make an empty paragraph of this height."""
    parts: dict[str, Attributes | Element] = {"spacing": exactly(points)}
    if keeps_next:
        parts["keepNext"] = {}
    return paragraph("spacer", parts=parts)


def exactly(points: float, before: float = 0) -> Attributes:
    """Return the line spacing of exactly this height."""
    return {
        "before": round(before * TWIPS_PER_POINT),
        "after": 0,
        "line": round(points * TWIPS_PER_POINT),
        "lineRule": "exact",
    }


def em_width(text: str) -> float:
    """Return about how wide a text is, in em: figures and Latin letters take half a square."""
    return sum(0.5 if char.isascii() else 1.0 for char in text)


def line_runs(lines: tuple[str, ...], role: FaceRole) -> list[Element]:
    """Make the runs of a paragraph whose lines are broken by hand."""
    runs = [text_run(lines[0], role)]
    for line in lines[1:]:
        runs += (run([element("br")], role), text_run(line, role))
    return runs


def page_number_runs() -> list[Element]:
    """Make — PAGE — with a field that the word processor fills in."""
    role = FaceRole.PAGE_NUMBER
    instruction = element("instrText")
    instruction.text = " PAGE "
    instruction.set(PRESERVE, "preserve")
    field = [
        run([element("fldChar", {"fldCharType": "begin"})], role),
        run([instruction], role),
        run([element("fldChar", {"fldCharType": "separate"})], role),
        text_run("1", role),
        run([element("fldChar", {"fldCharType": "end"})], role),
    ]
    return [text_run("— ", role), *field, text_run(" —", role)]
