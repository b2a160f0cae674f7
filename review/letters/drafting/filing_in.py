"""Letters about a filing that was received (备案审查的收件)."""

from datetime import date
from types import MappingProxyType
from typing import TypedDict

from models.domain.profile import Profile
from models.domain.terms import FilingRecipient, LetterSeries
from models.kept_profiles import kept_profile
from models.queries.filing_page import FilingPage, filing_page
from models.queries.office import office, profile
from resources.terms import name_in, name_of
from review.letters.drafting.proposed_letter import Proposals, ProposedLetter, stated
from review.letters.drafting.words import citable
from review.letters.errors import LetterFactMissingError
from review.letters.kinds.base import NumberedLetter
from review.letters.kinds.filing_in import (
    DefectRow,
    FilingReceipt,
    FilingRefusal,
    FilingReturn,
    FilingTransfer,
    MaterialRow,
    SupplementRequest,
)


class _Head(TypedDict):
    """What every letter about a filing says first."""

    letter_number: str
    document_title: str
    document_number: str
    filing_report_number: str
    received_date: date
    contact_name: str
    contact_phone: str
    office_name: str
    letter_date: date


def propose_receipt(filing_id: int, day: date) -> ProposedLetter:
    """Return the receipt (备案回执) of a registered filing, dated on a day.

    Raises:
        FilingMissingError: there is no such filing.
        LetterFactMissingError: a date the receipt must state was never entered.
    """
    page, rules = _page_and_rules(filing_id)
    limit = rules.filing_limit(FilingRecipient.OWN_GOVERNMENT).value
    receipt = FilingReceipt(
        **_head(page, day),
        addressee=page.filing_body_name,
        published_date=stated("published_date", page.published_date),
        filing_register_number=page.filing_register_number,
        registered_date=stated("registered_date", page.registered_date),
        days_used=page.days_used or 0,
        limit_days=limit.amount,
        day_unit=name_of(limit.unit),
        is_in_time=bool(page.is_timely),
        materials=_materials(page),
    )
    return _proposed(LetterSeries.FILING_RECEIPT, receipt, page)


def propose_supplement_request(filing_id: int, day: date) -> ProposedLetter:
    """Return the notice (补正通知书) of the supplement that a filing waits for, dated on a day.

    Raises:
        FilingMissingError: there is no such filing.
        LetterFactMissingError: the filing waits for no supplement.
    """
    page, rules = _page_and_rules(filing_id)
    waiting = [one for one in page.supplements if one.answered_date is None]
    if not waiting:
        raise LetterFactMissingError(field="defects")
    asked = waiting[-1]
    term = rules.supplement_term
    request = SupplementRequest(
        **_head(page, day),
        addressee=page.filing_body_name,
        defects=tuple(DefectRow(defect=one.defect, rule=one.rule) for one in asked.defects),
        supplement_days=term.value.amount,
        day_unit=name_of(term.value.unit),
        due_date=asked.due_date,
        legal_basis=citable(term, rules),
    )
    return _proposed(LetterSeries.SUPPLEMENT_REQUEST, request, page)


def propose_filing_refusal(filing_id: int, day: date) -> ProposedLetter:
    """Return the notice (不予备案登记通知书) of a refused filing, dated on a day.

    Raises:
        FilingMissingError: there is no such filing.
        LetterFactMissingError: the filing was not refused.
    """
    page, _ = _page_and_rules(filing_id)
    if not page.refusal_reason:
        raise LetterFactMissingError(field="reason")
    refusal = FilingRefusal(
        **_head(page, day),
        addressee=page.filing_body_name,
        refused_date=stated("refused_date", page.refused_date),
        reason=page.refusal_reason,
        what_to_do="",
        materials=_materials(page),
    )
    return _proposed(LetterSeries.FILING_REFUSAL, refusal, page)


def propose_filing_return(filing_id: int, day: date) -> ProposedLetter:
    """Return the letter (退回函) that sends a filing back; a person says whom to file with.

    Raises:
        FilingMissingError: there is no such filing.
    """
    page, _ = _page_and_rules(filing_id)
    letter = FilingReturn(
        **_head(page, day),
        addressee=page.filing_body_name,
        reason=page.refusal_reason,
        proper_recipient="",
        materials=_materials(page),
    )
    return _proposed(LetterSeries.FILING_RETURN, letter, page)


def propose_filing_transfer(filing_id: int, day: date) -> ProposedLetter:
    """Return the letter (转送函) that passes a filing on; a person says to whom and why.

    Raises:
        FilingMissingError: there is no such filing.
    """
    page, _ = _page_and_rules(filing_id)
    letter = FilingTransfer(
        **_head(page, day),
        addressee="",
        filing_body_name=page.filing_body_name,
        reason=page.refusal_reason,
        materials=_materials(page),
    )
    return _proposed(LetterSeries.FILING_TRANSFER, letter, page)


def _page_and_rules(filing_id: int) -> tuple[FilingPage, Profile]:
    """Read a filing, and the rules it was judged by, whatever profile is in force now."""
    page = filing_page(filing_id, profile())
    return page, kept_profile(page.profile_id, page.profile_version)


def _head(page: FilingPage, day: date) -> _Head:
    sender = office()
    return {
        "letter_number": name_in("Placeholder", "letter_number"),
        "document_title": page.title,
        "document_number": page.document_number,
        "filing_report_number": page.filing_report_number,
        "received_date": page.received_date,
        "contact_name": sender.contact_name,
        "contact_phone": sender.contact_phone,
        "office_name": sender.office_name,
        "letter_date": day,
    }


def _materials(page: FilingPage) -> tuple[MaterialRow, ...]:
    """Return the materials that came."""
    return tuple(
        MaterialRow(name_of(row.kind), row.copies, row.remark)
        for row in page.materials
        if row.copies
    )


def _proposed(kind: LetterSeries, letter: NumberedLetter, page: FilingPage) -> ProposedLetter:
    return ProposedLetter(kind, letter, page.document_id, page.id)


PROPOSALS: Proposals = MappingProxyType(
    {
        LetterSeries.FILING_RECEIPT: propose_receipt,
        LetterSeries.SUPPLEMENT_REQUEST: propose_supplement_request,
        LetterSeries.FILING_REFUSAL: propose_filing_refusal,
        LetterSeries.FILING_RETURN: propose_filing_return,
        LetterSeries.FILING_TRANSFER: propose_filing_transfer,
    }
)
