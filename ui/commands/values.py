"""Words of a command line become values, or are refused with how to write them."""

import re
from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import TypeVar

from models.domain.calendar import TermUnit, parse_term
from models.domain.law_errors import TermUnreadableError
from models.domain.quarters import Quarter
from models.domain.records import EvidenceEntry, MaterialEntry
from models.domain.terms import EvidenceKind, MaterialKind
from models.domain.validity import ValidityTerm, ValidityTermKind
from models.queries.bodies import BodyRow, body_named
from resources.terms import FIELDS, name_in, name_of
from ui.commands.refusals import (
    AssignmentError,
    BodyUnknownError,
    FieldUnknownError,
    ValueUnfitError,
)

Term = TypeVar("Term", bound=StrEnum)

_DATE = re.compile(r"(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?")
_QUARTER = re.compile(r"(\d{4})\s*(?:[Qq-]|年\s*第?)\s*([1-4一二三四])\s*(?:季度?)?")
_QUARTER_SIGNS = "一二三四"
_FLAGS = {"是": True, "true": True, "1": True, "否": False, "false": False, "0": False}
_TERM_KINDS = {TermUnit.YEAR: ValidityTermKind.YEARS, TermUnit.MONTH: ValidityTermKind.MONTHS}
_LASTING = {
    "长期有效": ValidityTermKind.PERMANENT,
    "permanent": ValidityTermKind.PERMANENT,
    "至任务完成": ValidityTermKind.UNTIL_TASK_DONE,
    "until_task_done": ValidityTermKind.UNTIL_TASK_DONE,
}


def read_date(field: str, text: str) -> date:
    """Read a day as people write it: 2026-03-02, 2026.3.2 or 2026年3月2日.

    Raises:
        ValueUnfitError: it is no day.
    """
    match = _DATE.fullmatch(text.strip())
    try:
        year, month, day = map(int, match.groups()) if match else (0, 0, 0)
        return date(year, month, day)
    except ValueError as impossible:
        raise ValueUnfitError(field=field, value=text, expected="2026-03-02") from impossible


def read_quarter(field: str, text: str) -> Quarter:
    """Read a quarter as people write it: 2027Q1, 2027-1 or 2027年第一季度.

    Raises:
        ValueUnfitError: it is no quarter.
    """
    match = _QUARTER.fullmatch(text.strip())
    if match is None:
        raise ValueUnfitError(field=field, value=text, expected="2027Q1")
    number = _QUARTER_SIGNS.find(match[2]) + 1 or int(match[2])
    return Quarter(int(match[1]), number)


def read_flag(field: str, text: str) -> bool:
    """Read 是 or 否.

    Raises:
        ValueUnfitError: it is neither.
    """
    if text.strip().lower() not in _FLAGS:
        raise ValueUnfitError(field=field, value=text, expected="是、否")
    return _FLAGS[text.strip().lower()]


def read_term(kind: type[Term], field: str, text: str) -> Term:
    """Read a term of the trade by its identifier or its Chinese name.

    Raises:
        ValueUnfitError: it is none of them.
    """
    wanted = text.strip()
    for term in kind:
        if wanted in {term.value, name_of(term)}:
            return term
    expected = "、".join(f"{term.value}（{name_of(term)}）" for term in kind)
    raise ValueUnfitError(field=field, value=text, expected=expected)


def read_validity(field: str, text: str) -> ValidityTerm:
    """Read a validity: 5年, 24个月, a last day, 长期有效 or 至任务完成.

    Raises:
        ValueUnfitError: it is none of these.
    """
    words = text.strip()
    if words in _LASTING:
        return ValidityTerm(_LASTING[words])
    if _DATE.fullmatch(words):
        return ValidityTerm(ValidityTermKind.UNTIL_DATE, until_date=read_date(field, words))
    try:
        term = parse_term(words)
        return ValidityTerm(_TERM_KINDS[term.unit], term.amount)
    except (TermUnreadableError, KeyError) as unread:
        expected = "5年、24个月、2031-04-30、长期有效、至任务完成"
        raise ValueUnfitError(field=field, value=text, expected=expected) from unread


def read_assignments(texts: Iterable[str], known: Iterable[str]) -> dict[str, str]:
    """Read parts written as field=value; a field goes by its identifier or its Chinese name.

    Raises:
        AssignmentError: a part has no equals sign.
        FieldUnknownError: a field is not one of the known ones.
    """
    fields = tuple(known)
    names = {name_in(FIELDS, field): field for field in fields} | {one: one for one in fields}
    values: dict[str, str] = {}
    for name, value in read_pairs(texts):
        if name not in names:
            raise FieldUnknownError(name=name, known=fields)
        values[names[name]] = value
    return values


def read_pairs(texts: Iterable[str]) -> list[tuple[str, str]]:
    """Read parts written as name=value.

    Raises:
        AssignmentError: a part has no equals sign.
    """
    pairs = []
    for text in texts:
        name, sign, value = text.partition("=")
        if not sign:
            raise AssignmentError(text=text)
        pairs.append((name.strip(), value.strip()))
    return pairs


def read_evidence(text: str) -> EvidenceEntry:
    """Read evidence written as kind:start..end:result:reference, each part after the kind optional.

    Raises:
        ValueUnfitError: the kind or a day is unknown.
    """
    kind, days, result, reference = [*re.split("[:：]", text, maxsplit=3), "", "", ""][:4]
    start, _, end = days.rpartition("..")
    return EvidenceEntry(
        kind=read_term(EvidenceKind, "evidence", kind),
        start_date=read_date("start_date", start) if start.strip() else None,
        end_date=read_date("end_date", end) if end.strip() else None,
        result=result.strip(),
        reference=reference.strip(),
    )


def read_materials(texts: Iterable[str]) -> tuple[MaterialEntry, ...]:
    """Read papers of a filing written as kind=copies.

    Raises:
        AssignmentError: a part has no equals sign.
        ValueUnfitError: the kind is unknown, or the copies are no number.
    """
    materials = []
    for kind, copies in read_pairs(texts):
        if not re.fullmatch("[0-9]{1,3}", copies):
            raise ValueUnfitError(field="copies", value=copies, expected="3")
        materials.append(MaterialEntry(read_term(MaterialKind, "materials", kind), int(copies)))
    return tuple(materials)


def read_body(name: str) -> BodyRow:
    """Return the issuing body with this name or short name.

    Raises:
        BodyUnknownError: there is none.
    """
    body = body_named(name)
    if body is None:
        raise BodyUnknownError(name=name)
    return body
