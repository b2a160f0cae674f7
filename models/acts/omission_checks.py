"""Compare an issue list with the register, and decide what becomes of its lines (漏报核查)."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any
from uuid import uuid4

from models.acts.document_entry import keep_stored_file
from models.acts.lookup import fetch, require
from models.acts.performing import Deed, act
from models.acts.refusals import RecordMissingError
from models.domain.omissions import (
    CheckedRow,
    CheckEntry,
    CheckState,
    RowDecision,
    RowVerdict,
)
from models.domain.records import FileEntry
from models.domain.roles import ActName
from models.domain.titles import title_key
from models.errors import InputError, RuleError
from models.tables.documents import Document
from models.tables.omissions import OmissionCheck, OmissionRow

# SQLite takes 32,766 values in one statement; a line has fewer than thirty.
_ROWS_AT_ONCE = 1_000


class ListEmptyError(InputError):
    """The list holds no line with a title or a number."""

    code = "input.issue_list_empty"
    facts = ("name",)


class CheckClosedError(RuleError):
    """The check was closed; its lines are not decided any more."""

    code = "rule.omission_check_closed"
    facts = ("name",)


@act(ActName.START_OMISSION_CHECK)
def start_check(deed: Deed, entry: CheckEntry, rows: tuple[CheckedRow, ...]) -> int:
    """Keep an issue list as it met the register, and return the id of the check.

    Raises:
        FieldEmptyError: the check has no name.
        ListEmptyError: the list has no lines.
    """
    require(name=entry.name)
    if not rows:
        raise ListEmptyError(name=entry.source_name)
    keep_stored_file(deed, FileEntry(entry.sha256, entry.size, entry.source_name))
    check_id = int(
        OmissionCheck.insert(
            uid=uuid4().hex,
            name=entry.name.strip(),
            stored_file=entry.sha256,
            source_name=entry.source_name,
            sheet=entry.sheet,
            row_count=len(rows),
            started_at=deed.at,
            started_by=deed.person_id,
            state=CheckState.OPEN,
        ).execute()
    )
    values = (_values_of(check_id, row) for row in rows)
    while part := list(islice(values, _ROWS_AT_ONCE)):
        OmissionRow.insert_many(part).execute()
    deed.record("omission_check", check_id, check=entry, row_count=len(rows))
    return check_id


@act(ActName.DECIDE_OMISSION_ROWS)
def decide_rows(deed: Deed, check_id: int, row_ids: tuple[int, ...], verdict: RowVerdict) -> int:
    """Decide one or many lines with one reason, and return how many.

    Raises:
        RecordMissingError: no such check, line or document.
        CheckClosedError: the check was closed.
        FieldEmptyError: no reason is given.
    """
    check = _open_check(check_id)
    require(reason=verdict.reason)
    if verdict.decision is RowDecision.REGISTERED_AS:
        fetch(Document, verdict.document_id or 0)
    _decide(
        check_id,
        row_ids,
        decision=verdict.decision,
        decision_reason=verdict.reason.strip(),
        decided_document=verdict.document_id,
        decided_at=deed.at,
        decided_by=deed.person_id,
    )
    deed.record("omission_check", int(check.id), rows=row_ids, verdict=verdict)
    return len(row_ids)


@act(ActName.REOPEN_OMISSION_ROWS)
def reopen_rows(deed: Deed, check_id: int, row_ids: tuple[int, ...], reason: str) -> int:
    """Take the decision of lines back, and return how many.

    Raises:
        RecordMissingError: no such check or line.
        CheckClosedError: the check was closed.
        FieldEmptyError: no reason is given.
    """
    check = _open_check(check_id)
    require(reason=reason)
    _decide(
        check_id,
        row_ids,
        decision=None,
        decision_reason="",
        decided_document=None,
        decided_at=None,
        decided_by=None,
    )
    deed.record("omission_check", int(check.id), reopened_rows=row_ids, reason=reason)
    return len(row_ids)


@act(ActName.CLOSE_OMISSION_CHECK)
def close_check(deed: Deed, check_id: int) -> int:
    """End the work on a list, and return the id of the check.

    Raises:
        RecordMissingError: no such check.
        CheckClosedError: it was closed already.
    """
    check = _open_check(check_id)
    OmissionCheck.update(
        state=CheckState.CLOSED, closed_at=deed.at, closed_by=deed.person_id
    ).where(OmissionCheck.id == check_id).execute()
    deed.record("omission_check", check_id, name=check.name, state=CheckState.CLOSED)
    return check_id


def _open_check(check_id: int) -> OmissionCheck:
    check = fetch(OmissionCheck, check_id)
    if check.state == CheckState.CLOSED:
        raise CheckClosedError(name=check.name)
    return check


def _decide(check_id: int, row_ids: tuple[int, ...], **values: Any) -> None:  # noqa: ANN401 -- columns of one table
    for part in _parts(row_ids):
        of_check = (OmissionRow.omission_check == check_id) & OmissionRow.id.in_(part)
        if OmissionRow.update(**values).where(of_check).execute() != len(part):
            known = {row.id for row in OmissionRow.select(OmissionRow.id).where(of_check)}
            unknown = next(one for one in part if one not in known)
            raise RecordMissingError(record="omission_row", id=unknown)


def _parts(row_ids: Iterable[int]) -> Iterator[list[int]]:
    waiting = iter(dict.fromkeys(row_ids))
    while part := list(islice(waiting, _ROWS_AT_ONCE)):
        yield part


def _values_of(check_id: int, row: CheckedRow) -> dict[str, object]:
    listed, number = row.listed, row.number
    dated = listed.adopted_date.year if listed.adopted_date else None
    return {
        "omission_check": check_id,
        "row_number": listed.row_number,
        "title": listed.title,
        "title_key": title_key(listed.title),
        "document_number": listed.document_number,
        "number_key": number.key,
        "organ_code_text": number.organ_code_text,
        "number_year": number.year,
        "number_sequence": number.sequence,
        "last_sequence": number.last,
        "issuing_body_name": listed.issuing_body,
        "adopted_date": listed.adopted_date,
        "row_year": number.year or dated,
        "repeats_row": row.repeats_row,
        "row_match": row.match,
        "document": row.document_id,
        "likeness": row.likeness,
        "looks_normative": row.looks_normative,
        "reasons": "\n".join(row.reasons),
        "decision": None,
        "decision_reason": "",
        "decided_document": None,
        "decided_at": None,
        "decided_by": None,
    }
