"""The values of a letter as its template sees them: by Chinese name, rows as mappings."""

import unicodedata
from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from review.letters.kinds.base import Letter
from review.letters.letter_kinds import kind_of
from review.letters.paged_tables import PageCount
from review.letters.wording_fields import (
    FIRST_ROW,
    LAST_ROW,
    ROW_POSITION,
    Field,
    Holding,
    fields_of_kind,
)
from review.letters.wording_filters import TermName

PAGE_FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "page": "页次",
        "pages": "总页数",
        "rows": "本页件数",
        "struck": "本页划去",
        "rows_so_far": "累计件数",
        "struck_so_far": "累计划去",
    }
)
"""What 项 holds in the rows 页计 and 承前."""

INVISIBLE = frozenset({"Cc", "Cf", "Cs"})
"""Control and format characters and lone surrogates: they draw nothing and break XML."""


def values_of(letter: Letter) -> dict[str, object]:
    """Return the fields of a letter by their Chinese names.

    Characters that no paper can hold are left out; line feeds stay.
    """
    return _values(letter, fields_of_kind(kind_of(letter)))


def page_values(count: PageCount) -> dict[str, object]:
    """Return the counts of a page of a register by their Chinese names."""
    return {name: getattr(count, field) for field, name in PAGE_FIELDS.items()}


def _values(holder: object, fields: Mapping[str, Field]) -> dict[str, object]:
    return {
        field.name: _value(getattr(holder, field.identifier), field)
        for field in fields.values()
        if field.identifier
    }


def _value(value: object, field: Field) -> object:
    if isinstance(value, StrEnum):
        return TermName(value)
    if isinstance(value, str):
        return _clean(value)
    if isinstance(value, tuple) and field.holding is Holding.TEXTS:
        return tuple(_clean(str(part)) for part in value)
    if isinstance(value, tuple):
        return tuple(
            {
                ROW_POSITION: place,
                FIRST_ROW: place == 1,
                LAST_ROW: place == len(value),
                **_values(row, field.row),
            }
            for place, row in enumerate(value, 1)
        )
    return value


def _clean(text: str) -> str:
    if text.isprintable():
        return text
    feeds = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(
        char for char in feeds if char == "\n" or unicodedata.category(char) not in INVISIBLE
    )
