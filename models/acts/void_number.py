"""The head voids a number that was allotted wrongly (作废)."""

from models.acts.lookup import fetch, require
from models.acts.performing import Deed, act
from models.acts.refusals import NumberInUseError
from models.domain.lifecycle import Axis, MakingState, NumberState, step
from models.domain.records import Origin
from models.domain.roles import ActName
from models.domain.terms import NumberKind
from models.tables.documents import Document
from models.tables.numbers import NumberEntry


@act(ActName.VOID_NUMBER)
def void_number(deed: Deed, entry_id: int, reason: str) -> str:
    """Void a unified number that has not left the house, and return its printed form.

    The line stays in the ledger and its count stays used; the document may be numbered again.

    Raises:
        FieldEmptyError: no reason is given.
        TransitionError: it is void already.
        NumberInUseError: its document is printed or published, or it belongs to a filing or letter.
    """
    require(reason=reason)
    entry = fetch(NumberEntry, entry_id)
    step(Axis.NUMBER, entry.state, NumberState.VOID)
    if entry.kind != NumberKind.UNIFIED_NUMBER or entry.document is None:
        raise NumberInUseError(number=entry.printed)
    _take_from(entry.document, entry.printed)
    NumberEntry.update(
        state=NumberState.VOID, void_reason=reason, voided_at=deed.at, voided_by=deed.person_id
    ).where(NumberEntry.id == entry_id).execute()
    deed.record("document", entry.document.id, void_number=entry.printed, reason=reason)
    return str(entry.printed)


def _take_from(document: Document, printed: str) -> None:
    state = document.making_state
    if document.origin != Origin.HISTORIC:
        if state != MakingState.NUMBERED:
            raise NumberInUseError(number=printed)
        state = step(Axis.MAKING, state, MakingState.REGISTERED)
    Document.update(
        unified_number=None,
        unified_number_key=None,
        making_state=state,
        revision=Document.revision + 1,
    ).where(Document.id == document.id).execute()
