"""What is said of a result after adding it up: its figures, whether they agree, and why."""

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from models.domain.cleanup_sums import CleanupFigures, SumFinding, findings_of
from resources import path_of
from review.cleanup.reconciling.published import PublishedResult, figures_of


@dataclass(frozen=True)
class Reconciled:
    """The answer for one result.

    Attributes:
        scope: None where it is neither said nor listed.
        adds_up: Whether nothing contradicts the figures.
        is_compared: Whether there was anything to hold them against.
    """

    case_id: str
    scope: int | None
    classes: dict[str, int]
    adds_up: bool
    is_compared: bool
    why: str


def reconcile(result: PublishedResult) -> Reconciled:
    """Add a result up."""
    figures = figures_of(result)
    findings = findings_of(figures)
    return Reconciled(
        result.case_id,
        figures.listed if figures.scope is None else figures.scope,
        {one.name: one.count for one in figures.classes},
        not findings,
        figures.is_compared,
        "；".join(map(_finding_words, findings)) if findings else _agreement_words(figures),
    )


def _finding_words(finding: SumFinding) -> str:
    words: str = _words()["findings"][finding.fault.value]
    total = sum(finding.found)
    return words.format(
        name=finding.name,
        said=finding.said,
        found=total,
        sum=total,
        parts="、".join(map(str, finding.found)),
        difference=abs(finding.said - total),
    )


def _agreement_words(figures: CleanupFigures) -> str:
    if not figures.is_compared:
        key = "nothing_to_compare" if figures.listed is None else "nothing_but_a_list"
    elif figures.scope is not None and figures.classes:
        key = "adds_up_sum" if figures.listed is None else "adds_up"
    else:
        key = "adds_up_list"
    words: str = _words()[key]
    return words.format(listed=figures.listed)


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads(path_of("cleanup", "reconciling.toml").read_text(encoding="utf-8"))
