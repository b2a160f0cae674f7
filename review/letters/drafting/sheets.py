"""Papers that take no number and are printed whenever they are wanted: sheets, lists, books."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from review.letters.drafting.archive import draft_dossier_contents, draft_dossier_cover
from review.letters.drafting.cleanup import draft_cleanup_sheet
from review.letters.drafting.delivery import draft_delivery_record
from review.letters.drafting.figures import (
    draft_annual_figures,
    draft_annual_list,
    draft_bulletin,
)
from review.letters.drafting.filing_out import draft_filing_statement
from review.letters.drafting.intake_sheet import draft_intake_sheet
from review.letters.drafting.outgoing import draft_outgoing_log
from review.letters.drafting.registers import (
    draft_document_catalogue,
    draft_filing_catalogue,
    draft_register_book,
)
from review.letters.errors import LetterKindError
from review.letters.kinds.base import Letter


class SheetSubject(StrEnum):
    """What a sheet is made from."""

    DOCUMENT = "document"  # 一份文件
    FILING = "filing"  # 一件备案
    LETTER = "letter"  # 一件已发的文书
    PERIOD = "period"  # 一段时间的登记


@dataclass(frozen=True)
class SheetAsked:
    """Which sheet is wanted: about a record, or about the days from the first to the last."""

    kind_id: str
    record_id: int = 0
    first_date: date | None = None
    last_date: date | None = None


@dataclass(frozen=True)
class _RecordSheet:
    """A sheet about one record."""

    subject: SheetSubject
    draft: Callable[[int, date], Letter]


_OF_RECORDS: Mapping[str, _RecordSheet] = MappingProxyType(
    {
        "filing_statement": _RecordSheet(SheetSubject.DOCUMENT, draft_filing_statement),
        "filing_intake_sheet": _RecordSheet(SheetSubject.FILING, draft_intake_sheet),
        "delivery_record": _RecordSheet(SheetSubject.LETTER, draft_delivery_record),
        "cleanup_opinion_sheet": _RecordSheet(SheetSubject.DOCUMENT, draft_cleanup_sheet),
        "dossier_cover": _RecordSheet(SheetSubject.DOCUMENT, draft_dossier_cover),
        "dossier_contents": _RecordSheet(SheetSubject.DOCUMENT, draft_dossier_contents),
    }
)


def _book(first: date, last: date, day: date) -> Letter:
    del first
    return draft_register_book(last.year, day)


def _in_force(first: date, last: date, day: date) -> Letter:
    del first
    return draft_document_catalogue(min(last, day), day)


def _log(first: date, last: date, day: date) -> Letter:
    del first
    return draft_outgoing_log(last.year, day)


def _list_of_year(first: date, last: date, day: date) -> Letter:
    del first
    return draft_annual_list(last.year, day)


def _figures_of_year(first: date, last: date, day: date) -> Letter:
    del first
    return draft_annual_figures(last.year, day)


def _bulletin(first: date, last: date, day: date) -> Letter:
    del first
    return draft_bulletin(last.year, day)


_OF_PERIODS: Mapping[str, Callable[[date, date, date], Letter]] = MappingProxyType(
    {
        "register_book": _book,
        "document_catalogue": _in_force,
        "filing_catalogue": draft_filing_catalogue,
        "outgoing_log": _log,
        "annual_list": _list_of_year,
        "annual_figures": _figures_of_year,
        "bulletin": _bulletin,
    }
)

SHEETS: Mapping[str, SheetSubject] = MappingProxyType(
    {kind: one.subject for kind, one in _OF_RECORDS.items()}
    | dict.fromkeys(_OF_PERIODS, SheetSubject.PERIOD)
)
"""What each kind of sheet is made from."""


def draft_sheet(asked: SheetAsked, day: date) -> Letter:
    """Return a sheet as it would be printed on a day; without days a period is the year so far.

    Raises:
        LetterKindError: no sheet of this kind is made from the register.
        AppError: the record is missing, or lacks what the sheet must state.
    """
    if asked.kind_id in _OF_RECORDS:
        return _OF_RECORDS[asked.kind_id].draft(asked.record_id, day)
    if asked.kind_id not in _OF_PERIODS:
        raise LetterKindError(kind=asked.kind_id)
    first = asked.first_date or date(day.year, 1, 1)
    return _OF_PERIODS[asked.kind_id](first, asked.last_date or day, day)
