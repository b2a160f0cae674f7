"""Calls for filings that were not made (催报通知), one to each body that owes some."""

from datetime import date

from models.domain.omissions import CheckState, RowDecision, RowStanding
from models.domain.profile import Profile
from models.domain.terms import DocumentClass, FilingRecipient, LetterSeries
from models.due_dates import compute
from models.queries.bodies import body_named
from models.queries.office import office, profile
from models.queries.omissions import (
    OmissionCheckRow,
    OmissionFilter,
    OmissionListRow,
    omission_checks,
    omission_row_ids,
    omission_rows,
)
from resources.terms import name_in, name_of
from review.letters.drafting.proposed_letter import ProposedLetter
from review.letters.drafting.words import citable
from review.letters.kinds.filing_out import MissingFilingNotice, UnfiledDocumentRow

_OWED = frozenset(RowStanding) - {RowStanding.REGISTERED, RowStanding.REPEATED}


def propose_missing_filing_notices(day: date) -> tuple[ProposedLetter, ...]:
    """Return a notice for each body and open issue list with documents found to be owed.

    Owed is what a person decided should be registered and is not registered yet. The documents of
    the government itself are registered here and not called for.
    """
    rules = profile()
    notices = []
    for check in omission_checks():
        if check.state is CheckState.OPEN:
            notices += [
                _notice(name, rows, check, rules, day) for name, rows in _owed(check.id).items()
            ]
    return tuple(notices)


def _owed(check_id: int) -> dict[str, list[OmissionListRow]]:
    narrowing = OmissionFilter(
        check_id, standings=_OWED, decisions=frozenset({RowDecision.SHOULD_REGISTER.value})
    )
    owed: dict[str, list[OmissionListRow]] = {}
    for row in omission_rows(omission_row_ids(narrowing)):
        if _has_to_file(row.issuing_body_name):
            owed.setdefault(row.issuing_body_name, []).append(row)
    return owed


def _has_to_file(name: str) -> bool:
    body = body_named(name)
    return bool(name) and (body is None or body.body_class is not DocumentClass.GOVERNMENT)


def _notice(
    addressee: str, rows: list[OmissionListRow], check: OmissionCheckRow, rules: Profile, day: date
) -> ProposedLetter:
    sender = office()
    limit = rules.filing_limit(FilingRecipient.OWN_GOVERNMENT)
    term = rules.supplement_term.value
    notice = MissingFilingNotice(
        letter_number=name_in("Placeholder", "letter_number"),
        addressee=addressee,
        documents=tuple(
            UnfiledDocumentRow(
                title=row.title, number=row.document_number, adopted_date=row.adopted_date
            )
            for row in rows
        ),
        found_by=check.name,
        limit_days=limit.value.amount,
        day_unit=name_of(limit.value.unit),
        legal_basis=citable(limit, rules),
        due_date=compute(rules, "delivered_date", day, term).due_date,
        copy_to=(),
        contact_name=sender.contact_name,
        contact_phone=sender.contact_phone,
        office_name=sender.office_name,
        letter_date=day,
    )
    return ProposedLetter(LetterSeries.MISSING_FILING_NOTICE, notice)
