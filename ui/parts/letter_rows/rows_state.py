"""The rows of one field of a letter while a person works on them, without any widget."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from review.letters.wording_fields import Field, Holding

# Given by the place of a row, and so never typed.
_POSITION = "position"
# Of a row from the register: what it says there. Its wording is the paper's own.
_FACTS = frozenset(
    {
        *("name", "clause", "quote", "finding_class", "basis_law", "basis_article", "basis_text"),
        *("title", "number", "document_number", "unified_number", "adopted_date"),
        *("published_date", "filing_due_date", "effective_date", "expiry_date", "term"),
        *("days_left", "opinion", "implementing_department"),
    }
)
_EMPTY = (None, "", ())
_BEGINNINGS: Mapping[Holding, object] = {
    Holding.TEXT: "",
    Holding.NUMBER: 1,
    Holding.DAY: None,
    Holding.TRUTH: False,
    Holding.TEXTS: (),
}


@dataclass
class Row:
    """One row: its values by identifier, and which of them the register gave."""

    values: dict[str, object]
    locked: frozenset[str] = frozenset()
    is_fixed: bool = False


@dataclass
class Rows:
    """The rows from top to bottom, and those taken away with their places, the last one last.

    Attributes:
        fields: What a row holds, by Chinese name, without what its place gives.
        is_record: Whether the rows of the register stand on the paper as they are there.
    """

    fields: Mapping[str, Field]
    is_record: bool
    rows: list[Row] = field(default_factory=list)
    removed: list[tuple[int, Row]] = field(default_factory=list)

    def add(self, after: int) -> int:
        """Add an empty row below the one at a place and return where it stands."""
        values = {one.identifier: self._beginning(one) for one in self.fields.values()}
        place = after + 1
        self.rows.insert(place, Row(values))
        return place

    def remove(self, place: int) -> None:
        """Take a row away; it can be put back."""
        self.removed.append((place, self.rows.pop(place)))

    def put_back(self) -> int:
        """Put the row that was taken away last where it stood, and return where it stands."""
        place, row = self.removed.pop()
        place = min(place, len(self.rows))
        self.rows.insert(place, row)
        return place

    def move(self, place: int, by: int) -> int:
        """Move a row up or down and return where it stands; it stays at the ends."""
        target = place + by
        if not 0 <= target < len(self.rows):
            return place
        self.rows.insert(target, self.rows.pop(place))
        return target

    def values(self) -> tuple[dict[str, object], ...]:
        """Return what the paper prints: the rows that say something, numbered anew."""
        spoken = (row for row in self.rows if not self.is_blank(row))
        return tuple(self._plain(row, position) for position, row in enumerate(spoken, 1))

    def is_blank(self, row: Row) -> bool:
        """Whether a row says nothing: only words, days and rows of its own count."""
        return all(not self._says(one, row.values[one.identifier]) for one in self.fields.values())

    def words_of(self, row: Row) -> str:
        """Return the first words of a row, by which a list tells it from the others."""
        words = (row.values[one.identifier] for one in self.fields.values())
        spoken = [str(one) for one in words if isinstance(one, str) and type(one) is str and one]
        return "　".join(" ".join(one.split()) for one in spoken[:2])

    def missing(self) -> Iterator[tuple[int, str]]:
        """Yield position and name of what a row that is printed cannot be without."""
        for position, row in enumerate(self.rows, 1):
            if not self.is_blank(row):
                for one in self.fields.values():
                    yield from self._missing(one, row.values[one.identifier], position)

    def _missing(self, one: Field, value: object, position: int) -> Iterator[tuple[int, str]]:
        if one.holding is Holding.DAY and value is None and not one.may_be_absent:
            yield position, one.name
        elif isinstance(value, Rows):
            within = next(value.missing(), None)
            if not value.values():
                yield position, one.name
            elif within is not None:
                yield position, f"{one.name}第 {within[0]} 行的{within[1]}"

    def _says(self, one: Field, value: object) -> bool:
        if isinstance(value, Rows):
            return bool(value.values())
        return one.holding in {Holding.TEXT, Holding.TEXTS, Holding.DAY} and value not in _EMPTY

    def _plain(self, row: Row, position: int) -> dict[str, object]:
        values = {
            name: value.values() if isinstance(value, Rows) else value
            for name, value in row.values.items()
        }
        return {**values, _POSITION: position} if _POSITION in values else values

    def _beginning(self, one: Field) -> object:
        if one.holding is Holding.ROWS:
            return rows_of(one, (), is_record=self.is_record)
        if one.terms is not None:
            return next(iter(one.terms))
        return _BEGINNINGS[one.holding]


def rows_of(whole: Field, given: Iterable[object], *, is_record: bool) -> Rows:
    """Return the rows of a field as a letter holds them.

    Args:
        whole: The field with the rows.
        given: Its rows, each of the row class.
        is_record: Whether the rows of the register stand on the paper as they are there, as on
            papers without a number; on letters their facts do, and a row may be left out.
    """
    fields = {name: one for name, one in whole.row.items() if one.identifier}
    return Rows(fields, is_record, [_given(row, fields, is_record=is_record) for row in given])


def asked_in(rows: Rows) -> list[Field]:
    """Return the fields of a row that a person sees: not the one that its place gives."""
    return [one for one in rows.fields.values() if one.identifier != _POSITION]


def _given(row: object, fields: Mapping[str, Field], *, is_record: bool) -> Row:
    values: dict[str, object] = {}
    for one in fields.values():
        value = getattr(row, one.identifier)
        if one.holding is Holding.ROWS:
            value = rows_of(one, value, is_record=is_record)
        values[one.identifier] = value
    locked = frozenset(
        name
        for name, value in values.items()
        if value not in _EMPTY and not isinstance(value, Rows) and (is_record or name in _FACTS)
    )
    return Row(values, locked, is_fixed=is_record)
