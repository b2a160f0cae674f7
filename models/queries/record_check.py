"""Compare the records with what the audit trail says they hold: altered, deleted, slipped in."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from peewee import Field

from models.domain.clock import legal_day
from models.domain.letter_hash import letter_hash
from models.domain.trail_replay import RecordKey, ReplayedRecord, ToldAct, Values, replay
from models.queries.life_check import wrong_lives
from models.queries.tuples import tuples_of
from models.tables.audit import AuditLine
from models.tables.base import BaseTable
from models.tables.bodies import IssuingBody
from models.tables.documents import Document, DocumentFile
from models.tables.filings import Filing, Finding, Review
from models.tables.imports import ImportRun
from models.tables.letters import Letter, LetterDelivery, LetterPaper
from models.tables.lives import LifeEvent

_LINES_BETWEEN_REPORTS = 500

# A letter's kind and data are checked by the hash that the trail keeps of both.
TABLES: dict[ReplayedRecord, type[BaseTable]] = {
    ReplayedRecord.ISSUING_BODY: IssuingBody,
    ReplayedRecord.DOCUMENT: Document,
    ReplayedRecord.FILING: Filing,
    ReplayedRecord.REVIEW: Review,
    ReplayedRecord.FINDING: Finding,
    ReplayedRecord.LETTER: Letter,
    ReplayedRecord.IMPORT_RUN: ImportRun,
}
FIELDS = {
    ReplayedRecord.ISSUING_BODY: """
        name short_name body_class body_level organ_code document_code is_eligible
        ineligible_reason ended_date successor
    """,
    ReplayedRecord.DOCUMENT: """
        title issuing_body issuing_body_name document_class document_kind is_trial
        is_market_related has_major_effect drafting_unit addressee document_number unified_number
        site_index_number signer signed_date adopted_date printed_date published_date
        effective_date early_effect_reason validity_kind validity_amount validity_until_date
        amended_date ended_kind ended_date interpretation_body registered_date
        refusal_reason
    """,
    ReplayedRecord.FILING: """
        document filing_body filing_report_number received_date received_way registered_date
        filing_register_number refusal_reason refused_date
    """,
    ReplayedRecord.REVIEW: """
        document state opened_date due_date concluded_date requested_act summary
    """,
    ReplayedRecord.FINDING: """
        review clause quote finding_class problem basis_title basis_article basis_text suggestion
        withdrawn_reason
    """,
    ReplayedRecord.LETTER: "letter_number letter_date withdrawn_reason check_code",
    ReplayedRecord.IMPORT_RUN: """
        kind stored_file source_name sheet header_key row_count document_count state
        reversal_reason
    """,
}


class RecordFaultKind(StrEnum):
    """How a record departs from the trail."""

    ALTERED = "altered"  # 与留痕不符
    DELETED = "deleted"  # 记录被删除
    SLIPPED_IN = "slipped_in"  # 没有留痕


@dataclass(frozen=True)
class RecordFault:
    """A record that is not as the trail says, and the fields in which it differs."""

    kind: RecordFaultKind
    record: ReplayedRecord
    record_id: int
    fields: tuple[str, ...] = ()


def differing_records(
    told: Callable[[int, int], None] | None = None,
) -> tuple[RecordFault, ...]:
    """Return the records that were changed in any other way than by the acts of the trail.

    The trail itself must have been verified: where it was altered, the records differ from it.
    ``told`` hears from time to time how many of how many lines were read.
    """
    expected = replay(_told_acts(told))
    kept = _kept()
    faults = [
        fault
        for key in expected.keys() | kept.keys()
        if (fault := _compare(key, expected.get(key), kept.get(key))) is not None
    ]
    known = {fault.record_id for fault in faults if fault.record is ReplayedRecord.DOCUMENT}
    faults += [
        RecordFault(RecordFaultKind.ALTERED, ReplayedRecord.DOCUMENT, document_id, fields)
        for document_id, fields in wrong_lives(frozenset(known))
    ]
    return tuple(
        sorted(faults, key=lambda one: (list(ReplayedRecord).index(one.record), one.record_id))
    )


def _compare(key: RecordKey, expected: Values | None, kept: Values | None) -> RecordFault | None:
    if kept is None:
        return RecordFault(RecordFaultKind.DELETED, key.kind, key.id)
    if expected is None:
        return RecordFault(RecordFaultKind.SLIPPED_IN, key.kind, key.id)
    fields = tuple(
        name for name, value in kept.items() if _plain(value) != _plain(expected.get(name))
    )
    return RecordFault(RecordFaultKind.ALTERED, key.kind, key.id, fields) if fields else None


def _plain(value: object) -> object:
    """Return a value as the trail would hold it; an empty text and no text are the same."""
    if isinstance(value, date):
        return value.isoformat()
    return value.strip() or None if isinstance(value, str) else value


def _told_acts(told: Callable[[int, int], None] | None) -> Iterator[ToldAct]:
    kinds = [kind.value for kind in ReplayedRecord]
    query = AuditLine.select(
        AuditLine.subject_kind, AuditLine.subject_id, AuditLine.at, AuditLine.payload
    ).where(AuditLine.subject_kind.in_(kinds))
    total = query.count() if told else 0
    lines = tuples_of(query.order_by(AuditLine.sequence))
    for done, (kind, record_id, at, payload) in enumerate(lines, start=1):
        if told and done % _LINES_BETWEEN_REPORTS == 0:
            told(done, total)
        day = legal_day(datetime.fromisoformat(at))
        yield ToldAct(RecordKey(ReplayedRecord(kind), record_id), day, json.loads(payload))


def _kept() -> dict[RecordKey, Values]:
    records: dict[RecordKey, Values] = {}
    for kind, table in TABLES.items():
        names = FIELDS[kind].split()
        columns: list[Field] = [getattr(table, name) for name in names]
        for record_id, *values in tuples_of(table.select(table.id, *columns)):
            records[RecordKey(kind, record_id)] = dict(zip(names, values, strict=True))
    _add_files(records)
    _add_events(records)
    _add_letters(records)
    return records


def _add_files(records: dict[RecordKey, Values]) -> None:
    files: dict[int, list[str]] = {}
    query = DocumentFile.select(DocumentFile.document, DocumentFile.stored_file)
    for document_id, digest in tuples_of(query.order_by(DocumentFile.position)):
        files.setdefault(document_id, []).append(digest)
    for key, values in records.items():
        if key.kind is ReplayedRecord.DOCUMENT:
            values["files"] = tuple(files.get(key.id, ()))


def _add_events(records: dict[RecordKey, Values]) -> None:
    events: dict[int, list[tuple[str, str]]] = {}
    query = LifeEvent.select(LifeEvent.document, LifeEvent.kind, LifeEvent.begin_date)
    for document_id, kind, day in tuples_of(query.order_by(LifeEvent.id)):
        events.setdefault(document_id, []).append((kind, day.isoformat()))
    for key, values in records.items():
        if key.kind is ReplayedRecord.DOCUMENT:
            values["life_events"] = tuple(events.get(key.id, ()))


def _add_letters(records: dict[RecordKey, Values]) -> None:
    papers: dict[int, dict[str, str]] = {}
    query = LetterPaper.select(LetterPaper.letter, LetterPaper.format, LetterPaper.stored_file)
    for letter_id, paper_format, digest in tuples_of(query):
        papers.setdefault(letter_id, {})[paper_format] = digest
    deliveries = _deliveries()
    for letter_id, kind, data in tuples_of(Letter.select(Letter.id, Letter.kind, Letter.data)):
        values = records[RecordKey(ReplayedRecord.LETTER, letter_id)]
        values["letter_kind"] = kind
        values["data"] = _hash_of(kind, data)
        values["papers"] = tuple(sorted(papers.get(letter_id, {}).items()))
        values["deliveries"] = tuple(sorted(deliveries.get(letter_id, {}).items()))


def _deliveries() -> dict[int, dict[str, tuple[object, ...]]]:
    found: dict[int, dict[str, tuple[object, ...]]] = {}
    query = LetterDelivery.select(
        LetterDelivery.letter,
        LetterDelivery.recipient,
        LetterDelivery.delivered_date,
        LetterDelivery.delivery_way,
        LetterDelivery.received_by,
        LetterDelivery.remark,
    )
    for letter_id, recipient, day, *rest in tuples_of(query):
        found.setdefault(letter_id, {})[recipient] = (day.isoformat(), *rest)
    return found


def _hash_of(kind: str, data: str) -> str:
    try:
        return letter_hash(kind, json.loads(data))
    except ValueError:
        return ""
