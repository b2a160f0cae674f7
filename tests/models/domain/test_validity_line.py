"""The life of a document: a table of cases worked out by hand, and what holds for every life."""

import tomllib
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.domain.profile import ContinuedClock, SilentValidity, YearRange
from models.domain.terms import ValidityStatus
from models.domain.validity import ValidityReason, ValidityTerm, ValidityTermKind
from models.domain.validity_events import (
    ValidityEvent,
    ValidityEventKind,
    ValidityFacts,
    ValidityRules,
)
from models.domain.validity_line import LineStepKind, ValidityLine, validity_line
from models.profiles import load_profile
from models.validity_derivations import explain_line
from resources.terms import name_of

TABLE = tomllib.loads(Path(__file__).with_name("validity_cases.toml").read_text(encoding="utf-8"))
EVENTS = {name_of(kind): kind for kind in ValidityEventKind}
CLOCKS = {"重新": ContinuedClock.RESTART, "原起算": ContinuedClock.ORIGINAL}
WHOLE = "整件"
ONE_DAY = timedelta(days=1)


def day_of(text: str | None) -> date | None:
    """Read a day; an empty text is none."""
    return date.fromisoformat(text) if text else None


def term_of(text: str) -> ValidityTerm | None:
    """Read the short form of a term."""
    match text:
        case "":
            return None
        case "长期":
            return ValidityTerm(ValidityTermKind.PERMANENT)
        case "任务":
            return ValidityTerm(ValidityTermKind.UNTIL_TASK_DONE)
    if text.startswith("至"):
        return ValidityTerm(ValidityTermKind.UNTIL_DATE, until_date=day_of(text[1:]))
    if text.endswith("个月"):
        return ValidityTerm(ValidityTermKind.MONTHS, int(text[:-2]))
    return ValidityTerm(ValidityTermKind.YEARS, int(text[:-1]))


def event_of(text: str) -> ValidityEvent:
    """Read an event: its day, its kind, then clauses, a term and a clock in any order."""
    day, kind, *more = text.split()
    clauses = tuple(word for word in more if word.startswith("第"))
    clock = next((CLOCKS[word] for word in more if word in CLOCKS), None)
    terms = [word for word in more if word not in CLOCKS and word not in clauses]
    term = term_of(terms[0]) if terms else None
    return ValidityEvent(EVENTS[kind], date.fromisoformat(day), clauses, term, clock)


def rules_of(profile_id: str) -> ValidityRules:
    """Return the rules of a profile on the shelf."""
    return ValidityRules.of(load_profile(profile_id))


def line_of(case: dict[str, Any]) -> ValidityLine:
    """Draw the line of a case."""
    facts = ValidityFacts(
        published_date=day_of(case.get("published")),
        effective_date=day_of(case.get("effective")),
        is_published=case.get("is_published", True),
        term=term_of(case.get("term", "")),
        is_trial=case.get("is_trial", False),
        is_public_notice=case.get("is_public_notice", False),
        is_repeal_only=case.get("is_repeal_only", False),
        events=tuple(map(event_of, case.get("events", ()))),
    )
    return validity_line(facts, rules_of(case.get("rules", "national")))


def told(line: ValidityLine, day: date) -> str:
    """Say the status of a day as the table does."""
    stopped = [clause for one in line.suspended_on(day) for clause in one.clauses or (WHOLE,)]
    return name_of(line.on(day).status) + (f"（{'、'.join(stopped)}）" if stopped else "")


@pytest.mark.parametrize(("effective", "term", "last", "other"), TABLE["terms"])
def test_a_term_ends_as_worked_out_by_hand(
    effective: str, term: str, last: str, other: str
) -> None:
    line = line_of({"effective": effective, "term": term})

    assert (line.last_day, line.other_last_day) == (day_of(last), day_of(other))
    assert told(line, date.fromisoformat(effective)) == "有效"
    assert told(line, date.fromisoformat(effective) - ONE_DAY) == "尚未施行"
    if line.last_day is not None:
        assert told(line, line.last_day) == "有效"
        assert told(line, line.last_day + ONE_DAY) == "已失效"


@pytest.mark.parametrize(
    ("case", "day", "expected"),
    [
        pytest.param(case, *status.split(), id=f"{case['name']}-{status.split()[0]}")
        for case in TABLE["case"]
        for status in case["status"]
    ],
)
def test_the_status_of_a_day_is_as_worked_out_by_hand(
    case: dict[str, Any], day: str, expected: str
) -> None:
    assert told(line_of(case), date.fromisoformat(day)) == expected


@pytest.mark.parametrize("case", TABLE["case"], ids=lambda case: case["name"])
def test_the_last_day_and_the_telling_steps_are_as_worked_out_by_hand(
    case: dict[str, Any],
) -> None:
    line = line_of(case)

    assert line.last_day == day_of(case.get("last_day"))
    if "other" in case:
        assert line.other_last_day == day_of(case["other"])
    assert set(case.get("steps", ())) <= {step.kind.value for step in line.steps}


def test_the_table_has_its_hundred_and_fifty_cases() -> None:
    assert len(TABLE["terms"]) + sum(len(case["status"]) for case in TABLE["case"]) >= 150


@pytest.mark.parametrize("kind", LineStepKind, ids=lambda kind: kind.value)
def test_every_step_is_told_in_words_without_gaps(kind: LineStepKind) -> None:
    lines = [line_of(case) for case in TABLE["case"]]
    sentences = [
        sentence
        for line in lines
        for step, sentence in zip(line.steps, explain_line(line, "有效期五年"), strict=True)
        if step.kind is kind
    ]

    assert sentences
    assert not any("{" in sentence or "None" in sentence for sentence in sentences)


