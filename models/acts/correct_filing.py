"""A clerk corrects what was entered wrongly about a filing (更正): the trail keeps both."""

from dataclasses import dataclass
from datetime import date

from models.acts.deadlines import DeadlineKind, move_deadline
from models.acts.lookup import fetch, require, require_order, require_past
from models.acts.performing import Deed, act
from models.acts.receive_filing import timeliness
from models.acts.refusals import RecordChangedError
from models.domain.roles import ActName
from models.due_dates import compute
from models.kept_profiles import kept_profile
from models.tables.filings import Filing


@dataclass(frozen=True)
class FilingCorrection:
    """The facts of receipt as they should have been entered."""

    received_date: date
    received_way: str
    filing_report_number: str


@act(ActName.CORRECT_RECORD)
def correct_filing(
    deed: Deed, filing_id: int, revision: int, correction: FilingCorrection, reason: str
) -> int:
    """Correct a filing as it stood at a revision and return the new revision.

    Timeliness and the date of the formal check are computed anew.

    Raises:
        FieldEmptyError: no reason or no way of receipt is given.
        RecordChangedError: somebody else has changed the filing since.
        FutureDateError, DateOrderError: the date of receipt cannot be true.
    """
    require(reason=reason, received_way=correction.received_way)
    require_past(deed, received_date=correction.received_date)
    filing = fetch(Filing, filing_id)
    if filing.revision != revision:
        raise RecordChangedError(record="filing", id=filing_id)
    published_date = filing.document.published_date
    require_order("published_date", published_date, "received_date", correction.received_date)
    before = FilingCorrection(
        filing.received_date, filing.received_way, filing.filing_report_number
    )
    profile = kept_profile(filing.profile_id, filing.profile_version)
    Filing.update(
        received_date=correction.received_date,
        received_way=correction.received_way,
        filing_report_number=correction.filing_report_number,
        revision=revision + 1,
        **timeliness(profile, published_date, correction.received_date),
    ).where(Filing.id == filing_id).execute()
    term = profile.formal_check_term.value
    computed = compute(profile, "received_date", correction.received_date, term)
    move_deadline(DeadlineKind.FORMAL_CHECK, filing_id, computed)
    deed.record("filing", filing_id, before=before, after=correction, reason=reason)
    return revision + 1
