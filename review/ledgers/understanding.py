"""How a ledger is understood: its columns, the bodies it names, and what stands for blanks."""

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from review.ledgers.columns import LedgerField, name_key
from review.ledgers.issuers import BodyChoice, BodyNames
from review.ledgers.table import LedgerTable, TableRow, proposed_mapping
from review.ledgers.values import is_blank, names_in


@dataclass(frozen=True)
class Understanding:
    """What a clerk has decided about a ledger.

    Attributes:
        columns: the field of each column by its place; a column that is not here is not imported.
        bodies: who the names of the ledger are.
        issuer_id: the body of rows that name none; None where there is no such body.
        ended_date: the day for rows that say 废止 without a date.
        effective_field: the date that stands in for a missing 施行日期, if any does.
        takes_doubles: doubles were looked at and are imported all the same.
    """

    columns: Mapping[int, LedgerField]
    bodies: Mapping[str, BodyChoice] = field(default_factory=dict)
    issuer_id: int | None = None
    ended_date: date | None = None
    effective_field: LedgerField | None = None
    takes_doubles: bool = False

    def place_of(self, wanted: LedgerField) -> int | None:
        """Return the first column that holds the field."""
        return next((place for place, one in self.columns.items() if one is wanted), None)


def cell_of(row: TableRow, place: int | None) -> str:
    """Return a cell of a row; a row may be shorter than its head."""
    return row.cells[place] if place is not None and place < len(row.cells) else ""


def issuer_names(table: LedgerTable, columns: Mapping[int, LedgerField]) -> dict[str, int]:
    """Return the names of issuing bodies that stand in the ledger, and in how many rows."""
    counts: Counter[str] = Counter()
    places = [place for place, one in columns.items() if one is LedgerField.ISSUING_BODY]
    for row in table.rows:
        for place in places:
            cell = cell_of(row, place)
            if not is_blank(cell):
                counts[names_in(cell)[0]] += 1
    return dict(counts)


def remembered(
    table: LedgerTable, choices: str | None
) -> tuple[dict[int, LedgerField], dict[str, str]]:
    """Return the columns as they were understood last time, and which body each name was.

    Without a last time the columns are as they seem to be.
    """
    if choices is None:
        return proposed_mapping(table), {}
    kept = json.loads(choices)
    columns = {
        column.place: LedgerField(kept["columns"][name_key(column.name)])
        for column in table.columns
        if name_key(column.name) in kept["columns"]
    }
    return columns, dict(kept["bodies"])


def first_understanding(
    table: LedgerTable, choices: str | None, bodies: BodyNames
) -> Understanding:
    """Return how a ledger seems to be, or was last time; names that are clear find their body."""
    columns, called = remembered(table, choices)
    found = {}
    for name in issuer_names(table, columns):
        body_id = bodies.body_called(called.get(name, name))
        if body_id is not None:
            found[name] = BodyChoice(body_id)
    return Understanding(columns, found)


def choices_text(table: LedgerTable, understanding: Understanding, names: Mapping[int, str]) -> str:
    """Return what is to be remembered; ``names`` are those of the bodies in the register."""
    columns = {
        name_key(column.name): understanding.columns[column.place].value
        for column in table.columns
        if column.name and column.place in understanding.columns
    }
    bodies = {name: _called(choice, names) for name, choice in understanding.bodies.items()}
    return json.dumps(
        {"columns": columns, "bodies": {one: name for one, name in bodies.items() if name}},
        ensure_ascii=False,
        sort_keys=True,
    )


def _called(choice: BodyChoice, names: Mapping[int, str]) -> str:
    if choice.new_body is not None:
        return choice.new_body.name
    return names.get(choice.body_id or 0, "")
