"""Whatever is recorded of a document, in whatever order: what holds of its life in the register."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count, pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.acts.change_setting import change_settings
from models.acts.document_effects import end_document, record_amendment
from models.acts.life_events import Effect
from models.acts.register_document import register_historic_document
from models.acts.validity_acts import (
    Prolongation,
    continue_validity,
    extend_validity,
    record_task_done,
    resume_document,
    suspend_document,
)
from models.domain.records import DuplicateHandling
from models.domain.terms import ValidityStatus
from models.domain.validity import EndingKind, ValidityTerm, ValidityTermKind
from models.domain.validity_events import ValidityEventKind
from models.domain.validity_plan import Allowance
from models.errors import InputError, RuleError
from models.queries.day_catalogue import CatalogueFilter, catalogue_entries, catalogue_ids
from models.queries.document_page import document_life
from models.queries.documents import document_rows
from models.queries.lives import DocumentLife
from models.queries.record_check import differing_records
from models.queries.validity_table import validity_table
from models.register import Register
from models.settings import SettingKey
from tests.models.office import ADMINISTRATOR, add_body, another, changed, order, parking_measures

START = date(2019, 1, 31)
LAST = date(2030, 12, 31)
ONE_DAY = timedelta(days=1)
NUMBERS = count(1)
REASON = "云政函〔2026〕5号"
PROLONGING = (ValidityEventKind.EXTENDED, ValidityEventKind.CONTINUED)

DAYS = st.dates(START, LAST)
TERMS = st.one_of(
    st.builds(ValidityTerm, st.just(ValidityTermKind.YEARS), st.integers(1, 6)),
    st.builds(ValidityTerm, st.just(ValidityTermKind.MONTHS), st.integers(1, 30)),
    st.builds(ValidityTerm, st.just(ValidityTermKind.UNTIL_DATE), until_date=DAYS),
    st.just(ValidityTerm(ValidityTermKind.PERMANENT)),
    st.just(ValidityTerm(ValidityTermKind.UNTIL_TASK_DONE)),
)
CLAUSES = st.sets(st.sampled_from(["第三条", "第八条", "第九条"])).map(
    lambda one: tuple(sorted(one))
)


@dataclass(frozen=True)
class Step:
    """An attempt to record something of a document."""

    kind: ValidityEventKind
    day: date
    clauses: tuple[str, ...]
    term: ValidityTerm | None
    may_shorten: bool

    def take(self, document_id: int) -> bool:
        """Try it, and tell whether the register took it."""
        effect = Effect(self.day, REASON)
        longer = Prolongation(effect, self.term, Allowance(may_shorten=self.may_shorten))
        try:
            match self.kind:
                case ValidityEventKind.SUSPENDED:
                    suspend_document(order(), document_id, effect, self.clauses)
                case ValidityEventKind.RESUMED:
                    resume_document(order(), document_id, effect, self.clauses)
                case ValidityEventKind.EXTENDED:
                    extend_validity(order(), document_id, longer)
                case ValidityEventKind.CONTINUED:
                    continue_validity(order(), document_id, longer)
                case ValidityEventKind.TASK_DONE:
                    record_task_done(order(), document_id, effect)
                case ValidityEventKind.AMENDED:
                    record_amendment(order(), document_id, effect)
                case _:
                    end_document(order(), document_id, EndingKind(self.kind.value), effect)
        except (InputError, RuleError):
            return False
        return True


KINDS = st.sampled_from([kind for kind in ValidityEventKind if kind != ValidityEventKind.RENEWED])
STEPS = st.lists(
    st.builds(Step, KINDS, DAYS, CLAUSES, st.none() | TERMS, st.booleans()), max_size=5
)
EXAMPLES = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@pytest.fixture(params=["hunan", "shandong_jimo"])
def body_id(request: pytest.FixtureRequest, register: Register) -> int:
    """Return a body in an office whose rules keep the clock, and in one that starts it anew."""
    assert register.folder.exists()
    change_settings(order(ADMINISTRATOR), {SettingKey.PROFILE: request.param})
    return add_body()


def record(body_id: int, term: ValidityTerm | None) -> int:
    """Record one more document, in force from START."""
    entry = changed(
        another(parking_measures(body_id), next(NUMBERS)),
        adopted_date=None,
        published_date=START,
        effective_date=START,
        validity_term=term,
    )
    handling = DuplicateHandling.REGISTER_ALL_THE_SAME
    return register_historic_document(order(), entry, handling)


def life(document_id: int) -> DocumentLife:
    """Return the life of a document."""
    return document_life(document_id, START)


def status(life_of_it: DocumentLife, day: date) -> ValidityStatus:
    """Return the status that a life has on a day."""
    return next(
        one.status
        for one in life_of_it.stretches
        if one.first_day <= day and (one.last_day is None or day <= one.last_day)
    )


def ends_earlier(before: date | None, after: date | None) -> bool:
    """Tell whether a last day came nearer; no last day is the farthest."""
    return after is not None and (before is None or after < before)


@EXAMPLES
@given(term=st.none() | TERMS, steps=STEPS)
def test_nothing_but_an_ending_brings_the_last_day_nearer_unless_it_was_meant(
    body_id: int, term: ValidityTerm | None, steps: list[Step]
) -> None:
    document_id = record(body_id, term)
    for step in steps:
        before = life(document_id).last_day
        if not step.take(document_id) or step.kind.is_ending:
            continue
        after = life(document_id).last_day
        if step.kind not in PROLONGING:
            assert after == before
        elif ends_earlier(before, after):
            assert step.may_shorten


@EXAMPLES
@given(term=st.none() | TERMS, steps=STEPS)
def test_what_is_recorded_changes_no_day_before_its_own(
    body_id: int, term: ValidityTerm | None, steps: list[Step]
) -> None:
    document_id = record(body_id, term)
    for step in steps:
        before = life(document_id)
        if not step.take(document_id):
            continue
        after = life(document_id)
        changes = {one.first_day for one in (*before.stretches, *after.stretches)} - {date.min}
        days = {START, *changes, *(day - ONE_DAY for day in changes), step.day - ONE_DAY}
        for day in days:
            if day < step.day:
                assert status(after, day) is status(before, day)


@EXAMPLES
@given(term=st.none() | TERMS, steps=STEPS)
def test_the_status_changes_on_days_of_events_and_after_a_last_day_only(
    body_id: int, term: ValidityTerm | None, steps: list[Step]
) -> None:
    document_id = record(body_id, term)
    last_days = [life(document_id).last_day]
    event_days = [START]
    for step in steps:
        if step.take(document_id):
            event_days.append(step.day)
            last_days.append(life(document_id).last_day)
    lived = life(document_id)
    allowed = {*event_days, *(day + ONE_DAY for day in last_days if day is not None)}
    assert {one.first_day for one in lived.stretches} <= {date.min, *allowed}
    for one, following in pairwise(lived.stretches):
        assert one.last_day is not None
        assert one.last_day + ONE_DAY == following.first_day


@EXAMPLES
@given(term=st.none() | TERMS, steps=STEPS, day=DAYS)
def test_every_answer_about_a_day_is_the_same_and_the_trail_agrees(
    body_id: int, term: ValidityTerm | None, steps: list[Step], day: date
) -> None:
    document_id = record(body_id, term)
    for step in steps:
        step.take(document_id)
    asked = document_life(document_id, day)
    listed = next(row for row in validity_table(day) if row.id == document_id)
    title = document_rows([document_id], day)[0].title
    assert asked.judgement.status is status(asked, day)
    assert document_rows([document_id], day)[0].validity is asked.judgement.status
    assert listed.validity is asked.judgement.status
    assert (listed.is_suspended, listed.suspended_clauses) == (
        asked.is_suspended,
        asked.suspended_clauses,
    )
    statuses = frozenset(one for one in ValidityStatus if one.is_in_force)
    ids = catalogue_ids(CatalogueFilter(day, statuses=statuses))
    in_force = {row.title: row.last_day for row in catalogue_entries(ids, day)}
    assert (title in in_force) is asked.judgement.status.is_in_force
    # The last day of then was not behind the day, whatever came later.
    last_day = in_force.get(title)
    assert last_day is None or last_day >= day
    assert [one.record_id for one in differing_records() if one.record_id == document_id] == []
