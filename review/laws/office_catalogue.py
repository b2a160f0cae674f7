"""The catalogue that the office uses: the one it brought, else the program's own."""

from models.files import FileStore
from models.queries.law_catalogue import kept_catalogue
from review.laws.catalogue import Catalogue
from review.laws.catalogue_text import parse_catalogue, shipped_catalogue


def office_catalogue(files: FileStore) -> Catalogue:
    """Return the catalogue in use.

    Raises:
        StoredFileMissingError, StoredFileDamagedError: the store does not hold it as it was put.
    """
    kept = kept_catalogue()
    if kept is None:
        return shipped_catalogue()
    return Catalogue(parse_catalogue(files.read(kept.sha256)), kept.as_of_date, kept.source_name)
