"""The names of WordprocessingML, and short ways to walk its elements."""

from collections.abc import Iterator

from lxml import etree

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
# Word also writes a strict form of the same language with another name space.
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_OFF = ("0", "false", "off")


class _Names(dict[object, str]):
    """Names without their name space, each cut once: a file has few tags and many elements."""

    def __missing__(self, tag: object) -> str:
        name = self[tag] = str(tag).rpartition("}")[2]
        return name


_LOCAL = _Names()


def local(element: etree._Element) -> str:
    """Return an element's name without its name space."""
    return _LOCAL[element.tag]


def children(element: etree._Element | None, name: str) -> Iterator[etree._Element]:
    """Return the direct children of this name."""
    return (each for each in (() if element is None else element) if _LOCAL[each.tag] == name)


def child(element: etree._Element | None, name: str) -> etree._Element | None:
    """Return the first direct child of this name."""
    if element is not None:
        for each in element:
            if _LOCAL[each.tag] == name:
                return each
    return None


def descendants(element: etree._Element | None, *names: str) -> Iterator[etree._Element]:
    """Return what lies anywhere below and has one of these names."""
    if element is not None:
        yield from (each for each in element.iter() if _LOCAL[each.tag] in names)


def attribute(element: etree._Element | None, name: str) -> str:
    """Return an attribute's value, or an empty text."""
    if element is None:
        return ""
    return element.get(f"{{{_WORD}}}{name}") or element.get(f"{{{_STRICT}}}{name}") or ""


def any_attribute(element: etree._Element | None, name: str) -> str:
    """Return an attribute's value whatever its name space."""
    if element is None:
        return ""
    return next((str(value) for key, value in element.items() if _LOCAL[key] == name), "")


def is_on(element: etree._Element | None) -> bool:
    """Tell whether a switch such as ``w:vanish`` stands and is not switched off."""
    return element is not None and attribute(element, "val").lower() not in _OFF