@pytest.mark.parametrize(
    ("case", "day", "reason", "decisive"),
    [
        ({"term": "5年"}, "2025-12-31", ValidityReason.BEFORE_EFFECTIVE_DATE, "2026-01-01"),
        ({"term": "5年"}, "2026-01-01", ValidityReason.IN_TERM, "2030-12-31"),
        ({"term": "5年"}, "2031-01-01", ValidityReason.TERM_OVER, "2030-12-31"),
        ({"term": "长期"}, "2031-01-01", ValidityReason.WITHOUT_EXPIRY, "2026-01-01"),
        ({"events": ["2028-06-01 废止"]}, "2028-06-02", ValidityReason.REPEALED, "2028-06-01"),
        ({"events": ["2028-06-01 撤销"]}, "2028-06-02", ValidityReason.REVOKED, "2028-06-01"),
        ({"is_published": False}, "2028-06-02", ValidityReason.NOT_PUBLISHED, ""),
        ({"effective": ""}, "2028-06-02", ValidityReason.EFFECTIVE_DATE_MISSING, ""),
    ],
)
def test_a_judgement_names_its_reason_and_the_day_that_decides(
    case: dict[str, Any], day: str, reason: ValidityReason, decisive: str
) -> None:
    judgement = line_of({"effective": "2026-01-01", **case}).judgement_on(date.fromisoformat(day))

    assert (judgement.reason, judgement.decisive_date) == (reason, day_of(decisive))


DAYS = st.dates(date(2000, 1, 1), date(2060, 12, 31))
TERMS = st.one_of(
    st.none(),
    st.builds(ValidityTerm, st.just(ValidityTermKind.YEARS), st.integers(1, 12)),
    st.builds(ValidityTerm, st.just(ValidityTermKind.MONTHS), st.integers(1, 60)),
    st.builds(ValidityTerm, st.just(ValidityTermKind.UNTIL_DATE), st.just(0), DAYS),
    st.just(ValidityTerm(ValidityTermKind.PERMANENT)),
    st.just(ValidityTerm(ValidityTermKind.UNTIL_TASK_DONE)),
)
CLAUSES = st.sampled_from([(), ("第三条",), ("第三条", "第八条")])
LIFE_EVENTS = st.builds(
    ValidityEvent,
    st.sampled_from(ValidityEventKind),
    DAYS,
    CLAUSES,
    TERMS,
    st.sampled_from([None, *ContinuedClock]),
)
FACTS = st.builds(
    ValidityFacts,
    published_date=st.none() | DAYS,
    effective_date=st.none() | DAYS,
    is_published=st.booleans(),
    term=TERMS,
    is_trial=st.booleans(),
    is_public_notice=st.booleans(),
    is_repeal_only=st.booleans(),
    events=st.lists(LIFE_EVENTS, max_size=6).map(tuple),
)
RULES = st.builds(
    ValidityRules,
    st.sampled_from(SilentValidity),
    *[st.none() | st.builds(YearRange, st.just(1), st.integers(1, 8))] * 3,
    st.booleans(),
    st.sampled_from(ContinuedClock),
)


@given(FACTS, RULES)
def test_every_day_has_one_status_and_no_day_is_left_out(
    facts: ValidityFacts, rules: ValidityRules
) -> None:
    stretches = validity_line(facts, rules).stretches

    assert stretches[0].first_day == date.min
    assert stretches[-1].last_day is None
    for one, following in pairwise(stretches):
        assert one.last_day is not None
        assert one.last_day + ONE_DAY == following.first_day


@given(FACTS, RULES)
def test_a_status_changes_on_the_day_of_an_event_of_effect_or_after_a_term_only(
    facts: ValidityFacts, rules: ValidityRules
) -> None:
    line = validity_line(facts, rules)
    known: set[date | None] = {event.begin_date for event in facts.events}
    known |= {facts.effective_date, facts.published_date}
    lapses = {step.to_date for step in line.steps if step.kind is LineStepKind.LAPSED}

    changes = {stretch.first_day for stretch in line.stretches[1:]}
    assert changes <= known | lapses


@given(FACTS, RULES)
def test_nothing_lives_again_after_it_was_ended(facts: ValidityFacts, rules: ValidityRules) -> None:
    line = validity_line(facts, rules)
    ended = [event.begin_date for event in facts.events if event.kind.is_ending]
    real = [day for day in ended if not line.on(day).status.is_in_force]

    assert sorted(real) == sorted(ended)
    for day in ended:
        started = line.on(day).status is not ValidityStatus.NOT_YET_EFFECTIVE
        later = [one for one in line.stretches if one.first_day > day]
        is_task = any(
            event.begin_date == day and event.kind is ValidityEventKind.TASK_DONE
            for event in facts.events
        )
        if started and not is_task:
            assert not any(one.status.is_in_force for one in later)


@given(FACTS, RULES)
def test_a_term_that_becomes_shorter_is_told(facts: ValidityFacts, rules: ValidityRules) -> None:
    line = validity_line(facts, rules)

    for step in line.steps:
        if step.kind is LineStepKind.TERM_CHANGED and step.from_date and step.to_date:
            assert step.to_date > step.from_date
        if step.kind is LineStepKind.TERM_SHORTENED:
            assert step.to_date is not None


@given(FACTS, RULES, DAYS)
def test_the_answer_for_a_day_does_not_depend_on_later_events(
    facts: ValidityFacts, rules: ValidityRules, day: date
) -> None:
    known_then = tuple(event for event in facts.events if event.begin_date <= day)
    then = validity_line(replace(facts, events=known_then), rules)
    today = validity_line(facts, rules)

    assert then.on(day).status is today.on(day).status
    assert bool(then.suspended_on(day)) is bool(today.suspended_on(day))
