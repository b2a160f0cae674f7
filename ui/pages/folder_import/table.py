"""The work list as a table: its columns, its filter, and where its rows come from."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from models.domain.document_number import normalise
from resources.terms import name_of
from review.folder_import.work_list import ItemState, WorkItem, counts_of
from ui.pages.folder_import.words import TONES, files_words, note_of
from ui.widgets.filter_chips import Choice, Filter
from ui.widgets.table_columns import Column, Order, Shape, Side

STATE, YEAR, BODY = "state", "year", "issuing_body"
FILTERS = (Filter(STATE, "状态"), Filter(YEAR, "年份"), Filter(BODY, "制定机关"))
HINT = "标题、文号、文件名"

COLUMNS: tuple[Column[WorkItem], ...] = (
    Column(
        "state",
        "状态",
        112,
        lambda item: name_of(item.state),
        shape=Shape.PLATE,
        tone=lambda item: TONES[item.state],
    ),
    Column(
        "title",
        "标题",
        200,
        lambda item: item.title,
        shape=Shape.TWO_LINES,
        takes_rest=True,
    ),
    Column("note", "说明", 110, note_of, shape=Shape.TWO_LINES),
    Column("document_number", "发文字号", 170, lambda item: item.document_number),
    Column("issuing_body", "制定机关", 110, lambda item: item.issuing_body, shape=Shape.TWO_LINES),
    Column(
        "adopted_date",
        "成文日期",
        96,
        lambda item: item.adopted_date.isoformat() if item.adopted_date else "",
        Side.RIGHT,
    ),
    Column("files", "文件数", 64, files_words, Side.RIGHT),
    Column("place", "所在位置", 200, lambda item: item.main.shown, shape=Shape.TWO_LINES),
)
_STATES = list(ItemState)
_KEYS = {
    "state": lambda item: _STATES.index(item.state),
    "title": lambda item: item.title,
    "document_number": lambda item: normalise(item.document_number),
    "issuing_body": lambda item: item.issuing_body,
    "adopted_date": lambda item: item.adopted_date.isoformat() if item.adopted_date else "",
    "note": note_of,
    "files": lambda item: len(item.files),
    "place": lambda item: item.number,
}


@dataclass(frozen=True)
class Narrowing:
    """What the work list is narrowed to."""

    words: str = ""
    state: str = ""
    year: str = ""
    issuing_body: str = ""

    def lets_through(self, item: WorkItem) -> bool:
        """Tell whether an item is shown."""
        year = str(item.adopted_date.year) if item.adopted_date else ""
        return (
            self.state in {"", item.state.value}
            and self.year in {"", year}
            and self.issuing_body in {"", item.issuing_body}
            and (not self.words or normalise(self.words) in _words_of(item))
        )


def _words_of(item: WorkItem) -> str:
    names = " ".join(file.shown for file in item.files)
    return normalise(f"{item.title} {item.document_number} {names}")


@dataclass
class WorkListSource:
    """The items at hand, by their numbers; replaced as a whole when they are sorted anew."""

    items: dict[int, WorkItem] = field(default_factory=dict)

    def replace(self, items: Sequence[WorkItem]) -> None:
        """Take other items."""
        self.items = {item.number: item for item in items}

    def ids(self, order: Order, narrow: Narrowing) -> Sequence[int]:
        """Return the numbers of the items let through, in order."""
        shown = [item for item in self.items.values() if narrow.lets_through(item)]
        shown.sort(key=_KEYS[order.column], reverse=order.is_descending)
        return [item.number for item in shown]

    def rows(self, ids: Sequence[int]) -> Sequence[WorkItem]:
        """Return items; one that was joined to another meanwhile is left out."""
        items = self.items
        return [items[number] for number in ids if number in items]


def choices_of(items: Sequence[WorkItem]) -> dict[str, tuple[Choice, ...]]:
    """Return what the filters offer, with counts."""
    years: dict[str, int] = {}
    bodies: dict[str, int] = {}
    for item in items:
        year = str(item.adopted_date.year) if item.adopted_date else ""
        years[year] = years.get(year, 0) + 1
        bodies[item.issuing_body] = bodies.get(item.issuing_body, 0) + 1
    return {
        STATE: tuple(
            Choice(state.value, name_of(state), count) for state, count in counts_of(items).items()
        ),
        YEAR: tuple(
            Choice(year, f"{year}年", years[year]) for year in sorted(years, reverse=True) if year
        ),
        BODY: tuple(
            Choice(name, name, count)
            for name, count in sorted(bodies.items(), key=lambda pair: -pair[1])
            if name
        ),
    }
