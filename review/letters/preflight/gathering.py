"""Gather what the rules of the pre-flight judge a proposed letter by."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from datetime import date
from functools import cache

from models.calendars import load_calendar
from models.domain.calendar import WorkingDayCalendar
from models.domain.profile import Profile
from models.domain.terms import LetterSeries
from models.queries.bodies import issuing_bodies
from models.queries.letter_facts import (
    LetterSubject,
    copied_facts,
    standing_letters,
    taken_number,
    titles_sharing_number,
)
from models.queries.office import office, profile
from review.letters.compose import compose
from review.letters.drafting.proposed_letter import ProposedLetter
from review.letters.kinds.base import NumberedLetter
from review.letters.letter_kinds import kind_of
from review.letters.preflight.asked import asked_fields
from review.letters.preflight.case import Case, EarlierLetter, RegisterFacts, Value
from review.letters.shipped_wording import shipped_text
from review.letters.wording_fields import Field, fields_of_kind
from review.letters.wording_in_force import wording_in_force
from review.letters.wording_parser import wording_from


def case_of(proposed: ProposedLetter, today: date) -> Case:
    """Return a proposed letter with everything it is judged by.

    Raises:
        WordingError: its template is not well formed or asks for what is not there.
    """
    wording = wording_in_force(kind_of(proposed.letter).kind_id).text
    rules = profile()
    return case_from(proposed.letter, today, rules, facts_about(proposed, today, rules), wording)


def case_from(
    letter: NumberedLetter,
    today: date,
    rules: Profile,
    facts: RegisterFacts,
    wording: str | None = None,
) -> Case:
    """Return a letter with what it is judged by, when that is known."""
    kind = kind_of(letter)
    fields = fields_of_kind(kind)
    text = shipped_text(kind.kind_id) if wording is None else wording
    return Case(
        kind_id=kind.kind_id,
        letter=letter,
        values=tuple(_values(asdict(letter), fields.values(), "")),
        asked=asked_fields(wording_from(text, kind.name), fields),
        model=compose(letter, wording=text),
        today=today,
        calendar=_calendar(),
        profile=rules,
        facts=facts,
    )


@cache
def _calendar() -> WorkingDayCalendar:
    """Return the calendar of the shelf, read once for all letters of a batch."""
    return load_calendar()


def facts_about(proposed: ProposedLetter, today: date, rules: Profile) -> RegisterFacts:
    """Return what the register knows that bears on a letter."""
    series = LetterSeries(proposed.kind)
    subject = LetterSubject(
        proposed.document_id, proposed.filing_id, proposed.review_id, proposed.document_ids
    )
    bodies = issuing_bodies()
    record = {} if proposed.document_id is None else copied_facts(proposed.document_id)
    number = str(getattr(proposed.letter, "document_number", ""))
    return RegisterFacts(
        bodies=frozenset(
            {body.name for body in bodies if body.ended_date is None}
            | {office().government_name}
            | {one.title for one in rules.outgoing_recipients.value}
        ),
        ended_bodies={body.name: body.successor_name for body in bodies if body.ended_date},
        record=record,
        sharing=titles_sharing_number(number, subject.documents),
        number_taken=taken_number(rules, series, today),
        earlier=tuple(
            EarlierLetter(one.letter_number, one.letter_date, one.addressee)
            for one in standing_letters(series, subject, proposed.letter.addressee)
        ),
    )


def _values(holder: Mapping[str, object], fields: Iterable[Field], prefix: str) -> Iterator[Value]:
    """Yield every value, rows one by one, texts of a list under the name of the list."""
    named = {field.identifier: field for field in fields}
    for identifier, value in holder.items():
        field = named.get(identifier)
        name = field.name if field is not None else identifier
        place = f"{prefix}{identifier}"
        yield Value(place, identifier, name, value)
        if isinstance(value, tuple | list):
            for position, part in enumerate(value):
                yield from _parts(part, field, Value(f"{place}[{position}]", identifier, name, ""))


def _parts(part: object, field: Field | None, at: Value) -> Iterator[Value]:
    if isinstance(part, Mapping):
        row = field.row.values() if field is not None else ()
        yield from _values(part, row, f"{at.place}.")
    else:
        yield Value(at.place, at.identifier, at.name, part)
