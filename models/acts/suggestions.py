"""Suggestions to review a document are registered, screened, concluded and answered (审查建议)."""

from datetime import date
from uuid import uuid4

import msgspec

from models.acts.lookup import fetch, profile_in_force, require, require_order, require_past
from models.acts.performing import Deed, act
from models.calendars import load_calendar
from models.domain.calendar import Deadline, Pause, deadline
from models.domain.letter_terms import SuggestionConclusion
from models.domain.lifecycle import Axis, SuggestionState, step
from models.domain.profile import Profile
from models.domain.roles import ActName
from models.domain.suggestions import (
    Screening,
    ScreeningOutcome,
    SuggestionEntry,
    masked_name,
)
from models.due_dates import compute
from models.errors import InputError
from models.kept_profiles import kept_profile, version_of
from models.tables.documents import Document
from models.tables.filings import Review
from models.tables.suggestions import Suggester, Suggestion, SuggestionSupplement

_TARGETS = {
    ScreeningOutcome.ACCEPT: SuggestionState.ACCEPTED,
    ScreeningOutcome.ASK_SUPPLEMENT: SuggestionState.SUPPLEMENTING,
    ScreeningOutcome.DECLINE: SuggestionState.NOT_ACCEPTED,
    ScreeningOutcome.TRANSFER: SuggestionState.TRANSFERRED,
}


class SuggestionReviewError(InputError):
    """The review named for a suggestion is of another document."""

    code = "suggestion.review_of_another"
    facts = ("title",)


@act(ActName.REGISTER_SUGGESTION)
def register_suggestion(deed: Deed, entry: SuggestionEntry) -> int:
    """Enter a suggestion under the next number of its year, and return its id.

    Name and address are kept apart and do not enter the trail.

    Raises:
        FieldEmptyError: no name, matter, document or way of receipt.
        FutureDateError, DateOrderError: the dates cannot be true.
        RecordMissingError: there is no such document.
    """
    suggester = entry.suggester
    require(suggester=suggester.name, matter=entry.matter, received_way=entry.received_way)
    require_past(deed, received_date=entry.received_date, written_date=entry.written_date)
    require_order("written_date", entry.written_date, "received_date", entry.received_date)
    title, number, issuer = _about(entry)
    require(document_title=title)
    profile = profile_in_force(deed)
    computed = _reply_time(profile, entry.received_date)
    year = deed.today.year
    suggestion_id = int(
        Suggestion.insert(
            uid=uuid4().hex,
            year=year,
            sequence=_next_sequence(year),
            document=entry.document_id,
            document_title=title,
            document_number=number,
            issuing_body_name=issuer,
            suggester_kind=suggester.kind,
            clause=entry.clause.strip(),
            matter=entry.matter.strip(),
            reasons=entry.reasons.strip(),
            written_date=entry.written_date,
            received_date=entry.received_date,
            received_way=entry.received_way,
            state=SuggestionState.REGISTERED,
            due_date=computed.due_date,
            derivation=msgspec.json.encode(computed).decode(),
            explanation="",
            competent_body="",
            conclusion_reasons="",
            handled_by=deed.person_id,
            profile_id=profile.id,
            profile_version=version_of(profile),
            created_at=deed.at,
            revision=1,
        ).execute()
    )
    Suggester.insert(
        suggestion=suggestion_id,
        name=suggester.name.strip(),
        address=suggester.address.strip(),
        phone=suggester.phone.strip(),
    ).execute()
    deed.record(
        "suggestion",
        suggestion_id,
        suggester_kind=suggester.kind,
        suggester=masked_name(suggester.kind, suggester.name.strip()),
        document=entry.document_id,
        title=title,
        received_date=entry.received_date,
        due_date=computed.due_date,
    )
    return suggestion_id


@act(ActName.SCREEN_SUGGESTION)
def screen_suggestion(deed: Deed, suggestion_id: int, screening: Screening) -> SuggestionState:
    """Decide what becomes of a suggestion and return its new state.

    Raises:
        TransitionError: it has been dealt with, or waits for a supplement.
        FieldEmptyError: nothing missing is named, no ground and explanation, or no body.
        SuggestionReviewError: the review is of another document.
    """
    suggestion = fetch(Suggestion, suggestion_id)
    state = _TARGETS[screening.outcome]
    step(Axis.SUGGESTION, suggestion.state, state)
    _check_screening(suggestion, screening)
    if screening.outcome is ScreeningOutcome.ASK_SUPPLEMENT:
        _ask_supplement(deed, suggestion, screening.items)
    is_accepted = screening.outcome is ScreeningOutcome.ACCEPT
    _update(
        deed,
        suggestion_id,
        state=state,
        screened_date=deed.today,
        accepted_date=deed.today if is_accepted else None,
        decline_reason=screening.decline_reason,
        explanation=screening.explanation.strip(),
        competent_body=screening.competent_body.strip(),
        review=screening.review_id,
    )
    deed.record("suggestion", suggestion_id, screening=screening)
    return state


