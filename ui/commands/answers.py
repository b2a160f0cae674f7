"""What a command answers: sentences and tables for people, one JSON object a line for programs."""

import json
import sys
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

import msgspec

from ui.commands.words import heading, shown

_GAP = "  "
_PART = 500

Row = TypeVar("Row")

# A column of a table: the field, and its heading where the glossary's name does not fit.
Column = str | tuple[str, str]


@dataclass(frozen=True)
class Voice:
    """Answers on standard output, in one of the two languages."""

    is_json: bool

    def say(self, sentence: str, record: object) -> None:
        """Tell one thing: a sentence to a person, a record to a program."""
        if self.is_json:
            self.record(record)
        else:
            _write(sentence)

    def record(self, record: object) -> None:
        """Write one JSON object; nothing to a person."""
        if self.is_json:
            _write(json.dumps(msgspec.to_builtins(record, str_keys=True), ensure_ascii=False))

    def remark(self, sentence: str = "") -> None:
        """Say something that only a person wants to know."""
        if not self.is_json:
            _write(sentence)

    def table(self, columns: Sequence[Column], rows: Sequence[object], empty: str) -> None:
        """List rows under the Chinese names of their columns; ``empty`` says there are none."""
        if self.is_json:
            for row in rows:
                self.record(row)
            return
        if not rows:
            _write(empty)
            return
        named = [one if isinstance(one, tuple) else (one, heading(one)) for one in columns]
        cells = [[shown(getattr(row, name)) for name, _ in named] for row in rows]
        _write_cells([[title for _, title in named], *cells])

    def facts(self, facts: Iterable[tuple[str, object]]) -> None:
        """Show named values to a person, one a line; empty ones are left out."""
        if self.is_json:
            return
        for name, value in facts:
            words = shown(value)
            if words:
                _write(f"{heading(name)}：{words}")


def rows_of(read: Callable[[list[int]], list[Row]], ids: list[int]) -> list[Row]:
    """Read rows by their ids in parts: a database takes only so many ids in one question."""
    parts = (ids[start : start + _PART] for start in range(0, len(ids), _PART))
    return [row for part in parts for row in read(part)]


def width_of(text: str) -> int:
    """Return how many columns of a terminal a text fills."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


def _write_cells(lines: list[list[str]]) -> None:
    widths = [max(map(width_of, column)) for column in zip(*lines, strict=True)]
    for line in lines:
        padded = (
            cell + " " * (width - width_of(cell)) for cell, width in zip(line, widths, strict=True)
        )
        _write(_GAP.join(padded).rstrip())


def _write(line: str) -> None:
    sys.stdout.write(f"{line}\n")
