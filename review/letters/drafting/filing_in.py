"""Letters about a filing that was received (备案审查的收件)."""

from datetime import date
from types import MappingProxyType

from models.domain.profile import Profile
from models.domain.terms import FilingRecipient, LetterSeries
from models.kept_profiles import kept_profile
from models.queries.filing_page import FilingPage, filing_page
from models.queries.office import office, profile
from models.settings import Office
from resources.terms import name_in, name_of
from review.letters.drafting.proposed_letter import Proposals, ProposedLetter, stated
from review.letters.kinds.filing_in import FilingReceipt, MaterialRow


def propose_receipt(filing_id: int, day: date) -> ProposedLetter:
    """Return the receipt (备案回执) of a registered filing, dated on a day.

    Raises:
        FilingMissingError: there is no such filing.
        LetterFactMissingError: a date the receipt must state was never entered.
    """
    page = filing_page(filing_id, profile())
    # The receipt states the limit the filing was judged by, whatever profile is in force now.
    rules = kept_profile(page.profile_id, page.profile_version)
    receipt = _receipt(page, rules, office(), day)
    return ProposedLetter(LetterSeries.FILING_RECEIPT, receipt, page.document_id, filing_id)


def _receipt(page: FilingPage, rules: Profile, sender: Office, day: date) -> FilingReceipt:
    limit = rules.filing_limit(FilingRecipient.OWN_GOVERNMENT).value
    return FilingReceipt(
        letter_number=name_in("Placeholder", "letter_number"),
        addressee=page.filing_body_name,
        document_title=page.title,
        document_number=page.document_number,
        filing_report_number=page.filing_report_number,
        published_date=stated("published_date", page.published_date),
        received_date=page.received_date,
        filing_register_number=page.filing_register_number,
        registered_date=stated("registered_date", page.registered_date),
        days_used=page.days_used or 0,
        limit_days=limit.amount,
        day_unit=name_of(limit.unit),
        is_in_time=bool(page.is_timely),
        materials=tuple(
            MaterialRow(name_of(row.kind), row.copies, row.remark)
            for row in page.materials
            if row.copies
        ),
        contact_name=sender.contact_name,
        contact_phone=sender.contact_phone,
        office_name=sender.office_name,
        letter_date=day,
    )


PROPOSALS: Proposals = MappingProxyType({LetterSeries.FILING_RECEIPT: propose_receipt})
