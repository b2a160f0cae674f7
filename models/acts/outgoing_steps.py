"""A filing goes up, the recipient answers, the filing is closed (报备)."""

from dataclasses import asdict, dataclass
from datetime import date

from models.acts.lookup import fetch, require, require_order, require_past
from models.acts.outgoing_refusals import NoAnswerError, OutgoingMaterialsMissingError
from models.acts.performing import Deed, act
from models.acts.refusals import FieldEmptyError
from models.domain.lifecycle import Axis, OutgoingState, step
from models.domain.outgoing_filing import (
    ANSWERS,
    EXPLAINED_ANSWERS,
    AnswerEntry,
    SubmissionEntry,
    missing_materials,
)
from models.domain.roles import ActName
from models.domain.terms import MaterialKind
from models.kept_profiles import kept_profile
from models.tables.outgoing_filings import OutgoingFiling, OutgoingMaterial, OutgoingStep


@dataclass(frozen=True)
class _Told:
    """What is kept of a step."""

    step_date: date
    number: str = ""
    way: str = ""
    content: str = ""
    due_date: date | None = None


@act(ActName.SUBMIT_OUTGOING_FILING)
def submit_outgoing_filing(deed: Deed, filing_id: int, entry: SubmissionEntry) -> int:
    """Record that a document went to a recipient, for the first time or anew; return the step's id.

    Raises:
        FieldEmptyError: no report number or no way is given.
        FutureDateError, DateOrderError: the day cannot be true.
        OutgoingMaterialsMissingError: papers that the recipient asks for do not go along, and no
            reason for that is given.
        TransitionError: nothing is to be sent in this state.
    """
    require(filing_report_number=entry.report_number, delivery_way=entry.way)
    filing = fetch(OutgoingFiling, filing_id)
    target = step(Axis.OUTGOING, filing.state, OutgoingState.SUBMITTED)
    _check_day(deed, filing, "submitted_date", entry.submitted_date)
    missing, reason = _missing(filing, entry), entry.missing_reason.strip()
    if missing and not reason:
        raise OutgoingMaterialsMissingError(recipient=filing.recipient_title, missing=missing)
    told = _Told(
        entry.submitted_date,
        entry.report_number.strip(),
        way=entry.way.strip(),
        content=reason if missing else "",
    )
    step_id = _take(deed, filing, target, told)
    for one in entry.materials:
        OutgoingMaterial.insert(
            step=step_id, kind=one.kind, copies=one.copies, remark=one.remark
        ).execute()
    deed.record("outgoing_filing", filing_id, submission=entry, missing=list(missing))
    return step_id


@act(ActName.RECORD_OUTGOING_ANSWER)
def record_outgoing_answer(deed: Deed, filing_id: int, answer: AnswerEntry) -> int:
    """Record what a recipient answered, and return the step's id.

    Raises:
        NoAnswerError: the state is none into which the recipient brings a filing.
        FieldEmptyError: a demand, a return or a result without its content, a demand without its
            last day, a registration without its number.
        FutureDateError, DateOrderError: the day cannot be true.
        TransitionError: the filing is not where this answer could come.
    """
    if answer.state not in ANSWERS:
        raise NoAnswerError(state=answer.state)
    filing = fetch(OutgoingFiling, filing_id)
    target = step(Axis.OUTGOING, filing.state, answer.state)
    _check_content(answer)
    _check_day(deed, filing, "answer_date", answer.answer_date)
    require_order("answer_date", answer.answer_date, "due_date", answer.due_date)
    told = _Told(
        answer.answer_date,
        answer.number.strip(),
        content=answer.content.strip(),
        due_date=answer.due_date,
    )
    step_id = _take(deed, filing, target, told)
    deed.record("outgoing_filing", filing_id, answer=answer)
    return step_id


@act(ActName.CLOSE_OUTGOING_FILING)
def close_outgoing_filing(deed: Deed, filing_id: int, closed_date: date, reason: str) -> int:
    """Close a filing that waits for nothing more, and return the step's id.

    Raises:
        FieldEmptyError: it is not said why nothing more is waited for.
        FutureDateError, DateOrderError: the day cannot be true.
        TransitionError: the filing still waits for somebody.
    """
    require(reason=reason)
    filing = fetch(OutgoingFiling, filing_id)
    target = step(Axis.OUTGOING, filing.state, OutgoingState.CLOSED)
    _check_day(deed, filing, "closed_date", closed_date)
    step_id = _take(deed, filing, target, _Told(closed_date, content=reason.strip()))
    deed.record("outgoing_filing", filing_id, closed_date=closed_date, reason=reason)
    return step_id


def _missing(filing: OutgoingFiling, entry: SubmissionEntry) -> tuple[MaterialKind, ...]:
    profile = kept_profile(filing.profile_id, filing.profile_version)
    required = profile.outgoing_materials(profile.outgoing_recipient(filing.recipient_title))
    return missing_materials(required, entry.materials)


def _check_content(answer: AnswerEntry) -> None:
    if answer.state in EXPLAINED_ANSWERS:
        require(content=answer.content)
    if answer.state is OutgoingState.REGISTERED:
        require(filing_register_number=answer.number)
    if answer.state is OutgoingState.SUPPLEMENT_REQUESTED and answer.due_date is None:
        raise FieldEmptyError(field="due_date")


def _check_day(deed: Deed, filing: OutgoingFiling, field: str, day: date) -> None:
    require_past(deed, **{field: day})
    require_order("published_date", filing.published_date, field, day)
    last = (
        OutgoingStep.select(OutgoingStep.step_date)
        .where(OutgoingStep.filing == filing.id)
        .order_by(OutgoingStep.id.desc())
        .first()
    )
    if last is not None:
        require_order("last_step_date", last.step_date, field, day)


def _take(deed: Deed, filing: OutgoingFiling, target: str, told: _Told) -> int:
    OutgoingFiling.update(
        state=target, submitted_date=filing.submitted_date or told.step_date
    ).where(OutgoingFiling.id == filing.id).execute()
    return int(
        OutgoingStep.insert(
            filing=filing.id,
            state=target,
            recorded_at=deed.at,
            recorded_by=deed.person_id,
            **asdict(told),
        ).execute()
    )
