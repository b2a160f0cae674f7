"""A clerk takes a whole ledger into the register, and takes it back (台账导入、撤销导入)."""

from collections.abc import Callable
from uuid import uuid4

from models.acts.document_entry import check_entry, keep_stored_file
from models.acts.import_refusals import (
    ImportCountedError,
    ImportEmptyError,
    ImportReversedError,
    ImportStaleError,
    ImportTouchedError,
)
from models.acts.issuing_bodies import insert_body
from models.acts.lookup import fetch, profile_in_force, require
from models.acts.many_documents import ManyDocuments, remove_documents
from models.acts.performing import Deed, act
from models.acts.plain_rows import plain_rows
from models.domain.clock import legal_day
from models.domain.imports import ImportKind, ImportState, KnownDocuments, LedgerImport
from models.domain.lifecycle import MakingState
from models.domain.records import DuplicateHandling
from models.domain.roles import ActName
from models.tables.audit import AuditLine
from models.tables.bodies import IssuingBody
from models.tables.cleanups import CleanupAffected, CleanupEntry
from models.tables.documents import Document, Relation
from models.tables.evaluations import Evaluation
from models.tables.filings import Filing, Review
from models.tables.imports import ImportedRow, ImportRun
from models.tables.letters import LetterDocument
from models.tables.numbers import NumberCount, NumberCounter, NumberEntry

_NAMED_TITLES = 3


@act(ActName.IMPORT_LEDGER)
def import_ledger(
    deed: Deed, ledger: LedgerImport, told: Callable[[int, int], None] | None = None
) -> int:
    """Enter every document of a ledger, all or none, and return the id of the import.

    The documents are historic: they pass no gates, and their numbers move no counter. ``told``
    hears how many of how many are entered; what it raises breaks the whole import off.

    Raises:
        ImportEmptyError: there is no document.
        ImportStaleError: one of them is in the register meanwhile.
        FutureDateError: one was signed, adopted or published in the future.
        DateOrderError: one was published before it was adopted.
        NumberUnreadableError: no series of the profile, old or new, reads a unified number.
        NumberTakenError: the number ledger has a unified number.
    """
    if not ledger.documents:
        raise ImportEmptyError(name=ledger.source.original_name)
    profile = profile_in_force(deed)
    keep_stored_file(deed, ledger.source)
    bodies = _enter_bodies(deed, ledger)
    _refuse_doubles(deed, ledger)
    run_id = _insert_run(deed, ledger)
    deed.record("import_run", run_id, import_run=_facts_of(ledger), bodies=sorted(bodies.values()))
    ManyDocuments(deed, profile, run_id, bodies).insert(ledger.documents, told)
    return run_id


@act(ActName.REVERSE_IMPORT)
def reverse_import(deed: Deed, run_id: int, reason: str) -> int:
    """Take an import back: its documents leave the register, the trail keeps them. Return its id.

    Issuing bodies that came with it stay: they are, whatever the ledger said of documents.

    Raises:
        FieldEmptyError: no reason is given.
        RecordMissingError: no such import.
        ImportReversedError: it was taken back before.
        ImportTouchedError: something was done to one of its documents since.
        ImportCountedError: a counter was confirmed to follow one of its numbers.
    """
    require(reason=reason)
    run = fetch(ImportRun, run_id)
    if run.state == ImportState.REVERSED:
        raise ImportReversedError(name=run.source_name, reversed_date=legal_day(run.reversed_at))
    rows = ImportedRow.select(ImportedRow.document).where(ImportedRow.import_run == run_id)
    removed = sorted(int(row.document_id) for row in rows)
    _refuse_touched(run)
    _refuse_counted(run)
    remove_documents(removed)
    ImportRun.update(
        state=ImportState.REVERSED,
        reversal_reason=reason.strip(),
        reversed_at=deed.at,
        reversed_by=deed.person_id,
    ).where(ImportRun.id == run_id).execute()
    deed.record("import_run", run_id, removed=removed, reason=reason)
    return run_id


def _enter_bodies(deed: Deed, ledger: LedgerImport) -> dict[str, int]:
    bodies = {}
    for body in ledger.new_bodies:
        bodies[body.name] = insert_body(body)
        deed.record("issuing_body", bodies[body.name], entry=body)
    return bodies


