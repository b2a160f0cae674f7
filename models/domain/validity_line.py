"""The life of a document as a line of stretches, each with its status, its cause and its reason.

The line is drawn from the record, the events and the profile's rules alone; nothing on it changes
but on the day of an event, on the day of effect, or the day after the last day of the term.
"""

from bisect import bisect_right
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum

from models.domain.calendar import ONE_DAY
from models.domain.profile import ContinuedClock, SilentValidity
from models.domain.terms import ValidityStatus
from models.domain.validity import (
    ValidityJudgement,
    ValidityReason,
    ValidityTerm,
    ValidityTermKind,
    expiry_date,
    expiry_readings,
)
from models.domain.validity_events import (
    ValidityEvent,
    ValidityEventKind,
    ValidityFacts,
    ValidityRules,
)


class LineStepKind(Enum):
    """One step by which the line was drawn."""

    EFFECT_STATED = "effect_stated"
    EFFECT_AT_PUBLICATION = "effect_at_publication"
    EFFECT_UNKNOWN = "effect_unknown"
    NOT_PUBLISHED = "not_published"
    TERM_COUNTED = "term_counted"
    TERM_UNTIL = "term_until"
    TERM_PERMANENT = "term_permanent"
    TERM_UNTIL_TASK = "term_until_task"
    OTHER_READING = "other_reading"
    SILENT_WARNED = "silent_warned"
    SILENT_ASSUMED = "silent_assumed"
    REPEAL_ONLY = "repeal_only"
    EVENT = "event"
    TERM_CHANGED = "term_changed"
    TERM_KEPT = "term_kept"
    TERM_SHORTENED = "term_shortened"
    LAPSED = "lapsed"
    REVIVED = "revived"
    EVENT_TOO_LATE = "event_too_late"


