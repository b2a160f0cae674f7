"""How the validity of a document was found, in Chinese sentences that can be checked by hand."""

from datetime import date
from functools import cache
from typing import cast

from models.data_files import read_table
from models.domain.validity_line import LineStep, ValidityLine
from resources import path_of
from resources.terms import name_of


def explain_line(line: ValidityLine, clause: str = "") -> tuple[str, ...]:
    """Say step by step how a line was drawn; ``clause`` are the words that state the term."""
    return tuple(_sentence(step, clause) for step in line.steps)


def _sentence(step: LineStep, clause: str) -> str:
    words = _words()
    event = step.event
    return words["steps"][step.kind.value].format(
        **{
            "from": _day(step.from_date),
            "to": _day(step.to_date),
            "amount": step.amount,
            "unit": words["units"].get(step.unit.value, "") if step.unit else "",
            "clause": words["words"]["clause"].format(clause=clause) if clause else "",
            "event": name_of(event.kind) if event else "",
            "clauses": _clauses(event.clauses if event else ()),
        }
    )


def _clauses(clauses: tuple[str, ...]) -> str:
    return _words()["words"]["clauses"].format(clauses="、".join(clauses)) if clauses else ""


def _day(day: date | None) -> str:
    return _words()["words"]["none"] if day is None else day.isoformat()


@cache
def _words() -> dict[str, dict[str, str]]:
    table = read_table(path_of("calendars", "validity.toml"))
    return cast("dict[str, dict[str, str]]", table)
