"""The figures of a year as an Excel file: the tables, and every document they count."""

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from models.domain.rates import RateKind, RecordRef
from models.domain.year_figures import YearFigures
from models.queries.counted_records import CountedRow
from resources.terms import FIELDS, name_in, name_of
from review.letters.kinds.figures import AnnualFigures

# Whatever a title begins with, it stays words.
_NO_TRICKS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_A4 = 9
_WIDE, _NARROW = 44, 18
_WORDS = "FigureWorkbook"
_LISTED = (
    RateKind.FILING_RATE,
    RateKind.TIMELY_RATE,
    RateKind.COMPLIANT_RATE,
    RateKind.PUBLICATION_RATE,
    RateKind.ILLEGALITY_RATE,
)


@dataclass(frozen=True)
class _Sheet:
    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]


def records_to_list(figures: YearFigures) -> tuple[RecordRef, ...]:
    """Return the documents that the sheet of documents lists: all that were made in the year."""
    return figures.rate(RateKind.FILING_RATE).base


def figures_workbook(
    paper: AnnualFigures, figures: YearFigures, documents: Sequence[CountedRow]
) -> bytes:
    """Return an .xlsx file with a sheet for each table and one for the documents counted.

    Args:
        paper: the tables as they are printed.
        figures: the same, with what they count.
        documents: the records of ``records_to_list``, by name.
    """
    # Heavy, and only who exports needs it; it has no stubs.
    import xlsxwriter  # type: ignore[import-untyped]  # noqa: PLC0415

    content = io.BytesIO()
    book = xlsxwriter.Workbook(content, {**_NO_TRICKS, "in_memory": True})
    edge = {"border": 1, "valign": "vcenter", "text_wrap": True}
    head, text = book.add_format({**edge, "bold": True, "align": "center"}), book.add_format(edge)
    for one in (*_tables(paper), _documents(figures, documents)):
        sheet = book.add_worksheet(one.title)
        sheet.set_column(0, 0, _WIDE)
        sheet.set_column(1, max(1, len(one.head) - 1), _NARROW)
        _write_row(sheet, 0, one.head, head)
        for line, row in enumerate(one.rows, start=1):
            _write_row(sheet, line, row, text)
        sheet.freeze_panes(1, 0)
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
    book.close()
    return content.getvalue()


def _tables(paper: AnnualFigures) -> Iterable[_Sheet]:
    yield _sheet("counts", ((r.name, r.count, r.last_count, r.change) for r in paper.counts))
    yield _sheet(
        "rates",
        ((r.name, r.value, r.last_value, r.target, r.meaning, r.source) for r in paper.rates),
    )
    yield _sheet(
        "bodies",
        (
            (
                r.name,
                r.filing_rate,
                r.timely_rate,
                r.compliant_rate,
                r.review_rate,
                r.correction_rate,
            )
            for r in paper.bodies
        ),
    )
    yield _sheet("months", ((r.name, r.count, r.last_count, r.change) for r in paper.months))
    yield _sheet(
        "recipients",
        ((r.name, r.filing_rate, r.timely_rate, r.compliant_rate) for r in paper.recipients),
    )
    yield _sheet("sums", ((r.told, _yes(r.is_right)) for r in paper.sums))


def _documents(figures: YearFigures, documents: Sequence[CountedRow]) -> _Sheet:
    counted = {kind: set(figures.rate(kind).counted) for kind in _LISTED}
    names = ("document_title", "document_number", "issuing_body_name", "published_date")
    return _Sheet(
        name_in(_WORDS, "documents"),
        (*(name_in(FIELDS, one) for one in names), *(name_of(kind) for kind in _LISTED)),
        tuple(
            (
                one.title,
                one.number,
                one.body,
                one.day.isoformat() if one.day else "",
                *(_yes(one.ref in counted[kind]) for kind in _LISTED),
            )
            for one in documents
        ),
    )


def _sheet(name: str, rows: Iterable[tuple[object, ...]]) -> _Sheet:
    head = name_in(_WORDS, f"{name}_head").split("、")
    return _Sheet(name_in(_WORDS, name), tuple(head), tuple(rows))


def _yes(is_so: bool) -> str:  # noqa: FBT001 -- a cell of one of two values
    return name_in(_WORDS, "yes" if is_so else "no")


def _write_row(sheet: Any, line: int, row: Sequence[object], look: object) -> None:  # noqa: ANN401 -- no stubs
    for place, value in enumerate(row):
        if isinstance(value, int):
            sheet.write_number(line, place, value, look)
        else:
            sheet.write_string(line, place, str(value), look)
