"""Why an event cannot happen to a document on a day."""

from models.errors import InputError, RuleError


class DocumentEndedError(RuleError):
    """The document has been repealed, declared lapsed or revoked, or its task is done."""

    code = "document.ended"
    facts = ("title", "ended_date")


class EffectUnknownError(RuleError):
    """The day from which the document is in force is not recorded."""

    code = "validity.effect_unknown"
    facts = ("title", "event")


class NotStartedError(RuleError):
    """The event would come before the document is in force."""

    code = "validity.not_started"
    facts = ("title", "day", "event", "reason")


class DocumentLapsedError(RuleError):
    """The document has lapsed before the day of the event; only a renewal brings it back."""

    code = "validity.lapsed"
    facts = ("title", "last_day", "event")


class AlreadySuspendedError(RuleError):
    """The whole document, or the clauses, are suspended on that day already."""

    code = "validity.already_suspended"
    facts = ("title", "suspended", "first_day")


class NotSuspendedError(RuleError):
    """The document, or some of the clauses, are not suspended on that day."""

    code = "validity.not_suspended"
    facts = ("title", "day", "clauses")


class WholeSuspendedError(RuleError):
    """The whole document is suspended, so that no clause of it can be resumed alone."""

    code = "validity.whole_suspended"
    facts = ("title", "first_day")


class NoFurtherDayError(RuleError):
    """The document would be in force no day longer than it is without the event."""

    code = "validity.no_further_day"
    facts = ("title", "event", "last_day", "clock")


class ShortensValidityError(RuleError):
    """What is meant to prolong a document would end it earlier, and nobody said that it is meant.

    ``before`` is a day, or the reason for which there is none.
    """

    code = "validity.shortens"
    facts = ("title", "event", "before", "after")


class NoTaskTermError(RuleError):
    """The document is not in force until a task is done."""

    code = "validity.no_task_term"
    facts = ("title",)


class TermMissingError(InputError):
    """A term is wanted that says how long, or until which day."""

    code = "validity.term_missing"
    facts = ("event",)
