"""What the styles of a Word file say that changes its text: numbering and hidden words."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from lxml import etree

from review.reading.docx_numbering import Numbering, Reference, reference_of
from review.reading.wordml import attribute, child, children, is_on

Value = TypeVar("Value")
# The paragraph style of paragraphs that name none stands under the empty name.
DEFAULT = ""


@dataclass(frozen=True)
class Styles:
    """Styles by their id: those that number paragraphs, and those that hide text."""

    lists: Mapping[str, Reference]
    hidden: frozenset[str]


def read_styles(root: etree._Element | None, numbering: Numbering) -> Styles:
    """Return what styles.xml says, inherited values included."""
    parents: dict[str, str] = {}
    lists: dict[str, Reference] = {}
    hidden: dict[str, bool] = {}
    default = ""
    for style in children(root, "style"):
        name = attribute(style, "styleId")
        parents[name] = attribute(child(style, "basedOn"), "val")
        reference = reference_of(child(style, "pPr"))
        if reference is not None:
            lists[name] = _at_its_level(reference, name, numbering)
        vanish = child(child(style, "rPr"), "vanish")
        if vanish is not None:
            hidden[name] = is_on(vanish)
        if attribute(style, "type") == "paragraph" and attribute(style, "default") in ("1", "true"):
            default = name
    numbered = {name: found for name in parents if (found := _inherited(name, lists, parents))}
    if default in numbered:
        numbered[DEFAULT] = numbered[default]
    return Styles(
        numbered, frozenset(name for name in parents if _inherited(name, hidden, parents))
    )


def _at_its_level(reference: Reference, style: str, numbering: Numbering) -> Reference:
    """A style that names no level stands at the level which the list keeps for it."""
    if reference.level is not None:
        return reference
    return Reference(reference.list_id, numbering.level_of(reference.list_id, style))


def _inherited(name: str, own: Mapping[str, Value], parents: Mapping[str, str]) -> Value | None:
    seen: set[str] = set()
    while name and name not in seen:
        if name in own:
            return own[name]
        seen.add(name)
        name = parents.get(name, "")
    return None
