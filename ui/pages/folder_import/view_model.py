"""A folder import under way: the batch, its run, its work list, and what a person decides."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from models.acts.issuing_bodies import add_issuing_body
from models.domain.records import BodyEntry
from models.errors import AppError
from models.queries.bodies import issuing_bodies
from review.folder_import.batch import Batch, Handling, open_batch
from review.folder_import.decisions import Decision, DecisionKind
from review.folder_import.running import Switch
from review.folder_import.work_list import Gathered, ItemState, WorkItem, gather
from ui.desk import Changes, Desk
from ui.pages.folder_import.bulk import BulkRegistration
from ui.pages.folder_import.lane_work import (
    begin,
    decide_and_sort,
    list_batches,
    read,
    read_text,
    sort,
)
from ui.parts.performer import Performer
from ui.tasks.ticket import Progress, Ticket


class FolderImportViewModel(QObject):
    """State and intents of the page; reading goes on when the page is left."""

    batches_read = Signal(object)
    begun = Signal(object)
    progressed = Signal(object)
    run_ended = Signal()
    sorted = Signal(object)
    text_read = Signal(object)
    bodies_read = Signal(object)
    refused = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.batch: Batch | None = None
        self.items: tuple[WorkItem, ...] = ()
        self.switch: Switch | None = None
        self.performer = Performer(desk, self)
        self._ticket: Ticket | None = None
        self.gathered: Gathered | None = None
        self.bulk = BulkRegistration(desk, self)
        desk.changes.happened.connect(self._follow)

    @property
    def is_running(self) -> bool:
        """Whether files are being read."""
        return self._ticket is not None

    def read_batches(self) -> None:
        """Read which batches there are."""
        self._run_long(list_batches, self._desk.register.folder, done=self._take_batches)

    def begin(self, sources: Sequence[Path], handling: Handling) -> None:
        """Begin a batch and read it."""
        self._ticket = self._run_long(
            begin,
            self._desk.register.folder,
            self._desk.person.login,
            tuple(sources),
            handling,
            done=self._take_begun,
            progress=self._tell_progress,
        )

    def turn_to(self, name: str) -> None:
        """Turn to a batch there is; nothing is read until it is taken up.

        Raises:
            BatchUnknownError: there is none of this name.
        """
        self._show(open_batch(self._desk.register.folder, name))
        self.load()

    def take_up(self) -> None:
        """Go on reading the batch where it was left."""
        if self.batch is None or self.is_running:
            return
        self.switch = Switch(self._is_over)
        self._ticket = self._run_long(
            read,
            self.batch,
            self._desk.register.files,
            self.switch,
            done=self._end_run,
            progress=self._tell_progress,
            failed=self._fail_run,
        )

    def pause_or_go_on(self) -> None:
        """Pause the run, or go on after a pause."""
        if self.switch is None:
            return
        if self.switch.is_paused:
            self.switch.go_on()
        else:
            self.switch.pause()

    def stop(self) -> None:
        """End the run after the files under way; it can be taken up later."""
        if self.switch is not None:
            self.switch.stop()

    def load(self) -> None:
        """Put together what was read and sort it."""
        if self.batch is not None:
            self._desk.runner.paper.run(
                gather, self.batch, owner=self, done=self._take_gathered, failed=self._refuse
            )

    def sort_again(self) -> None:
        """Sort the work list anew: the register may have changed."""
        if self.batch is not None and self.gathered is not None:
            self._store(sort, self.batch, self.gathered, done=self._take_items)

    def item(self, number: int) -> WorkItem | None:
        """Return an item of the work list."""
        return next((item for item in self.items if item.number == number), None)

    def next_after(self, number: int) -> WorkItem | None:
        """Return the next item that waits for a person, in the order of the list."""
        waiting = {ItemState.READY, ItemState.LOOK, ItemState.SUPPLEMENT}
        after = [item for item in self.items if item.number > number and item.state in waiting]
        return after[0] if after else None

    def read_text(self, item: WorkItem) -> None:
        """Read the text kept of an item."""
        if self.batch is not None:
            self._run_long(read_text, self.batch, item, done=self._take_text)

    def decide(self, kind: DecisionKind, number: int, target: int = 0, words: str = "") -> None:
        """Decide something about an item or a file."""
        self.decide_all([Decision(kind, self._desk.person.login, number, target, words)])

    def decide_all(self, decisions: Sequence[Decision]) -> None:
        """Write decisions down and sort anew."""
        if self.batch is not None and self.gathered is not None:
            chosen = tuple(decisions)
            self._store(decide_and_sort, self.batch, self.gathered, chosen, done=self._take_items)

    def join(self, numbers: Sequence[int], main: int) -> None:
        """Make one document of several items."""
        login = self._desk.person.login
        self.decide_all(
            [
                Decision(DecisionKind.JOINED, login, number, main)
                for number in numbers
                if number != main
            ]
        )

    def add_body(self, body: BodyEntry) -> None:
        """Enter an issuing body into the list."""
        self.performer.perform(
            add_issuing_body, body, done=self._take_new_body, failed=self._refuse
        )

    def read_bodies(self) -> None:
        """Read the list of issuing bodies."""
        self._store(issuing_bodies, done=self._take_bodies)

    def ready(self) -> tuple[WorkItem, ...]:
        """Return what can be registered at once."""
        return tuple(item for item in self.items if item.state is ItemState.READY)

    def _show(self, batch: Batch) -> None:
        self.batch, self.gathered, self.items = batch, None, ()
        self.begun.emit(batch)

    def _take_begun(self, batch: Batch) -> None:
        self._ticket = None
        self._show(batch)
        self.take_up()

    def _end_run(self, _is_finished: bool) -> None:  # noqa: FBT001 -- the lane gives the answer
        self._ticket = self.switch = None
        self.run_ended.emit()
        self.load()

    def _fail_run(self, error: AppError) -> None:
        self._ticket = self.switch = None
        self.run_ended.emit()
        self.refused.emit(error)
        self.load()

    def _is_over(self) -> bool:
        return self._ticket is not None and self._ticket.is_cancelled

    def _take_gathered(self, gathered: Gathered) -> None:
        self.gathered = gathered
        self.sort_again()

    def _take_items(self, items: tuple[WorkItem, ...]) -> None:
        self.items = items
        self.sorted.emit(items)

    def _take_batches(self, lines: object) -> None:
        self.batches_read.emit(lines)

    def _take_text(self, answer: object) -> None:
        self.text_read.emit(answer)

    def _take_bodies(self, bodies: object) -> None:
        self.bodies_read.emit(bodies)

    def _take_new_body(self, _body_id: int) -> None:
        self._desk.changes.publish(Changes(settings=False, documents=True))
        self.read_bodies()

    def _tell_progress(self, progress: Progress) -> None:
        self.progressed.emit(progress)

    def _follow(self, changes: Changes) -> None:
        if changes.documents and not self.bulk.is_running:
            self.sort_again()

    def _store(self, work: Callable[..., Any], *values: Any, done: Callable[[Any], None]) -> None:  # noqa: ANN401 -- handed through
        self._desk.runner.store.run(work, *values, owner=self, done=done, failed=self._refuse)

    def _run_long(
        self,
        work: Callable[..., Any],
        *values: Any,  # noqa: ANN401 -- handed through to the lane
        done: Callable[[Any], None],
        progress: Callable[[Progress], None] | None = None,
        failed: Callable[[AppError], None] | None = None,
    ) -> Ticket:
        return self._desk.runner.paper.run_long(
            work, *values, owner=self, done=done, failed=failed or self._refuse, progress=progress
        )

    def _refuse(self, error: AppError) -> None:
        if self.switch is None:
            self._ticket = None
        self.refused.emit(error)
