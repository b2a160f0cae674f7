"""Registers and catalogues to print: the book of a year, what is in force, what was filed."""

from collections.abc import Iterable
from datetime import date

from models.domain.lifecycle import FilingState
from models.domain.terms import EvidenceKind, ValidityStatus
from models.queries.catalogues import CataloguedFiling, filings_received
from models.queries.day_catalogue import (
    CatalogueEntry,
    CatalogueFilter,
    catalogue_entries,
    catalogue_ids,
)
from models.queries.office import office
from models.queries.register_book import BookLine, BookReport, book_lines
from resources.terms import name_of
from review.letters.drafting.catalogue_words import standing_words
from review.letters.drafting.words import (
    day_text,
    on_lines,
    phrase,
    short_day,
    validity_text,
)
from review.letters.kinds.registration import (
    CatalogueRow,
    DocumentCatalogue,
    FilingCatalogue,
    FilingCatalogueRow,
    RegisterBook,
    RegisterRow,
)

_CONGRESS = "人民代表大会"


def draft_register_book(year: int, day: date) -> RegisterBook:
    """Return the register (登记簿) of a year, void lines with it."""
    return RegisterBook(
        office_name=office().office_name,
        letter_date=day,
        year=year,
        rows=tuple(_book_row(line) for line in book_lines(year)),
    )


def draft_document_catalogue(as_of_date: date, day: date) -> DocumentCatalogue:
    """Return the catalogue (规范性文件目录) of the documents in force on a day."""
    sender = office()
    in_force = frozenset(one for one in ValidityStatus if one.is_in_force)
    ids = catalogue_ids(CatalogueFilter(as_of_date, statuses=in_force))
    return catalogue_of(
        catalogue_entries(ids, as_of_date),
        as_of_date=as_of_date,
        letter_date=day,
        office_name=sender.office_name,
        scope=sender.government_name.removesuffix("人民政府"),
    )


def catalogue_of(
    entries: Iterable[CatalogueEntry],
    *,
    as_of_date: date,
    letter_date: date,
    office_name: str,
    scope: str,
) -> DocumentCatalogue:
    """Return the paper that lists these documents; needs no register."""
    return DocumentCatalogue(
        office_name=office_name,
        letter_date=letter_date,
        as_of_date=as_of_date,
        scope=scope,
        rows=tuple(map(_catalogue_row, entries)),
    )


def draft_filing_catalogue(first: date, last: date, day: date) -> FilingCatalogue:
    """Return the catalogue (备案目录) of the filings received from the first to the last day."""
    return FilingCatalogue(
        office_name=office().office_name,
        letter_date=day,
        first_date=first,
        last_date=last,
        rows=tuple(_filing_row(one) for one in filings_received(first, last)),
    )


def _book_row(line: BookLine) -> RegisterRow:
    to_congress = [one for one in line.reports if _CONGRESS in one.addressee]
    to_government = [one for one in line.reports if _CONGRESS not in one.addressee]
    return RegisterRow(
        unified_number=line.unified_number,
        document_title=line.title,
        document_number=line.document_number,
        drafting_unit=line.drafting_unit or line.issuing_body_name,
        legality_opinion=_proofs(line, EvidenceKind.LEGALITY_REVIEW),
        meeting=_proofs(line, EvidenceKind.COLLECTIVE_DELIBERATION),
        signature=on_lines((line.signer, short_day(line.signed_date)))
        or _proofs(line, EvidenceKind.SIGNATURE),
        registration=on_lines((line.registered_by, short_day(line.registered_date))),
        publication=on_lines(
            part for one in line.publications for part in (one.medium, short_day(one.issued_date))
        ),
        filed_with_government=_reports(to_government),
        filed_with_congress=_reports(to_congress),
        validity=validity_text(line.validity_term, line.expiry_date, short_day),
        changes=on_lines(_changes(line)),
        is_void=line.is_void,
    )


def _proofs(line: BookLine, kind: EvidenceKind) -> str:
    """Return number or result of the papers of one step, each with its day."""
    return on_lines(
        part
        for proof in line.proofs
        if proof.kind is kind
        for part in (proof.reference or proof.result, short_day(proof.day))
    )


def _reports(reports: list[BookReport]) -> str:
    return on_lines(
        part for one in reports for part in (one.letter_number, short_day(one.letter_date))
    )


def _changes(line: BookLine) -> list[str]:
    """Return what happened to the number and the document since, with the number of the act."""
    told = []
    if line.is_void:
        told.append(phrase("void_line", reason=line.void_reason))
    for one in line.changes:
        words = phrase("changed", day=short_day(one.begin_date), change=name_of(one.kind))
        number = one.document_number
        told.append(phrase("by_number", words=words, number=number) if number else words)
    return told


def _catalogue_row(one: CatalogueEntry) -> CatalogueRow:
    expiry = day_text(one.last_day)
    if not expiry and one.validity_term is not None:
        expiry = name_of(one.validity_term.kind)
    return CatalogueRow(
        document_title=one.title,
        document_number=one.document_number,
        unified_number=one.unified_number,
        issuing_body_name=one.issuing_body_name,
        published_date=one.published_date,
        effective_date=one.effective_date,
        expiry=expiry,
        status=standing_words(one),
        remark="",
    )


def _filing_row(one: CataloguedFiling) -> FilingCatalogueRow:
    state = one.review_state if one.state is FilingState.REGISTERED else None
    return FilingCatalogueRow(
        filing_register_number=one.filing_register_number,
        document_title=one.title,
        document_number=one.document_number,
        issuing_body_name=one.issuing_body_name,
        published_date=one.published_date,
        received_date=one.received_date,
        result=name_of(state or one.state),
    )
