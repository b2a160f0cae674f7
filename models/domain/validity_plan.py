"""Whether an event can happen to a document, and the life it leads to.

An event that the line would pass over, or that would do something else than its name says, is
refused here with the day and the reason, before it is recorded.
"""

from dataclasses import dataclass, replace

from models.domain.calendar import ONE_DAY
from models.domain.terms import ValidityStatus
from models.domain.validity import ValidityReason, ValidityTerm, ValidityTermKind
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
from models.domain.validity_events import (
    ValidityEvent,
    ValidityEventKind,
    ValidityFacts,
    ValidityRules,
)
from models.domain.validity_line import Suspension, ValidityLine, validity_line


@dataclass(frozen=True, slots=True)
class Allowance:
    """What is refused unless somebody says that it is meant.

    Attributes:
        may_shorten: What prolongs a document may end it earlier than before.
        may_keep_last_day: A document may be continued and end on the day it ends anyway: a
            cleanup that keeps a document says so even where the clock runs from the beginning.
    """

    may_shorten: bool = False
    may_keep_last_day: bool = False


STRICT = Allowance()


@dataclass(frozen=True, slots=True)
class PlannedLife:
    """The life of a document without an event and with it."""

    before: ValidityLine
    after: ValidityLine


_PROLONGING = frozenset(
    {ValidityEventKind.EXTENDED, ValidityEventKind.CONTINUED, ValidityEventKind.RENEWED}
)
# These count a term of their own, so that a document without a day of effect can undergo them.
_WITHOUT_START = frozenset({ValidityEventKind.CONTINUED, ValidityEventKind.RENEWED})
# These are recorded of any document that has not ended, in force or not.
_AT_ANY_TIME = frozenset(
    {
        ValidityEventKind.AMENDED,
        ValidityEventKind.REPEALED,
        ValidityEventKind.DECLARED_LAPSED,
        ValidityEventKind.REVOKED,
    }
)
_AFTER_LAPSE = frozenset({ValidityEventKind.RENEWED})
_LASTING = frozenset({ValidityTermKind.PERMANENT, ValidityTermKind.UNTIL_TASK_DONE})


def plan_event(
    title: str,
    facts: ValidityFacts,
    rules: ValidityRules,
    event: ValidityEvent,
    allowance: Allowance = STRICT,
) -> PlannedLife:
    """Return the life of a document without an event and with it.

    Raises:
        DocumentEndedError: it has ended by that day.
        EffectUnknownError, NotStartedError: it is not in force yet.
        DocumentLapsedError: its term is over by that day, and the event is no renewal.
        AlreadySuspendedError, NotSuspendedError, WholeSuspendedError: nothing to stop or resume.
        NoTaskTermError: it does not end with a task.
        TermMissingError: the term says neither how long nor until when.
        NoFurtherDayError, ShortensValidityError: it would not be in force longer than before.
        DateOutOfRangeError: a term reaches beyond what a calendar can name.
    """
    return _Plan(title, facts, rules, event, allowance).life()


