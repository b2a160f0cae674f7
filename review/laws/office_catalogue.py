"""The catalogue that the office uses: the one it brought, else the program's own."""

from functools import lru_cache

from models.files import FileStore
from models.queries.law_catalogue import KeptCatalogue, kept_catalogue
from review.laws.catalogue import Catalogue
from review.laws.catalogue_text import parse_catalogue, shipped_catalogue
from review.laws.citations import shipped_index
from review.laws.law_index import LawIndex

# The one in use, and the one before it while a change is looked at.
_INDEXES_KEPT = 2


def office_catalogue(files: FileStore) -> Catalogue:
    """Return the catalogue in use.

    Raises:
        StoredFileMissingError, StoredFileDamagedError: the store does not hold it as it was put.
    """
    kept = kept_catalogue()
    return shipped_catalogue() if kept is None else _catalogue_of(kept, files)


def office_index(files: FileStore) -> LawIndex:
    """Return the names of the catalogue in use, ready to be looked up.

    Raises:
        StoredFileMissingError, StoredFileDamagedError: the store does not hold it as it was put.
    """
    kept = kept_catalogue()
    return shipped_index() if kept is None else _index_of(kept, files)


@lru_cache(maxsize=_INDEXES_KEPT)
def _index_of(kept: KeptCatalogue, files: FileStore) -> LawIndex:
    return LawIndex(_catalogue_of(kept, files))


def _catalogue_of(kept: KeptCatalogue, files: FileStore) -> Catalogue:
    return Catalogue(parse_catalogue(files.read(kept.sha256)), kept.as_of_date, kept.source_name)
