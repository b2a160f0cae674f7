"""The life of a document as the register records it: facts, events, and the rules it is under."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from models.domain.profile import ContinuedClock
from models.domain.records import Origin
from models.domain.titles import only_ends_others
from models.domain.validity import ValidityTerm, ValidityTermKind
from models.domain.validity_events import (
    ValidityEvent,
    ValidityEventKind,
    ValidityFacts,
    ValidityRules,
)
from models.domain.validity_line import ValidityLine, validity_line
from models.domain.validity_plan import STRICT, Allowance, PlannedLife, plan_event
from models.kept_profiles import kept_profile
from models.tables.documents import Document
from models.tables.lives import LifeEvent

PUBLIC_NOTICE = "通告"

RulesOf = Callable[[str, str], ValidityRules]


@dataclass
class KnownRules:
    """The validity rules of profiles, each version read once."""

    _known: dict[tuple[str, str], ValidityRules]

    def __call__(self, profile_id: str, version: str) -> ValidityRules:
        """Return the rules of a version.

        Raises:
            ProfileNotKeptError: the register does not hold it.
        """
        key = (profile_id, version)
        if key not in self._known:
            self._known[key] = ValidityRules.of(kept_profile(profile_id, version))
        return self._known[key]


def known_rules() -> KnownRules:
    """Return rules that are read as they are asked for."""
    return KnownRules({})


def recorded_lines(
    documents: Sequence[Document], rules_of: RulesOf, until: date = date.max
) -> dict[int, ValidityLine]:
    """Draw the lives of documents from what the register records of them.

    Events that begin after ``until`` are left out.

    Raises:
        DateOutOfRangeError: a term reaches beyond what a calendar can name.
        ProfileNotKeptError: a document is under rules that the register does not hold.
    """
    events = _events_of([document.id for document in documents])
    return {
        document.id: validity_line(
            recorded_facts(
                document,
                [one for one in events.get(document.id, ()) if one.begin_date <= until],
            ),
            rules_of(document.profile_id, document.profile_version),
        )
        for document in documents
    }


def recorded_plan(
    document: Document, event: ValidityEvent, rules_of: RulesOf, allowance: Allowance = STRICT
) -> PlannedLife:
    """Return the life of a document without an event and with it.

    Raises:
        what ``plan_event`` raises.
        ProfileNotKeptError: the document is under rules that the register does not hold.
    """
    facts = recorded_facts(document, _events_of([document.id]).get(document.id, ()))
    rules = rules_of(document.profile_id, document.profile_version)
    return plan_event(document.title, facts, rules, event, allowance)


def recorded_facts(document: Document, events: Iterable[ValidityEvent]) -> ValidityFacts:
    """Return what decides whether a document is in force."""
    return ValidityFacts(
        published_date=document.published_date,
        effective_date=document.effective_date,
        is_published=document.origin != Origin.OWN or document.published_date is not None,
        term=term_in(
            document.validity_kind, document.validity_amount, document.validity_until_date
        ),
        is_trial=document.is_trial,
        is_public_notice=document.document_kind == PUBLIC_NOTICE,
        is_repeal_only=only_ends_others(document.title),
        events=tuple(events),
    )


def term_in(kind: str | None, amount: int | None, until_date: date | None) -> ValidityTerm | None:
    """Return the term that three columns hold, or None when none is stated."""
    if kind is None:
        return None
    return ValidityTerm(ValidityTermKind(kind), amount or 0, until_date)


def _events_of(document_ids: Sequence[int]) -> Mapping[int, list[ValidityEvent]]:
    events: dict[int, list[ValidityEvent]] = {}
    query = LifeEvent.select().where(
        LifeEvent.document.in_(document_ids), LifeEvent.withdrawn_at.is_null()
    )
    for row in query.order_by(LifeEvent.begin_date, LifeEvent.id):
        events.setdefault(row.document_id, []).append(event_of(row))
    return events


def event_of(row: LifeEvent) -> ValidityEvent:
    """Return the event that a row records."""
    return ValidityEvent(
        ValidityEventKind(row.kind),
        row.begin_date,
        tuple(row.clauses.splitlines()),
        term_in(row.validity_kind, row.validity_amount, row.validity_until_date),
        ContinuedClock(row.clock) if row.clock else None,
    )
