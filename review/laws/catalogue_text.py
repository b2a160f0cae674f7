"""The catalogue as a file: a table that Excel opens, with one line for each version of a law."""

import csv
import io
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from functools import cache
from typing import Any

from resources import path_of
from review.laws.catalogue import Catalogue, Law, LawStatus

_FOLDER = "laws"
_FIELDS = tuple(field.name for field in fields(Law))


@dataclass(frozen=True)
class CatalogueSource:
    """Where a part of the shipped catalogue comes from, and as of when."""

    name: str
    as_of: str
    is_verified: bool


@dataclass(frozen=True)
class CatalogueAbout:
    """What must be known before the shipped catalogue is used."""

    as_of_date: date
    sources: tuple[CatalogueSource, ...]
    caveats: tuple[str, ...]


@cache
def shipped_catalogue() -> Catalogue:
    """Return the catalogue that comes with the program."""
    content = path_of(_FOLDER, "catalogue.csv").read_bytes()
    return Catalogue(parse_catalogue(content), shipped_about().as_of_date)


@cache
def shipped_about() -> CatalogueAbout:
    """Return the sources and caveats of the catalogue that comes with the program."""
    about = _table("catalogue.toml")
    return CatalogueAbout(
        about["as_of_date"],
        tuple(CatalogueSource(**source) for source in about["source"]),
        tuple(caveat["text"] for caveat in about["caveat"]),
    )


def parse_catalogue(content: bytes) -> tuple[Law, ...]:
    """Read a catalogue in the form this program writes."""
    rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    next(rows)
    statuses = status_words()
    return tuple(_law(row, statuses) for row in rows)


def write_catalogue(laws: Iterable[Law]) -> bytes:
    """Write a catalogue so that Excel opens it and ``parse_catalogue`` reads it."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\n")
    names = column_names()
    writer.writerow([names[name][0] for name in _FIELDS])
    words = {status: words[0] for status, words in status_names().items()}
    for law in laws:
        writer.writerow([_cell(getattr(law, name), words) for name in _FIELDS])
    return stream.getvalue().encode("utf-8-sig")


@cache
def column_names() -> Mapping[str, tuple[str, ...]]:
    """Return how each column may be headed; the first way is how the program heads it."""
    columns = _table("columns.toml")["columns"]
    return {name: tuple(columns[name]) for name in _FIELDS}


@cache
def status_words() -> Mapping[str, LawStatus]:
    """Return the status that a word means."""
    return {word: status for status, words in status_names().items() for word in words}


@cache
def status_names() -> Mapping[LawStatus, tuple[str, ...]]:
    """Return the words of every status; the first is the program's own."""
    table = _table("columns.toml")["status"]
    return {status: tuple(table[status]) for status in LawStatus}


def _law(row: list[str], statuses: Mapping[str, LawStatus]) -> Law:
    number, name, kind, subkind, body, field, promulgated, effective, status, as_of, note = row
    return Law(
        number,
        name,
        kind,
        subkind,
        body,
        field,
        date.fromisoformat(promulgated) if promulgated else None,
        date.fromisoformat(effective) if effective else None,
        statuses[status],
        as_of,
        note,
    )


def _cell(value: str | date | LawStatus | None, words: Mapping[LawStatus, str]) -> str:
    if isinstance(value, LawStatus):
        return words[value]
    return value.isoformat() if isinstance(value, date) else value or ""


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(path_of(_FOLDER, name).read_text(encoding="utf-8"))
