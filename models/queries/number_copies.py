"""Compare the numbers that records show with the lines of the ledger they come from."""

from peewee import ForeignKeyField, TextField

from models.domain.lifecycle import NumberState
from models.domain.number_ledger import LedgerFault, LedgerFaultKind
from models.domain.terms import NumberKind
from models.queries.tuples import tuples_of
from models.tables.base import BaseTable
from models.tables.documents import Document
from models.tables.filings import Filing
from models.tables.letters import Letter
from models.tables.numbers import NumberEntry

_COPIES: tuple[tuple[NumberKind, type[BaseTable], TextField, ForeignKeyField], ...] = (
    (NumberKind.UNIFIED_NUMBER, Document, Document.unified_number, NumberEntry.document),
    (
        NumberKind.FILING_REGISTER_NUMBER,
        Filing,
        Filing.filing_register_number,
        NumberEntry.filing,
    ),
    (NumberKind.LETTER_NUMBER, Letter, Letter.letter_number, NumberEntry.letter),
)


def differing_copies() -> tuple[LedgerFault, ...]:
    """Return a fault for every record whose number is not the one the ledger gave it."""
    faults: list[LedgerFault] = []
    for kind, table, column, owner in _COPIES:
        shown = dict(tuples_of(table.select(table.id, column).where(column.is_null(is_null=False))))
        given = dict(
            tuples_of(
                NumberEntry.select(owner, NumberEntry.printed).where(
                    NumberEntry.kind == kind, NumberEntry.state == NumberState.ALLOTTED
                )
            )
        )
        faults += [
            LedgerFault(
                LedgerFaultKind.RECORD_DIFFERS,
                scheme_id="",
                token=kind,
                scope=str(record_id),
                count=0,
                number=given.get(record_id) or shown[record_id],
            )
            for record_id in sorted(shown.keys() | given.keys())
            if shown.get(record_id) != given.get(record_id)
        ]
    return tuple(faults)
