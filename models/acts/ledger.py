"""Draw a number from its series and write it into the ledger, inside an act."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from models.acts.performing import Deed
from models.acts.refusals import CounterBehindError, NoSchemeError, NumberTakenError
from models.domain.document_number import normalise
from models.domain.lifecycle import NumberState
from models.domain.number_grammar import (
    CounterRule,
    NumberFields,
    NumberScheme,
    render,
    scope_key,
)
from models.domain.profile import Profile
from models.domain.terms import LetterSeries, NumberKind
from models.tables.numbers import NumberCount, NumberCounter, NumberEntry


@dataclass(frozen=True)
class NumberSubject:
    """What a number is given to; exactly one is set, or none while a letter is being made."""

    document_id: int | None = None
    filing_id: int | None = None
    letter_id: int | None = None


@dataclass(frozen=True)
class DrawnNumber:
    """A number as it will be printed, and its line in the ledger."""

    entry_id: int
    printed: str


def scheme_in_force(
    profile: Profile, kind: NumberKind, day: date, series: LetterSeries | None = None
) -> NumberScheme:
    """Return the series under which new numbers of the kind are given on the day.

    Raises:
        NoSchemeError: the profile has none.
    """
    scheme = profile.scheme_for(kind, day, series)
    if scheme is None:
        raise NoSchemeError(kind=series or kind, profile=profile.name)
    return scheme


def draw_number(
    deed: Deed, scheme: NumberScheme, fields: NumberFields, subject: NumberSubject
) -> DrawnNumber:
    """Take the next count of every counter of the series and enter the number.

    Raises:
        NumberTakenError: the ledger has the number although the counter had not reached it.
        CounterBehindError: it is there because it was entered from the past.
    """
    scopes = {rule: scope_key(rule, fields) for rule in scheme.counters}
    counts = {rule.token.value: _next_count(scheme, rule, scopes[rule]) for rule in scheme.counters}
    printed = render(scheme, fields, counts)
    _refuse_taken(scheme, printed, counts)
    entry_id = enter_number(deed, scheme, printed, fields.year, subject, is_back_entry=False)
    for rule, scope in scopes.items():
        keep_count(entry_id, scheme, rule, scope, counts[rule.token.value])
        _advance(scheme, rule, scope, counts[rule.token.value])
    return DrawnNumber(entry_id, printed)


def enter_number(
    deed: Deed,
    scheme: NumberScheme,
    printed: str,
    year: int | None,
    subject: NumberSubject,
    *,
    is_back_entry: bool,
) -> int:
    """Write a line into the ledger and return its id."""
    return int(
        NumberEntry.insert(
            kind=scheme.kind,
            series=scheme.series or "",
            scheme_id=scheme.id,
            printed=printed,
            number_key=normalise(printed),
            number_year=year,
            state=NumberState.ALLOTTED,
            is_back_entry=is_back_entry,
            document=subject.document_id,
            filing=subject.filing_id,
            letter=subject.letter_id,
            allotted_date=deed.today,
            allotted_at=deed.at,
            allotted_by=deed.person_id,
        ).execute()
    )


def keep_count(
    entry_id: int, scheme: NumberScheme, rule: CounterRule, scope: str, count: int
) -> None:
    """Note which count of a scope a number has used."""
    NumberCount.insert(
        entry=entry_id, scheme_id=scheme.id, token=rule.token, scope=scope, count=count
    ).execute()


def _next_count(scheme: NumberScheme, rule: CounterRule, scope: str) -> int:
    counter = NumberCounter.get_or_none(*_counter_of(scheme, rule, scope))
    return rule.start if counter is None else max(rule.start, int(counter.last_count) + 1)


def _advance(scheme: NumberScheme, rule: CounterRule, scope: str, count: int) -> None:
    where = _counter_of(scheme, rule, scope)
    if not NumberCounter.update(last_count=count).where(*where).execute():
        NumberCounter.insert(
            scheme_id=scheme.id, token=rule.token, scope=scope, last_count=count
        ).execute()


def _counter_of(scheme: NumberScheme, rule: CounterRule, scope: str) -> tuple[object, ...]:
    return (
        NumberCounter.scheme_id == scheme.id,
        NumberCounter.token == rule.token,
        NumberCounter.scope == scope,
    )


def _refuse_taken(scheme: NumberScheme, printed: str, counts: Mapping[str, int]) -> None:
    taken = NumberEntry.get_or_none(
        NumberEntry.kind == scheme.kind, NumberEntry.number_key == normalise(printed)
    )
    if taken is None:
        return
    if taken.is_back_entry:
        raise CounterBehindError(number=printed, next_count=max(counts.values()))
    raise NumberTakenError(number=printed)
