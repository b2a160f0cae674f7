"""Cells become values of a record, or say what is wrong with them."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache, lru_cache
from typing import Generic, TypeVar
from unicodedata import category, normalize

from models.domain.document_number import normalise
from models.domain.numerals import parse_numeral
from models.domain.terms import DocumentClass
from models.domain.validity import ValidityTerm, ValidityTermKind
from models.domain.written_dates import (
    DatePrecision,
    WrittenDate,
    read_written_date,
    says_nothing,
)
from models.domain.written_numbers import (
    WrittenNumber,
    read_written_number,
    written_numbers_in,
)
from resources import path_of
from review.ledgers.columns import LedgerField
from review.ledgers.problems import Problem, ProblemKind

Value = TypeVar("Value")


class WrittenStatus(StrEnum):
    """What a ledger says of a document's force (时效栏)."""

    IN_FORCE = "in_force"
    REPEALED = "repealed"
    DECLARED_LAPSED = "declared_lapsed"
    PROPOSED = "proposed"


@dataclass(frozen=True)
class Read(Generic[Value]):
    """A value read from a cell, and what was wrong with the cell."""

    value: Value | None
    problem: Problem | None = None


# What web pages print before a value: 成文日期：, 发文字号：.
_LABEL = re.compile(r"^\s*[\u4e00-\u9fff]{2,6}\s*[:：]\s*")
_COUNT = r"(?P<count>\d{1,3}|[一二两三四五六七八九十]{1,3})"
_TERM = re.compile(
    rf"(?:有效期|试行期|暂行期|试行|暂行|自.{{2,16}}起|有效)*[限为::]*{_COUNT}(?:个)?(?P<unit>年|周年|月)(?:有效|内有效)?"
)
_LONGEST_YEARS = 50
_LONGEST_NOTHING = 16
# A ledger repeats its days and its marks of nothing in thousands of rows.
_REMEMBERED = 8192
_UNTIL = re.compile(
    r"^(?:有效期)?(?:.*?(?:至|到|止于|截至|截止到|[-~—－–]))?(?P<day>[^至到]+?)(?:日止|止|失效|终止)?$"
)
_ODD_NUMBER = re.compile(r"[^\W\d_].*\d+.{0,2}号$")
_LONGEST_ODD = 30
_SPLIT = re.compile(r"[、,，;；\n]+|\s{2,}")


@lru_cache(maxsize=_REMEMBERED)
def is_blank(cell: str) -> bool:
    """Tell whether a cell says nothing: empty, 无, /, ——, a label with nothing after it."""
    if len(cell) > _LONGEST_NOTHING:
        return False
    return not cell or says_nothing(_LABEL.sub("", cell, count=1))


def read_number(cell: str) -> Read[str]:
    """Read a document number; the register keeps it with lens brackets and without blanks."""
    if is_blank(cell):
        return Read(None)
    found = written_number(cell)
    field = LedgerField.DOCUMENT_NUMBER
    if found is None:
        return _odd_number(cell)
    canonical = found.canonical
    if found.is_damaged:
        return Read(canonical, Problem(ProblemKind.NUMBER_MENDED, field, cell, canonical))
    # What is more than brackets, blanks and a label stands on the paper: it stays as it is.
    written = normalise(cell).removesuffix("号") + "号"
    return Read(canonical if written.endswith(normalise(canonical)) else cell.strip())


def _odd_number(cell: str) -> Read[str]:
    field = LedgerField.DOCUMENT_NUMBER
    if len(written_numbers_in(cell)) > 1:
        return Read(None, Problem(ProblemKind.NUMBER_SEVERAL, field, cell))
    if len(cell) <= _LONGEST_ODD and _ODD_NUMBER.search(cell.strip()):
        return Read(cell.strip(), Problem(ProblemKind.NUMBER_ODD, field, cell))
    return Read(None, Problem(ProblemKind.NUMBER_UNREADABLE, field, cell))


def read_day(cell: str, field: LedgerField) -> Read[date]:
    """Read a date; one without a day gives none, one with several readings is a problem."""
    if is_blank(cell):
        return Read(None)
    found = _written_date(_LABEL.sub("", cell, count=1))
    if found is None:
        return Read(None, Problem(ProblemKind.DATE_UNREADABLE, field, cell))
    if found.precision is not DatePrecision.DAY:
        return Read(None, Problem(ProblemKind.DATE_WITHOUT_DAY, field, cell))
    if found.day is None:
        readings = "、".join(day.isoformat() for day in found.candidates)
        return Read(None, Problem(ProblemKind.DATE_AMBIGUOUS, field, cell, readings))
    if found.is_damaged:
        told = Problem(ProblemKind.DATE_MENDED, field, cell, found.day.isoformat())
        return Read(found.day, told)
    return Read(found.day)


