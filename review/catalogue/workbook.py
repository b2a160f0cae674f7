"""The catalogue of a day as an Excel file: in force first, then what is not, then the counts."""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from models.queries.day_catalogue import CatalogueEntry
from resources.terms import FIELDS, name_in, name_of
from review.catalogue.day_catalogue import DayCatalogue
from review.letters.drafting.catalogue_words import (
    event_words,
    last_day_words,
    standing_words,
)

# Whatever a title begins with, it stays words.
_NO_TRICKS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_A4 = 9
_DAY_FORMAT = "yyyy-mm-dd"
_WORDS = "CatalogueWords"


@dataclass(frozen=True)
class _Column:
    field: str
    width: int
    value: Callable[[DayCatalogue, CatalogueEntry], object]


def _events(catalogue: DayCatalogue, entry: CatalogueEntry) -> str:
    return "\n".join(map(event_words, catalogue.events.get(entry.id, ())))


_COLUMNS = (
    _Column("document_title", 48, lambda _, one: one.title),
    _Column("document_number", 22, lambda _, one: one.document_number),
    _Column("unified_number", 22, lambda _, one: one.unified_number),
    _Column("issuing_body_name", 28, lambda _, one: one.issuing_body_name),
    _Column("document_class", 18, lambda _, one: name_of(one.document_class)),
    _Column("published_date", 12, lambda _, one: one.published_date or ""),
    _Column("effective_date", 12, lambda _, one: one.effective_date or ""),
    _Column("validity_term", 22, lambda _, one: last_day_words(one)),
    _Column("validity", 16, lambda _, one: standing_words(one)),
    _Column("life_events", 40, _events),
)


def catalogue_workbook(catalogue: DayCatalogue) -> bytes:
    """Return the catalogue as the bytes of an .xlsx file, landscape, its head on every page."""
    # Heavy, and only who exports needs it; it has no stubs.
    import xlsxwriter  # type: ignore[import-untyped]  # noqa: PLC0415

    content = io.BytesIO()
    book = xlsxwriter.Workbook(content, {**_NO_TRICKS, "in_memory": True})
    edge = {"border": 1, "valign": "vcenter", "text_wrap": True}
    head = book.add_format({**edge, "bold": True, "align": "center"})
    text, day = book.add_format(edge), book.add_format({**edge, "num_format": _DAY_FORMAT})
    in_force = catalogue.in_force
    others = tuple(one for one in catalogue.entries if not one.status.is_in_force)
    for name, entries in (("in_force", in_force), ("others", others)):
        sheet = book.add_worksheet(name_in(_WORDS, name))
        _head(sheet, head, [name_in(FIELDS, one.field) for one in _COLUMNS])
        for line, entry in enumerate(entries, start=1):
            for place, column in enumerate(_COLUMNS):
                value = column.value(catalogue, entry)
                _write(sheet, (line, place), value, day if isinstance(value, date) else text)
        sheet.autofilter(0, 0, len(entries), len(_COLUMNS) - 1)
    sheet = book.add_worksheet(name_in(_WORDS, "counts"))
    sheet.set_column(0, 0, 44)
    rows: list[tuple[str, object]] = [
        (name_in(_WORDS, "day"), catalogue.day),
        (name_in(_WORDS, "made_date"), catalogue.made_date),
        (name_in(_WORDS, "office"), catalogue.office_name),
        *((name_of(status), count) for status, count in catalogue.counts().items()),
    ]
    for line, (name, value) in enumerate(rows):
        _write(sheet, (line, 0), name, text)
        _write(sheet, (line, 1), value, day if isinstance(value, date) else text)
    book.close()
    return content.getvalue()


def _head(sheet: Any, look: object, names: Sequence[str]) -> None:  # noqa: ANN401 -- no stubs
    for place, (column, name) in enumerate(zip(_COLUMNS, names, strict=True)):
        sheet.set_column(place, place, column.width)
        sheet.write_string(0, place, name, look)
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _write(sheet: Any, place: tuple[int, int], value: object, look: object) -> None:  # noqa: ANN401 -- no stubs
    if isinstance(value, date):
        sheet.write_datetime(*place, value, look)
    elif isinstance(value, int):
        sheet.write_number(*place, value, look)
    else:
        sheet.write_string(*place, str(value), look)
