"""The names of WordprocessingML, and short ways to walk its elements."""

from collections.abc import Iterator

from lxml import etree

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
# Word also writes a strict form of the same language with another name space.
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_OFF = ("0", "false", "off")


def local(element: etree._Element) -> str:
    """Return an element's name without its name space."""
    return str(element.tag).rpartition("}")[2]


def children(element: etree._Element | None, name: str) -> Iterator[etree._Element]:
    """Return the direct children of this name."""
    return (each for each in (() if element is None else element) if local(each) == name)


def child(element: etree._Element | None, name: str) -> etree._Element | None:
    """Return the first direct child of this name."""
    return next(children(element, name), None)


def attribute(element: etree._Element | None, name: str) -> str:
    """Return an attribute's value, or an empty text."""
    if element is None:
        return ""
    return element.get(f"{{{_WORD}}}{name}") or element.get(f"{{{_STRICT}}}{name}") or ""


def is_on(element: etree._Element | None) -> bool:
    """Tell whether a switch such as ``w:vanish`` stands and is not switched off."""
    return element is not None and attribute(element, "val").lower() not in _OFF
