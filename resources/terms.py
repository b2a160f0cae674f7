"""The Chinese names of the terms, from ``resources/terms.toml``."""

import tomllib
from enum import StrEnum
from functools import cache

from resources import path_of

RECORDS = "Record"
FIELDS = "Field"
RECEIVED_WAYS = "ReceivedWay"
SUPPLEMENT_DEFECTS = "SupplementDefect"


def name_of(term: StrEnum) -> str:
    """Return the Chinese name of a term, for example 已公布 for ``MakingState.PUBLISHED``."""
    return _names()[type(term).__name__][term.value]


def name_in(table: str, identifier: str) -> str:
    """Return the Chinese name of an identifier in a table; the identifier itself if it has none."""
    return _names().get(table, {}).get(identifier, identifier)


def sentence_in(table: str, identifier: str, **facts: object) -> str:
    """Return the Chinese sentence of an identifier in a table, its facts filled in."""
    return _names()[table][identifier].format(**facts)


def names_in(table: str) -> tuple[str, ...]:
    """Return the Chinese names of a table, in their order."""
    return tuple(_names()[table].values())


@cache
def _names() -> dict[str, dict[str, str]]:
    return tomllib.loads(path_of("terms.toml").read_text(encoding="utf-8"))
