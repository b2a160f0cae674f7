"""The words of every error, read from resources/messages; knows no Qt, the command line uses it."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from pathlib import Path

from models.errors import AppError
from resources import path_of
from resources.terms import FIELDS, RECORDS, name_in

# Facts whose value is an identifier of a form or record, and the table that names it.
_IDENTIFIERS = {"field": FIELDS, "earlier": FIELDS, "later": FIELDS, "record": RECORDS}


@dataclass(frozen=True)
class Message:
    """What the person reads: a title, and what happened, why and what to do."""

    title: str
    text: str


class DuplicateWordsError(Exception):
    """Two files of resources/messages claim the same code."""


@cache
def catalogue() -> dict[str, Message]:
    """Return the words of all files together, by code."""
    return merged(sorted(path_of("messages").glob("*.toml")))


def merged(files: Iterable[Path]) -> dict[str, Message]:
    """Read message files into one catalogue.

    Raises:
        DuplicateWordsError: a code stands in two of them.
    """
    words: dict[str, Message] = {}
    for file in files:
        for code, line in tomllib.loads(file.read_text(encoding="utf-8")).items():
            if code in words:
                raise DuplicateWordsError(f"{code} again in {file.name}")
            words[code] = Message(line["title"], line["text"])
    return words


def words_of(error: AppError) -> Message:
    """Return the words for this error, its facts filled in."""
    words = catalogue()
    message = words.get(error.code, words[AppError.code])
    values = {name: _spoken_fact(name, value) for name, value in error.values.items()}
    return Message(message.title.format(**values), message.text.format(**values))


def spoken(value: object) -> str:
    """Return a fact as people write it: 2026-03-02, a term's name, a list with 、."""
    if isinstance(value, StrEnum):
        return name_in(type(value).__name__, value.value)
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d %H:%M")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Path):
        return value.name
    if isinstance(value, list | tuple | set | frozenset):
        return "、".join(spoken(item) for item in value)
    return str(value)


def _spoken_fact(name: str, value: object) -> str:
    if name in _IDENTIFIERS and isinstance(value, str):
        return name_in(_IDENTIFIERS[name], value)
    return spoken(value)
