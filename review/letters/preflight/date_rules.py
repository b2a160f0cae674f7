"""Rules about days: none too early, too late, on a rest day, or other than the clock says."""

from collections.abc import Iterator
from datetime import date

from models.domain.calendar import Term, deadline
from resources.terms import name_of
from review.letters.preflight.case import Case
from review.letters.preflight.findings import Finding, found
from review.letters.preflight.rule_table import ClockRule, rule_table


def future_dates(case: Case) -> Iterator[Finding]:
    """What is told as done has been done."""
    allowed = rule_table().future_dates
    for one in case.values:
        if isinstance(one.value, date) and one.identifier not in allowed and one.value > case.today:
            yield found("future", one.place, field=one.name, day=one.value)


def dates_out_of_order(case: Case) -> Iterator[Finding]:
    """A fact does not lie before the one it follows."""
    for pair in rule_table().order:
        earlier, later = case.day(pair.earlier), case.day(pair.later)
        if earlier is not None and later is not None and later < earlier:
            yield found(
                "order",
                pair.later,
                field=case.name_of(pair.later),
                day=later,
                other=case.name_of(pair.earlier),
                other_day=earlier,
            )


def limits_past(case: Case) -> Iterator[Finding]:
    """A limit that is set to somebody lies ahead."""
    for identifier in sorted(rule_table().limit_dates):
        day = case.day(identifier)
        if day is not None and day < case.today:
            yield found("limit_past", identifier, field=case.name_of(identifier), day=day)


def rest_days(case: Case) -> Iterator[Finding]:
    """An office dates its letters on a day it works, and sets no limit on one it does not."""
    limits = rule_table().limit_dates | {rule.due for rule in _clocks(case)}
    for identifier in ("letter_date", *sorted(limits)):
        day = case.day(identifier)
        if day is not None and not case.calendar.is_working_day(day):
            yield found("rest_day", identifier, field=case.name_of(identifier), day=day)


def due_dates(case: Case) -> Iterator[Finding]:
    """A last day is the one that the profile's clock gives."""
    for rule in _clocks(case):
        due, start, term = case.day(rule.due), case.day(rule.start), _term(case, rule)
        if due is None or start is None or term is None:
            continue
        right = deadline(
            rule.start,
            start,
            term,
            case.calendar,
            rolls_over_holidays=case.profile.rolls_over_holidays,
        ).due_date
        if right != due:
            yield found(
                "clock",
                rule.due,
                field=case.name_of(rule.due),
                day=due,
                other_day=right,
                other=case.name_of(rule.start),
            )


def stated_days(case: Case) -> Iterator[Finding]:
    """A length of time is the one of the rules in force."""
    for rule in _clocks(case):
        stated, term = case.of(rule.days), _term(case, rule)
        if stated is not None and term is not None and stated.value != term.amount:
            yield found(
                "days",
                rule.days,
                field=stated.name,
                value=stated.value,
                other=f"{term.amount}{name_of(term.unit)}",
            )


def days_left(case: Case) -> Iterator[Finding]:
    """The days left to an expiry are those between the letter and it."""
    letter_date = case.letter.letter_date
    expiries = {
        one.place.rpartition(".")[0]: one.value
        for one in case.values
        if one.identifier == "expiry_date" and isinstance(one.value, date)
    }
    for one in case.values:
        expiry = expiries.get(one.place.rpartition(".")[0])
        if one.identifier != "days_left" or expiry is None:
            continue
        right = (expiry - letter_date).days
        if one.value != right:
            yield found("days_left", one.place, field=one.name, value=one.value, other=right)


def timeliness(case: Case) -> Iterator[Finding]:
    """In time means within the days the rule allows, or moved there by a rest day."""
    used, limit, in_time = (case.of(name) for name in ("days_used", "limit_days", "is_in_time"))
    if used is None or limit is None or in_time is None:
        return
    if isinstance(used.value, int) and isinstance(limit.value, int):
        is_within = used.value <= limit.value
        if is_within and in_time.value is False:
            yield found("late", "is_in_time", value=used.value, other=limit.value)


def _clocks(case: Case) -> tuple[ClockRule, ...]:
    return tuple(rule for rule in rule_table().clock if case.kind_id in rule.kinds)


def _term(case: Case, rule: ClockRule) -> Term | None:
    value: object = getattr(case.profile, rule.term).value
    return value if isinstance(value, Term) else None
