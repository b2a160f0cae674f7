"""The fields of a kind of paper as templates know them: Chinese names, and what each holds."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from enum import Enum, StrEnum
from functools import cache
from types import MappingProxyType, NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from resources import path_of
from review.letters.kinds.base import LetterKind

ROW_POSITION, FIRST_ROW, LAST_ROW = "序号", "首项", "末项"
"""What every row has besides its own fields: its place from 1, and whether it is first or last."""


class Holding(Enum):
    """What a field holds."""

    TEXT = "text"
    NUMBER = "number"
    DAY = "day"
    TRUTH = "truth"
    TERM = "term"
    TEXTS = "texts"
    ROWS = "rows"


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a letter or row.

    Attributes:
        name: Its Chinese name.
        identifier: Its name in the data class.
        may_be_absent: Whether it may hold nothing at all, as an unknown date.
        row: The fields of its rows, where it holds rows.
        terms: The terms it is one of, where it holds a term.
    """

    name: str
    identifier: str
    holding: Holding
    may_be_absent: bool = False
    row: Mapping[str, "Field"] = field(default_factory=dict)
    terms: type[StrEnum] | None = None


class UnnamedFieldError(Exception):
    """A data class has a field without a Chinese name, or two of one name: a fault of ours."""


@cache
def fields_of_kind(kind: LetterKind) -> Mapping[str, Field]:
    """Return the fields of a kind of paper by their Chinese names, in the order of the class.

    Raises:
        UnnamedFieldError: ``resources/letters/fields.toml`` does not name each of them once.
    """
    return fields_of_class(kind.letter_class, kind.kind_id)


def fields_of_class(letter_class: type, kind_id: str) -> Mapping[str, Field]:
    """Return the fields of a data class of a kind by their Chinese names."""
    names = _names()
    return _fields(letter_class, {**names["shared"], **names.get(kind_id, {})})


def _fields(holder: type, names: Mapping[str, str]) -> Mapping[str, Field]:
    found = {each.name: each for each in _each_field(holder, names)}
    if len(found) != len(fields(holder)):
        raise UnnamedFieldError(f"{holder.__name__}: two fields of one name")
    return MappingProxyType(found)


def _each_field(holder: Any, names: Mapping[str, str]) -> Iterator[Field]:  # noqa: ANN401 - any data class
    hints = get_type_hints(holder)
    for each in fields(holder):
        if each.name not in names:
            raise UnnamedFieldError(f"{holder.__name__}.{each.name}")
        yield _field(names[each.name], each.name, hints[each.name])


def _field(name: str, identifier: str, hint: Any) -> Field:  # noqa: ANN401 - a type as annotated
    may_be_absent = get_origin(hint) is UnionType and NoneType in get_args(hint)
    if may_be_absent:
        hint = next(part for part in get_args(hint) if part is not NoneType)
    if get_origin(hint) is tuple:
        inner = get_args(hint)[0]
        if inner is str:
            return Field(name, identifier, Holding.TEXTS)
        return Field(name, identifier, Holding.ROWS, row=_row_fields(inner))
    if issubclass(hint, StrEnum):
        return Field(name, identifier, Holding.TERM, may_be_absent, terms=hint)
    return Field(name, identifier, _PLAIN[hint], may_be_absent)


_PLAIN: Mapping[type, Holding] = MappingProxyType(
    {str: Holding.TEXT, int: Holding.NUMBER, date: Holding.DAY, bool: Holding.TRUTH}
)


def _row_fields(row_class: type) -> Mapping[str, Field]:
    names = _names()
    own = _fields(
        row_class, {**names["shared"], **names.get("rows", {}).get(row_class.__name__, {})}
    )
    given = {
        ROW_POSITION: Field(ROW_POSITION, "", Holding.NUMBER),
        FIRST_ROW: Field(FIRST_ROW, "", Holding.TRUTH),
        LAST_ROW: Field(LAST_ROW, "", Holding.TRUTH),
    }
    return MappingProxyType({**given, **own})


@cache
def _names() -> dict[str, Any]:
    text = path_of("letters", "fields.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
