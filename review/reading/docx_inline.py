"""Write down what stands inside a paragraph of a Word file."""

from collections.abc import Callable, Iterable, Mapping

from lxml import etree

from review.reading.docx_math import formula_text
from review.reading.docx_page import LEFT_OUT, SHOWN, Page, Reading
from review.reading.docx_symbols import symbol_of
from review.reading.text import Fact
from review.reading.wordml import (
    any_attribute,
    attribute,
    child,
    children,
    descendants,
    is_on,
    local,
)

_CHARACTERS: Mapping[str, str] = {
    "tab": "\t",
    "ptab": "\t",
    "br": "\n",
    "cr": "\n",
    "noBreakHyphen": "-",
}
# Properties, codes and second copies; everything else is looked into, whatever it is called.
_PROPERTIES = ("pPr", "rPr", "sdtPr", "sdtEndPr", "smartTagPr", "rubyPr", "sectPr")
_CODES = ("fldData", "delInstrText", "bookmarkStart", "bookmarkEnd", "proofErr")
_DRAWING = ("docPr", "cNvPr", "cNvGraphicFramePr", "spPr", "bodyPr", "style", "extent")
_POSITIONS = ("positionH", "positionV", "effectExtent", "simplePos", "sizeRelH", "sizeRelV")
_SKIPPED = frozenset(
    (*_PROPERTIES, *_CODES, *_DRAWING, *_POSITIONS, "shapetype", "softHyphen", "Fallback", "rt")
)
_MOVES = frozenset(("moveTo", "moveFrom"))
_TEXTS = {Reading.ACCEPTED: frozenset(("t",)), Reading.ORIGINAL: frozenset(("t", "delText"))}
REPLACEMENT = "\ufffd"


def write_inline(page: Page, container: Iterable[etree._Element]) -> None:
    """Write the runs of a container and what lies between them."""
    shown, left_out = SHOWN[page.reading], LEFT_OUT[page.reading]
    for element in container:
        name = local(element)
        if name == "r":
            _write_run(page, element)
        elif name in shown:
            _write_change(page, element, name)
        elif name in left_out:
            _note_left_out(page, element, name)
        elif name in _WRITERS:
            _WRITERS[name](page, element)
        elif name not in _SKIPPED:
            write_inline(page, element)


def _write_run(page: Page, run: etree._Element) -> None:
    properties = child(run, "rPr")
    if properties is not None and _is_hidden(page, properties):
        _note_hidden(page, run)
        return
    for element in run:
        name = local(element)
        if name in _TEXTS[page.reading]:
            _write_text(page, element)
        elif name in _CHARACTERS:
            page.write(_CHARACTERS[name])
        elif name in _WRITERS:
            _WRITERS[name](page, element)
        elif name not in _SKIPPED:
            write_inline(page, (element,))


def _write_text(page: Page, element: etree._Element) -> None:
    if not page.open_fields or not page.is_in_code:
        page.write((element.text or "").replace("\n", " "))


def _note_code(page: Page, element: etree._Element) -> None:
    page.noticed.fields.append(Fact("code", element.text or "", page.here(page.length)))


def _note_simple_field(page: Page, element: etree._Element) -> None:
    page.noticed.fields.append(Fact("code", attribute(element, "instr"), page.here(page.length)))
    write_inline(page, element)


def _is_hidden(page: Page, properties: etree._Element) -> bool:
    vanish = child(properties, "vanish")
    if vanish is not None:
        return is_on(vanish)
    style = attribute(child(properties, "rStyle"), "val") if page.hidden_styles else ""
    return style in page.hidden_styles


def _note_hidden(page: Page, run: etree._Element) -> None:
    words = "".join(each.text or "" for each in children(run, "t"))
    if words:
        page.noticed.hidden.append(Fact("hidden", words, page.here(page.length)))


def _write_change(page: Page, element: etree._Element, name: str) -> None:
    start = page.length
    write_inline(page, element)
    if page.length > start:
        fact = Fact("moved" if name in _MOVES else "inserted", "", page.here(start), *_who(element))
        (page.noticed.moved if name in _MOVES else page.noticed.inserted).append(fact)


