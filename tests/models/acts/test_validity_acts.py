"""Stopping, resuming, extending, keeping, finishing: each works from its day or is refused."""

from datetime import date, timedelta
from typing import Any

import pytest

from models.acts.document_effects import end_document
from models.acts.life_events import Effect, record_events
from models.acts.life_lines import EventRecord
from models.acts.performing import Deed, NotPermittedError, act
from models.acts.refusals import FieldEmptyError, FutureDateError, RecordMissingError
from models.acts.register_document import register_historic_document
from models.acts.validity_acts import (
    Prolongation,
    continuation,
    continue_validity,
    extend_validity,
    record_task_done,
    resume_document,
    suspend_document,
)
from models.domain.profile import ContinuedClock
from models.domain.roles import ActName
from models.domain.terms import ValidityStatus
from models.domain.validity import EndingKind, ValidityTerm, ValidityTermKind
from models.domain.validity_errors import (
    AlreadySuspendedError,
    DocumentEndedError,
    DocumentLapsedError,
    EffectUnknownError,
    NoFurtherDayError,
    NoTaskTermError,
    NotStartedError,
    NotSuspendedError,
    ShortensValidityError,
    TermMissingError,
    WholeSuspendedError,
)
from models.domain.validity_plan import Allowance
from models.queries.bodies import body_named
from models.queries.document_page import document_life
from models.queries.documents import document_rows
from models.queries.lives import DocumentLife
from models.queries.record_check import differing_records
from models.queries.trail import trail_of
from tests.models.office import (
    GOVERNMENT,
    REVIEWER,
    TODAY,
    add_body,
    another,
    changed,
    order,
    parking_measures,
)

pytestmark = pytest.mark.usefixtures("register")

START = date(2023, 4, 1)
LAST_DAY = date(2028, 3, 31)
DECISION = date(2026, 2, 2)
EFFECT = Effect(DECISION, "云溪县人民政府决定（云政函〔2026〕5号）")
ONE_DAY = timedelta(days=1)
FIVE_YEARS = ValidityTerm(ValidityTermKind.YEARS, 5)
TWO_YEARS = ValidityTerm(ValidityTermKind.YEARS, 2)
UNTIL_TASK = ValidityTerm(ValidityTermKind.UNTIL_TASK_DONE)


def until(day: date) -> ValidityTerm:
    """Return the term that ends on a day."""
    return ValidityTerm(ValidityTermKind.UNTIL_DATE, until_date=day)


def document(place: int = 1, **facts: Any) -> int:  # noqa: ANN401 - values of test cases
    """Record a document of the past, in force from START for five years unless told otherwise."""
    body = body_named(GOVERNMENT.name)
    entry = another(parking_measures(body.id if body else add_body()), place)
    values = {
        "adopted_date": None,
        "published_date": START,
        "effective_date": START,
        "validity_term": FIVE_YEARS,
        **facts,
    }
    return register_historic_document(order(), changed(entry, **values))


def life(document_id: int, day: date = TODAY) -> DocumentLife:
    """Return the life of a document, which its list shows alike and the trail confirms."""
    found = document_life(document_id, day)
    row = document_rows([document_id], day)[0]
    assert (row.validity, row.expiry_date) == (found.judgement.status, found.last_day)
    assert differing_records() == ()
    return found


def test_a_document_is_stopped_and_applied_again_from_the_days_of_the_decisions() -> None:
    document_id = document()
    suspend_document(order(), document_id, EFFECT)
    resume_document(order(), document_id, changed(EFFECT, begin_date=date(2026, 3, 9)))
    assert not life(document_id, DECISION - ONE_DAY).is_suspended
    assert life(document_id, DECISION).is_suspended
    assert life(document_id, date(2026, 3, 8)).is_suspended
    assert not life(document_id, date(2026, 3, 9)).is_suspended
    assert life(document_id, DECISION).judgement.status is ValidityStatus.EFFECTIVE


def test_only_the_clauses_named_are_stopped_and_resumed() -> None:
    document_id = document()
    suspend_document(order(), document_id, EFFECT, ("第八条", " 第九条 ", "第八条", ""))
    assert life(document_id).suspended_clauses == ("第八条", "第九条")
    resume_document(order(), document_id, changed(EFFECT, begin_date=TODAY), ("第九条",))
    assert life(document_id).suspended_clauses == ("第八条",)


def test_what_is_stopped_is_not_stopped_again() -> None:
    document_id = document()
    suspend_document(order(), document_id, EFFECT, ("第八条",))
    with pytest.raises(AlreadySuspendedError):
        suspend_document(order(), document_id, EFFECT, ("第八条", "第九条"))
    # The rest of it can still be stopped, and then nothing is left to stop.
    suspend_document(order(), document_id, EFFECT)
    with pytest.raises(AlreadySuspendedError):
        suspend_document(order(), document_id, EFFECT, ("第九条",))


