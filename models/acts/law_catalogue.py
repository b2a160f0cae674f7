"""An administrator brings a newer catalogue of laws into use, or goes back to the program's own."""

from dataclasses import dataclass
from datetime import date

from models.acts.document_entry import keep_stored_file
from models.acts.lookup import require, require_past
from models.acts.performing import Deed, act
from models.acts.refusals import ShippedCatalogueError
from models.domain.records import FileEntry
from models.domain.roles import ActName
from models.law_catalogue import LawCatalogueKey
from models.tables.office import Setting


@dataclass(frozen=True)
class LawCatalogueUpdate:
    """A catalogue made from an office's file, both already in the store, and what it changes."""

    catalogue: FileEntry
    source: FileEntry
    as_of_date: date
    added: int
    changed: int
    removed: int


@act(ActName.UPDATE_LAW_CATALOGUE)
def update_law_catalogue(deed: Deed, update: LawCatalogueUpdate) -> int:
    """Use this catalogue from now on and return how many laws it changes.

    The one used until now stays in the store, and the trail names both.

    Raises:
        FutureDateError: the catalogue claims to know a day to come.
    """
    require_past(deed, as_of_date=update.as_of_date)
    keep_stored_file(deed, update.catalogue)
    keep_stored_file(deed, update.source)
    before = _put(
        {
            LawCatalogueKey.FILE: update.catalogue.sha256,
            LawCatalogueKey.NAME: update.source.original_name,
            LawCatalogueKey.AS_OF_DATE: update.as_of_date.isoformat(),
        }
    )
    deed.record("register", 0, before=before, update=update)
    return update.added + update.changed + update.removed


@act(ActName.REVERT_LAW_CATALOGUE)
def revert_law_catalogue(deed: Deed, reason: str) -> int:
    """Go back to the catalogue that comes with the program; return how many settings changed.

    Raises:
        FieldEmptyError: no reason is given.
        ShippedCatalogueError: that is the one in use.
    """
    require(reason=reason)
    before = _put(dict.fromkeys(LawCatalogueKey, ""))
    if not before[LawCatalogueKey.FILE]:
        raise ShippedCatalogueError
    deed.record("register", 0, before=before, reason=reason)
    return len(before)


def _put(values: dict[LawCatalogueKey, str]) -> dict[LawCatalogueKey, str]:
    """Keep the values and return those kept before."""
    kept = {row.key: row.value for row in Setting.select().where(Setting.key.in_(list(values)))}
    for key, value in values.items():
        if key in kept:
            Setting.update(value=value).where(Setting.key == key).execute()
        else:
            Setting.insert(key=key, value=value).execute()
    return {key: kept.get(key, "") for key in values}