def _note_left_out(page: Page, element: etree._Element, name: str) -> None:
    words = "".join(each.text or "" for each in descendants(element, "delText", "t"))
    if words and name not in _MOVES:
        fact = Fact("deleted", words, page.here(page.length), *_who(element))
        page.noticed.deleted.append(fact)


def _who(element: etree._Element) -> tuple[str, str]:
    return attribute(element, "author"), attribute(element, "date")[:10]


def _write_symbol(page: Page, element: etree._Element) -> None:
    code = attribute(element, "char")
    character = symbol_of(attribute(element, "font"), code)
    start = page.length
    page.write(character or REPLACEMENT)
    if character is None:
        page.noticed.symbols.append(Fact("damaged", code, page.here(start)))


def _write_field_sign(page: Page, element: etree._Element) -> None:
    kind = attribute(element, "fldCharType")
    if kind == "begin":
        page.open_fields.append(True)
        _write_form_field(page, child(element, "ffData"))
    elif kind == "separate" and page.open_fields:
        page.open_fields[-1] = False
    elif kind == "end" and page.open_fields:
        page.open_fields.pop()


def _write_form_field(page: Page, data: etree._Element | None) -> None:
    """Write a box that is ticked or not, and the choice of a list: they have no result of text."""
    box, choice = child(data, "checkBox"), child(data, "ddList")
    if box is not None:
        mark = child(box, "checked")
        page.write("☑" if is_on(child(box, "default") if mark is None else mark) else "□")
    elif choice is not None:
        entries = [attribute(entry, "val") for entry in children(choice, "listEntry")]
        picked = attribute(child(choice, "result"), "val") or "0"
        if picked.isdigit() and int(picked) < len(entries):
            page.write(entries[int(picked)])


def _write_formula(page: Page, element: etree._Element) -> None:
    start = page.length
    page.write(formula_text(element))
    page.noticed.formulas.append(Fact("formula", "", page.here(start)))


def _keep_box(page: Page, element: etree._Element) -> None:
    page.waiting_boxes.append(element)


def _keep_word_art(page: Page, element: etree._Element) -> None:
    """Old files draw their red heads as word art, whose words stand in an attribute."""
    words = any_attribute(element, "string").strip()
    if words:
        page.waiting_boxes.append(words)


def _write_alternative(page: Page, element: etree._Element) -> None:
    """Read the first choice that holds anything, and never the same thing twice."""
    choices = [each for each in element if local(each) in ("Choice", "Fallback")]
    for choice in choices:
        if any(True for _ in descendants(choice, "t", "txbxContent", "textpath", "blip", "oMath")):
            write_inline(page, choice)
            return


def _note_picture(page: Page, _element: etree._Element) -> None:
    page.noticed.pictures.append(Fact("picture", "", page.here(page.length)))


def _note_object(page: Page, element: etree._Element) -> None:
    name = any_attribute(element, "ProgID")
    page.noticed.foreign.append(Fact("object", name, page.here(page.length)))


def _note_diagram(page: Page, _element: etree._Element) -> None:
    page.noticed.foreign.append(Fact("object", "", page.here(page.length)))


def _begin_comment(page: Page, element: etree._Element) -> None:
    page.noticed.anchors[attribute(element, "id")] = page.here(page.length)


def _end_comment(page: Page, element: etree._Element) -> None:
    begun = page.noticed.anchors.get(attribute(element, "id"))
    if begun is not None:
        page.noticed.anchors[attribute(element, "id")] = page.here(begun.start)


def _refer_comment(page: Page, element: etree._Element) -> None:
    page.noticed.anchors.setdefault(attribute(element, "id"), page.here(page.length))


_WRITERS: Mapping[str, Callable[[Page, etree._Element], None]] = {
    "sym": _write_symbol,
    "instrText": _note_code,
    "fldSimple": _note_simple_field,
    "fldChar": _write_field_sign,
    "oMath": _write_formula,
    "txbxContent": _keep_box,
    "textpath": _keep_word_art,
    "AlternateContent": _write_alternative,
    "blip": _note_picture,
    "imagedata": _note_picture,
    "OLEObject": _note_object,
    "relIds": _note_diagram,
    "chart": _note_diagram,
    "commentRangeStart": _begin_comment,
    "commentRangeEnd": _end_comment,
    "commentReference": _refer_comment,
}
