"""A published result of a cleanup as figures that can be added up."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from models.domain.cleanup import CleanupOutcome
from models.domain.cleanup_sums import ClassFigure, CleanupFigures
from models.domain.document_number import normalise
from models.domain.titles import title_key
from resources.terms import name_of
from review.cleanup.reconciling.counts import Count, counts_in, is_scope, outcome_in


@dataclass(frozen=True)
class ListedRow:
    """A line of an annexed list: the document, the heading it stands under, what becomes of it."""

    title: str
    number: str = ""
    section: str = ""
    action: str = ""


@dataclass(frozen=True)
class PublishedResult:
    """What a result says of itself; ``rows`` is None where its lists are not at hand whole.

    ``labelled`` are figures with the paper's own name of what they count, ``sentences`` words with
    figures in them, ``unnamed`` figures alone.
    """

    case_id: str
    scope: int | None = None
    labelled: tuple[tuple[str, int], ...] = ()
    sentences: tuple[str, ...] = ()
    unnamed: tuple[int, ...] = ()
    rows: tuple[ListedRow, ...] | None = None


def figures_of(result: PublishedResult) -> CleanupFigures:
    """Return the figures of a result, those of its lists counted from their rows."""
    counts = [count for sentence in result.sentences for count in counts_in(sentence)]
    rows = result.rows
    several = _times_listed(rows or ())
    return CleanupFigures(
        scope=_scope_of(result, counts),
        classes=_classes_of(result, counts),
        listed=None if rows is None else len(rows),
        sections=tuple(Counter(row.section for row in rows or ()).values()),
        unnamed=result.unnamed,
        in_two_classes=tuple(name for name, seen in several.items() if len(set(seen)) > 1),
        listed_twice=tuple(name for name, seen in several.items() if len(set(seen)) == 1),
    )


def _scope_of(result: PublishedResult, counts: Iterable[Count]) -> int | None:
    if result.scope is not None:
        return result.scope
    labelled = (number for name, number in result.labelled if is_scope(name))
    return next(labelled, next((count.number for count in counts if count.is_scope), None))


def _classes_of(result: PublishedResult, counts: Iterable[Count]) -> tuple[ClassFigure, ...]:
    stated = {name: number for name, number in result.labelled if not is_scope(name)}
    for count in counts:
        if count.outcome is not None:
            # The body of a paper and its annex both say it; the first is the body.
            stated.setdefault(name_of(count.outcome), count.number)
    listed = _listed_under(stated, result.rows)
    names = dict.fromkeys((*stated, *listed))
    has_list = result.rows is not None
    return tuple(
        ClassFigure(
            name, stated.get(name), listed.get(name, 0 if has_list and name in stated else None)
        )
        for name in names
    )


def _listed_under(stated: Iterable[str], rows: Iterable[ListedRow] | None) -> Counter[str]:
    """Count the rows by class, under the paper's own names where it has them."""
    own = defaultdict(list)
    for name in stated:
        own[outcome_in(name)].append(name)
    counted: Counter[str] = Counter()
    for row in rows or ():
        outcome = _outcome_of(row)
        if row.section in own[outcome_in(row.section)]:
            counted[row.section] += 1
        elif outcome is not None:
            counted[(own[outcome] or [name_of(outcome)])[0]] += 1
    return counted


def _outcome_of(row: ListedRow) -> CleanupOutcome | None:
    return outcome_in(row.action) or outcome_in(row.section)


def _times_listed(rows: Iterable[ListedRow]) -> dict[str, list[CleanupOutcome | None]]:
    """Return what becomes of each document that stands on several rows, by its title.

    Only title and number together say that two rows mean one document.
    """
    times: defaultdict[tuple[str, str], list[CleanupOutcome | None]] = defaultdict(list)
    titles: dict[tuple[str, str], str] = {}
    for row in rows:
        key = (title_key(row.title), normalise(row.number))
        if all(key):
            times[key].append(_outcome_of(row))
            titles[key] = row.title
    return {titles[key]: outcomes for key, outcomes in times.items() if len(outcomes) > 1}
