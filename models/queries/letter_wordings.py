"""The office's own wordings of its letters: what is in force, and every version there was."""

from dataclasses import dataclass
from datetime import datetime

from models.domain.letter_wording import WordingState
from models.queries.tuples import tuples_of
from models.tables.letters import LetterWording
from models.tables.office import Person


@dataclass(frozen=True)
class WordingVersion:
    """One version of the wording of a kind.

    Attributes:
        text: The office's own template; empty where it went back to the original.
        original: What the program brought that day.
    """

    kind: str
    version: int
    state: WordingState
    text: str
    text_hash: str
    original: str
    reason: str
    changed_at: datetime
    changed_by: str


def newest_wording(kind: str) -> WordingVersion | None:
    """Return the newest version of the wording of a kind; None where the office changed nothing."""
    return next(iter(_versions(kind, limit=1)), None)


def wording_history(kind: str) -> tuple[WordingVersion, ...]:
    """Return every version of the wording of a kind, the newest first."""
    return _versions(kind)


def newest_wordings() -> dict[str, WordingVersion]:
    """Return the newest version of each kind whose wording the office ever changed."""
    # Read from the oldest on, a later version takes the place of an earlier one.
    return {version.kind: version for version in reversed(_versions())}


def _versions(kind: str | None = None, limit: int | None = None) -> tuple[WordingVersion, ...]:
    query = (
        LetterWording.select(*_COLUMNS, Person.name)
        .join(Person)
        .order_by(LetterWording.version.desc())
        .limit(limit)
    )
    if kind is not None:
        query = query.where(LetterWording.kind == kind)
    return tuple(
        WordingVersion(name, version, WordingState(state), *rest)
        for name, version, state, *rest in tuples_of(query)
    )


_COLUMNS = (
    LetterWording.kind,
    LetterWording.version,
    LetterWording.state,
    LetterWording.text,
    LetterWording.text_hash,
    LetterWording.original,
    LetterWording.reason,
    LetterWording.changed_at,
)
