"""Which catalogue of laws the office uses."""

from dataclasses import dataclass
from datetime import date

from models.law_catalogue import LawCatalogueKey
from models.tables.office import Setting


@dataclass(frozen=True)
class KeptCatalogue:
    """A catalogue that the office brought: its file in the store, what it came from, its day."""

    sha256: str
    source_name: str
    as_of_date: date


def kept_catalogue() -> KeptCatalogue | None:
    """Return the catalogue that the office brought, or None while the program's own is used."""
    kept = {row.key: row.value for row in Setting.select().where(Setting.key.in_(_KEYS))}
    if not kept.get(LawCatalogueKey.FILE):
        return None
    return KeptCatalogue(
        kept[LawCatalogueKey.FILE],
        kept[LawCatalogueKey.NAME],
        date.fromisoformat(kept[LawCatalogueKey.AS_OF_DATE]),
    )


_KEYS = [key.value for key in LawCatalogueKey]