def _refuse_doubles(deed: Deed, ledger: LedgerImport) -> None:
    """Look once more under the lock: somebody may have registered one of them meanwhile."""
    known = KnownDocuments()
    query = Document.select(
        Document.title, Document.document_number, Document.issuing_body_name, Document.id
    ).where(Document.making_state != MakingState.NOT_REGISTERED)
    for title, number, issuer, document_id in plain_rows(query):
        known.add(title, number or "", issuer, str(document_id))
    names: dict[int, str] = dict(plain_rows(IssuingBody.select(IssuingBody.id, IssuingBody.name)))
    for one in ledger.documents:
        entry = one.entry
        check_entry(deed, entry)
        issuer = one.new_issuer or names.get(entry.issuing_body_id, "")
        is_double = known.double_of(entry.title, entry.document_number, issuer) is not None
        if is_double and one.handling is DuplicateHandling.REFUSE:
            raise ImportStaleError(
                row=one.row_number, title=entry.title, number=entry.document_number
            )
        known.add(entry.title, entry.document_number, issuer, str(one.row_number))


def _insert_run(deed: Deed, ledger: LedgerImport) -> int:
    return int(
        ImportRun.insert(
            uid=uuid4().hex,
            kind=ImportKind.LEDGER,
            stored_file=ledger.source.sha256,
            source_name=ledger.source.original_name,
            sheet=ledger.sheet,
            header_key=ledger.header_key,
            choices=ledger.choices,
            row_count=ledger.row_count,
            document_count=len(ledger.documents),
            performed_at=deed.at,
            performed_by=deed.person_id,
            state=ImportState.PERFORMED,
        ).execute()
    )


def _facts_of(ledger: LedgerImport) -> dict[str, object]:
    return {
        "kind": ImportKind.LEDGER,
        "stored_file": ledger.source.sha256,
        "source_name": ledger.source.original_name,
        "sheet": ledger.sheet,
        "header_key": ledger.header_key,
        "choices": ledger.choices,
        "row_count": ledger.row_count,
        "document_count": len(ledger.documents),
    }


def _refuse_touched(run: ImportRun) -> None:
    ours = ImportedRow.select(ImportedRow.document).where(ImportedRow.import_run == run.id)
    performed = AuditLine.select(AuditLine.op_id).where(
        AuditLine.subject_kind == "import_run",
        AuditLine.subject_id == run.id,
        AuditLine.act == ActName.IMPORT_LEDGER,
    )
    told_of = AuditLine.select(AuditLine.subject_id).where(
        AuditLine.subject_kind == "document",
        AuditLine.subject_id.in_(ours),
        AuditLine.op_id.not_in(performed),
    )
    foreign = Relation.select(Relation.target).where(
        Relation.target.in_(ours), Relation.document.not_in(ours)
    )
    touched = (
        Document.select(Document.title)
        .where(
            Document.id.in_(ours),
            Document.id.in_(told_of)
            | Document.id.in_(foreign)
            | Document.id.in_(Filing.select(Filing.document))
            | Document.id.in_(Review.select(Review.document))
            | Document.id.in_(Evaluation.select(Evaluation.document))
            | Document.id.in_(LetterDocument.select(LetterDocument.document))
            | Document.id.in_(CleanupEntry.select(CleanupEntry.document))
            | Document.id.in_(CleanupAffected.select(CleanupAffected.document)),
        )
        .order_by(Document.id)
    )
    count = touched.count()
    if count:
        titles = tuple(row.title for row in touched.limit(_NAMED_TITLES))
        raise ImportTouchedError(name=run.source_name, count=count, titles=titles)


def _refuse_counted(run: ImportRun) -> None:
    """Refuse when a counter stands on a number of the import and on none that would stay."""
    ours = ImportedRow.select(ImportedRow.document).where(ImportedRow.import_run == run.id)
    counted = (
        NumberCount.select(NumberEntry.printed)
        .join(NumberEntry)
        .switch(NumberCount)
        .join(
            NumberCounter,
            on=(
                (NumberCounter.scheme_id == NumberCount.scheme_id)
                & (NumberCounter.token == NumberCount.token)
                & (NumberCounter.scope == NumberCount.scope)
                & (NumberCounter.last_count == NumberCount.count)
            ),
        )
        .where(NumberEntry.document.in_(ours))
        .tuples()
        .first()
    )
    if counted is not None:
        raise ImportCountedError(name=run.source_name, number=counted[0])
