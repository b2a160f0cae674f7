"""Insert many documents of the past at once, and remove them again, inside an act."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from uuid import uuid4

from peewee import chunked

from models.acts.bulk_insert import insert_rows
from models.acts.document_entry import facts_of, insert_evidence
from models.acts.historic_numbers import read_historic_number
from models.acts.life_events import Effect
from models.acts.life_lines import EventRecord, insert_events, redraw
from models.acts.lookup import require_order
from models.acts.performing import Deed
from models.acts.plain_rows import plain_rows
from models.acts.refusals import NumberTakenError, RecordMissingError
from models.domain.document_number import normalise
from models.domain.imports import EndingEntry, ImportedDocument
from models.domain.lifecycle import MakingState, NumberState
from models.domain.number_grammar import NumberScheme, ParsedNumber, scope_key
from models.domain.profile import Profile
from models.domain.records import Origin
from models.domain.terms import NumberKind
from models.domain.validity_events import ValidityEvent, ValidityEventKind
from models.kept_profiles import version_of
from models.recorded_lives import known_rules
from models.tables.bodies import IssuingBody
from models.tables.documents import Document, JointIssuer, ProcedureEvidence, Relation
from models.tables.imports import ImportedRow
from models.tables.lives import LifeEvent, LifeStretch
from models.tables.numbers import NumberCount, NumberEntry

# Large enough to be quick, small enough that progress is seen.
_DOCUMENTS_AT_ONCE = 400

Placed = tuple[int, ImportedDocument]


class ManyDocuments:
    """Inserts the documents of one import in batches; all belong to one transaction."""

    def __init__(
        self, deed: Deed, profile: Profile, run_id: int, new_bodies: Mapping[str, int]
    ) -> None:
        self._deed = deed
        self._profile = profile
        self._run_id = run_id
        self._new_bodies = new_bodies
        self._rules = known_rules()
        self._names: dict[int, str] = dict(
            plain_rows(IssuingBody.select(IssuingBody.id, IssuingBody.name))
        )
        unified = NumberEntry.kind == NumberKind.UNIFIED_NUMBER
        numbers = NumberEntry.select(NumberEntry.number_key).where(unified)
        self._taken_numbers = {key for (key,) in plain_rows(numbers)}
        self._taken_counts = set(
            plain_rows(
                NumberCount.select(
                    NumberCount.scheme_id, NumberCount.token, NumberCount.scope, NumberCount.count
                )
            )
        )

    def insert(
        self, documents: Sequence[ImportedDocument], told: Callable[[int, int], None] | None
    ) -> None:
        """Insert all documents with what belongs to them, and tell the trail of each."""
        done = 0
        for batch in chunked(map(self._with_body, documents), _DOCUMENTS_AT_ONCE):
            if told is not None:
                told(done, len(documents))
            read = {
                one.row_number: self._read(one.unified_number)
                for one in batch
                if one.unified_number
            }
            placed = self._insert_documents(batch)
            self._insert_parts(placed)
            self._draw_lives(placed)
            schemes = self._insert_numbers(placed, read)
            self._deed.record_all(
                "document",
                (
                    (document_id, self._facts(document, schemes.get(document_id)))
                    for document_id, document in placed
                ),
            )
            done += len(batch)

    def _with_body(self, document: ImportedDocument) -> ImportedDocument:
        entry = document.entry
        if document.new_issuer:
            entry = replace(entry, issuing_body_id=self._new_bodies[document.new_issuer])
            self._names[entry.issuing_body_id] = document.new_issuer
        if entry.issuing_body_id not in self._names:
            raise RecordMissingError(record="issuingbody", id=entry.issuing_body_id)
        ending = document.ending
        if ending is not None:
            require_order("published_date", entry.published_date, "begin_date", ending.begin_date)
        return replace(document, entry=entry)

    def _insert_documents(self, batch: Iterable[ImportedDocument]) -> list[Placed]:
        by_uid = {uuid4().hex: document for document in batch}
        insert_rows(Document, [self._columns(uid, one) for uid, one in by_uid.items()])
        stored = Document.select(Document.uid, Document.id).where(Document.uid.in_(list(by_uid)))
        ids: dict[str, int] = dict(plain_rows(stored))
        return [(ids[uid], document) for uid, document in by_uid.items()]

    def _columns(self, uid: str, document: ImportedDocument) -> dict[str, object]:
        entry, number, ending = document.entry, document.unified_number, document.ending
        published = entry.published_date is not None
        return {
            "uid": uid,
            "origin": Origin.HISTORIC,
            "making_state": MakingState.PUBLISHED if published else MakingState.REGISTERED,
            "issuing_body": entry.issuing_body_id,
            "issuing_body_name": self._names[entry.issuing_body_id],
            "unified_number": number or None,
            "unified_number_key": normalise(number) if number else None,
            "ended_kind": ending.kind if ending else None,
            "ended_date": ending.begin_date if ending else None,
            "profile_id": self._profile.id,
            "profile_version": version_of(self._profile),
            "registered_date": self._deed.today,
            "registered_by": self._deed.person_id,
            "created_at": self._deed.at,
            "refusal_reason": "",
            "revision": 1,
            **facts_of(entry),
        }

    def _insert_parts(self, placed: list[Placed]) -> None:
        issuers = [
            {
                "document": document_id,
                "body": issuer.body_id,
                "name": issuer.name,
                "position": position,
                "is_lead": issuer.is_lead,
            }
            for document_id, document in placed
            for position, issuer in enumerate(document.entry.joint_issuers, start=1)
        ]
        insert_rows(JointIssuer, issuers)
        for document_id, document in placed:
            for evidence in document.entry.evidence:
                insert_evidence(self._deed, document_id, evidence)
        rows = [
            {
                "import_run": self._run_id,
                "document": document_id,
                "row_number": document.row_number,
                "unheld": json.dumps(document.unheld, ensure_ascii=False),
            }
            for document_id, document in placed
        ]
        insert_rows(ImportedRow, rows)

    def _draw_lives(self, placed: list[Placed]) -> None:
        endings = [
            (document_id, _ending_record(document.ending))
            for document_id, document in placed
            if document.ending is not None
        ]
        insert_events(self._deed, endings)
        redraw([document_id for document_id, _ in placed], self._rules)

    def _insert_numbers(
        self, placed: list[Placed], found: Mapping[int, tuple[NumberScheme, ParsedNumber]]
    ) -> dict[int, str]:
        """Enter the unified numbers as they are on paper; return the series of each document."""
        read = {
            document_id: (document.unified_number, *found[document.row_number])
            for document_id, document in placed
            if document.row_number in found
        }
        insert_rows(
            NumberEntry,
            [
                self._number_columns(document_id, printed, scheme, parsed)
                for document_id, (printed, scheme, parsed) in read.items()
            ],
        )
        entered = NumberEntry.select(NumberEntry.document, NumberEntry.id)
        entries: dict[int, int] = dict(
            plain_rows(entered.where(NumberEntry.document.in_(list(read))))
        )
        counts = [
            {
                "entry": entries[document_id],
                "scheme_id": scheme.id,
                "token": rule.token,
                "scope": scope_key(rule, parsed.fields),
                "count": parsed.counts[rule.token.value],
            }
            for document_id, (_, scheme, parsed) in read.items()
            for rule in scheme.counters
        ]
        insert_rows(NumberCount, counts)
        return {document_id: scheme.id for document_id, (_, scheme, _) in read.items()}

    def _read(self, printed: str) -> tuple[NumberScheme, ParsedNumber]:
        scheme, parsed = read_historic_number(self._profile, printed)
        counts = {
            (
                scheme.id,
                rule.token.value,
                scope_key(rule, parsed.fields),
                parsed.counts[rule.token.value],
            )
            for rule in scheme.counters
        }
        if normalise(printed) in self._taken_numbers or counts & self._taken_counts:
            raise NumberTakenError(number=printed)
        self._taken_numbers.add(normalise(printed))
        self._taken_counts |= counts
        return scheme, parsed

    def _number_columns(
        self, document_id: int, printed: str, scheme: NumberScheme, parsed: ParsedNumber
    ) -> dict[str, object]:
        return {
            "kind": scheme.kind,
            "series": scheme.series or "",
            "scheme_id": scheme.id,
            "printed": printed,
            "number_key": normalise(printed),
            "number_year": parsed.fields.year,
            "state": NumberState.ALLOTTED,
            "is_back_entry": True,
            "document": document_id,
            "allotted_date": self._deed.today,
            "allotted_at": self._deed.at,
            "allotted_by": self._deed.person_id,
        }

    def _facts(self, document: ImportedDocument, scheme_id: str | None) -> dict[str, object]:
        facts: dict[str, object] = {
            "entry": document.entry,
            "handling": document.handling,
            "import_id": self._run_id,
            "row": document.row_number,
            "unheld": document.unheld,
        }
        if scheme_id is not None:
            facts |= {"historic_number": document.unified_number, "scheme": scheme_id}
        if document.ending is not None:
            ending = document.ending
            facts |= {"ending": ending.kind, "effect": Effect(ending.begin_date, ending.reason)}
        return facts


def _ending_record(ending: EndingEntry) -> EventRecord:
    kind = ValidityEventKind(ending.kind.value)
    return EventRecord(ValidityEvent(kind, ending.begin_date), ending.reason)


def remove_documents(document_ids: Sequence[int]) -> None:
    """Remove documents that nothing else refers to, with their numbers, issuers and rows."""
    for batch in chunked(document_ids, _DOCUMENTS_AT_ONCE):
        entries = NumberEntry.select(NumberEntry.id).where(NumberEntry.document.in_(batch))
        NumberCount.delete().where(NumberCount.entry.in_(entries)).execute()
        for table in (
            NumberEntry,
            JointIssuer,
            ProcedureEvidence,
            Relation,
            ImportedRow,
            LifeEvent,
            LifeStretch,
        ):
            table.delete().where(table.document.in_(batch)).execute()
        Document.delete().where(Document.id.in_(batch)).execute()
