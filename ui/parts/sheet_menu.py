"""The ways to papers that take no number, and to letters still to be issued, as menus."""

from collections.abc import Callable, Sequence
from functools import partial

from models.domain.terms import LetterSeries
from resources.terms import name_of
from review.letters.letter_kinds import LETTER_KINDS
from ui.desk import Desk, Route
from ui.widgets.record_head import Step

SHEETS_TITLE = "打印 ▾"
LETTERS_TITLE = "出具文书 ▾"


def sheet_route(kind_id: str, record_id: int | None = None) -> Route:
    """Return the way to a sheet about a record, or of a period."""
    return Route("sheet", record_id, (("kind", kind_id),))


def sheet_choices(
    desk: Desk, kinds: Sequence[str], record_id: int | None = None
) -> tuple[tuple[str, Callable[[], None]], ...]:
    """Return the entries of a menu of sheets."""
    return tuple(
        (LETTER_KINDS[kind].name, partial(desk.navigate, sheet_route(kind, record_id)))
        for kind in kinds
    )


def sheets_step(desk: Desk, kinds: Sequence[str], record_id: int) -> Step:
    """Return the step that opens the menu of the sheets about a record."""
    return Step(SHEETS_TITLE, _nothing, choices=sheet_choices(desk, kinds, record_id))


def letters_step(desk: Desk, kinds: Sequence[LetterSeries], about: str, record_id: int) -> Step:
    """Return the step that opens the menu of the letters that can be issued about a record.

    ``about`` is what a route calls the record: filing, review or document.
    """
    choices = tuple(
        (
            name_of(kind),
            partial(
                desk.navigate,
                Route("letter", extra=(("kind", kind.value), (about, str(record_id)))),
            ),
        )
        for kind in kinds
    )
    return Step(LETTERS_TITLE, _nothing, choices=choices)


def _nothing() -> None:
    """A step with a menu does nothing by itself."""
