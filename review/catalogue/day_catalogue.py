"""All that the catalogue of a day says, read once; what is written from it needs no register."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from models.domain.terms import DocumentClass, ValidityStatus
from models.queries.day_catalogue import (
    CatalogueEntry,
    CatalogueEvent,
    CatalogueFilter,
    catalogue_entries,
    catalogue_ids,
    events_until,
)
from models.queries.office import office


@dataclass(frozen=True)
class DayCatalogue:
    """The catalogue of a day.

    Attributes:
        day: The day on which the documents stood so.
        made_date: The day the catalogue was made.
        office_name: Whose register it was made from.
        scope: Whose documents it lists, for example the name of the county.
        entries: By class, issuing body and publication.
        events: What happened to each document up to the day.
    """

    day: date
    made_date: date
    office_name: str
    scope: str
    entries: tuple[CatalogueEntry, ...]
    events: Mapping[int, Sequence[CatalogueEvent]]

    @property
    def in_force(self) -> tuple[CatalogueEntry, ...]:
        """Return the documents in force on the day."""
        return tuple(one for one in self.entries if one.status.is_in_force)

    def counts(self) -> dict[ValidityStatus, int]:
        """Return how many documents there are of each status."""
        found = Counter(one.status for one in self.entries)
        return {status: found[status] for status in ValidityStatus if found[status]}

    def by_class(
        self, entries: Sequence[CatalogueEntry]
    ) -> dict[DocumentClass, tuple[CatalogueEntry, ...]]:
        """Return the documents parted by class, in the order of the classes."""
        found: dict[DocumentClass, list[CatalogueEntry]] = defaultdict(list)
        for one in entries:
            found[one.document_class].append(one)
        return {one: tuple(found[one]) for one in DocumentClass if one in found}


def read_catalogue(narrowing: CatalogueFilter, made_date: date) -> DayCatalogue:
    """Read the catalogue of a day from the register.

    Raises:
        ProfileNotKeptError: a document is under rules that the register does not hold.
    """
    ids = catalogue_ids(narrowing)
    sender = office()
    return DayCatalogue(
        day=narrowing.day,
        made_date=made_date,
        office_name=sender.office_name,
        scope=sender.government_name.removesuffix("人民政府"),
        entries=tuple(catalogue_entries(ids, narrowing.day)),
        events=events_until(ids, narrowing.day),
    )
