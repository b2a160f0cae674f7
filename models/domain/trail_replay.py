"""What the records must hold by the audit trail: every record's lines, one after the other."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import cast

from models.domain.imports import ImportState
from models.domain.lifecycle import ReviewState

Facts = Mapping[str, object]

# What the replay says of a record: plain values as they stand in the trail, by field.
Values = dict[str, object]


class ReplayedRecord(StrEnum):
    """The kinds of record that the trail is replayed for."""

    ISSUING_BODY = "issuing_body"  # 制定机关
    DOCUMENT = "document"  # 文件
    FILING = "filing"  # 备案件
    REVIEW = "review"  # 审查件
    FINDING = "finding"  # 审查发现
    LETTER = "letter"  # 文书
    IMPORT_RUN = "import_run"  # 导入


@dataclass(frozen=True)
class RecordKey:
    """One record."""

    kind: ReplayedRecord
    id: int


@dataclass(frozen=True)
class ToldAct:
    """A line of the trail about a record: the legal day of the act, and what it wrote down."""

    key: RecordKey
    day: date
    facts: Facts


@dataclass
class _Replay:
    records: dict[RecordKey, Values]

    def follow(self, told: ToldAct) -> None:
        """Do to the replayed record what the act did to the record."""
        match told.key.kind:
            case ReplayedRecord.ISSUING_BODY:
                self._follow_body(told)
            case ReplayedRecord.DOCUMENT:
                self._follow_document(told)
            case ReplayedRecord.FILING:
                self._follow_filing(told)
            case ReplayedRecord.REVIEW | ReplayedRecord.FINDING:
                self._follow_review(told)
            case ReplayedRecord.LETTER:
                self._follow_letter(told)
            case ReplayedRecord.IMPORT_RUN:
                self._follow_import(told)

    def _of(self, key: RecordKey) -> Values:
        return self.records.setdefault(key, {})

    def _follow_body(self, told: ToldAct) -> None:
        entry = _table(told.facts.get("entry", {}))
        self._of(told.key).update(entry, body_level=entry.get("level"))
        for ended in cast("list[Facts]", told.facts.get("succeeds", [])):
            old = RecordKey(ReplayedRecord.ISSUING_BODY, cast("int", ended["id"]))
            self._of(old).update(ended_date=told.facts["ended_date"], successor=told.key.id)

    def _enter_document(self, document_id: int, entry: Facts, day: date) -> None:
        body_id = cast("int", entry["issuing_body_id"])
        body = self.records.get(RecordKey(ReplayedRecord.ISSUING_BODY, body_id), {})
        files = cast("list[Facts]", entry.get("files", []))
        values = self._of(RecordKey(ReplayedRecord.DOCUMENT, document_id))
        values |= _flat(entry)
        values["issuing_body"] = body_id
        values["issuing_body_name"] = body.get("name")
        values["files"] = tuple(file["sha256"] for file in files)
        values["registered_date"] = day.isoformat()
        values.setdefault("life_events", ())

    def _follow_document(self, told: ToldAct) -> None:
        facts, values = told.facts, self._of(told.key)
        if "entry" in facts:
            self._enter_document(told.key.id, _table(facts["entry"]), told.day)
            values["refusal_reason"] = facts.get("reason")
        if "after" in facts:
            values |= _flat(_table(facts["after"]))
        if "attached" in facts:
            files = cast("tuple[object, ...]", values.get("files", ()))
            values["files"] = (*files, _table(facts["attached"])["sha256"])
        for name in ("void_number", "unified_number", "historic_number"):
            if name in facts:
                values["unified_number"] = None if name == "void_number" else facts[name]
        if "issued_date" in facts:
            _issue(values, f"{facts['kind']}_date", str(facts["issued_date"]))
        _live(values, facts)

    def _follow_filing(self, told: ToldAct) -> None:
        facts, values = told.facts, self._of(told.key)
        if "intake" in facts:
            intake = _table(facts["intake"])
            document_id = cast("int", facts["document"])
            values |= {"document": document_id, "filing_body": intake["filing_body_id"], **intake}
            if isinstance(intake.get("document"), Mapping):
                self._enter_document(document_id, _table(intake["document"]), told.day)
            values["document"] = document_id
        if "after" in facts:
            values |= _table(facts["after"])
        if "filing_register_number" in facts:
            values["filing_register_number"] = facts["filing_register_number"]
            values["registered_date"] = told.day.isoformat()
        if "reason" in facts and "after" not in facts:
            values["refusal_reason"] = facts["reason"]
            values["refused_date"] = told.day.isoformat()

    def _follow_review(self, told: ToldAct) -> None:
        facts, values = told.facts, self._of(told.key)
        if "entry" in facts:
            values["document"] = _table(facts["entry"])["document_id"]
            values["opened_date"] = told.day.isoformat()
            values["due_date"] = facts["due_date"]
            values["state"] = ReviewState.UNDER_REVIEW.value
        if "conclusion" in facts:
            values |= {name: facts[name] for name in ("requested_act", "summary")}
            values["state"] = facts["conclusion"]
            values["concluded_date"] = told.day.isoformat()
        if "finding" in facts:
            finding = RecordKey(ReplayedRecord.FINDING, cast("int", facts["finding_id"]))
            self._of(finding).update(_table(facts["finding"]), review=told.key.id)
        if "withdrawn_finding_id" in facts:
            finding = RecordKey(ReplayedRecord.FINDING, cast("int", facts["withdrawn_finding_id"]))
            self._of(finding)["withdrawn_reason"] = facts["reason"]

    def _follow_letter(self, told: ToldAct) -> None:
        facts, values = told.facts, self._of(told.key)
        if "data_hash" in facts:
            papers = _table(facts["papers"])
            values["letter_kind"] = facts["kind"]
            values["letter_number"] = facts["letter_number"]
            values["letter_date"] = told.day.isoformat()
            values["data"] = facts["data_hash"]
            values["papers"] = tuple(sorted(papers.items()))
            values["check_code"] = facts.get("check_code")
            values["deliveries"] = ()
        if "reason" in facts:
            values["withdrawn_reason"] = facts["reason"]
        if "delivery" in facts:
            values["deliveries"] = _delivered(values["deliveries"], _table(facts["delivery"]))

    def _follow_import(self, told: ToldAct) -> None:
        facts, values = told.facts, self._of(told.key)
        if "import_run" in facts:
            values |= {**_table(facts["import_run"]), "state": ImportState.PERFORMED.value}
        if "removed" in facts:
            for document_id in cast("list[int]", facts["removed"]):
                self.records.pop(RecordKey(ReplayedRecord.DOCUMENT, document_id), None)
            values["state"] = ImportState.REVERSED.value
            values["reversal_reason"] = facts["reason"]


def replay(told: Iterable[ToldAct]) -> dict[RecordKey, Values]:
    """Return what each record must hold after these lines, in the order of the trail."""
    replayed = _Replay({})
    for one in told:
        replayed.follow(one)
    return replayed.records


def _table(value: object) -> Facts:
    return cast("Facts", value)


def _delivered(before: object, delivery: Facts) -> tuple[object, ...]:
    """Return the deliveries of a letter, the last one told of each recipient."""
    kept = dict(cast("tuple[tuple[str, tuple[object, ...]], ...]", before))
    recipient = str(delivery["recipient"]).strip()
    texts = (str(delivery[name]).strip() for name in ("received_by", "remark"))
    kept[recipient] = (delivery["delivered_date"], delivery["delivery_way"], *texts)
    return tuple(sorted(kept.items()))


def _flat(fields: Facts) -> Values:
    """Return the fields of a document, its validity term as the three columns it is kept in."""
    values = {name: value for name, value in fields.items() if name != "validity_term"}
    if "validity_term" in fields:
        term = _table(fields["validity_term"] or {})
        values["validity_kind"] = term.get("kind")
        values["validity_amount"] = term.get("amount") or None
        values["validity_until_date"] = term.get("until_date")
    return values


def _live(values: Values, facts: Facts) -> None:
    """Follow what happened to a document in force: what ends or amends it, and other events."""
    if "effect" in facts:
        begin_date = _table(facts["effect"])["begin_date"]
        values["ended_date" if "ending" in facts else "amended_date"] = begin_date
        values["ended_kind"] = facts.get("ending", values.get("ended_kind"))
        _happen(values, str(facts.get("ending", "amended")), str(begin_date))
    if "event" in facts:
        event = _table(facts["event"])
        _happen(values, str(event["kind"]), str(event["begin_date"]))


def _happen(values: Values, kind: str, day: str) -> None:
    """Add an event to the life of a document."""
    events = cast("tuple[object, ...]", values.get("life_events", ()))
    values["life_events"] = (*events, (kind, day))


def _issue(values: Values, field: str, day: str) -> None:
    """The earliest of several printings, and of several publications, is the one that counts."""
    values[field] = min(str(values.get(field) or day), day)
