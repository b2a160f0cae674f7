"""One law of the catalogue marked by hand as repealed or amended, when word of it arrives."""

from dataclasses import dataclass, replace
from datetime import date

from models.acts.law_catalogue import LawCatalogueUpdate
from models.files import FileStore
from resources.terms import name_in
from review.errors import LawMarkUnfitError, LawUnknownError
from review.law_files.changes import CatalogueChanges, Manner, changes_by
from review.law_files.updating import stored_changes
from review.laws.catalogue import Catalogue, Law, LawStatus
from review.laws.catalogue_text import write_catalogue
from review.laws.office_catalogue import office_catalogue

_MARKABLE = (LawStatus.REPEALED, LawStatus.AMENDED)
_SOURCE = "LawCatalogueSource"


@dataclass(frozen=True)
class LawMark:
    """What became of a law, who says so, and the days of the text that is in force instead.

    ``promulgated_date`` and ``effective_date`` are those of the amended text; a repealed law has
    none.
    """

    name: str
    status: LawStatus
    basis: str
    promulgated_date: date | None = None
    effective_date: date | None = None


def changes_of_mark(mark: LawMark, catalogue: Catalogue) -> CatalogueChanges:
    """Return what a mark changes of a catalogue.

    A repealed law has no version in force any more; an amended one has its newest marked and the
    amended text added.

    Raises:
        LawUnknownError: the catalogue has no version of this law in force.
        LawMarkUnfitError: the status cannot be marked, nobody is named who says so, or the day of
            the amended text lacks or is not later than that of the text it amends.
    """
    standing = [law for law in catalogue.named(mark.name) if law.status is LawStatus.IN_FORCE]
    if not standing:
        raise LawUnknownError(name=mark.name)
    _check(mark, standing[-1])
    note = mark.basis.strip()
    marked = tuple(replace(law, status=mark.status, note=note) for law in standing)
    if mark.status is LawStatus.REPEALED:
        return changes_by(marked, catalogue, Manner.SUPPLEMENT)
    amended = replace(
        standing[-1],
        promulgated_date=mark.promulgated_date,
        effective_date=mark.effective_date or mark.promulgated_date,
        note=note,
    )
    return changes_by((*marked, amended), catalogue, Manner.SUPPLEMENT)


def marked_update(mark: LawMark, files: FileStore) -> LawCatalogueUpdate:
    """Put the catalogue with a mark into the store, for the act to name it.

    Raises:
        LawUnknownError, LawMarkUnfitError: as ``changes_of_mark``.
        FileNotStoredError: the store refuses.
    """
    catalogue = office_catalogue(files)
    changes = changes_of_mark(mark, catalogue)
    rows = (*(after for _, after in changes.changed), *changes.added)
    # The mark says nothing of the other laws: the catalogue is as old as it was.
    source = files.put_bytes(write_catalogue(rows), _source_name(catalogue))
    return stored_changes(changes, catalogue.as_of_date, source, files)


def _check(mark: LawMark, present: Law) -> None:
    is_amended = mark.status is LawStatus.AMENDED
    later = mark.promulgated_date is not None and (
        present.promulgated_date is None or mark.promulgated_date > present.promulgated_date
    )
    if mark.status not in _MARKABLE or not mark.basis.strip() or (is_amended and not later):
        raise LawMarkUnfitError(name=mark.name)


def _source_name(catalogue: Catalogue) -> str:
    """A catalogue with marks is named after the one it came from, however many marks it has."""
    marked = name_in(_SOURCE, "marked")
    origin = catalogue.origin or name_in(_SOURCE, "shipped")
    return origin if origin.endswith(marked) else origin + marked
