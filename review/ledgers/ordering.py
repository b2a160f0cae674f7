"""From judged rows to the import that a clerk confirms, and what the register says beforehand."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from models.domain.imports import LedgerImport
from models.domain.profile import Profile
from models.domain.records import FileEntry
from models.domain.terms import NumberKind
from models.queries.bodies import issuing_bodies
from models.queries.imports import known_documents, unified_numbers_taken
from review.ledgers.issuers import BodyNames
from review.ledgers.judging import JudgedRow
from review.ledgers.problems import Verdict
from review.ledgers.row_entry import RegisterFacts
from review.ledgers.table import LedgerTable
from review.ledgers.understanding import Understanding, choices_text


def register_facts(today: date, profile: Profile) -> RegisterFacts:
    """Return what the open register says that rows are judged by."""
    bodies = issuing_bodies()
    return RegisterFacts(
        today=today,
        bodies=BodyNames(bodies),
        body_classes={body.id: body.body_class for body in bodies},
        body_names={body.id: body.name for body in bodies},
        known=known_documents(),
        unified_numbers=unified_numbers_taken(),
        schemes=profile.schemes_of(NumberKind.UNIFIED_NUMBER),
    )


def import_of(
    source: FileEntry,
    table: LedgerTable,
    understanding: Understanding,
    judged: Sequence[JudgedRow],
    body_names: Mapping[int, str],
) -> LedgerImport:
    """Return the import of all rows that can come into the register."""
    documents = tuple(one.document for one in judged if one.document is not None)
    wanted = {one.new_issuer for one in documents}
    bodies = {
        choice.new_body.name: choice.new_body
        for choice in understanding.bodies.values()
        if choice.new_body is not None and choice.new_body.name in wanted
    }
    return LedgerImport(
        source=source,
        sheet=table.sheet.name,
        header_key=table.header_key,
        choices=choices_text(table, understanding, body_names),
        row_count=len(table.rows),
        documents=documents,
        new_bodies=tuple(bodies.values()),
    )


def counts_of(judged: Sequence[JudgedRow]) -> dict[Verdict, int]:
    """Return how many rows there are of each verdict."""
    counts = Counter(one.verdict for one in judged)
    return {verdict: counts[verdict] for verdict in Verdict}
