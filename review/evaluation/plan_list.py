"""A plan of evaluations (年度评估计划) read from a table, each line met with the register."""

import tomllib
from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path

from models.domain.document_number import normalise
from models.domain.evaluation import EvaluationEntry, EvaluationOrigin
from models.domain.titles import title_key
from models.domain.written_dates import read_written_date
from models.queries.evaluations_due import Evaluable, evaluable_documents
from resources import path_of
from review.ledgers.columns import LedgerField, name_key
from review.ledgers.reader import read_ledger_file
from review.ledgers.table import LedgerTable, TableRow, proposed_mapping, recognise


class PlanFault(StrEnum):
    """Why a line of a plan cannot be taken over as it stands (计划中的问题)."""

    NOT_REGISTERED = "not_registered"
    SEVERAL = "several"
    TWICE = "twice"
    NOT_IN_FORCE = "not_in_force"
    UNDER_EVALUATION = "under_evaluation"
    DUE_DATE_UNREADABLE = "due_date_unreadable"


@dataclass(frozen=True)
class PlanLine:
    """One line of a plan, and the document of the register that it names.

    ``row_number`` counts as the spreadsheet does; ``fault`` is None where the line is in order.
    """

    row_number: int
    title: str
    document_number: str
    unit: str
    due_date: date | None
    document_id: int | None = None
    fault: PlanFault | None = None


@dataclass(frozen=True)
class PlanList:
    """The lines of a plan in their order."""

    name: str
    lines: tuple[PlanLine, ...]

    @property
    def faulty(self) -> tuple[PlanLine, ...]:
        """The lines that a person has to look at."""
        return tuple(line for line in self.lines if line.fault is not None)

    def entries(self, plan_name: str, plan_year: int) -> tuple[EvaluationEntry, ...]:
        """Return what is planned by the lines that are in order."""
        return tuple(
            EvaluationEntry(
                line.document_id,
                EvaluationOrigin.ANNUAL_PLAN,
                line.unit,
                plan_name,
                plan_year,
                line.due_date,
            )
            for line in self.lines
            if line.document_id is not None and line.fault is None
        )


def read_plan(path: Path) -> PlanList:
    """Read the plan in a file; its lines have not met the register yet.

    Raises:
        ReadingError: the file cannot be read, or holds no table.
    """
    sheets = read_ledger_file(path).sheets
    found = max((_lines(recognise(sheet)) for sheet in sheets), key=len)
    return PlanList(path.stem, tuple(found))


def meet_register(plan: PlanList, today: date) -> PlanList:
    """Find the documents of the lines of a plan as the register stands today."""
    known = evaluable_documents(today)
    met = [_met(line, known) for line in plan.lines]
    times = Counter(line.document_id for line in met if line.document_id is not None)
    return PlanList(
        plan.name,
        tuple(
            replace(line, fault=PlanFault.TWICE)
            if line.fault is None and times[line.document_id or 0] > 1
            else line
            for line in met
        ),
    )


def _lines(table: LedgerTable) -> list[PlanLine]:
    places = {field: place for place, field in proposed_mapping(table).items()}
    if not {LedgerField.TITLE, LedgerField.DOCUMENT_NUMBER} & set(places):
        return []
    own = {kind: _own_place(table, kind) for kind in _names()}
    lines = (_line(row, places, own) for row in table.rows)
    return [line for line in lines if line.title or line.document_number]


def _line(row: TableRow, places: dict[LedgerField, int], own: dict[str, int | None]) -> PlanLine:
    def cell(place: int | None) -> str:
        return row.cells[place].strip() if place is not None and place < len(row.cells) else ""

    written = cell(own["due_date"])
    read = read_written_date(written) if written else None
    day = read.day if read is not None else None
    number = cell(places.get(LedgerField.DOCUMENT_NUMBER))
    return PlanLine(
        row_number=row.number,
        title=" ".join(cell(places.get(LedgerField.TITLE)).split()),
        document_number=number or cell(places.get(LedgerField.UNIFIED_NUMBER)),
        unit=cell(own["unit"]) or cell(places.get(LedgerField.DRAFTING_UNIT)),
        due_date=day,
        fault=PlanFault.DUE_DATE_UNREADABLE if written and day is None else None,
    )


def _met(line: PlanLine, known: tuple[Evaluable, ...]) -> PlanLine:
    """Find the document of a line: by its number, else by its title."""
    number, title = normalise(line.document_number), title_key(line.title)
    found = [one for one in known if number and number in one.number_keys]
    if not found:
        found = [one for one in known if title and title == one.title_key]
    if not found:
        return replace(line, fault=PlanFault.NOT_REGISTERED)
    if len(found) > 1:
        return replace(line, fault=PlanFault.SEVERAL)
    return replace(line, document_id=found[0].id, fault=line.fault or _fault_of(found[0]))


def _fault_of(document: Evaluable) -> PlanFault | None:
    if not document.is_standing:
        return PlanFault.NOT_IN_FORCE
    return PlanFault.UNDER_EVALUATION if document.is_under_evaluation else None


def _own_place(table: LedgerTable, kind: str) -> int | None:
    names = frozenset(map(name_key, _names()[kind]))
    return next((one.place for one in table.columns if name_key(one.name) in names), None)


@cache
def _names() -> dict[str, list[str]]:
    text = path_of("evaluation", "plan_columns.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
