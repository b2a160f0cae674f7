"""Which wording of a kind of paper is in force in the office, and changing it."""

from dataclasses import dataclass

from models.acts.letter_wordings import WordingChange, change_wording, restore_wording
from models.acts.performing import Order
from models.domain.letter_wording import WordingState, wording_hash
from models.queries.letter_wordings import WordingVersion, newest_wording, newest_wordings
from review.letters.errors import LetterKindError
from review.letters.letter_kinds import LETTER_KINDS
from review.letters.shipped_wording import shipped_text
from review.letters.wording_check import faults_of

SHIPPED = "shipped"


@dataclass(frozen=True, slots=True)
class KeptWording:
    """The wording in force of a kind of paper.

    Attributes:
        version: ``"shipped"``, or ``"office-3"`` for the third decision of the office.
        hash: SHA-256 of the text, in hexadecimal.
        text: The template.
        is_own: Whether it is the office's own copy.
        is_outdated: Whether the program brings another original than the copy was made from.
    """

    version: str
    hash: str
    text: str
    is_own: bool = False
    is_outdated: bool = False


def wording_in_force(kind_id: str) -> KeptWording:
    """Return the wording that letters of a kind are written with from now on.

    Raises:
        LetterKindError: there is no such kind.
    """
    _require_kind(kind_id)
    return _in_force(kind_id, newest_wording(kind_id))


def wordings_in_force() -> dict[str, KeptWording]:
    """Return the wording in force of every kind, in the order of the kinds."""
    kept = newest_wordings()
    return {kind_id: _in_force(kind_id, kept.get(kind_id)) for kind_id in LETTER_KINDS}


def keep_wording(order: Order, kind_id: str, text: str, reason: str) -> int:
    """Check a wording and bring it into force; return its version.

    Raises:
        LetterKindError: there is no such kind.
        WordingError: something is wrong with the template.
        FieldEmptyError: text or reason is empty.
        WordingSameError: this is the wording in force.
    """
    _require_kind(kind_id)
    for fault in faults_of(text, LETTER_KINDS[kind_id]):
        raise fault
    return change_wording(order, WordingChange(kind_id, text, shipped_text(kind_id), reason))


def restore_original(order: Order, kind_id: str, reason: str) -> int:
    """Bring the original wording of a kind into force again; return the version of that.

    Raises:
        LetterKindError: there is no such kind.
        FieldEmptyError: no reason is given.
        WordingOriginalError: the original is in force.
    """
    _require_kind(kind_id)
    return restore_wording(order, kind_id, shipped_text(kind_id), reason)


def _in_force(kind_id: str, newest: WordingVersion | None) -> KeptWording:
    original = shipped_text(kind_id)
    if newest is None or newest.state is WordingState.ORIGINAL:
        return KeptWording(SHIPPED, wording_hash(original), original)
    return KeptWording(
        f"office-{newest.version}",
        wording_hash(newest.text),
        newest.text,
        is_own=True,
        is_outdated=newest.original != original,
    )


def _require_kind(kind_id: str) -> None:
    if kind_id not in LETTER_KINDS:
        raise LetterKindError(kind=kind_id)
