"""Documents in force and the steps before the end of their terms that are still to be done."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from peewee import Select, fn

from models.calendars import load_calendar
from models.domain.lifecycle import MakingState
from models.domain.profile import Profile
from models.domain.records import Origin
from models.domain.terms import ValidityStatus
from models.domain.validity_ladder import (
    LadderDate,
    LadderStep,
    in_order,
    ladder_of,
    ladder_rules,
    latest_expiry,
)
from models.queries.documents import with_status_on
from models.queries.ladder_steps import NOTHING_KNOWN, Reply, known_steps
from models.queries.tuples import tuples_of
from models.tables.documents import Document


@dataclass(frozen=True)
class LadderRow:
    """A step of a document that is not done.

    Attributes:
        unit: The unit that drafted the document, else the body that issued it.
        reply: What the unit answered for this term, if it did.
        found: When it is due, and how that was found.
        also_overdue: Later steps whose day has passed as well; a document's overdue steps are
            one row.
    """

    document_id: int
    title: str
    document_number: str
    unified_number: str
    unit: str
    reply: Reply | None
    found: LadderDate
    also_overdue: tuple[LadderStep, ...] = ()


def ladder_rows(profile: Profile, today: date, until: date) -> tuple[LadderRow, ...]:
    """Return the open steps that are overdue today, or due until a day, by due date.

    Only documents of the office's own register that are in force today and whose term ends.
    """
    rules = ladder_rules(profile)
    calendar = load_calendar()
    ladders: dict[date, tuple[LadderDate, ...]] = {}
    known = known_steps(today)
    rows: list[LadderRow] = []
    for document_id, title, number, unified, unit, expiry in tuples_of(
        _ending(today, latest_expiry(until, rules))
    ):
        if expiry not in ladders:
            ladders[expiry] = ladder_of(expiry, rules, calendar)
        steps = known.get(document_id, NOTHING_KNOWN)
        open_ones = [one for one in steps.still_open(ladders[expiry]) if one.due_date <= until]
        facts = (document_id, title, number or "", unified or "", unit, steps.reply_for(expiry))
        rows.extend(_rows(facts, in_order(open_ones), today))
    return tuple(sorted(rows, key=_order))


def _rows(
    facts: tuple[int, str, str, str, str, Reply | None],
    open_ones: tuple[LadderDate, ...],
    today: date,
) -> Iterator[LadderRow]:
    overdue = [one for one in open_ones if one.due_date < today]
    if overdue:
        yield LadderRow(*facts, overdue[0], tuple(one.step for one in overdue[1:]))
    for one in open_ones[len(overdue) :]:
        yield LadderRow(*facts, one)


def _ending(first: date, last: date) -> Select:
    in_force = frozenset(one for one in ValidityStatus if one.is_in_force)
    return Document.select(
        Document.id,
        Document.title,
        Document.document_number,
        Document.unified_number,
        fn.COALESCE(fn.NULLIF(Document.drafting_unit, ""), Document.issuing_body_name),
        Document.expiry_date,
    ).where(
        Document.origin.in_([Origin.OWN, Origin.HISTORIC]),
        Document.making_state != MakingState.NOT_REGISTERED,
        Document.expiry_date.between(first, last),
        with_status_on(first, in_force),
    )


def _order(row: LadderRow) -> tuple[Any, ...]:
    return row.found.due_date, row.unit, row.document_id
