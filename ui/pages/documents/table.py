"""The columns of the register, and where its rows come from."""

from collections.abc import Sequence
from datetime import date

from models.queries.documents import (
    DocumentFilter,
    DocumentOrder,
    DocumentRow,
    document_ids,
    document_rows,
)
from models.queries.office import today
from resources.terms import name_of
from ui.parts.tones import MAKING_TONES, VALIDITY_TONES
from ui.widgets.facts_grid import ABSENT
from ui.widgets.table_columns import Column, Order, Shape, Side

# SQLite takes 32,766 values in one question; a whole register may be copied at once.
_ROWS_AT_ONCE = 10_000


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


COLUMNS: tuple[Column[DocumentRow], ...] = (
    Column(
        DocumentOrder.UNIFIED_NUMBER,
        name_of(DocumentOrder.UNIFIED_NUMBER),
        156,
        lambda row: row.unified_number or ABSENT,
    ),
    Column(
        DocumentOrder.TITLE,
        name_of(DocumentOrder.TITLE),
        300,
        lambda row: row.title,
        shape=Shape.TWO_LINES,
        takes_rest=True,
    ),
    Column(
        DocumentOrder.DOCUMENT_NUMBER,
        name_of(DocumentOrder.DOCUMENT_NUMBER),
        180,
        lambda row: row.document_number,
    ),
    Column(
        DocumentOrder.ISSUING_BODY,
        name_of(DocumentOrder.ISSUING_BODY),
        150,
        lambda row: row.issuing_body_name,
        shape=Shape.TWO_LINES,
    ),
    Column(
        DocumentOrder.DOCUMENT_KIND,
        name_of(DocumentOrder.DOCUMENT_KIND),
        72,
        lambda row: row.document_kind,
    ),
    Column(
        DocumentOrder.REGISTERED_DATE,
        name_of(DocumentOrder.REGISTERED_DATE),
        104,
        lambda row: _day(row.registered_date),
        Side.RIGHT,
    ),
    Column(
        DocumentOrder.PUBLISHED_DATE,
        name_of(DocumentOrder.PUBLISHED_DATE),
        104,
        lambda row: _day(row.published_date),
        Side.RIGHT,
    ),
    Column(
        DocumentOrder.EFFECTIVE_DATE,
        name_of(DocumentOrder.EFFECTIVE_DATE),
        104,
        lambda row: _day(row.effective_date),
        Side.RIGHT,
    ),
    Column(
        DocumentOrder.EXPIRY_DATE,
        name_of(DocumentOrder.EXPIRY_DATE),
        104,
        lambda row: _day(row.expiry_date),
        Side.RIGHT,
    ),
    Column(
        DocumentOrder.MAKING_STATE,
        name_of(DocumentOrder.MAKING_STATE),
        112,
        lambda row: name_of(row.making_state),
        shape=Shape.PLATE,
        tone=lambda row: MAKING_TONES[row.making_state],
    ),
    Column(
        "validity",
        "时效",
        112,
        lambda row: name_of(row.validity),
        shape=Shape.PLATE,
        tone=lambda row: VALIDITY_TONES[row.validity],
        is_sortable=False,
    ),
)


class RegisterSource:
    """The register, sorted and narrowed by the database."""

    def ids(self, order: Order, narrow: DocumentFilter) -> Sequence[int]:
        """Return the ids of all documents that the filter lets through."""
        column = DocumentOrder(order.column)
        return document_ids(narrow, column, today(), descending=order.is_descending)

    def rows(self, ids: Sequence[int]) -> Sequence[DocumentRow]:
        """Return the rows of these documents."""
        day = today()
        parts = range(0, len(ids), _ROWS_AT_ONCE)
        return [
            row
            for start in parts
            for row in document_rows(list(ids[start : start + _ROWS_AT_ONCE]), day)
        ]
