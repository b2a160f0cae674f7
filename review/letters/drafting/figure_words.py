"""The words of the yearly figures, the same on paper, on the screen and on the command line."""

from models.domain.lifecycle import FilingState
from models.domain.rates import Refs
from models.domain.terms import DocumentClass, ReviewConclusion
from models.domain.year_figures import CheckSum, YearFigures
from resources.terms import name_of, sentence_in

_SUMS = "CheckSum"
_WORDS = "FigureWords"


def class_name(document_class: DocumentClass | None) -> str:
    """Return the name of a class of documents; bodies that the register does not know have none."""
    return name_of(document_class) if document_class else sentence_in(_WORDS, "unknown_class")


def month_name(month: int) -> str:
    """Return the name of a month."""
    return sentence_in(_WORDS, "month", month=month)


def count_rows(this: YearFigures, last: YearFigures) -> tuple[tuple[str, Refs, Refs], ...]:
    """Return each number of the year by its name, with what it counts this year and the last."""
    rows = [(sentence_in(_WORDS, "received"), this.received, last.received)]
    rows += [
        (sentence_in(_WORDS, "of_them", name=name_of(one)), this.outcomes[one], last.outcomes[one])
        for one in FilingState
    ]
    rows.append((sentence_in(_WORDS, "late"), this.late, last.late))
    rows.append((sentence_in(_WORDS, "concluded"), this.concluded, last.concluded))
    rows += [
        (
            sentence_in(_WORDS, "of_them", name=name_of(one)),
            this.conclusions[one],
            last.conclusions[one],
        )
        for one in ReviewConclusion
    ]
    rows.append((sentence_in(_WORDS, "suggestions"), this.feedback.base, last.feedback.base))
    for name in ("made", "before", "entered", "repealed", "lapsed", "after"):
        rows.append(
            (
                sentence_in(_WORDS, f"stock_{name}"),
                getattr(this.stock, name),
                getattr(last.stock, name),
            )
        )
    return tuple(rows)


def check_sum_words(one: CheckSum) -> str:
    """Return what a sum adds up, and whether it is right."""
    rate = name_of(one.rate) if one.rate else ""
    parts = "+".join(map(str, one.parts)) or "0"
    sign = "=" if one.is_right else "≠"
    return f"{sentence_in(_SUMS, one.subject, rate=rate)}：{parts}{sign}{one.whole}"