def test_what_is_not_stopped_is_not_resumed() -> None:
    document_id = document()
    with pytest.raises(NotSuspendedError):
        resume_document(order(), document_id, EFFECT)
    suspend_document(order(), document_id, EFFECT, ("第八条",))
    later = changed(EFFECT, begin_date=TODAY)
    with pytest.raises(NotSuspendedError, match="第九条"):
        resume_document(order(), document_id, later, ("第八条", "第九条"))
    with pytest.raises(NotSuspendedError):
        resume_document(order(), document_id, EFFECT, ("第八条",))


def test_a_clause_of_a_document_stopped_as_a_whole_is_not_resumed_alone() -> None:
    document_id = document()
    suspend_document(order(), document_id, EFFECT)
    with pytest.raises(WholeSuspendedError):
        resume_document(order(), document_id, changed(EFFECT, begin_date=TODAY), ("第八条",))


@pytest.mark.parametrize(
    ("term", "last_day"),
    [(TWO_YEARS, date(2030, 3, 31)), (until(date(2029, 6, 30)), date(2029, 6, 30))],
)
def test_an_extension_adds_to_the_last_day_there_was(term: ValidityTerm, last_day: date) -> None:
    document_id = document()
    extend_validity(order(), document_id, Prolongation(EFFECT, term))
    assert life(document_id).last_day == last_day
    assert life(document_id, LAST_DAY + ONE_DAY).judgement.status is ValidityStatus.EFFECTIVE
    assert life(document_id, last_day + ONE_DAY).judgement.status is ValidityStatus.LAPSED


def test_an_extension_that_shortens_is_refused_until_somebody_says_that_it_is_meant() -> None:
    document_id = document()
    shorter = Prolongation(EFFECT, until(date(2027, 1, 31)))
    with pytest.raises(ShortensValidityError):
        extend_validity(order(), document_id, shorter)
    assert life(document_id).last_day == LAST_DAY
    meant = changed(shorter, allowance=Allowance(may_shorten=True))
    extend_validity(order(), document_id, meant)
    assert life(document_id).last_day == date(2027, 1, 31)


def test_a_document_without_end_is_not_given_one_by_an_extension_unseen() -> None:
    document_id = document(validity_term=ValidityTerm(ValidityTermKind.PERMANENT))
    with pytest.raises(ShortensValidityError):
        extend_validity(order(), document_id, Prolongation(EFFECT, TWO_YEARS))


def test_a_shortening_to_a_day_before_the_decision_is_refused_even_if_meant() -> None:
    past = Prolongation(EFFECT, until(DECISION - ONE_DAY), Allowance(may_shorten=True))
    with pytest.raises(NoFurtherDayError):
        extend_validity(order(), document(), past)


@pytest.mark.parametrize(
    "term", [None, ValidityTerm(ValidityTermKind.YEARS), ValidityTerm(ValidityTermKind.UNTIL_DATE)]
)
def test_an_extension_says_how_long(term: ValidityTerm | None) -> None:
    with pytest.raises(TermMissingError):
        extend_validity(order(), document(), Prolongation(EFFECT, term))


def test_a_continuation_that_gives_no_further_day_is_refused() -> None:
    # Hunan counts what a cleanup keeps from the beginning.
    document_id = document()
    with pytest.raises(NoFurtherDayError) as refusal:
        continue_validity(order(), document_id, Prolongation(EFFECT))
    assert refusal.value.values["clock"] is ContinuedClock.ORIGINAL
    # A longer term, from the beginning too, does give days.
    eight_years = ValidityTerm(ValidityTermKind.YEARS, 8)
    continue_validity(order(), document_id, Prolongation(EFFECT, eight_years))
    assert life(document_id).last_day == date(2031, 3, 31)


def test_a_document_without_end_is_continued_as_it_is() -> None:
    document_id = document(validity_term=ValidityTerm(ValidityTermKind.PERMANENT))
    continue_validity(order(), document_id, Prolongation(EFFECT))
    assert life(document_id).last_day is None


@pytest.mark.parametrize(
    ("facts", "refusal"),
    [
        ({"validity_term": until(date(2025, 12, 31))}, DocumentLapsedError),
        ({"effective_date": date(2026, 5, 1)}, NotStartedError),
        ({"published_date": None, "effective_date": None}, EffectUnknownError),
    ],
)
def test_what_is_not_in_force_on_the_day_is_neither_stopped_nor_extended(
    facts: dict[str, Any], refusal: type[Exception]
) -> None:
    document_id = document(**facts)
    with pytest.raises(refusal):
        suspend_document(order(), document_id, EFFECT)
    with pytest.raises(refusal):
        extend_validity(order(), document_id, Prolongation(EFFECT, until(date(2033, 1, 1))))


