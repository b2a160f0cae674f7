"""The yearly figures in words, for the window and the command line."""

from models.domain.rates import change_of
from models.domain.terms import ReviewConclusion
from models.domain.year_figures import CheckSum, YearFigures
from resources.terms import name_of, sentence_in

UNKNOWN_CLASS = "未列入名册的机关"
_SUMS = "CheckSum"


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


def compared_words(this: int, last: int) -> str:
    """Return a count beside that of the year before: 38件，上年27件，+40.7%."""
    return f"{this}件，上年{last}件，{change_of(this, last)}"


def check_sum_words(one: CheckSum) -> str:
    """Return what a sum adds up, and whether it is right."""
    rate = name_of(one.rate) if one.rate else ""
    parts = "+".join(map(str, one.parts)) or "0"
    sign = "=" if one.is_right else "≠"
    return f"{sentence_in(_SUMS, one.subject, rate=rate)}：{parts}{sign}{one.whole}"


def _with_parts(whole: str, parts: str) -> str:
    return f"{whole}：{parts}" if parts else whole
