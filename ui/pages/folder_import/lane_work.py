"""What the folder import does in the lanes: values in, values out."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from models.errors import InputError, RuleError
from models.files import FileStore
from review.folder_import.batch import Batch, Handling, batches, begin_batch
from review.folder_import.decisions import Decision, decide, decisions_of
from review.folder_import.file_reading import KeptReading
from review.folder_import.registering import Registered, settle_item
from review.folder_import.running import RunState, Switch, run_batch
from review.folder_import.sorting import surroundings, work_items
from review.folder_import.work_list import Gathered, WorkItem
from ui.feedback.progress_strip import time_left
from ui.tasks.ticket import Ticket


@dataclass(frozen=True)
class BatchLine:
    """A batch as the list of batches shows it."""

    batch: Batch
    done: int
    total: int


def begin(
    ticket: Ticket, folder: Path, login: str, sources: tuple[Path, ...], handling: Handling
) -> Batch:
    """List the files of the chosen places.

    Raises:
        NothingFoundError: there is no file.
    """
    ticket.report("正在列出文件", 0, 1)
    return begin_batch(folder, login, sources, handling)


def read(ticket: Ticket, batch: Batch, store: FileStore, switch: Switch) -> bool:
    """Read a batch; tell whether it is read to the end.

    Raises:
        BatchBusyError: another program reads it.
    """

    def tell(state: RunState) -> None:
        ticket.report(run_words(state), state.done, state.total)

    return run_batch(batch, store, tell, switch)


def run_words(state: RunState) -> str:
    """Say how far a run has come, how fast, and how long it still takes."""
    words = f"已读 {state.done}/{state.total} 个文件"
    if state.per_minute:
        words += f"，每分钟 {state.per_minute:.0f} 个"
    if state.seconds_left is not None:
        words += f"，{time_left(state.seconds_left)}"
    return words


def list_batches(_ticket: Ticket, folder: Path) -> tuple[BatchLine, ...]:
    """Return all batches, the newest first."""
    return tuple(
        BatchLine(batch, len(batch.records()), len(batch.found())) for batch in batches(folder)
    )


def sort(batch: Batch, gathered: Gathered) -> tuple[WorkItem, ...]:
    """Return the work list as the register and the decisions stand now."""
    return work_items(gathered, decisions_of(batch), surroundings())


def decide_and_sort(
    batch: Batch, gathered: Gathered, decisions: Sequence[Decision]
) -> tuple[WorkItem, ...]:
    """Write decisions down and return the work list with them."""
    decide(batch, *decisions)
    return sort(batch, gathered)


def register(login: str, batch: Batch, item: WorkItem) -> Registered:
    """Register one item or add its files to its document; a refusal of a rule is an answer.

    Raises:
        FaultError: the register cannot be written.
    """
    try:
        return settle_item(login, batch, item)
    except (InputError, RuleError) as refusal:
        return Registered(item, refusal=refusal)


def read_text(_ticket: Ticket, batch: Batch, item: WorkItem) -> tuple[int, KeptReading | None]:
    """Return the text kept of an item's main file."""
    sha256 = item.main.sha256
    return item.number, batch.text(sha256) if sha256 else None
