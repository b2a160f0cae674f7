"""Own documents on their way up (报备): every filing in one list, and one filing whole."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

import msgspec
from peewee import JOIN, Expression, ModelSelect, fn

from models.derivations import explain
from models.domain.calendar import Deadline
from models.domain.lifecycle import OutgoingState
from models.domain.outgoing_filing import UNSENT, days_late, is_late
from models.domain.profile import OutgoingRecipient
from models.domain.records import MaterialEntry
from models.domain.terms import FilingRecipient, MaterialKind
from models.kept_profiles import kept_profile
from models.queries.tuples import tuples_of
from models.tables.documents import Document
from models.tables.office import Person
from models.tables.outgoing_filings import (
    OutgoingFiling,
    OutgoingMaterial,
    OutgoingRecount,
    OutgoingStep,
)


@dataclass(frozen=True)
class OutgoingFilingRow:
    """One document on its way to one recipient.

    Attributes:
        due_date: Last day for sending it the first time.
        next_due_date: Until when something has to be sent now; None while nothing has.
        days_left: Calendar days until ``next_due_date``, negative when over; None without one.
        is_late: Whether it was, or is by now, first sent after its last day (迟报).
        days_late: By how many calendar days.
    """

    id: int
    document_id: int
    title: str
    document_number: str
    unified_number: str
    issuing_body_name: str
    recipient: FilingRecipient
    recipient_title: str
    state: OutgoingState
    published_date: date
    due_date: date
    next_due_date: date | None
    days_left: int | None
    submitted_date: date | None
    is_late: bool
    days_late: int
    is_estimated: bool
    copies: int
    derivation: str


@dataclass(frozen=True)
class OutgoingStepRow:
    """One step of a filing, as it was recorded."""

    state: OutgoingState
    step_date: date
    number: str
    way: str
    content: str
    due_date: date | None
    recorded_by: str
    materials: tuple[MaterialEntry, ...]


@dataclass(frozen=True)
class RecountRow:
    """What the last day was before the day of publication was corrected."""

    published_date: date
    due_date: date
    was_late: bool
    recorded_by: str


@dataclass(frozen=True)
class OutgoingFilingPage:
    """One filing with all that happened to it.

    Attributes:
        materials: The papers the recipient asks for, by the rules under which the duty arose.
        form: The order of the recipient's registration form.
    """

    row: OutgoingFilingRow
    materials: tuple[MaterialKind, ...]
    form: str
    profile_id: str
    profile_version: str
    steps: tuple[OutgoingStepRow, ...]
    recounts: tuple[RecountRow, ...]


def outgoing_filings(
    today: date, document_id: int | None = None, *, is_open: bool = False
) -> tuple[OutgoingFilingRow, ...]:
    """Return the filings, the most pressing first, then those where nothing has to be sent.

    Args:
        today: the day from which days are counted.
        document_id: only those of one document.
        is_open: only those that are not closed.
    """
    query = _rows()
    if document_id is not None:
        query = query.where(OutgoingFiling.document == document_id)
    if is_open:
        query = query.where(OutgoingFiling.state != OutgoingState.CLOSED)
    found = [_row(values, today) for values in tuples_of(query)]
    return tuple(sorted(found, key=_pressing))


def unsent_filings_until(today: date, day: date) -> tuple[OutgoingFilingRow, ...]:
    """Return the filings for which something has to be sent until a day, the overdue with them."""
    unsent = _rows().where(OutgoingFiling.state.in_([state.value for state in UNSENT]))
    found = (_row(values, today) for values in tuples_of(unsent))
    return tuple(
        sorted(
            (one for one in found if one.next_due_date is not None and one.next_due_date <= day),
            key=_pressing,
        )
    )


def outgoing_filing_page(filing_id: int, today: date) -> OutgoingFilingPage | None:
    """Return one filing with its steps, or None when there is none of this id."""
    values = next(tuples_of(_rows().where(OutgoingFiling.id == filing_id)), None)
    if values is None:
        return None
    row = _row(values, today)
    kept = OutgoingFiling.get_by_id(filing_id)
    rules = kept_profile(kept.profile_id, kept.profile_version)
    to = rules.outgoing_recipient(row.recipient_title) or OutgoingRecipient(
        row.recipient, row.recipient_title
    )
    return OutgoingFilingPage(
        row=row,
        materials=rules.outgoing_materials(to),
        form=to.form,
        profile_id=kept.profile_id,
        profile_version=kept.profile_version,
        steps=_steps(filing_id),
        recounts=_recounts(row, today),
    )


def filing_to(document_id: int, recipient_title: str) -> int | None:
    """Return the id of a document's filing with the recipient of a name; None without one."""
    query = OutgoingFiling.select(OutgoingFiling.id).where(
        OutgoingFiling.document == document_id,
        OutgoingFiling.recipient_title == recipient_title,
    )
    return next((int(row[0]) for row in tuples_of(query)), None)


