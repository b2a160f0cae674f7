"""Whether the figures of a cleanup (清理) add up: its scope, its classes, the lists annexed.

Published results do not always (domain.md 2.7); a result that does not reconcile may not be issued.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

# Papers state a handful of figures; beyond this the ways to combine them prove nothing.
_MOST_COMBINED = 12


class SumFault(StrEnum):
    """How figures contradict each other."""

    SCOPE_IS_NOT_THE_SUM = "scope_is_not_the_sum"
    CLASS_IS_NOT_ITS_LIST = "class_is_not_its_list"
    SCOPE_IS_NOT_THE_LIST = "scope_is_not_the_list"
    FIGURES_WITHOUT_LIST = "figures_without_list"
    LISTED_IN_TWO_CLASSES = "listed_in_two_classes"
    LISTED_TWICE = "listed_twice"


@dataclass(frozen=True)
class ClassFigure:
    """One class: how many documents the paper says, and how many its list holds.

    Either is None where the paper does not show it.
    """

    name: str
    stated: int | None
    listed: int | None

    @property
    def count(self) -> int:
        """Return the figure of the paper, or else of its list."""
        return self.stated if self.stated is not None else (self.listed or 0)


@dataclass(frozen=True)
class CleanupFigures:
    """What a paper says and lists; ``listed`` is None where its list is not at hand.

    ``unnamed`` are figures of which the paper does not say what they count.
    """

    scope: int | None = None
    classes: tuple[ClassFigure, ...] = ()
    listed: int | None = None
    sections: tuple[int, ...] = ()
    unnamed: tuple[int, ...] = ()
    in_two_classes: tuple[str, ...] = ()
    listed_twice: tuple[str, ...] = ()

    @property
    def is_compared(self) -> bool:
        """Tell whether any figure was held against another one, or against a list."""
        counts = sum(one.stated is not None for one in self.classes)
        has_stated = self.scope is not None or counts > 0 or bool(self.unnamed)
        return has_stated and (self.listed is not None or (self.scope is not None and counts > 0))


@dataclass(frozen=True)
class SumFinding:
    """A contradiction and the figures in it: what is said, and what is found instead."""

    fault: SumFault
    name: str = ""
    said: int = 0
    found: tuple[int, ...] = ()


def findings_of(figures: CleanupFigures) -> tuple[SumFinding, ...]:
    """Return every contradiction; none where the figures add up or nothing can be compared."""
    checks = (_of_scope, _of_classes, _of_unnamed, _of_doubles)
    return tuple(finding for check in checks for finding in check(figures))


def _of_scope(figures: CleanupFigures) -> Iterator[SumFinding]:
    if figures.scope is None:
        return
    counts = tuple(one.count for one in figures.classes)
    if counts and sum(counts) != figures.scope:
        yield SumFinding(SumFault.SCOPE_IS_NOT_THE_SUM, said=figures.scope, found=counts)
    if figures.listed is not None and figures.listed != figures.scope:
        found = (figures.listed,)
        yield SumFinding(SumFault.SCOPE_IS_NOT_THE_LIST, said=figures.scope, found=found)


def _of_classes(figures: CleanupFigures) -> Iterator[SumFinding]:
    for one in figures.classes:
        if one.stated is not None and one.listed is not None and one.stated != one.listed:
            found = (one.listed,)
            yield SumFinding(SumFault.CLASS_IS_NOT_ITS_LIST, one.name, one.stated, found)


def _of_unnamed(figures: CleanupFigures) -> Iterator[SumFinding]:
    if figures.unnamed and figures.listed is not None and not _are_borne_out(figures):
        fault = SumFault.FIGURES_WITHOUT_LIST
        yield SumFinding(fault, said=figures.listed, found=figures.unnamed)


def _of_doubles(figures: CleanupFigures) -> Iterator[SumFinding]:
    for name in figures.in_two_classes:
        yield SumFinding(SumFault.LISTED_IN_TWO_CLASSES, name)
    for name in figures.listed_twice:
        yield SumFinding(SumFault.LISTED_TWICE, name)


def _are_borne_out(figures: CleanupFigures) -> bool:
    """Tell whether the figures count the list: some of them add up to it, the others repeat it.

    A figure repeats what is counted already (the body and the annex both say it), counts a section,
    or divides the whole once more. The same figure counts twice only where two sections have it.
    """
    numbers, listed = figures.unnamed, figures.listed
    sections = Counter(figures.sections)
    if len(numbers) > _MOST_COMBINED:
        return listed in numbers or sum(numbers) == listed
    for size in range(1, len(numbers) + 1):
        for counted in combinations(numbers, size):
            if any(times > max(1, sections[one]) for one, times in Counter(counted).items()):
                continue
            rest = list((Counter(numbers) - Counter(counted)).elements())
            known = {*counted, *figures.sections, listed}
            repeats = all(number in known for number in rest)
            if sum(counted) == listed and (repeats or sum(rest) == listed):
                return True
    return False
