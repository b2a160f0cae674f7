"""Which of the laws that documents cite are no longer as they were cited (依据变动)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from models.domain.law_citations import LawChange, LawChangeKind
from models.queries.law_citations import (
    CitedLaw,
    CitingDocument,
    cited_laws,
    citing_counts,
    citing_documents,
)
from review.laws.catalogue import Law, LawStatus
from review.laws.law_index import LawIndex
from review.laws.law_standing import Standing, standing_on


@dataclass(frozen=True)
class ChangedLaw:
    """A changed law, how many documents in force cite what was, and how many were looked at."""

    change: LawChange
    document_count: int
    looked_at: int

    @property
    def open_count(self) -> int:
        """Return how many documents nobody has looked at."""
        return self.document_count - self.looked_at


def changed_laws(index: LawIndex, today: date) -> tuple[ChangedLaw, ...]:
    """Return the changed laws that documents in force cite; those with open documents first."""
    changes = tuple(_changes(cited_laws(today), index, today))
    counts = citing_counts(changes, today)
    found = (ChangedLaw(change, *counts[change.law_key]) for change in changes)
    return tuple(sorted((one for one in found if one.document_count), key=_most_open_first))


def affected_by(law: ChangedLaw, today: date) -> tuple[CitingDocument, ...]:
    """Return the documents in force that cite a law as it was, with the places."""
    return citing_documents(law.change, today)


def change_of(cited: CitedLaw, index: LawIndex, today: date) -> LawChange | None:
    """Tell what happened to a law since a document first cited it; None where nothing is known.

    A law counts as amended when the catalogue lists a version in force that was promulgated after
    the document was written. A law whose versions end without one in force counts as repealed.
    """
    named = index.look_up(cited.law_name)
    now = standing_on(named.key, named.versions, today, index.catalogue.as_of_date)
    if now.successor is not None and now.standing is Standing.REPEALED:
        kind, by = LawChangeKind.REPLACED, now.successor
        return LawChange(cited.law_key, cited.law_name, kind, by.since_date, by.name)
    if now.standing is Standing.REPEALED:
        return LawChange(cited.law_key, cited.law_name, LawChangeKind.REPEALED)
    latest = _latest_in_force(named.versions, today)
    if latest is None or cited.first_written is None:
        return None
    since = latest.effective_date or latest.promulgated_date
    if since is None or since <= cited.first_written:
        return None
    return LawChange(cited.law_key, latest.name, LawChangeKind.AMENDED, since)


def _changes(laws: Iterable[CitedLaw], index: LawIndex, today: date) -> Iterator[LawChange]:
    for cited in laws:
        change = change_of(cited, index, today)
        if change is not None:
            yield change


def _latest_in_force(versions: tuple[Law, ...], today: date) -> Law | None:
    standing = [
        law
        for law in versions
        if law.status is LawStatus.IN_FORCE and (law.effective_date or date.min) <= today
    ]
    return standing[-1] if standing else None


def _most_open_first(law: ChangedLaw) -> tuple[int, int, str]:
    return -law.open_count, -law.document_count, law.change.law_name
