"""What is due, and what is in force on a day, among 100,000 documents, beside a plain scan."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from models.database import DATABASE
from models.domain.terms import ValidityStatus
from models.domain.validity_ladder import DueWindow
from models.queries.day_catalogue import (
    CatalogueFilter,
    catalogue_counts,
    catalogue_entries,
    catalogue_ids,
)
from models.queries.due import due_rows
from models.queries.office import profile
from tests.bench.large_register import DOCUMENTS, large_register
from tests.bench.measuring import Comparison
from tests.models.office import TODAY


def comparisons(folder: Path) -> Iterator[Comparison]:
    """Yield the rows on the due list."""
    with large_register(folder / "due") as _register:
        rules = profile()
        for window in (DueWindow.MONTH, DueWindow.QUARTER):
            yield Comparison(
                f"due within the {window} of {DOCUMENTS} documents",
                partial(due_rows, rules, TODAY, window.last_day(TODAY)),
                1.0,
            )
        yield Comparison(
            f"due within a month of {DOCUMENTS} documents to a scan",
            partial(due_rows, rules, TODAY, DueWindow.MONTH.last_day(TODAY)),
            2.0,
            scan,
            "plain SQL scan",
        )
        narrowing = CatalogueFilter(TODAY, statuses=frozenset({ValidityStatus.EFFECTIVE}))
        yield Comparison(
            f"catalogue on a day of {DOCUMENTS} documents, ids, counts and first page",
            partial(first_look, narrowing),
            1.0,
        )
        yield Comparison(
            f"catalogue on a day of {DOCUMENTS} documents to a scan",
            partial(catalogue_ids, narrowing),
            2.0,
            scan,
            "plain SQL scan",
        )


def first_look(narrowing: CatalogueFilter) -> None:
    """Read what the page of the catalogue shows first."""
    catalogue_entries(catalogue_ids(narrowing)[:100], narrowing.day)
    catalogue_counts(narrowing.day)


def scan() -> None:
    """Read every document's date and title as plain SQL does."""
    cursor = DATABASE.execute_sql(
        "SELECT id, title, drafting_unit, expiry_date FROM document"
        " WHERE COALESCE(expiry_date, '') <> 'never'"
    )
    cursor.fetchall()
