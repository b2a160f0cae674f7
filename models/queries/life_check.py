"""Draw the lives of all documents anew and find those that the register shows differently."""

from collections.abc import Iterator
from datetime import date

from peewee import chunked

from models.domain.validity_line import ValidityLine
from models.queries.tuples import tuples_of
from models.recorded_lives import known_rules, recorded_lines
from models.tables.documents import Document
from models.tables.lives import LifeStretch

_DOCUMENTS_AT_ONCE = 400

Drawn = tuple[tuple[date, date, str], ...]


def wrong_lives(but: frozenset[int] = frozenset()) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield the documents whose stretches or last day do not follow from their record.

    Each comes with the fields that are wrong: ``life`` for the stretches, ``expiry_date``. The
    documents ``but`` are left out: from a record that was altered no life may follow.
    """
    rules = known_rules()
    every = tuples_of(Document.select(Document.id).order_by(Document.id))
    ids = [row[0] for row in every if row[0] not in but]
    for batch in chunked(ids, _DOCUMENTS_AT_ONCE):
        documents = list(Document.select().where(Document.id.in_(batch)))
        lines = recorded_lines(documents, rules)
        kept = _kept(batch)
        for document in documents:
            line = lines[document.id]
            wrong = {
                "life": kept.get(document.id, ()) != _drawn(line),
                "expiry_date": document.expiry_date != line.last_day,
            }
            if any(wrong.values()):
                yield document.id, tuple(name for name, is_wrong in wrong.items() if is_wrong)


def _kept(document_ids: list[int]) -> dict[int, Drawn]:
    kept: dict[int, Drawn] = {}
    query = LifeStretch.select(
        LifeStretch.document, LifeStretch.first_day, LifeStretch.last_day, LifeStretch.status
    ).where(LifeStretch.document.in_(document_ids))
    for document_id, *stretch in tuples_of(query.order_by(LifeStretch.first_day)):
        kept[document_id] = (*kept.get(document_id, ()), tuple(stretch))
    return kept


def _drawn(line: ValidityLine) -> Drawn:
    return tuple(
        (one.first_day, one.last_day or date.max, one.status.value) for one in line.stretches
    )