@dataclass(frozen=True, slots=True)
class _Plan:
    title: str
    facts: ValidityFacts
    rules: ValidityRules
    event: ValidityEvent
    allowance: Allowance

    def life(self) -> PlannedLife:
        before = validity_line(self.facts, self.rules)
        self._refuse_ended()
        if self.event.kind not in _AT_ANY_TIME:
            self._refuse_outside(before)
        match self.event.kind:
            case ValidityEventKind.SUSPENDED:
                self._refuse_double(before)
            case ValidityEventKind.RESUMED:
                self._refuse_unsuspended(before)
            case ValidityEventKind.TASK_DONE:
                self._refuse_without_task()
        self._refuse_hollow_term()
        events = (*self.facts.events, self.event)
        after = validity_line(replace(self.facts, events=events), self.rules)
        if self.event.kind in _PROLONGING:
            self._refuse_no_gain(before, after)
        return PlannedLife(before, after)

    def _refuse_ended(self) -> None:
        endings = [one.begin_date for one in self.facts.events if one.kind.is_ending]
        ended_date = min(endings, default=None)
        if ended_date is None:
            return
        if self.event.kind.is_ending or ended_date <= self.event.begin_date:
            raise DocumentEndedError(title=self.title, ended_date=ended_date)

    def _refuse_outside(self, before: ValidityLine) -> None:
        """Refuse an event on a day on which the document is not in force."""
        kind, stretch = self.event.kind, before.on(self.event.begin_date)
        if stretch.reason is ValidityReason.EFFECTIVE_DATE_MISSING:
            if kind not in _WITHOUT_START:
                raise EffectUnknownError(title=self.title, event=kind)
        elif stretch.status is ValidityStatus.NOT_YET_EFFECTIVE:
            raise NotStartedError(
                title=self.title, day=self.event.begin_date, event=kind, reason=stretch.reason
            )
        elif stretch.status is ValidityStatus.LAPSED and kind not in _AFTER_LAPSE:
            last_day = stretch.first_day - ONE_DAY
            raise DocumentLapsedError(title=self.title, last_day=last_day, event=kind)

    def _refuse_double(self, before: ValidityLine) -> None:
        for one in self._suspensions(before):
            twice = tuple(clause for clause in self.event.clauses if clause in one.clauses)
            if not one.clauses or twice:
                suspended = twice or ValidityEventKind.SUSPENDED
                raise AlreadySuspendedError(
                    title=self.title, suspended=suspended, first_day=one.first_day
                )

    def _refuse_unsuspended(self, before: ValidityLine) -> None:
        suspensions, day = self._suspensions(before), self.event.begin_date
        named = self.event.clauses
        whole = next((one for one in suspensions if not one.clauses), None)
        if named and whole is not None:
            raise WholeSuspendedError(title=self.title, first_day=whole.first_day)
        stopped = {clause for one in suspensions for clause in one.clauses}
        running = tuple(clause for clause in named if clause not in stopped)
        # What is stopped and resumed on one day was never stopped: one of the two is a mistake.
        if running or not any(one.first_day < day for one in suspensions):
            raise NotSuspendedError(title=self.title, day=day, clauses=running)

    def _suspensions(self, before: ValidityLine) -> list[Suspension]:
        return [one for one in before.suspensions if one.covers(self.event.begin_date)]

    def _refuse_without_task(self) -> None:
        terms = [self.facts.term, *(one.term for one in self.facts.events)]
        if not any(term and term.kind is ValidityTermKind.UNTIL_TASK_DONE for term in terms):
            raise NoTaskTermError(title=self.title)

    def _refuse_hollow_term(self) -> None:
        term, kind = self.event.term, self.event.kind
        is_wanted = kind is ValidityEventKind.EXTENDED
        if (term is None and is_wanted) or (term is not None and not _says_how_long(term)):
            raise TermMissingError(event=kind)

    def _refuse_no_gain(self, before: ValidityLine, after: ValidityLine) -> None:
        kind, old, new = self.event.kind, before.last_day, after.last_day
        if new is not None and (old is None or new < old) and not self.allowance.may_shorten:
            raise ShortensValidityError(
                title=self.title,
                event=kind,
                before=old or ValidityReason.WITHOUT_EXPIRY,
                after=new,
            )
        gains_nothing = new == old and not self.allowance.may_keep_last_day
        may_have_no_end = kind is not ValidityEventKind.EXTENDED and new is None
        is_past = new is not None and new < self.event.begin_date
        if is_past or (gains_nothing and not may_have_no_end):
            raise NoFurtherDayError(
                title=self.title,
                event=kind,
                last_day=new or ValidityReason.WITHOUT_EXPIRY,
                clock=self.event.clock or self.rules.continued_clock,
            )


def _says_how_long(term: ValidityTerm) -> bool:
    if term.kind is ValidityTermKind.UNTIL_DATE:
        return term.until_date is not None
    return term.kind in _LASTING or term.amount > 0
