"""An own document on its way up to one recipient (报备): what is told of it, when it is late."""

from dataclasses import dataclass
from datetime import date

from models.domain.lifecycle import OutgoingState
from models.domain.records import MaterialEntry
from models.domain.terms import MaterialKind


@dataclass(frozen=True)
class SubmissionEntry:
    """How a document was sent to a recipient, with the papers that went along.

    Attributes:
        report_number: Number of the filing report (报备文号).
        missing_reason: Why it goes out although papers are missing; empty when none is.
    """

    submitted_date: date
    report_number: str
    way: str
    materials: tuple[MaterialEntry, ...]
    missing_reason: str = ""


@dataclass(frozen=True)
class StatementEntry:
    """What a person writes into the statement that goes with a filing (备案说明).

    Attributes:
        necessity: Why the document was needed.
        main_content: What it provides.
        disagreements: Points in dispute and how they were settled; may be empty.
    """

    necessity: str
    main_content: str
    disagreements: str = ""


@dataclass(frozen=True)
class AnswerEntry:
    """What a recipient answered.

    Attributes:
        state: Where the filing stands with this answer, one of ``ANSWERS``.
        number: Number of the receipt, of the registration or of the paper that came.
        content: What is to be supplemented, why it was returned, what the review found.
        due_date: Until when it is to be supplemented; None with other answers.
    """

    state: OutgoingState
    answer_date: date
    number: str = ""
    content: str = ""
    due_date: date | None = None


ANSWERS = frozenset(
    {
        OutgoingState.RECEIVED,
        OutgoingState.SUPPLEMENT_REQUESTED,
        OutgoingState.RETURNED,
        OutgoingState.REGISTERED,
        OutgoingState.RESULT_RECEIVED,
    }
)
"""The states into which only the recipient brings a filing."""

EXPLAINED_ANSWERS = frozenset(
    {
        OutgoingState.SUPPLEMENT_REQUESTED,
        OutgoingState.RETURNED,
        OutgoingState.RESULT_RECEIVED,
    }
)
"""Answers that say nothing without their content."""

UNSENT = frozenset({OutgoingState.DUE, OutgoingState.SUPPLEMENT_REQUESTED, OutgoingState.RETURNED})
"""Where a filing stands while the office has to send something."""


def is_late(due_date: date, submitted_date: date | None, today: date) -> bool:
    """Tell whether a filing is late (迟报): sent after its last day, or not yet when that is over.

    What counts is the day on which it was first sent; a supplement sent later makes it no later,
    and nothing that is sent later makes it timely.
    """
    return (today if submitted_date is None else submitted_date) > due_date


def days_late(due_date: date, submitted_date: date | None, today: date) -> int:
    """Return by how many calendar days a filing is late; 0 while it is not."""
    return max(0, ((today if submitted_date is None else submitted_date) - due_date).days)


def missing_materials(
    required: tuple[MaterialKind, ...], sent: tuple[MaterialEntry, ...]
) -> tuple[MaterialKind, ...]:
    """Return the papers that the recipient asks for and that do not go along, in their order."""
    there = {one.kind for one in sent if one.copies > 0}
    return tuple(kind for kind in required if kind not in there)
