"""Automatic numbering of a Word file: the words in front of a paragraph that stand in no text."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from review.reading.chinese_numbering import NUMBER_FORMATS
from review.reading.wordml import attribute, child, children

_BLANK = re.compile(r"%([1-9])")
# After these the text follows at once; after other numbers a blank keeps them apart.
_CLOSED_ENDS = ("、", "）", "．", "。", "：")
_LEVELS = 9


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a numbering: its format, its words and where it starts."""

    format: str = "decimal"
    words: str = ""
    start: int = 1
    is_legal: bool = False


@dataclass(frozen=True, slots=True)
class Reference:
    """A paragraph's claim to be numbered: which list, which level."""

    list_id: str
    level: int


@dataclass
class Numbering:
    """The lists of a file and how far each has counted."""

    levels: Mapping[str, Mapping[int, Level]]
    families: Mapping[str, str]
    restarts: Mapping[str, Mapping[int, int]]
    _counters: dict[str, list[int]] = field(default_factory=dict)
    _started: set[str] = field(default_factory=set)

    def next_label(self, reference: Reference) -> str:
        """Count on and return the words of the number, or nothing for bullets."""
        levels = self.levels.get(reference.list_id)
        if levels is None or reference.level not in levels:
            return ""
        counters = self._count(reference, levels)
        level = levels[reference.level]
        if level.format in ("bullet", "none"):
            return ""
        label = _BLANK.sub(lambda blank: _number(blank, counters, levels, level), level.words)
        return label if not label or label.endswith(_CLOSED_ENDS) else f"{label} "

    def _count(self, reference: Reference, levels: Mapping[int, Level]) -> list[int]:
        family = self.families[reference.list_id]
        fresh = [levels.get(index, Level()).start - 1 for index in range(_LEVELS)]
        counters = self._counters.setdefault(family, list(fresh))
        if reference.list_id not in self._started:
            self._started.add(reference.list_id)
            for index, start in self.restarts.get(reference.list_id, {}).items():
                counters[index] = start - 1
        for index in range(reference.level):
            counters[index] = max(counters[index], levels.get(index, Level()).start)
        counters[reference.level] += 1
        counters[reference.level + 1 :] = fresh[reference.level + 1 :]
        return counters


def _number(
    blank: re.Match[str], counters: list[int], levels: Mapping[int, Level], level: Level
) -> str:
    index = int(blank.group(1)) - 1
    form = "decimal" if level.is_legal else levels.get(index, Level()).format
    return NUMBER_FORMATS.get(form, str)(counters[index])


def read_numbering(root: etree._Element | None) -> Numbering:
    """Return the lists that numbering.xml declares."""
    if root is None:
        return Numbering({}, {}, {})
    families = {
        attribute(element, "abstractNumId"): {
            int(attribute(level, "ilvl") or 0): _level(level) for level in children(element, "lvl")
        }
        for element in children(root, "abstractNum")
    }
    levels, family_of, restarts = {}, {}, {}
    for element in children(root, "num"):
        list_id = attribute(element, "numId")
        family = child(element, "abstractNumId")
        family_of[list_id] = attribute(family, "val")
        own, starts = _overrides(element)
        levels[list_id] = {**families.get(family_of[list_id], {}), **own}
        restarts[list_id] = starts
    return Numbering(levels, family_of, restarts)


def _overrides(element: etree._Element) -> tuple[dict[int, Level], dict[int, int]]:
    levels, starts = {}, {}
    for override in children(element, "lvlOverride"):
        index = int(attribute(override, "ilvl") or 0)
        start, level = child(override, "startOverride"), child(override, "lvl")
        if level is not None:
            levels[index] = _level(level)
        if start is not None:
            starts[index] = int(attribute(start, "val") or 1)
    return levels, starts


def _level(element: etree._Element) -> Level:
    return Level(
        format=attribute(child(element, "numFmt"), "val") or "decimal",
        words=attribute(child(element, "lvlText"), "val"),
        start=int(attribute(child(element, "start"), "val") or 1),
        is_legal=child(element, "isLgl") is not None,
    )


def reference_of(properties: etree._Element | None) -> Reference | None:
    """Return the list that paragraph or style properties name; list 0 means not numbered."""
    claim = child(properties, "numPr")
    if claim is None:
        return None
    level = int(attribute(child(claim, "ilvl"), "val") or 0)
    return Reference(attribute(child(claim, "numId"), "val"), level)


def style_references(styles: etree._Element | None) -> dict[str, Reference]:
    """Return the numbering of every paragraph style, inherited ones included."""
    own: dict[str, Reference] = {}
    parents: dict[str, str] = {}
    for style in children(styles, "style"):
        name = attribute(style, "styleId")
        parents[name] = attribute(child(style, "basedOn"), "val")
        reference = reference_of(child(style, "pPr"))
        if reference is not None:
            own[name] = reference
    return {name: found for name in parents if (found := _inherited(name, own, parents))}


def _inherited(
    name: str, own: Mapping[str, Reference], parents: Mapping[str, str]
) -> Reference | None:
    seen: set[str] = set()
    while name and name not in seen:
        if name in own:
            return own[name]
        seen.add(name)
        name = parents.get(name, "")
    return None