@lru_cache(maxsize=_REMEMBERED)
def written_number(cell: str) -> WrittenNumber | None:
    """Read a document number; one row asks for its number several times."""
    return read_written_number(cell)


@lru_cache(maxsize=_REMEMBERED)
def _written_date(cell: str) -> WrittenDate | None:
    return read_written_date(cell)


def split_date_and_number(cell: str) -> tuple[str, str]:
    """Return the date and the number of a cell that holds both, each empty when it is not there."""
    pieces = [piece for piece in re.split(r"[、,，;；\n]|\s{2,}", cell) if piece.strip()]
    for place in range(len(pieces)):
        if read_written_date(pieces[place]) is not None:
            return pieces[place], "、".join(pieces[:place] + pieces[place + 1 :])
    found = re.match(r"\s*(\d{4}年\d{1,2}月\d{1,2}日|\d{4}[-./]\d{1,2}[-./]\d{1,2})\s*(.*)", cell)
    return (found[1], found[2]) if found else ("", cell)


def read_term(cell: str) -> Read[ValidityTerm]:
    """Read how long a document is valid: 5年, 至2030年12月31日, 长期有效."""
    if is_blank(cell):
        return Read(None)
    key = words_key(cell)
    if key in _listed("permanent"):
        return Read(ValidityTerm(ValidityTermKind.PERMANENT))
    if key in _listed("until_task_done"):
        return Read(ValidityTerm(ValidityTermKind.UNTIL_TASK_DONE))
    return _counted_term(cell) or _term_until(cell)


def _counted_term(cell: str) -> Read[ValidityTerm] | None:
    folded = "".join(normalize("NFKC", cell).split())
    match = _TERM.fullmatch(folded)
    if match:
        amount = parse_numeral(match["count"].replace("两", "二"))
        kind = ValidityTermKind.MONTHS if match["unit"] == "月" else ValidityTermKind.YEARS
        return Read(ValidityTerm(kind, amount)) if amount else None
    if folded.isdecimal() and 0 < int(folded) <= _LONGEST_YEARS:
        told = Problem(ProblemKind.VALIDITY_WITHOUT_UNIT, LedgerField.VALIDITY, folded)
        return Read(ValidityTerm(ValidityTermKind.YEARS, int(folded)), told)
    return None


def _term_until(cell: str) -> Read[ValidityTerm]:
    whole = read_written_date(cell)
    match = None if whole else _UNTIL.match("".join(cell.split()))
    found = whole or (read_written_date(_with_day(match["day"])) if match else None)
    if found is None or found.day is None:
        return Read(None, Problem(ProblemKind.VALIDITY_UNREADABLE, LedgerField.VALIDITY, cell))
    return Read(ValidityTerm(ValidityTermKind.UNTIL_DATE, until_date=found.day))


def _with_day(text: str) -> str:
    return f"{text}日" if re.search(r"月\d{1,2}$", text) else text


def read_status(cell: str) -> Read[WrittenStatus]:
    """Read what a ledger says of a document's force."""
    if is_blank(cell):
        return Read(None)
    key = words_key(cell)
    for status in WrittenStatus:
        if key in _listed(status.value):
            return Read(status)
    return Read(None, Problem(ProblemKind.STATUS_UNREADABLE, LedgerField.STATUS, cell))


def read_class(cell: str) -> Read[DocumentClass]:
    """Read the class of a document."""
    if is_blank(cell):
        return Read(None)
    key = words_key(cell)
    for one in DocumentClass:
        if key in _classes()[one.value]:
            return Read(one)
    return Read(None, Problem(ProblemKind.CLASS_UNREADABLE, LedgerField.DOCUMENT_CLASS, cell))


def names_in(cell: str) -> tuple[str, ...]:
    """Return the names of several bodies in a cell, in their order."""
    found = (" ".join(name.split()) for name in _SPLIT.split(cell))
    return tuple(dict.fromkeys(name for name in found if name and not says_nothing(name)))


def words_key(text: str) -> str:
    """Return a few words without blanks and punctuation."""
    return "".join(sign for sign in normalize("NFKC", text) if category(sign)[0] in "LN")


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(map(words_key, _words()[name]))


@cache
def _classes() -> dict[str, frozenset[str]]:
    return dict(_class_items())


def _class_items() -> Iterator[tuple[str, frozenset[str]]]:
    for name, words in _words()["classes"].items():
        yield name, frozenset(map(words_key, words))


@cache
def _words() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(path_of("ledgers", "values.toml").read_text(encoding="utf-8"))
