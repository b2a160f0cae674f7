"""How faithful a reading is: by which method, what may be missing, what to look at."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from resources import path_of
from review.reading.notes import note_sentence
from review.reading.text import Contents, FileFormat, NoteKind, Place, ReadingNote, ReadText


class ReadingGrade(StrEnum):
    """How far a reading can be trusted, from best to worst."""

    COMPLETE = "complete"
    CHECK = "check"
    MAY_LACK = "may_lack"
    NO_TEXT = "no_text"


class ReadingMethod(StrEnum):
    """How the text was got out of the file."""

    OWN_READER = "own_reader"
    OFFICE_PROGRAM = "office_program"
    RECOGNITION = "recognition"


@dataclass(frozen=True, slots=True)
class FidelityLine:
    """One matter that was noticed; ``severity`` is the best grade a file with it can have."""

    kind: NoteKind
    severity: ReadingGrade
    sentence: str
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class FidelityReport:
    """What was read how, and the matters noticed, the gravest first."""

    grade: ReadingGrade
    format: FileFormat
    method: ReadingMethod
    contents: Contents
    lines: tuple[FidelityLine, ...]


def fidelity_of(read: ReadText) -> FidelityReport:
    """Report on a reading by the notes that stand with its text."""
    lines = sorted(map(_line, read.notes), key=lambda line: -_RANKS.index(line.severity))
    return FidelityReport(
        grade=_grade(read, lines),
        format=read.format,
        method=_method(read.notes),
        contents=read.contents,
        lines=tuple(lines),
    )


_RANKS = tuple(ReadingGrade)


def _grade(read: ReadText, lines: Iterable[FidelityLine]) -> ReadingGrade:
    if not read.text.strip():
        return ReadingGrade.NO_TEXT
    found = (line.severity for line in lines)
    return max(found, key=_RANKS.index, default=ReadingGrade.COMPLETE)


def _method(notes: Iterable[ReadingNote]) -> ReadingMethod:
    methods = _scale()["methods"]
    found = (methods[note.kind] for note in notes if note.kind in methods)
    return ReadingMethod(next(found, ReadingMethod.OWN_READER))


def _line(note: ReadingNote) -> FidelityLine:
    places = {fact.place for fact in note.facts if fact.place is not None}
    return FidelityLine(
        kind=note.kind,
        severity=ReadingGrade(_scale()["grades"][note.kind]),
        sentence=note_sentence(note),
        places=tuple(sorted(places, key=lambda place: (place.start, place.end))),
    )


@cache
def _scale() -> dict[str, dict[str, str]]:
    shelf = path_of("reading", "fidelity.toml")
    return tomllib.loads(shelf.read_text(encoding="utf-8"))
