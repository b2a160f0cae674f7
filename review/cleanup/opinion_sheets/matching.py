"""Which document of the cleanup a row means: by its key, else by number, else by title."""

from collections import defaultdict
from dataclasses import dataclass

from models.domain.document_number import normalise
from models.domain.titles import core_title, title_key
from models.domain.written_numbers import read_written_number
from review.cleanup.opinion_sheets.asked import AskedDocument, AskedUnit
from review.cleanup.opinion_sheets.reply import ReplyRow


@dataclass(frozen=True, slots=True)
class Meant:
    """A document with the unit that answers for it."""

    unit: AskedUnit
    document: AskedDocument


class Scope:
    """The documents of a cleanup, to be found by key, number and title."""

    def __init__(self, units: tuple[AskedUnit, ...]) -> None:
        self.units = {unit.unit_id: unit for unit in units}
        self._by_id: dict[tuple[int, int], Meant] = {}
        self._by_number: defaultdict[str, list[Meant]] = defaultdict(list)
        self._by_title: defaultdict[str, list[Meant]] = defaultdict(list)
        for unit in units:
            for document in unit.documents:
                meant = Meant(unit, document)
                self._by_id[unit.unit_id, document.document_id] = meant
                if document.number:
                    self._by_number[_number_key(document.number)].append(meant)
                for key in _title_keys(document.title):
                    self._by_title[key].append(meant)

    def meant_by(self, row: ReplyRow, unit_id: int | None) -> tuple[Meant, ...]:
        """Return the documents a row may mean; those of the unit come before those of others."""
        if row.key is not None:
            found = self._by_id.get((row.key.unit_id, row.key.document_id))
            is_ours = found is not None and found.unit.campaign_id == row.key.campaign_id
            return (found,) if found and is_ours else ()
        by_number = self._by_number[_number_key(row.number)] if row.number else []
        by_title = [one for key in _title_keys(row.title) for one in self._by_title[key]]
        found_all = by_number or by_title
        own = [one for one in found_all if one.unit.unit_id == unit_id]
        return tuple(dict.fromkeys(own or found_all))

    def title_of(self, unit_id: int, document_id: int) -> str:
        """Return the title of a document."""
        return self._by_id[unit_id, document_id].document.title


def is_altered(row: ReplyRow, document: AskedDocument) -> bool:
    """Tell whether the row names another title or number than the register; blanks do not count."""
    other_title = bool(row.title) and not _title_keys(row.title) & _title_keys(document.title)
    other_number = bool(row.number) and _number_key(row.number) != _number_key(document.number)
    return other_title or other_number


def _title_keys(title: str) -> set[str]:
    return {title_key(title), title_key(core_title(title))} - {""}


def _number_key(number: str) -> str:
    read = read_written_number(number)
    return read.canonical if read else normalise(number)
