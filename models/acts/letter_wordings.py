"""The office changes the wording of its letters, or goes back to the original."""

from dataclasses import dataclass

from models.acts.lookup import require
from models.acts.performing import Deed, act
from models.acts.refusals import WordingOriginalError, WordingSameError
from models.domain.letter_wording import WordingState, wording_hash
from models.domain.roles import ActName
from models.tables.letters import LetterWording


@dataclass(frozen=True)
class WordingChange:
    """A new wording of a kind of letter.

    Attributes:
        kind: Id of the kind.
        text: The template, checked by the caller.
        original: The template that comes with the program today, to tell later whether it changed.
        reason: Why, in the words of the person.
    """

    kind: str
    text: str
    original: str
    reason: str


@act(ActName.CHANGE_WORDING)
def change_wording(deed: Deed, change: WordingChange) -> int:
    """Bring the office's wording of a kind into force and return its version.

    Letters issued before keep what they were made with.

    Raises:
        FieldEmptyError: text or reason is empty.
        WordingSameError: this is the wording in force.
    """
    require(kind=change.kind, wording=change.text, reason=change.reason)
    before = _newest(change.kind)
    in_force = before.text if before and before.state == WordingState.OWN else change.original
    if in_force == change.text:
        raise WordingSameError
    return _keep(deed, before, WordingState.OWN, change)


@act(ActName.RESTORE_WORDING)
def restore_wording(deed: Deed, kind: str, original: str, reason: str) -> int:
    """Bring the original of a kind into force again and return the version of that decision.

    Raises:
        FieldEmptyError: no reason is given.
        WordingOriginalError: the original is in force.
    """
    require(kind=kind, reason=reason)
    before = _newest(kind)
    if before is None or before.state == WordingState.ORIGINAL:
        raise WordingOriginalError
    return _keep(deed, before, WordingState.ORIGINAL, WordingChange(kind, "", original, reason))


def _newest(kind: str) -> LetterWording | None:
    newest: LetterWording | None = (
        LetterWording.select()
        .where(LetterWording.kind == kind)
        .order_by(LetterWording.version.desc())
        .first()
    )
    return newest


def _keep(
    deed: Deed, before: LetterWording | None, state: WordingState, change: WordingChange
) -> int:
    version = before.version + 1 if before else 1
    digest = wording_hash(change.text or change.original)
    wording_id = LetterWording.insert(
        kind=change.kind,
        version=version,
        state=state,
        text=change.text,
        text_hash=digest,
        original=change.original,
        reason=change.reason,
        changed_at=deed.at,
        changed_by=deed.person_id,
    ).execute()
    deed.record(
        "letter_wording",
        int(wording_id),
        kind=change.kind,
        version=version,
        state=state,
        text_hash=digest,
        before=before.text_hash if before else wording_hash(change.original),
        reason=change.reason,
    )
    return int(version)