def _rows() -> ModelSelect[OutgoingFiling]:
    return (
        OutgoingFiling.select(
            OutgoingFiling.id,
            OutgoingFiling.document,
            Document.title,
            fn.COALESCE(Document.document_number, ""),
            fn.COALESCE(Document.unified_number, ""),
            Document.issuing_body_name,
            OutgoingFiling.recipient,
            OutgoingFiling.recipient_title,
            OutgoingFiling.state,
            OutgoingFiling.published_date,
            OutgoingFiling.due_date,
            OutgoingFiling.submitted_date,
            OutgoingFiling.is_estimated,
            OutgoingFiling.copies,
            OutgoingFiling.derivation,
            OutgoingStep.due_date,
        )
        .join(Document)
        .switch(OutgoingFiling)
        .join(OutgoingStep, JOIN.LEFT_OUTER, on=_is_newest_step())
        .order_by(OutgoingFiling.id)
    )


def _is_newest_step() -> Expression:
    other = OutgoingStep.alias()
    newest = other.select(fn.MAX(other.id)).where(other.filing == OutgoingFiling.id)
    return OutgoingStep.id == newest


def _row(values: tuple[Any, ...], today: date) -> OutgoingFilingRow:
    kept, (state, published, due, submitted, estimated, copies, told, asked) = (
        values[:8],
        values[8:],
    )
    stands = OutgoingState(state)
    next_due = _next_due(stands, due, asked)
    filing_id, document_id, title, document_number, unified_number, issuer, recipient, name = kept
    return OutgoingFilingRow(
        id=filing_id,
        document_id=document_id,
        title=title,
        document_number=document_number,
        unified_number=unified_number,
        issuing_body_name=issuer,
        recipient=FilingRecipient(recipient),
        recipient_title=name,
        state=stands,
        published_date=published,
        due_date=due,
        next_due_date=next_due,
        days_left=None if next_due is None else (next_due - today).days,
        submitted_date=submitted,
        is_late=is_late(due, submitted, today),
        days_late=days_late(due, submitted, today),
        is_estimated=bool(estimated),
        copies=copies,
        derivation=explain(msgspec.json.decode(told, type=Deadline)),
    )


def _next_due(state: OutgoingState, due_date: date, asked: date | None) -> date | None:
    """Return until when something has to be sent; what was returned is due as at the first."""
    if state not in UNSENT:
        return None
    return asked if state is OutgoingState.SUPPLEMENT_REQUESTED and asked else due_date


def _pressing(row: OutgoingFilingRow) -> tuple[bool, date, int]:
    return (row.next_due_date is None, row.next_due_date or row.due_date, row.id)


def _steps(filing_id: int) -> tuple[OutgoingStepRow, ...]:
    sent = _materials(filing_id)
    query = (
        OutgoingStep.select(
            OutgoingStep.id,
            OutgoingStep.state,
            OutgoingStep.step_date,
            OutgoingStep.number,
            OutgoingStep.way,
            OutgoingStep.content,
            OutgoingStep.due_date,
            Person.name,
        )
        .join(Person, on=(OutgoingStep.recorded_by == Person.id))
        .where(OutgoingStep.filing == filing_id)
        .order_by(OutgoingStep.id)
    )
    return tuple(
        OutgoingStepRow(
            state=OutgoingState(row[1]),
            step_date=row[2],
            number=row[3],
            way=row[4],
            content=row[5],
            due_date=row[6],
            recorded_by=row[7],
            materials=tuple(sent.get(row[0], ())),
        )
        for row in tuples_of(query)
    )


def _materials(filing_id: int) -> dict[int, list[MaterialEntry]]:
    query = (
        OutgoingMaterial.select(
            OutgoingMaterial.step,
            OutgoingMaterial.kind,
            OutgoingMaterial.copies,
            OutgoingMaterial.remark,
        )
        .join(OutgoingStep)
        .where(OutgoingStep.filing == filing_id)
        .order_by(OutgoingMaterial.id)
    )
    found: dict[int, list[MaterialEntry]] = {}
    for step_id, kind, copies, remark in tuples_of(query):
        found.setdefault(step_id, []).append(MaterialEntry(MaterialKind(kind), copies, remark))
    return found


def _recounts(row: OutgoingFilingRow, today: date) -> tuple[RecountRow, ...]:
    query = (
        OutgoingRecount.select(
            OutgoingRecount.published_date, OutgoingRecount.due_date, Person.name
        )
        .join(Person, on=(OutgoingRecount.recorded_by == Person.id))
        .where(OutgoingRecount.filing == row.id)
        .order_by(OutgoingRecount.id)
    )
    rows: Iterable[tuple[date, date, str]] = tuples_of(query)
    return tuple(
        RecountRow(published, due, is_late(due, row.submitted_date, today), name)
        for published, due, name in rows
    )