def test_a_lapsed_document_is_not_continued_but_one_that_had_been_decided_in_time_is() -> None:
    document_id = document(validity_term=until(date(2026, 1, 31)))
    longer = Prolongation(EFFECT, until(date(2030, 1, 31)))
    with pytest.raises(DocumentLapsedError):
        continue_validity(order(), document_id, longer)
    in_time = changed(longer, effect=changed(EFFECT, begin_date=date(2026, 1, 30)))
    continue_validity(order(), document_id, in_time)
    assert life(document_id).judgement.status is ValidityStatus.EFFECTIVE


def test_an_ended_document_stays_ended() -> None:
    document_id = document()
    end_document(order(), document_id, EndingKind.REPEALED, EFFECT)
    later = changed(EFFECT, begin_date=TODAY)
    for attempt in (suspend_document, record_task_done):
        with pytest.raises(DocumentEndedError):
            attempt(order(), document_id, later)
    with pytest.raises(DocumentEndedError):
        continue_validity(order(), document_id, Prolongation(later, until(date(2033, 1, 1))))


def test_a_document_until_a_task_is_done_lapses_on_the_day_it_is_done() -> None:
    document_id = document(validity_term=UNTIL_TASK)
    record_task_done(order(), document_id, EFFECT)
    assert life(document_id, DECISION - ONE_DAY).judgement.status is ValidityStatus.EFFECTIVE
    assert life(document_id, DECISION).judgement.status is ValidityStatus.LAPSED
    with pytest.raises(DocumentEndedError):
        record_task_done(order(), document_id, EFFECT)
    with pytest.raises(DocumentEndedError):
        end_document(order(), document_id, EndingKind.REPEALED, EFFECT)


def test_a_task_is_not_done_in_the_future_or_where_there_is_none() -> None:
    with pytest.raises(NoTaskTermError):
        record_task_done(order(), document(), EFFECT)
    tomorrow = changed(EFFECT, begin_date=TODAY + ONE_DAY)
    with pytest.raises(FutureDateError):
        record_task_done(order(), document(2, validity_term=UNTIL_TASK), tomorrow)


def test_an_event_needs_a_reason_a_document_and_a_person_who_may() -> None:
    document_id = document()
    with pytest.raises(FieldEmptyError):
        suspend_document(order(), document_id, changed(EFFECT, reason=" "))
    with pytest.raises(RecordMissingError):
        suspend_document(order(), 4711, EFFECT)
    with pytest.raises(RecordMissingError):
        suspend_document(order(), document_id, changed(EFFECT, caused_by_id=4711))
    with pytest.raises(NotPermittedError):
        suspend_document(order(REVIEWER), document_id, EFFECT)
    assert life(document_id).events == ()


def test_the_trail_tells_what_happened_with_its_term_and_reason() -> None:
    document_id = document()
    extend_validity(order(), document_id, Prolongation(EFFECT, TWO_YEARS))
    line = trail_of("document", document_id)[-1]
    assert line.act is ActName.EXTEND_VALIDITY
    assert line.facts["reason"] == EFFECT.reason
    event = line.facts["event"]
    assert isinstance(event, dict)
    assert (event["kind"], event["term"]["amount"]) == ("extended", 2)


@act(ActName.CONTINUE_VALIDITY)
def keep_all(deed: Deed, document_ids: tuple[int, ...], effect: Effect) -> int:
    """Keep many documents by one decision, as a cleanup does."""
    event = continuation(Prolongation(effect))
    record = EventRecord(event, effect.reason)
    record_events(deed, [(one, record) for one in document_ids], Allowance(may_keep_last_day=True))
    return len(document_ids)


def test_a_cleanup_keeps_many_documents_in_one_act_and_their_last_days_stand() -> None:
    ids = (document(1), document(2))
    keep_all(order(), ids, EFFECT)
    for document_id in ids:
        kept = life(document_id)
        assert kept.last_day == LAST_DAY
        assert [row.event.kind.value for row in kept.events] == ["continued"]


def test_of_many_documents_all_are_kept_or_none() -> None:
    standing, ended = document(1), document(2)
    end_document(order(), ended, EndingKind.REPEALED, EFFECT)
    with pytest.raises(DocumentEndedError):
        keep_all(order(), (standing, ended), EFFECT)
    assert life(standing).events == ()
