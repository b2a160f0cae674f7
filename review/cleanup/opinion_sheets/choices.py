"""What a unit may choose, and the words of the sheet."""

import tomllib
from functools import cache

from models.domain.cleanup import CleanupOutcome, CleanupReason
from models.domain.titles import title_key
from resources import path_of
from resources.terms import name_of
from review.cleanup.opinion_sheets.asked import AskedUnit


def column_name(column: str) -> str:
    """Return the heading of a column."""
    return _words()["columns"][column]


def label(key: str, **facts: object) -> str:
    """Return a label or note of the sheet, its facts filled in."""
    return _words()["labels"][key].format(**facts)


def instructions() -> tuple[str, ...]:
    """Return the lines that tell a unit how to fill the sheet."""
    return tuple(_words()["instructions"].values())


def word_instructions() -> tuple[str, ...]:
    """Return the lines that tell a unit how to fill the Word file."""
    return tuple(_words()["word_instructions"].values())


def fact_line(asked: AskedUnit) -> str:
    """Return the line under the title: unit, how many documents, until when, whom to ask."""
    due = (
        label("due", day=asked.due_date.isoformat(), office=asked.office_name)
        if asked.due_date
        else label("no_due", office=asked.office_name)
    )
    facts = [label("unit", unit=asked.unit_name), label("count", count=len(asked.documents)), due]
    if asked.contact:
        facts.append(label("contact", contact=asked.contact))
    return "　　".join(facts)


def question_words(kind: str, part: str, fact: str) -> str:
    """Return what a question says (``text``) or advises (``remedy``)."""
    return _questions()[kind][part].format(fact=fact)


def read_choice(written: str) -> CleanupOutcome | None:
    """Return the choice that a cell means, in the words of the sheet or in usual others."""
    key = title_key(written)
    for choice in CleanupOutcome:
        if key in map(title_key, (name_of(choice), *_variants()[choice.value])):
            return choice
    return None


def read_reason(written: str) -> CleanupReason | None:
    """Return the class of reason that a cell means."""
    key = title_key(written)
    return next((one for one in CleanupReason if title_key(name_of(one)) == key), None)


def _words() -> dict[str, dict[str, str]]:
    words: dict[str, dict[str, str]] = _file()
    return words


def _variants() -> dict[str, list[str]]:
    variants: dict[str, list[str]] = _file()["choice_variants"]
    return variants


def _questions() -> dict[str, dict[str, str]]:
    questions: dict[str, dict[str, str]] = _file()["questions"]
    return questions


@cache
def _file() -> dict[str, dict]:  # type: ignore[type-arg] # each table has a shape of its own
    text = path_of("cleanup", "opinion_sheets.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