@dataclass(frozen=True, slots=True)
class LineStep:
    """A step and the facts that its sentence names.

    Attributes:
        from_date: The day the step starts from.
        to_date: The day it leads to.
        amount: Years or months counted, or years assumed.
        unit: What is counted.
        event: The event told, where the step is about one.
    """

    kind: LineStepKind
    from_date: date | None = None
    to_date: date | None = None
    amount: int = 0
    unit: ValidityTermKind | None = None
    event: ValidityEvent | None = None


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days with one status; an open end is None."""

    first_day: date
    last_day: date | None
    status: ValidityStatus
    reason: ValidityReason


@dataclass(frozen=True, slots=True)
class Suspension:
    """Days on which the whole document, or some of its clauses, are not applied (停止执行)."""

    first_day: date
    last_day: date | None
    clauses: tuple[str, ...]

    def covers(self, day: date) -> bool:
        """Tell whether a day lies in it."""
        return self.first_day <= day and (self.last_day is None or day <= self.last_day)


@dataclass(frozen=True, slots=True)
class ValidityLine:
    """The whole life of a document, from the first day a calendar knows to the last.

    Attributes:
        stretches: In order, without gap and without overlap.
        last_day: The last day in force by the term as it stands in the end; None without one.
        other_last_day: The other day on which the term may be read to end, where there is one.
        steps: How it was found, in the order of a person who checks it by hand.
    """

    stretches: tuple[Stretch, ...]
    suspensions: tuple[Suspension, ...]
    last_day: date | None
    other_last_day: date | None
    steps: tuple[LineStep, ...]

    def on(self, day: date) -> Stretch:
        """Return the stretch in which a day lies."""
        starts = [stretch.first_day for stretch in self.stretches]
        return self.stretches[bisect_right(starts, day) - 1]

    def judgement_on(self, day: date) -> ValidityJudgement:
        """Return the status of a day with its reason and the date that decides it."""
        stretch = self.on(day)
        return ValidityJudgement(stretch.status, stretch.reason, self._decisive_date(stretch))

    def _decisive_date(self, stretch: Stretch) -> date | None:
        match stretch.reason:
            case ValidityReason.EFFECTIVE_DATE_MISSING | ValidityReason.NOT_PUBLISHED:
                return None
            case ValidityReason.BEFORE_EFFECTIVE_DATE:
                return None if stretch.last_day is None else stretch.last_day + ONE_DAY
            case ValidityReason.IN_TERM:
                return self.last_day
            case ValidityReason.WITHOUT_EXPIRY:
                return next(one.first_day for one in self.stretches if one.status.is_in_force)
            case ValidityReason.TERM_OVER:
                return stretch.first_day - ONE_DAY
            case _:
                return stretch.first_day

    def suspended_on(self, day: date) -> tuple[Suspension, ...]:
        """Return the suspensions that cover a day on which the document is in force."""
        if not self.on(day).status.is_in_force:
            return ()
        return tuple(one for one in self.suspensions if one.covers(day))

    def next_change_after(self, day: date) -> date | None:
        """Return the first day after this one on which the status is another."""
        return next((one.first_day for one in self.stretches if one.first_day > day), None)


_REVIVING = frozenset(
    {ValidityEventKind.EXTENDED, ValidityEventKind.RENEWED, ValidityEventKind.CONTINUED}
)
_ENDED_AS = {
    ValidityEventKind.REPEALED: (ValidityStatus.REPEALED, ValidityReason.REPEALED),
    ValidityEventKind.REVOKED: (ValidityStatus.REPEALED, ValidityReason.REVOKED),
    ValidityEventKind.DECLARED_LAPSED: (ValidityStatus.LAPSED, ValidityReason.DECLARED_LAPSED),
    ValidityEventKind.TASK_DONE: (ValidityStatus.LAPSED, ValidityReason.TASK_DONE),
}


def validity_line(facts: ValidityFacts, rules: ValidityRules) -> ValidityLine:
    """Draw the life of a document.

    Raises:
        DateOutOfRangeError: a term reaches beyond what a calendar can name.
    """
    return _Drawing(facts, rules).line()


@dataclass(slots=True)
class _Drawing:
    """The line while it is drawn: the open stretch, the term, and what was done so far."""

    facts: ValidityFacts
    rules: ValidityRules
    stretches: list[Stretch] = field(default_factory=list)
    suspensions: list[Suspension] = field(default_factory=list)
    steps: list[LineStep] = field(default_factory=list)
    start: date | None = None
    last_day: date | None = None
    other_last_day: date | None = None
    settled_day: date = date.min
    is_over: bool = False

    def line(self) -> ValidityLine:
        self._open()
        self._begin()
        for event in sorted(self.facts.events, key=_order):
            self._lapse_before(event.begin_date)
            self._take(event)
            self.settled_day = event.begin_date
        self._lapse_before(date.max)
        return ValidityLine(
            tuple(self.stretches),
            tuple(self.suspensions),
            self.last_day,
            self.other_last_day,
            tuple(self.steps),
        )

    def _open(self) -> None:
        """Before its day of effect, and until it is published, a document is not in force."""
        reason = ValidityReason.BEFORE_EFFECTIVE_DATE
        if not self.facts.is_published:
            reason = ValidityReason.NOT_PUBLISHED
        elif self.facts.effective_date is None:
            reason = ValidityReason.EFFECTIVE_DATE_MISSING
        self.stretches.append(Stretch(date.min, None, ValidityStatus.NOT_YET_EFFECTIVE, reason))

    def _begin(self) -> None:
        effective, published = self.facts.effective_date, self.facts.published_date
        if not self.facts.is_published:
            self._tell(LineStepKind.NOT_PUBLISHED)
            self._find_term(effective)
            return
        if effective is None:
            self._tell(LineStepKind.EFFECT_UNKNOWN)
            self._find_term(published)
            return
        self.start = effective
        self._tell(LineStepKind.EFFECT_STATED, to_date=effective)
        if published is not None and published > effective:
            # What has not been published is no basis for administration, whatever day it names.
            self.start = published
            self._tell(LineStepKind.EFFECT_AT_PUBLICATION, effective, published)
        self._find_term(effective)
        self._cut(self.start, ValidityStatus.EFFECTIVE, self._reason_in_force())

    def _find_term(self, counted_from: date | None) -> None:
        """Find the last day: as stated, as assumed from silence, or none."""
        term = self.facts.term
        if term is not None:
            self._count(term, counted_from)
        elif self.facts.is_repeal_only and self.rules.repeal_only_permanent:
            self._tell(LineStepKind.REPEAL_ONLY)
        else:
            self._assume(counted_from)

    def _assume(self, counted_from: date | None) -> None:
        years = self.rules.longest_years(self.facts)
        if self.rules.when_silent is SilentValidity.WARN or years is None or counted_from is None:
            self._tell(LineStepKind.SILENT_WARNED)
            return
        self.last_day = expiry_date(counted_from, ValidityTerm(ValidityTermKind.YEARS, years))
        self._tell(LineStepKind.SILENT_ASSUMED, counted_from, self.last_day, years)

    def _count(self, term: ValidityTerm, counted_from: date | None) -> None:
        match term.kind:
            case ValidityTermKind.PERMANENT:
                self.last_day = self.other_last_day = None
                self._tell(LineStepKind.TERM_PERMANENT)
            case ValidityTermKind.UNTIL_TASK_DONE:
                self.last_day = self.other_last_day = None
                self._tell(LineStepKind.TERM_UNTIL_TASK)
            case ValidityTermKind.UNTIL_DATE:
                self.last_day, self.other_last_day = term.until_date, None
                self._tell(LineStepKind.TERM_UNTIL, to_date=term.until_date)
            case _ if counted_from is not None:
                self._count_from(counted_from, term)

    def _count_from(self, start: date, term: ValidityTerm) -> None:
        readings = expiry_readings(start, term)
        self.last_day = readings[0]
        self.other_last_day = readings[1] if readings[1:] else None
        self._tell(LineStepKind.TERM_COUNTED, start, self.last_day, term.amount, term.kind)
        if self.other_last_day is not None:
            self._tell(LineStepKind.OTHER_READING, start, self.other_last_day)

    def _take(self, event: ValidityEvent) -> None:
        if self.is_over:
            self._tell_event(LineStepKind.EVENT_TOO_LATE, event)
        elif event.kind.is_ending:
            self._end(event)
        elif event.kind in _REVIVING:
            self._prolong(event)
        elif self._status() is ValidityStatus.LAPSED:
            self._tell_event(LineStepKind.EVENT_TOO_LATE, event)
        else:
            self._change(event)

    def _end(self, event: ValidityEvent) -> None:
        if self._status() is ValidityStatus.LAPSED and event.kind is ValidityEventKind.TASK_DONE:
            self._tell_event(LineStepKind.EVENT_TOO_LATE, event)
            return
        self._tell_event(LineStepKind.EVENT, event)
        is_lapsed = self._status() is ValidityStatus.LAPSED
        if not is_lapsed:
            self._cut(event.begin_date, *_ENDED_AS[event.kind])
        self.is_over = True

    def _prolong(self, event: ValidityEvent) -> None:
        """Extend, renew or continue: count the term anew, and live again where it had lapsed."""
        self._tell_event(LineStepKind.EVENT, event)
        before, was_lapsed = self.last_day, self._status() is ValidityStatus.LAPSED
        self._count_anew(event)
        self._tell_change(before)
        is_past = self.last_day is not None and self.last_day < event.begin_date
        if was_lapsed and is_past:
            return
        if was_lapsed:
            self._tell(LineStepKind.REVIVED, to_date=event.begin_date)
        if was_lapsed or self.start is not None:
            day = max(event.begin_date, self.start or event.begin_date)
            self._cut(day, self._living_status(), self._reason_in_force())

    def _count_anew(self, event: ValidityEvent) -> None:
        term = event.term or self.facts.term
        clock = event.clock or self.rules.continued_clock
        if event.term is None and clock is ContinuedClock.ORIGINAL:
            return
        start = self.facts.effective_date or event.begin_date
        if clock is ContinuedClock.RESTART:
            start = event.begin_date
        elif event.kind is ValidityEventKind.EXTENDED:
            # An extension by years adds to what there was.
            start = event.begin_date if self.last_day is None else self.last_day + ONE_DAY
        if term is None:
            self._assume(start)
        else:
            self._count(term, start)

    def _change(self, event: ValidityEvent) -> None:
        self._tell_event(LineStepKind.EVENT, event)
        match event.kind:
            case ValidityEventKind.SUSPENDED:
                self.suspensions.append(Suspension(event.begin_date, None, event.clauses))
            case ValidityEventKind.RESUMED:
                self._resume(event)
            case _:
                self._amend(event)

    def _resume(self, event: ValidityEvent) -> None:
        """Apply again everything, or the clauses named; the others stay suspended.

        A document that is suspended as a whole is not applied again because clauses are named.
        """
        named = frozenset(event.clauses)
        for place, one in enumerate(tuple(self.suspensions)):
            if one.last_day is not None or (named and named.isdisjoint(one.clauses)):
                continue
            self.suspensions[place] = replace(one, last_day=event.begin_date - ONE_DAY)
            left = tuple(clause for clause in one.clauses if named and clause not in named)
            if left:
                self.suspensions.append(Suspension(event.begin_date, None, left))

    def _amend(self, event: ValidityEvent) -> None:
        if event.term is not None:
            before = self.last_day
            self._count_anew(event)
            self._tell_change(before)
        day = event.begin_date if self.start is None else max(event.begin_date, self.start)
        if self.start is not None:
            self._cut(day, ValidityStatus.AMENDED, self._reason_in_force())

    def _lapse_before(self, day: date) -> None:
        """Let the term run out when its last day lies before the day and nothing prolonged it."""
        if self.last_day is None or self.last_day >= day or not self._can_lapse():
            return
        # An event that sets a last day in the past does not change what was before the event.
        first = max(self.last_day + ONE_DAY, self.stretches[-1].first_day, self.settled_day)
        self._tell(LineStepKind.LAPSED, self.last_day, first)
        self._cut(first, ValidityStatus.LAPSED, ValidityReason.TERM_OVER)

    def _cut(self, day: date, status: ValidityStatus, reason: ValidityReason) -> None:
        """Close the stretch in which the day lies on the day before and open another."""
        while len(self.stretches) > 1 and self.stretches[-1].first_day >= day:
            self.stretches.pop()
        cut = self.stretches[-1]
        if cut.first_day < day:
            self.stretches[-1] = replace(cut, last_day=day - ONE_DAY)
            self.stretches.append(Stretch(day, None, status, reason))
        else:
            self.stretches[-1] = Stretch(cut.first_day, None, status, reason)

    def _status(self) -> ValidityStatus:
        return self.stretches[-1].status

    def _can_lapse(self) -> bool:
        """What is in force lapses; so does what entered the register without a day of effect."""
        reason = self.stretches[-1].reason
        return self._status().is_in_force or reason is ValidityReason.EFFECTIVE_DATE_MISSING

    def _living_status(self) -> ValidityStatus:
        """A document once amended stays amended when it lives again."""
        was_amended = any(one.status is ValidityStatus.AMENDED for one in self.stretches)
        return ValidityStatus.AMENDED if was_amended else ValidityStatus.EFFECTIVE

    def _reason_in_force(self) -> ValidityReason:
        return ValidityReason.WITHOUT_EXPIRY if self.last_day is None else ValidityReason.IN_TERM

    def _tell_change(self, before: date | None) -> None:
        if before == self.last_day:
            self._tell(LineStepKind.TERM_KEPT, to_date=before)
            return
        is_shorter = self.last_day is not None and (before is None or self.last_day < before)
        kind = LineStepKind.TERM_SHORTENED if is_shorter else LineStepKind.TERM_CHANGED
        self._tell(kind, before, self.last_day)

    def _tell_event(self, kind: LineStepKind, event: ValidityEvent) -> None:
        self.steps.append(LineStep(kind, to_date=event.begin_date, event=event))

    def _tell(
        self,
        kind: LineStepKind,
        from_date: date | None = None,
        to_date: date | None = None,
        amount: int = 0,
        unit: ValidityTermKind | None = None,
    ) -> None:
        self.steps.append(LineStep(kind, from_date, to_date, amount, unit))


def _order(event: ValidityEvent) -> tuple[date, bool]:
    """Of two events of one day what ends the document comes last."""
    return event.begin_date, event.kind.is_ending
