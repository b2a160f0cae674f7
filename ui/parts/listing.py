"""A filtered list of records as data, and the state of the page that shows it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Signal

from models.errors import AppError
from ui.desk import Changes, Desk
from ui.widgets.filter_chips import Choice
from ui.widgets.record_detail import RecordSummary
from ui.widgets.table_columns import Column, Narrow, Order, Row, RowSource
from ui.widgets.table_model import PagedTableModel

Counts = TypeVar("Counts")
Choices = Mapping[str, Sequence[Choice]]


@dataclass(frozen=True)
class Listing(Generic[Row, Narrow, Counts]):
    """What one list asks of the register; all but ``choices`` runs in the store lane.

    ``choices`` makes the offers of the filters of what ``count`` counted; ``summarise`` reads the
    record stood on for the detail.
    """

    columns: tuple[Column[Row], ...]
    source: RowSource[Row, Narrow]
    order: Order
    narrow: Callable[[str, Mapping[str, str]], Narrow]
    count: Callable[[], Counts]
    choices: Callable[[Counts], Choices]
    concerns: Callable[[Changes], bool]
    summarise: Callable[[int], RecordSummary]


class ListViewModel(QObject):
    """The records narrowed and sorted, what the filters offer, and the record looked at."""

    offered = Signal(object)
    summarised = Signal(RecordSummary)
    refused = Signal(AppError)

    def __init__(
        self, desk: Desk, listing: Listing[Row, Narrow, Counts], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._listing: Listing[Any, Any, Any] = listing
        self._looked_at: int | None = None
        self.records = PagedTableModel(
            listing.columns, listing.source, self._fetch, listing.narrow("", {})
        )
        self.records.order = listing.order
        desk.changes.happened.connect(self._follow)

    def read_again(self) -> None:
        """Read rows, counts and the record looked at."""
        self.records.ask()
        self._fetch(self._listing.count, self._offer)
        if self._looked_at is not None:
            self.look_at(self._looked_at)

    def narrow(self, words: str, values: Mapping[str, str]) -> None:
        """Show only the records that contain the words and have the values chosen."""
        self.records.narrow_to(self._listing.narrow(words, values))

    def look_at(self, record_id: int) -> None:
        """Read what the detail shows of a record."""
        self._looked_at = record_id
        self._desk.runner.store.run(
            self._listing.summarise,
            record_id,
            owner=self,
            done=self._show_summary,
            failed=self._refuse,
        )

    def look_away(self) -> None:
        """Look at no record."""
        self._looked_at = None

    def _offer(self, counts: object) -> None:
        self.offered.emit(self._listing.choices(counts))

    def _show_summary(self, summary: RecordSummary) -> None:
        if summary.id == self._looked_at:
            self.summarised.emit(summary)

    def _fetch(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        self._desk.runner.store.run(work, owner=self, done=done, failed=self._refuse)

    def _refuse(self, error: AppError) -> None:
        self.refused.emit(error)

    def _follow(self, changes: Changes) -> None:
        if self._listing.concerns(changes):
            self.read_again()
