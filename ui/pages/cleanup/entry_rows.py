"""The documents of a cleanup at hand: narrowed, sorted and changed without asking the register."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from models.domain.titles import title_key
from models.queries.cleanup_entries import EntryRow
from resources.terms import name_of
from ui.pages.cleanup.outcomes import lacking
from ui.widgets.rows_at_hand import AS_GIVEN
from ui.widgets.table_columns import Order

UNDECIDED, DECIDED, LACKING = "undecided", "decided", "lacking"
CONFLICT, GRAVE, SILENT, ANSWERED = "conflict", "grave", "silent", "answered"


@dataclass(frozen=True)
class EntryFilter:
    """Which documents are shown; what is empty narrows nothing.

    Attributes:
        work: ``UNDECIDED``, ``DECIDED`` or ``LACKING``.
        opinion: ``CONFLICT``, ``GRAVE``, ``SILENT`` or ``ANSWERED``.
        outcome: The value of the outcome decided.
        ground: The value of a ground of the program's suggestions.
    """

    words: str = ""
    unit: str = ""
    work: str = ""
    opinion: str = ""
    outcome: str = ""
    ground: str = ""

    def lets_through(self, row: EntryRow) -> bool:
        """Tell whether a document is shown."""
        words = title_key(self.words)
        return (
            (not words or words in title_key(row.title + row.document_number + row.unified_number))
            and (not self.unit or row.unit_name == self.unit)
            and (not self.work or WORK[self.work](row))
            and (not self.opinion or OPINIONS[self.opinion](row))
            and (not self.outcome or _outcome(row) == self.outcome)
            and (not self.ground or any(one.ground == self.ground for one in row.suggestions))
        )


class EntrySource:
    """Answers the table out of the rows that were read last."""

    def __init__(self) -> None:
        self._rows: dict[int, EntryRow] = {}

    def hold(self, rows: Iterable[EntryRow]) -> None:
        """Take these rows in place of the others."""
        self._rows = {row.id: row for row in rows}

    def change(self, rows: Iterable[EntryRow]) -> None:
        """Take rows as they have become."""
        self._rows.update((row.id, row) for row in rows)

    def all(self) -> tuple[EntryRow, ...]:
        """Return all rows in the order of the list."""
        return tuple(self._rows.values())

    def row(self, entry_id: int) -> EntryRow | None:
        """Return one row."""
        return self._rows.get(entry_id)

    def ids(self, order: Order, narrow: EntryFilter) -> Sequence[int]:
        """Return the ids of the rows the filter lets through, in order."""
        rows = [row for row in self._rows.values() if narrow.lets_through(row)]
        if order.column != AS_GIVEN and order.column in _SORTED_BY:
            rows.sort(key=_SORTED_BY[order.column], reverse=order.is_descending)
        return [row.id for row in rows]

    def rows(self, ids: Sequence[int]) -> Sequence[EntryRow]:
        """Return these rows."""
        return [self._rows[one] for one in ids]


def _is_undecided(row: EntryRow) -> bool:
    return row.decision is None


def _is_decided(row: EntryRow) -> bool:
    return row.decision is not None


def _is_lacking(row: EntryRow) -> bool:
    return row.decision is not None and any(lacking(row.decision))


def _is_silent(row: EntryRow) -> bool:
    return row.opinion is None


def _is_answered(row: EntryRow) -> bool:
    return row.opinion is not None


def _has_conflict(row: EntryRow) -> bool:
    return row.has_conflict


def _has_grave_conflict(row: EntryRow) -> bool:
    return row.has_grave_conflict


WORK: dict[str, Callable[[EntryRow], bool]] = {
    UNDECIDED: _is_undecided,
    DECIDED: _is_decided,
    LACKING: _is_lacking,
}
OPINIONS: dict[str, Callable[[EntryRow], bool]] = {
    CONFLICT: _has_conflict,
    GRAVE: _has_grave_conflict,
    SILENT: _is_silent,
    ANSWERED: _is_answered,
}


def _outcome(row: EntryRow) -> str:
    return row.decision.outcome.value if row.decision else ""


def _opinion_name(row: EntryRow) -> str:
    return name_of(row.opinion.choice) if row.opinion else ""


def _outcome_name(row: EntryRow) -> str:
    return name_of(row.decision.outcome) if row.decision else ""


def _suggested(row: EntryRow) -> str:
    return name_of(row.suggestions[0].outcome) if row.suggestions else ""


_SORTED_BY: dict[str, Callable[[EntryRow], str]] = {
    "title": lambda row: row.title,
    "document_number": lambda row: row.document_number,
    "unit": lambda row: row.unit_name,
    "opinion": _opinion_name,
    "suggestion": _suggested,
    "decision": _outcome_name,
}
