"""The yearly figures in words, for the window and the command line."""

from models.domain.terms import ReviewConclusion
from models.domain.year_figures import YearFigures
from resources.terms import name_of


def yearly_counts(figures: YearFigures) -> tuple[str, ...]:
    """Return what came in and what was concluded, a sentence each."""
    outcomes = "，".join(
        f"{name_of(state)}{len(refs)}件" for state, refs in figures.outcomes.items() if refs
    )
    concluded = "，".join(
        f"{name_of(one)}{len(figures.conclusions[one])}件"
        for one in ReviewConclusion
        if figures.conclusions[one]
    )
    told = [
        f"{figures.year}年收件{len(figures.received)}件" + (f"：{outcomes}" if outcomes else "")
    ]
    told.append(f"审结{len(figures.concluded)}件" + (f"：{concluded}" if concluded else ""))
    if figures.late:
        told.append(f"另有上年迟报{len(figures.late)}件")
    return tuple(f"{one}。" for one in told)
