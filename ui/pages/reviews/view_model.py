"""What the list of reviews shows and what a person may ask of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal

from models.domain.lifecycle import ReviewState
from models.domain.roles import ActName
from models.errors import AppError
from models.queries.office import PersonRow, people
from models.queries.reviews import (
    ReviewFilter,
    ReviewOrder,
    ReviewPage,
    review_page,
    review_state_counts,
)
from ui.desk import Changes, Desk
from ui.pages.reviews.table import COLUMNS, ReviewSource
from ui.widgets.table_columns import Order
from ui.widgets.table_model import PagedTableModel


@dataclass(frozen=True)
class ReviewCounts:
    """How many reviews there are in each state, and who reviews."""

    states: Mapping[ReviewState, int]
    reviewers: tuple[PersonRow, ...]


def count_reviews() -> ReviewCounts:
    """Count the reviews for the filters."""
    reviewers = tuple(one for one in people() if one.may(ActName.CONCLUDE_REVIEW))
    return ReviewCounts(review_state_counts(), reviewers)


class ReviewsViewModel(QObject):
    """The reviews narrowed and sorted, and the one that is looked at."""

    counted = Signal(ReviewCounts)
    chosen = Signal(ReviewPage)
    refused = Signal(AppError)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._chosen_id: int | None = None
        self.records = PagedTableModel(COLUMNS, ReviewSource(), self._fetch, ReviewFilter())
        self.records.order = Order(ReviewOrder.DUE_DATE)
        desk.changes.happened.connect(self._follow)

    def read_again(self) -> None:
        """Read rows, counts and the review looked at."""
        self.records.ask()
        self._fetch(count_reviews, self.counted.emit)
        if self._chosen_id is not None:
            self.choose(self._chosen_id)

    def narrow(self, words: str, values: Mapping[str, str]) -> None:
        """Show only the reviews that contain the words and have the values chosen."""
        state = values.get("state")
        self.records.narrow_to(
            ReviewFilter(
                containing=words,
                states=frozenset({ReviewState(state)} if state else ()),
                reviewer_login=values.get("reviewer", ""),
            )
        )

    def choose(self, review_id: int) -> None:
        """Look at one review."""
        self._chosen_id = review_id
        self._desk.runner.store.run(
            review_page, review_id, owner=self, done=self._show_chosen, failed=self._refuse
        )

    def _show_chosen(self, page: ReviewPage) -> None:
        if page.id == self._chosen_id:
            self.chosen.emit(page)

    def _fetch(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        self._desk.runner.store.run(work, owner=self, done=done, failed=self._refuse)

    def _refuse(self, error: AppError) -> None:
        self.refused.emit(error)

    def _follow(self, changes: Changes) -> None:
        if changes.reviews or changes.documents:
            self.read_again()
