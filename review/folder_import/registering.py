"""Confirmed items become documents of the register: one act each, and never twice."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from models.acts.attach_file import attach_file
from models.acts.historic_numbers import enter_historic_number
from models.acts.performing import Order
from models.acts.register_document import register_document, register_historic_document
from models.errors import AppError, InputError, RuleError
from models.queries.bodies import issuing_bodies
from review.folder_import.batch import Batch
from review.folder_import.decisions import Decision, DecisionKind, decide
from review.folder_import.entries import entry_of, files_of
from review.folder_import.errors import ItemUnknownError
from review.folder_import.work_list import ItemState, WorkItem


@dataclass(frozen=True)
class Registered:
    """What became of one item: a document, or the refusal.

    ``number_refusal`` is there when the document stands and only its number from paper was refused.
    """

    item: WorkItem
    document_id: int | None = None
    number: str = ""
    refusal: AppError | None = None
    number_refusal: AppError | None = None


def register_items(
    login: str,
    batch: Batch,
    items: Sequence[WorkItem],
    tell: Callable[[int, int], None],
    is_stopped: Callable[[], bool],
) -> tuple[Registered, ...]:
    """Register items one after the other; what was done stays done when it is stopped.

    Raises:
        FaultError: the register cannot be written; the items before stand.
    """
    done: list[Registered] = []
    for item in items:
        if is_stopped():
            break
        tell(len(done), len(items))
        try:
            done.append(settle_item(login, batch, item))
        except (InputError, RuleError) as refusal:
            done.append(Registered(item, refusal=refusal))
    tell(len(done), len(items))
    return tuple(done)


def settle_item(login: str, batch: Batch, item: WorkItem) -> Registered:
    """Register an item, or add its files to the document it belongs to."""
    is_supplement = item.state is ItemState.SUPPLEMENT
    return (supplement_item if is_supplement else register_item)(login, batch, item)


def register_item(login: str, batch: Batch, item: WorkItem) -> Registered:
    """Register one item that is ready.

    Raises:
        ItemUnknownError: it is not ready.
        DuplicateDocumentError: it came into the register meanwhile.
    """
    if item.state is not ItemState.READY:
        raise ItemUnknownError(item=item.number)
    entry = entry_of(batch, item, issuing_bodies())
    # The same item is the same order: what a lost answer left open is answered, not done again.
    order = Order(login, op_id=order_id(batch, item))
    if not item.is_historic:
        document_id = register_document(order, entry)
        _note(login, batch, item, document_id)
        return Registered(item, document_id)
    document_id = register_historic_document(order, entry)
    _note(login, batch, item, document_id)
    kept = batch.text(item.main.sha256)
    printed = kept.proposal.unified_number.value if kept else None
    if not printed:
        return Registered(item, document_id)
    try:
        following = replace(order, op_id=f"{order.op_id}-number")
        allotment = enter_historic_number(following, document_id, printed)
    except (InputError, RuleError) as refusal:
        return Registered(item, document_id, number_refusal=refusal)
    return Registered(item, document_id, allotment.number)


def supplement_item(login: str, batch: Batch, item: WorkItem) -> Registered:
    """Add the files of an item to the document of the register that has none yet.

    Raises:
        ItemUnknownError: there is no such document.
        FileAttachedError: it came by the file meanwhile.
    """
    if item.state is not ItemState.SUPPLEMENT or item.twin is None:
        raise ItemUnknownError(item=item.number)
    for file in files_of(batch, item):
        operation = sha256(f"{batch.plan.id}/{item.number}/{file.sha256}/add".encode()).hexdigest()
        attach_file(Order(login, op_id=operation[:32]), item.twin.id, file)
    decision = Decision(DecisionKind.SUPPLEMENTED, login, item.number, item.twin.id)
    decide(batch, decision)
    return Registered(item, item.twin.id)


def order_id(batch: Batch, item: WorkItem) -> str:
    """Return the id of the order that registers an item."""
    return sha256(f"{batch.plan.id}/{item.number}/{item.main.sha256}".encode()).hexdigest()[:32]


def _note(login: str, batch: Batch, item: WorkItem, document_id: int) -> None:
    decide(batch, Decision(DecisionKind.REGISTERED, login, item.number, document_id))
