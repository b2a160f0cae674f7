"""What a person wants to record of a document in force, and the act that records it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from models.acts.life_events import Effect
from models.acts.renewals import Renewal, renew_document
from models.acts.validity_acts import (
    Prolongation,
    continue_validity,
    extend_validity,
    record_task_done,
    resume_document,
    suspend_document,
)
from models.domain.life_changes import life_event
from models.domain.profile import ContinuedClock
from models.domain.validity import ValidityTerm
from models.domain.validity_events import ValidityEvent, ValidityEventKind
from models.domain.validity_plan import STRICT, Allowance

Asked = tuple[Callable[..., int], tuple[Any, ...]]


@dataclass(frozen=True)
class LifeChange:
    """What happens to the document, from when, and what else the kind of event wants."""

    kind: ValidityEventKind
    begin_date: date
    reason: str
    clauses: tuple[str, ...] = ()
    term: ValidityTerm | None = None
    allowance: Allowance = STRICT

    def event(self, clock: ContinuedClock) -> ValidityEvent:
        """Return the event; ``clock`` is the one of the rules for what is published anew."""
        is_renewal = self.kind is ValidityEventKind.RENEWED
        return life_event(
            self.kind,
            self.begin_date,
            clauses=self.clauses,
            term=self.term,
            clock=clock if is_renewal else None,
        )

    def act(self) -> Asked:
        """Return the act that records it, and what it is called with after the document's id."""
        effect = Effect(self.begin_date, self.reason)
        prolongation = Prolongation(effect, self.term, self.allowance)
        match self.kind:
            case ValidityEventKind.SUSPENDED:
                return suspend_document, (effect, self.clauses)
            case ValidityEventKind.RESUMED:
                return resume_document, (effect, self.clauses)
            case ValidityEventKind.EXTENDED:
                return extend_validity, (prolongation,)
            case ValidityEventKind.CONTINUED:
                return continue_validity, (prolongation,)
            case ValidityEventKind.TASK_DONE:
                return record_task_done, (effect,)
            case _:
                return renew_document, (Renewal(effect, self.term, allowance=self.allowance),)
