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
    style: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """A claim to be numbered: which list, which level; None where a style leaves it to the list."""

    list_id: str
    level: int | None


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
        levels = self.levels.get(reference.list_id, {})
        level = levels.get(reference.level or 0)
        if level is None:
            return ""
        counters = self._count(reference, levels)
        if level.format in ("bullet", "none"):
            return ""
        label = _BLANK.sub(lambda blank: _number(blank, counters, levels, level), level.words)
        return label if not label or label.endswith(_CLOSED_ENDS) else f"{label} "

    def level_of(self, list_id: str, style: str) -> int | None:
        """Return the level that a list keeps for a style."""
        levels = self.levels.get(list_id, {})
        return next((index for index, level in levels.items() if level.style == style), None)

    def _count(self, reference: Reference, levels: Mapping[int, Level]) -> list[int]:
        family = self.families[reference.list_id]
        fresh = [levels.get(index, Level()).start - 1 for index in range(_LEVELS)]
        counters = self._counters.setdefault(family, list(fresh))
        if reference.list_id not in self._started:
            self._started.add(reference.list_id)
            for index, start in self.restarts.get(reference.list_id, {}).items():
                counters[index] = start - 1
        here = reference.level or 0
        for index in range(here):
            counters[index] = max(counters[index], levels.get(index, Level()).start)
        counters[here] += 1
        counters[here + 1 :] = fresh[here + 1 :]
        return counters


def _number(
    blank: re.Match[str], counters: list[int], levels: Mapping[int, Level], level: Level
) -> str:
    index = int(blank.group(1)) - 1
    form = "decimal" if level.is_legal else levels.get(index, Level()).format
    return NUMBER_FORMATS.get(form, str)(counters[index])


def read_numbering(root: etree._Element | None, styles: etree._Element | None) -> Numbering:
    """Return the lists that numbering.xml declares, some of them by way of a style."""
    if root is None:
        return Numbering({}, {}, {})
    families = _families(root)
    levels, family_of, restarts = {}, {}, {}
    for element in children(root, "num"):
        list_id = attribute(element, "numId")
        family = attribute(child(element, "abstractNumId"), "val")
        own, starts = _overrides(element)
        family_of[list_id] = family
        levels[list_id] = {**families.get(family, {}), **own}
        restarts[list_id] = starts
    for list_id, other in _linked_lists(root, styles).items():
        levels[list_id] = {**levels.get(other, {}), **levels[list_id]}
    return Numbering(levels, family_of, restarts)


def _families(root: etree._Element) -> dict[str, dict[int, Level]]:
    return {
        attribute(element, "abstractNumId"): {
            int(attribute(level, "ilvl") or 0): _level(level) for level in children(element, "lvl")
        }
        for element in children(root, "abstractNum")
    }


def _linked_lists(root: etree._Element, styles: etree._Element | None) -> dict[str, str]:
    """Return the lists whose levels are those of another list, which a style names."""
    by_style = {
        attribute(style, "styleId"): found.list_id
        for style in children(styles, "style")
        if (found := reference_of(child(style, "pPr"))) is not None
    }
    links = {
        attribute(element, "abstractNumId"): attribute(child(element, "numStyleLink"), "val")
        for element in children(root, "abstractNum")
    }
    return {
        attribute(element, "numId"): by_style[style]
        for element in children(root, "num")
        if (style := links.get(attribute(child(element, "abstractNumId"), "val"), "")) in by_style
    }


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
        style=attribute(child(element, "pStyle"), "val"),
    )


def reference_of(properties: etree._Element | None) -> Reference | None:
    """Return the list that paragraph or style properties name; list 0 means not numbered."""
    claim = child(properties, "numPr")
    if claim is None:
        return None
    level = attribute(child(claim, "ilvl"), "val")
    return Reference(attribute(child(claim, "numId"), "val"), int(level) if level else None)
