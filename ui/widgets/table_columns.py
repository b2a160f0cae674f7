"""What a table asks of its page: columns as data, rows from a source, a way to wait for them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, StrEnum
from typing import Any, Generic, Protocol, TypeVar

from ui.widgets.tokens import Tone

Row = TypeVar("Row")
Row_co = TypeVar("Row_co", covariant=True)
Narrow = TypeVar("Narrow")
Narrow_contra = TypeVar("Narrow_contra", contravariant=True)


class Side(Enum):
    """Where a cell's words stand: words left, numbers and dates right."""

    LEFT = "left"
    RIGHT = "right"


class Shape(StrEnum):
    """How a cell is drawn."""

    LINE = "line"
    TWO_LINES = "two_lines"
    PLATE = "plate"


@dataclass(frozen=True)
class Column(Generic[Row]):
    """One column: ``key`` names the order to the source, ``text`` and ``tone`` read a row.

    The column that ``takes_rest`` grows with the window and never gets narrower than ``width``.
    """

    key: str
    title: str
    width: int
    text: Callable[[Row], str]
    side: Side = Side.LEFT
    shape: Shape = Shape.LINE
    tone: Callable[[Row], Tone] | None = None
    is_sortable: bool = True
    takes_rest: bool = False


@dataclass(frozen=True)
class Order:
    """Which column orders the rows, and which way."""

    column: str
    is_descending: bool = False


class RowSource(Protocol[Row_co, Narrow_contra]):
    """Where rows come from; called in a lane, never in the window's thread.

    ``narrow`` is the page's own value (its filter), handed through untouched.
    """

    def ids(self, order: Order, narrow: Narrow_contra) -> Sequence[int]:
        """Return the ids of all rows that match, in order."""
        ...

    def rows(self, ids: Sequence[int]) -> Sequence[Row_co]:
        """Return the rows of these ids, in the order of the ids."""
        ...


class Fetch(Protocol):
    """Runs work elsewhere and gives its answer back in the window's thread."""

    def __call__(self, work: Callable[[], Any], done: Callable[[Any], None], /) -> None:
        """Start the work."""
        ...
