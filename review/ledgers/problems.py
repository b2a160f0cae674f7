"""What is wrong with a row, in which column, and what to do about it."""

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from resources import path_of
from review.ledgers.columns import LedgerField


class Verdict(StrEnum):
    """What becomes of a row; the worst of its problems decides."""

    READY = "ready"
    WARNING = "warning"
    DUPLICATE = "duplicate"
    ERROR = "error"


class ProblemKind(StrEnum):
    """A problem of a row (导入问题)."""

    TITLE_MISSING = "title_missing"
    NUMBER_UNREADABLE = "number_unreadable"
    NUMBER_ODD = "number_odd"
    NUMBER_MENDED = "number_mended"
    NUMBER_SEVERAL = "number_several"
    DATE_UNREADABLE = "date_unreadable"
    DATE_AMBIGUOUS = "date_ambiguous"
    DATE_MENDED = "date_mended"
    DATE_WITHOUT_DAY = "date_without_day"
    DATE_IN_FUTURE = "date_in_future"
    DATES_IN_DISORDER = "dates_in_disorder"
    NUMBER_YEAR_DIFFERS = "number_year_differs"
    VALIDITY_UNREADABLE = "validity_unreadable"
    VALIDITY_WITHOUT_UNIT = "validity_without_unit"
    VALIDITY_DIFFERS = "validity_differs"
    STATUS_UNREADABLE = "status_unreadable"
    STATUS_PROPOSED = "status_proposed"
    STATUS_CONTRADICTS = "status_contradicts"
    ENDED_DATE_MISSING = "ended_date_missing"
    CLASS_UNREADABLE = "class_unreadable"
    ISSUER_MISSING = "issuer_missing"
    ISSUER_UNKNOWN = "issuer_unknown"
    ISSUER_LEFT_OUT = "issuer_left_out"
    ISSUER_FROM_NUMBER = "issuer_from_number"
    UNIFIED_UNREADABLE = "unified_unreadable"
    UNIFIED_TAKEN = "unified_taken"
    UNIFIED_TWICE = "unified_twice"
    DOUBLE_IN_REGISTER = "double_in_register"
    DOUBLE_IN_FILE = "double_in_file"
    NUMBER_TWICE = "number_twice"


VERDICTS: dict[ProblemKind, Verdict] = {
    ProblemKind.NUMBER_ODD: Verdict.WARNING,
    ProblemKind.NUMBER_MENDED: Verdict.WARNING,
    ProblemKind.DATE_MENDED: Verdict.WARNING,
    ProblemKind.DATE_WITHOUT_DAY: Verdict.WARNING,
    ProblemKind.NUMBER_YEAR_DIFFERS: Verdict.WARNING,
    ProblemKind.VALIDITY_WITHOUT_UNIT: Verdict.WARNING,
    ProblemKind.VALIDITY_DIFFERS: Verdict.WARNING,
    ProblemKind.STATUS_UNREADABLE: Verdict.WARNING,
    ProblemKind.STATUS_PROPOSED: Verdict.WARNING,
    ProblemKind.STATUS_CONTRADICTS: Verdict.WARNING,
    ProblemKind.CLASS_UNREADABLE: Verdict.WARNING,
    ProblemKind.ISSUER_FROM_NUMBER: Verdict.WARNING,
    ProblemKind.DOUBLE_IN_REGISTER: Verdict.DUPLICATE,
    ProblemKind.DOUBLE_IN_FILE: Verdict.DUPLICATE,
    ProblemKind.NUMBER_TWICE: Verdict.DUPLICATE,
}


@dataclass(frozen=True)
class Problem:
    """One problem: the column it stands in, what is written there, and one more fact."""

    kind: ProblemKind
    field: LedgerField | None = None
    raw: str = ""
    fact: str = ""

    @property
    def verdict(self) -> Verdict:
        """Return what the problem alone makes of its row."""
        return VERDICTS.get(self.kind, Verdict.ERROR)


_ORDER = (Verdict.READY, Verdict.WARNING, Verdict.DUPLICATE, Verdict.ERROR)


def worst(problems: tuple[Problem, ...]) -> Verdict:
    """Return what becomes of a row with these problems."""
    return max((one.verdict for one in problems), key=_ORDER.index, default=Verdict.READY)


def said(problem: Problem) -> str:
    """Return the problem in Chinese words."""
    return _filled(problem, "text")


def advised(problem: Problem) -> str:
    """Return in Chinese words what to do about it."""
    return _filled(problem, "remedy")


def _filled(problem: Problem, part: str) -> str:
    return _words()[problem.kind.value][part].format(
        raw=" ".join(problem.raw.split()),
        fact=problem.fact,
        field=field_name(problem.field) if problem.field else "",
    )


def field_name(field: LedgerField) -> str:
    """Return what a field of a ledger is called."""
    return _words()["fields"][field.value]


def row_kind_name(kind: str) -> str:
    """Return what a line of a sheet that is no row is called."""
    return _words()["lines"][kind]


def verdict_name(verdict: Verdict) -> str:
    """Return what a verdict is called."""
    return _words()["verdicts"][verdict.value]


def note_words(kind: str, fact: str) -> str:
    """Return a note on a sheet in Chinese words."""
    return _words()["notes"][kind].format(fact=fact)


@cache
def _words() -> dict[str, dict[str, str]]:
    return tomllib.loads(path_of("ledgers", "words.toml").read_text(encoding="utf-8"))
