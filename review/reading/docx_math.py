"""Formulas of a Word file, written on one line."""

from collections.abc import Callable, Mapping

from lxml import etree

from review.reading.wordml import any_attribute, child, children, local


def formula_text(element: etree._Element | None) -> str:
    """Return a formula as one line: fractions with a stroke, powers with a caret."""
    if element is None:
        return ""
    name = local(element)
    if name in _SHAPES:
        return _SHAPES[name](element)
    if name == "t":
        return element.text or ""
    return "".join(formula_text(each) for each in element)


def _part(element: etree._Element, name: str) -> str:
    return formula_text(child(element, name))


def _bracketed(text: str) -> str:
    return text if len(text) <= 1 or text.isalnum() else f"({text})"


def _fraction(element: etree._Element) -> str:
    return f"{_bracketed(_part(element, 'num'))}/{_bracketed(_part(element, 'den'))}"


def _script(element: etree._Element) -> str:
    text = _part(element, "e")
    below, above = _part(element, "sub"), _part(element, "sup")
    text += f"_{_bracketed(below)}" if below else ""
    return text + (f"^{_bracketed(above)}" if above else "")


def _root(element: etree._Element) -> str:
    return f"{_part(element, 'deg')}√{_bracketed(_part(element, 'e'))}"


def _large(element: etree._Element) -> str:
    properties = child(element, "naryPr")
    sign = any_attribute(child(properties, "chr"), "val") or "∫"
    return sign + _script_of_large(element) + _part(element, "e")


def _script_of_large(element: etree._Element) -> str:
    below, above = _part(element, "sub"), _part(element, "sup")
    return (f"_{_bracketed(below)}" if below else "") + (f"^{_bracketed(above)}" if above else "")


def _delimited(element: etree._Element) -> str:
    properties = child(element, "dPr")
    begin, end = child(properties, "begChr"), child(properties, "endChr")
    opening = "(" if begin is None else any_attribute(begin, "val")
    closing = ")" if end is None else any_attribute(end, "val")
    return opening + ",".join(formula_text(each) for each in children(element, "e")) + closing


def _nothing(_element: etree._Element) -> str:
    return ""


_SHAPES: Mapping[str, Callable[[etree._Element], str]] = {
    "f": _fraction,
    "sSup": _script,
    "sSub": _script,
    "sSubSup": _script,
    "rad": _root,
    "nary": _large,
    "d": _delimited,
    **dict.fromkeys(("rPr", "ctrlPr", "fPr", "radPr", "sSupPr", "sSubPr", "naryPr"), _nothing),
}
