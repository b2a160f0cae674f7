"""Written values of a data file become values of the law, or say how they should be written."""

import re
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from enum import StrEnum
from types import NoneType, UnionType
from typing import cast, get_args, get_origin, get_type_hints

from models.domain.calendar import Term, parse_term
from models.domain.law_errors import TermUnreadableError
from models.domain.profile import MonthDay, YearRange

NONE_WORD = "无"
_COMMON_YEAR = 2026
# The short name that files use for the flag that the classes call is_verified.
FILE_NAMES = {"is_verified": "verified"}
_YEARS = re.compile(r"(?:(?P<shortest>\d{1,2})至)?(?P<longest>\d{1,2})年")
_MONTH_DAY = re.compile(r"(?P<month>\d{1,2})月(?P<day>\d{1,2})日")


class MismatchError(Exception):
    """A value is not of the kind its place asks for; ``expected`` shows how to write it."""

    def __init__(self, key: str, value: object, expected: str) -> None:
        super().__init__(key, value, expected)
        self.key = key
        self.value = value
        self.expected = expected


def read_value(kind: object, raw: object, key: str) -> object:
    """Read a raw TOML value as a type that a class declares.

    Args:
        kind: the declared type, for example ``Term | None`` or ``tuple[Gate, ...]``.
        raw: the value as the file gives it.
        key: where it stands, for the error.

    Raises:
        MismatchError: the value cannot be read as the type.
    """
    if isinstance(kind, UnionType):
        return _read_optional(kind, raw, key)
    if get_origin(kind) is tuple:
        return _read_list(get_args(kind)[0], raw, key)
    reader = _READERS.get(kind)
    if reader is not None:
        return reader(raw, key)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return _read_enum(kind, raw, key)
    if isinstance(kind, type) and is_dataclass(kind):
        return _read_record(kind, raw, key)
    raise TypeError(kind)


def file_name(field: str) -> str:
    """Return the name under which a field stands in a file."""
    return FILE_NAMES.get(field, field)


def _read_optional(kind: UnionType, raw: object, key: str) -> object:
    if raw == NONE_WORD:
        return None
    (present,) = (option for option in get_args(kind) if option is not NoneType)
    return read_value(present, raw, key)


def _read_list(kind: object, raw: object, key: str) -> tuple[object, ...]:
    if not isinstance(raw, list):
        raise MismatchError(key, raw, "[ … ]")
    return tuple(read_value(kind, item, f"{key}[{place}]") for place, item in enumerate(raw, 1))


def _read_enum(kind: type[StrEnum], raw: object, key: str) -> StrEnum:
    allowed = [member.value for member in kind]
    if raw not in allowed:
        raise MismatchError(key, raw, "、".join(allowed))
    return kind(str(raw))


def _read_record(kind: type, raw: object, key: str) -> object:
    declared = {file_name(field.name): field for field in fields(kind)}
    if not isinstance(raw, Mapping):
        raise MismatchError(key, raw, "{ " + ", ".join(f"{name} = …" for name in declared) + " }")
    for name in raw:
        if name not in declared:
            raise MismatchError(f"{key}.{name}", raw[name], "、".join(declared))
    for name, field in declared.items():
        if name not in raw and _is_required(field):
            raise MismatchError(f"{key}.{name}", "", f"{name} = …")
    kinds = get_type_hints(kind)
    values = {
        field.name: read_value(kinds[field.name], raw[name], f"{key}.{name}")
        for name, field in declared.items()
        if name in raw
    }
    return cast("Callable[..., object]", kind)(**values)


def _is_required(field: Field[object]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


def _read_text(raw: object, key: str) -> str:
    if not isinstance(raw, str):
        raise MismatchError(key, raw, "“…”")
    return raw


def _read_number(raw: object, key: str) -> int:
    if not isinstance(raw, int) or isinstance(raw, bool) or raw < 0:
        raise MismatchError(key, raw, "3")
    return raw


def _read_flag(raw: object, key: str) -> bool:
    if not isinstance(raw, bool):
        raise MismatchError(key, raw, "true、false")
    return raw


def _read_date(raw: object, key: str) -> date:
    if type(raw) is not date:
        raise MismatchError(key, raw, "2026-01-31")
    return raw


def _read_term(raw: object, key: str) -> Term:
    try:
        return parse_term(_read_text(raw, key))
    except TermUnreadableError as unread:
        raise MismatchError(key, raw, "15日、5个工作日、2个月、1年") from unread


def _read_years(raw: object, key: str) -> YearRange:
    match = _YEARS.fullmatch(_read_text(raw, key))
    if match is None:
        raise MismatchError(key, raw, "5年、3至5年")
    longest = int(match["longest"])
    return YearRange(int(match["shortest"] or longest), longest)


def _read_month_day(raw: object, key: str) -> MonthDay:
    match = _MONTH_DAY.fullmatch(_read_text(raw, key))
    if match is None:
        raise MismatchError(key, raw, "1月31日")
    found = MonthDay(int(match["month"]), int(match["day"]))
    try:
        found.of_year(_COMMON_YEAR)
    except ValueError as impossible:
        raise MismatchError(key, raw, "1月31日") from impossible
    return found


_READERS: dict[object, Callable[[object, str], object]] = {
    str: _read_text,
    int: _read_number,
    bool: _read_flag,
    date: _read_date,
    Term: _read_term,
    YearRange: _read_years,
    MonthDay: _read_month_day,
}
