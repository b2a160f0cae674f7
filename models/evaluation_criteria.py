"""The score sheet of post-evaluations: the one on the shelf, and one that an office brings."""

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path

from models.data_files import parse_table
from models.domain.evaluation import TENTH, CriteriaSet, Criterion
from models.errors import InputError
from resources import path_of

_KEYS = frozenset({"name", "source", "verified", "note", "criteria"})
_CRITERION_KEYS = frozenset({"key", "title", "marks", "explanation"})
_KEY = re.compile("[a-z][a-z0-9_]*")


class CriteriaUnfitError(InputError):
    """A file of criteria is not as a score sheet must be."""

    code = "evaluation.criteria_unfit"
    facts = ("file", "place", "expected")


def shipped_criteria() -> CriteriaSet:
    """Return the score sheet that comes with the program."""
    return _shipped()


def shipped_criteria_text() -> str:
    """Return the score sheet that comes with the program, as an office may change it."""
    return _shelf().read_text(encoding="utf-8")


def read_criteria(text: str, file: str) -> CriteriaSet:
    """Read a score sheet from the text of a file.

    Raises:
        DataFileSyntaxError: it is not TOML.
        CriteriaUnfitError: it names the place that is not as it must be.
    """
    return _Reading(file).criteria_set(parse_table(text.removeprefix("\ufeff"), file))


class _Reading:
    """A file of criteria while it is read; every refusal names the file."""

    def __init__(self, file: str) -> None:
        self._file = file

    def criteria_set(self, table: Mapping[str, object]) -> CriteriaSet:
        self._check_keys(table, _KEYS, "")
        rows = table.get("criteria")
        if not isinstance(rows, list) or not rows:
            raise self._refusal("criteria", "[[criteria]]")
        criteria = tuple(
            self._criterion(row, f"criteria {place}") for place, row in enumerate(rows, start=1)
        )
        keys = [one.key for one in criteria]
        for key in keys:
            if keys.count(key) > 1:
                raise self._refusal(key, "key")
        return CriteriaSet(
            name=self._words(table, "name", ""),
            source=self._words(table, "source", ""),
            is_verified=table.get("verified") is True,
            note=str(table.get("note", "")),
            criteria=criteria,
        )

    def _criterion(self, row: object, place: str) -> Criterion:
        if not isinstance(row, Mapping):
            raise self._refusal(place, "[[criteria]]")
        self._check_keys(row, _CRITERION_KEYS, place)
        key = self._words(row, "key", place)
        if not _KEY.fullmatch(key):
            raise self._refusal(f"{place} key", "lawfulness")
        return Criterion(
            key,
            self._words(row, "title", place),
            self._marks(row.get("marks"), f"{place} marks"),
            str(row.get("explanation", "")).strip(),
        )

    def _marks(self, raw: object, place: str) -> Decimal:
        if isinstance(raw, bool) or not isinstance(raw, int | float):
            raise self._refusal(place, "20")
        # As written: a binary fraction would not add up.
        marks = Decimal(str(raw))
        if marks <= 0 or marks % TENTH:
            raise self._refusal(place, "20")
        return marks

    def _words(self, table: Mapping[str, object], key: str, place: str) -> str:
        words = table.get(key)
        if not isinstance(words, str) or not words.strip():
            raise self._refusal(f"{place} {key}".strip(), key)
        return words.strip()

    def _check_keys(self, table: Mapping[str, object], allowed: frozenset[str], place: str) -> None:
        for key in table:
            if key not in allowed:
                raise self._refusal(f"{place} {key}".strip(), "、".join(sorted(allowed)))

    def _refusal(self, place: str, expected: str) -> CriteriaUnfitError:
        return CriteriaUnfitError(file=self._file, place=place, expected=expected)


def _shelf() -> Path:
    return path_of("evaluation", "criteria.toml")


@cache
def _shipped() -> CriteriaSet:
    return read_criteria(shipped_criteria_text(), _shelf().name)