@act(ActName.COMPLETE_SUGGESTION)
def complete_suggestion(
    deed: Deed, suggestion_id: int, answered_date: date, reasons: str = ""
) -> date:
    """Enter that what was missing came; return until when the suggestion must be answered now.

    The days in between do not count.

    Raises:
        TransitionError: nothing was asked for.
        FutureDateError, DateOrderError: the day cannot be true.
    """
    require_past(deed, answered_date=answered_date)
    suggestion = fetch(Suggestion, suggestion_id)
    step(Axis.SUGGESTION, suggestion.state, SuggestionState.REGISTERED)
    waiting = SuggestionSupplement.get(
        SuggestionSupplement.suggestion == suggestion_id,
        SuggestionSupplement.answered_date.is_null(),
    )
    require_order("requested_date", waiting.requested_date, "answered_date", answered_date)
    SuggestionSupplement.update(answered_date=answered_date).where(
        SuggestionSupplement.id == waiting.id
    ).execute()
    rules = kept_profile(suggestion.profile_id, suggestion.profile_version)
    computed = _reply_time(rules, suggestion.received_date, _pauses(suggestion_id))
    _update(
        deed,
        suggestion_id,
        state=SuggestionState.REGISTERED,
        reasons="\n".join(filter(None, (suggestion.reasons, reasons.strip()))),
        due_date=computed.due_date,
        derivation=msgspec.json.encode(computed).decode(),
    )
    deed.record(
        "suggestion",
        suggestion_id,
        answered_date=answered_date,
        before_due_date=suggestion.due_date,
        due_date=computed.due_date,
    )
    return computed.due_date


@act(ActName.CONCLUDE_SUGGESTION)
def conclude_suggestion(
    deed: Deed, suggestion_id: int, conclusion: SuggestionConclusion, reasons: str
) -> int:
    """Enter what an accepted suggestion led to and why, and return its id.

    Raises:
        TransitionError: it was not accepted, or has a result.
        FieldEmptyError: no reasons are given.
    """
    require(reasons=reasons)
    suggestion = fetch(Suggestion, suggestion_id)
    state = step(Axis.SUGGESTION, suggestion.state, SuggestionState.CONCLUDED)
    _update(
        deed,
        suggestion_id,
        state=state,
        conclusion=conclusion,
        conclusion_reasons=reasons.strip(),
        concluded_date=deed.today,
    )
    deed.record("suggestion", suggestion_id, conclusion=conclusion, reasons=reasons)
    return suggestion_id


@act(ActName.ANSWER_SUGGESTION)
def answer_suggestion(deed: Deed, suggestion_id: int, replied_date: date) -> bool:
    """Enter on which day whoever made a suggestion was answered; tell whether that was in time.

    Raises:
        TransitionError: there is nothing to tell yet, or it was told.
        FutureDateError, DateOrderError: the day cannot be true.
    """
    require_past(deed, replied_date=replied_date)
    suggestion = fetch(Suggestion, suggestion_id)
    state = step(Axis.SUGGESTION, suggestion.state, SuggestionState.REPLIED)
    known = suggestion.concluded_date or suggestion.screened_date
    require_order("screened_date", known, "replied_date", replied_date)
    _update(deed, suggestion_id, state=state, replied_date=replied_date)
    deed.record("suggestion", suggestion_id, replied_date=replied_date)
    return replied_date <= suggestion.due_date


def _about(entry: SuggestionEntry) -> tuple[str, str, str]:
    """Return title, number and issuing body as the register has them, else as they were written."""
    if entry.document_id is None:
        return entry.document_title.strip(), entry.document_number, entry.issuing_body_name
    document = fetch(Document, entry.document_id)
    return document.title, document.document_number or "", document.issuing_body_name


def _next_sequence(year: int) -> int:
    last = (
        Suggestion.select(Suggestion.sequence)
        .where(Suggestion.year == year)
        .order_by(Suggestion.sequence.desc())
        .first()
    )
    return 1 + (last.sequence if last else 0)


def _reply_time(profile: Profile, received: date, pauses: tuple[Pause, ...] = ()) -> Deadline:
    return deadline(
        "received_date",
        received,
        profile.suggestion_reply_term.value,
        load_calendar(),
        rolls_over_holidays=profile.rolls_over_holidays,
        pauses=pauses,
    )


def _pauses(suggestion_id: int) -> tuple[Pause, ...]:
    answered = SuggestionSupplement.select().where(
        SuggestionSupplement.suggestion == suggestion_id,
        SuggestionSupplement.answered_date.is_null(is_null=False),
    )
    return tuple(
        Pause(row.requested_date, row.answered_date) for row in answered if row.answered_date
    )


def _check_screening(suggestion: Suggestion, screening: Screening) -> None:
    match screening.outcome:
        case ScreeningOutcome.ASK_SUPPLEMENT:
            require(items="".join(screening.items))
        case ScreeningOutcome.DECLINE:
            require(
                decline_reason=screening.decline_reason or "", explanation=screening.explanation
            )
        case ScreeningOutcome.TRANSFER:
            require(competent_body=screening.competent_body, explanation=screening.explanation)
        case ScreeningOutcome.ACCEPT:
            if screening.review_id is not None:
                review = fetch(Review, screening.review_id)
                if review.document_id != suggestion.document_id:
                    raise SuggestionReviewError(title=suggestion.document_title)


def _ask_supplement(deed: Deed, suggestion: Suggestion, items: tuple[str, ...]) -> None:
    rules = profile_in_force(deed)
    term = rules.suggestion_supplement_term.value
    due = compute(rules, "delivered_date", deed.today, term).due_date if term else None
    SuggestionSupplement.insert(
        suggestion=suggestion.id,
        items="\n".join(one.strip() for one in items if one.strip()),
        requested_date=deed.today,
        due_date=due,
    ).execute()


def _update(deed: Deed, suggestion_id: int, **values: object) -> None:
    Suggestion.update(handled_by=deed.person_id, revision=Suggestion.revision + 1, **values).where(
        Suggestion.id == suggestion_id
    ).execute()
