"""Decisions by key: shown at once, recorded one after the other behind, taken back in turn."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from models.acts.cleanup_decisions import decide_entries, take_back_decisions
from models.acts.performing import Order
from models.domain.cleanup import CleanupOutcome
from models.domain.cleanup_campaign import DecidedGroup, DecisionEntry, DecisionState
from models.errors import AppError
from models.queries.cleanup_entries import DecisionRow, EntryRow, last_undo_group
from ui.desk import Desk
from ui.pages.cleanup.prefill import alike


@dataclass
class _Batch:
    """What one key decided: the rows before it, and the groups by which it is taken back."""

    before: tuple[EntryRow, ...]
    groups: list[str] = field(default_factory=list)


class Deciding(QObject):
    """Takes decisions as fast as keys are pressed.

    ``rows_changed`` gives the rows as they have become, before the register has answered;
    ``stood_back`` the rows of a batch taken back; ``settled`` says that nothing is under way.
    """

    rows_changed = Signal(object)
    stood_back = Signal(object)
    settled = Signal()
    refused = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._campaign_id = 0
        self._batches: list[_Batch] = []
        self._under_way: dict[str, tuple[EntryRow, ...]] = {}

    def open(self, campaign_id: int) -> None:
        """Decide in another cleanup."""
        self._campaign_id = campaign_id
        self._batches = []

    def overlay(self, rows: Sequence[EntryRow]) -> tuple[EntryRow, ...]:
        """Return rows just read as they are with what is still under way."""
        changed = {row.id: row for group in self._under_way.values() for row in group}
        return tuple(
            replace(row, decision=changed[row.id].decision) if row.id in changed else row
            for row in rows
        )

    def decide(self, rows: Sequence[EntryRow], outcome: CleanupOutcome) -> None:
        """Decide documents alike, each with what its unit or the program said for the outcome."""
        self._take(rows, alike(rows, outcome))

    def decide_as_written(self, rows: Sequence[EntryRow], entry: DecisionEntry) -> None:
        """Decide documents as a person wrote it."""
        self._take(rows, {entry: tuple(rows)})

    def decide_as_units_propose(self, rows: Sequence[EntryRow]) -> None:
        """Decide documents as their units propose; those without an opinion are left out."""
        groups: dict[DecisionEntry, tuple[EntryRow, ...]] = {}
        answered = [row for row in rows if row.opinion is not None]
        for outcome in CleanupOutcome:
            same = [row for row in answered if row.opinion and row.opinion.choice is outcome]
            groups |= alike(same, outcome)
        self._take(answered, groups)

    def undo(self) -> None:
        """Take the last batch back; before the first of this sitting, the last one recorded."""
        if not self._batches:
            self._desk.runner.store.run(
                last_undo_group,
                self._campaign_id,
                owner=self,
                done=self._undo_recorded,
                failed=self._refuse,
            )
            return
        batch = self._batches.pop()
        self.rows_changed.emit(batch.before)
        self.stood_back.emit(batch.before)
        for group in reversed(batch.groups):
            self._take_back(group, batch.before)

    def _take(
        self, rows: Sequence[EntryRow], groups: Mapping[DecisionEntry, tuple[EntryRow, ...]]
    ) -> None:
        if not rows:
            return
        batch = _Batch(tuple(rows))
        for entry, same in groups.items():
            order = self._desk.order()
            batch.groups.append(order.op_id)
            after = tuple(_decided(row, entry, order, self._desk.person.name) for row in same)
            self._under_way[order.op_id] = after
            self.rows_changed.emit(after)
            self._desk.runner.store.run(
                decide_entries,
                order,
                self._campaign_id,
                tuple(row.id for row in same),
                entry,
                owner=self,
                done=self._decided,
                failed=partial(self._fail, batch, order.op_id, same),
            )
        self._batches.append(batch)

    def _take_back(self, group: str, before: tuple[EntryRow, ...]) -> None:
        order = self._desk.order()
        self._under_way[order.op_id] = before
        self._desk.runner.store.run(
            take_back_decisions,
            order,
            self._campaign_id,
            group,
            owner=self,
            done=partial(self._taken_back, order.op_id),
            failed=partial(self._fail, None, order.op_id, ()),
        )

    def _undo_recorded(self, group: str | None) -> None:
        if group is not None:
            self._take_back(group, ())

    def _decided(self, decided: DecidedGroup) -> None:
        self._answered(decided.undo_group)

    def _taken_back(self, op_id: str, _count: int) -> None:
        self._answered(op_id)

    def _fail(
        self, batch: _Batch | None, op_id: str, before: tuple[EntryRow, ...], error: AppError
    ) -> None:
        """Show what was decided before, since nothing was recorded, and say why."""
        if batch is not None:
            batch.groups.remove(op_id)
        self.rows_changed.emit(before)
        self._answered(op_id)
        self.refused.emit(error)

    def _refuse(self, error: AppError) -> None:
        self.refused.emit(error)

    def _answered(self, op_id: str) -> None:
        self._under_way.pop(op_id, None)
        if not self._under_way:
            self.settled.emit()


def _decided(row: EntryRow, entry: DecisionEntry, order: Order, name: str) -> EntryRow:
    """Return a row as it will be once the order is carried out."""
    decision = DecisionRow(
        id=0,
        undo_group=order.op_id,
        state=DecisionState.CURRENT,
        outcome=entry.outcome,
        reason=entry.reason,
        basis=entry.basis,
        replacing_document=entry.replacing_document,
        responsible_unit=entry.responsible_unit,
        amendment_due_date=entry.amendment_due_date,
        remark=entry.remark,
        decided_at=order.at,
        decided_by=name,
    )
    return replace(row, decision=decision)
