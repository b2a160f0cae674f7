"""The columns of the catalogue and where its rows come from."""

from collections.abc import Sequence
from datetime import date

from models.queries.day_catalogue import (
    CatalogueEntry,
    CatalogueFilter,
    CatalogueOrder,
    catalogue_entries,
    catalogue_ids,
)
from resources.terms import name_of
from review.letters.drafting.catalogue_words import last_day_words, standing_words
from ui.parts.tones import VALIDITY_TONES
from ui.widgets.facts_grid import ABSENT
from ui.widgets.table_columns import Column, Order, Shape, Side


class CatalogueSource:
    """Answers the table from the register, in the store lane, for the day asked last."""

    def __init__(self, day: date) -> None:
        self.day = day

    def ids(self, order: Order, narrow: CatalogueFilter) -> Sequence[int]:
        """Return the ids of the documents the filter lets through."""
        self.day = narrow.day
        wanted = CatalogueOrder(order.column)
        return catalogue_ids(narrow, wanted, descending=order.is_descending)

    def rows(self, ids: Sequence[int]) -> Sequence[CatalogueEntry]:
        """Return these documents as they stood on the day."""
        return catalogue_entries(list(ids), self.day)


def _day(day: date | None) -> str:
    return day.isoformat() if day else ABSENT


COLUMNS: tuple[Column[CatalogueEntry], ...] = (
    Column(
        CatalogueOrder.TITLE,
        name_of(CatalogueOrder.TITLE),
        280,
        lambda row: row.title,
        shape=Shape.TWO_LINES,
        takes_rest=True,
    ),
    Column(
        "standing",
        "时效",
        120,
        standing_words,
        shape=Shape.PLATE,
        tone=lambda row: VALIDITY_TONES[row.status],
        is_sortable=False,
    ),
    Column(
        "validity",
        "有效期",
        190,
        lambda row: last_day_words(row) or ABSENT,
        is_sortable=False,
    ),
    Column(
        CatalogueOrder.DOCUMENT_NUMBER,
        name_of(CatalogueOrder.DOCUMENT_NUMBER),
        170,
        lambda row: row.document_number or ABSENT,
    ),
    Column(
        CatalogueOrder.ISSUING_BODY,
        name_of(CatalogueOrder.ISSUING_BODY),
        180,
        lambda row: row.issuing_body_name,
        shape=Shape.TWO_LINES,
    ),
    Column(
        CatalogueOrder.PUBLISHED_DATE,
        name_of(CatalogueOrder.PUBLISHED_DATE),
        104,
        lambda row: _day(row.published_date),
        Side.RIGHT,
    ),
    Column(
        CatalogueOrder.EFFECTIVE_DATE,
        name_of(CatalogueOrder.EFFECTIVE_DATE),
        104,
        lambda row: _day(row.effective_date),
        Side.RIGHT,
    ),
)
