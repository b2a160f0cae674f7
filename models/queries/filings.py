"""Incoming filings: the list, and everything the page of one filing shows."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from peewee import Expression, Field

from models.domain.document_number import normalise
from models.domain.lifecycle import FilingState
from models.domain.profile import Profile
from models.domain.terms import MaterialKind
from models.errors import InputError
from models.queries.deadlines import deadlines_of
from models.queries.document_rows import DeadlineRow, DocumentLetterRow
from models.queries.letters import letters_of
from models.queries.tuples import tuples_of
from models.tables.documents import Document
from models.tables.filings import Filing, FilingMaterial, Review, Supplement, SupplementItem
from models.tables.letters import Deadline, Letter
from models.tables.office import Person


class FilingMissingError(InputError):
    """No filing has this id."""

    code = "input.filing_missing"
    facts = ("id",)


class FilingOrder(StrEnum):
    """A column the filings can be sorted by."""

    RECEIVED_DATE = "received_date"
    REGISTER_NUMBER = "filing_register_number"
    FILING_BODY = "filing_body"
    TITLE = "title"
    STATE = "state"


_COLUMNS: dict[FilingOrder, Field] = {
    FilingOrder.RECEIVED_DATE: Filing.received_date,
    FilingOrder.REGISTER_NUMBER: Filing.filing_register_number_key,
    FilingOrder.FILING_BODY: Filing.filing_body_name,
    FilingOrder.TITLE: Document.title,
    FilingOrder.STATE: Filing.state,
}


@dataclass(frozen=True)
class FilingFilter:
    """What the filings are narrowed to; empty means no narrowing."""

    containing: str = ""
    states: frozenset[FilingState] = frozenset()
    filing_body_names: frozenset[str] = frozenset()
    is_late_only: bool = False


@dataclass(frozen=True)
class FilingRow:
    """One line of the filings; ``next_due_date`` is that of the open deadline."""

    id: int
    document_id: int
    title: str
    document_number: str
    filing_body_name: str
    received_date: date
    state: FilingState
    filing_register_number: str
    is_timely: bool | None
    days_used: int | None
    filing_due_date: date | None
    next_due_date: date | None


@dataclass(frozen=True)
class MaterialRow:
    """One kind of paper of a filing; ``is_demanded`` by the profile."""

    kind: MaterialKind
    copies: int
    remark: str
    is_demanded: bool


@dataclass(frozen=True)
class DefectRow:
    """One defect of a supplement request."""

    defect: str
    rule: str


@dataclass(frozen=True)
class SupplementRow:
    """A request to supplement and its answer."""

    requested_date: date
    due_date: date
    answered_date: date | None
    defects: tuple[DefectRow, ...]


@dataclass(frozen=True)
class FilingPage:
    """Everything about one filing."""

    id: int
    revision: int
    document_id: int
    title: str
    document_number: str
    issuing_body_name: str
    published_date: date | None
    filing_body_id: int
    filing_body_name: str
    filing_report_number: str
    received_date: date
    received_way: str
    state: FilingState
    filing_due_date: date | None
    is_timely: bool | None
    days_used: int | None
    registered_date: date | None
    filing_register_number: str
    refusal_reason: str
    refused_date: date | None
    handled_by: str
    profile_id: str
    profile_version: str
    materials: tuple[MaterialRow, ...]
    supplements: tuple[SupplementRow, ...]
    deadlines: tuple[DeadlineRow, ...]
    letters: tuple[DocumentLetterRow, ...]
    open_review_id: int | None


def filing_ids(
    narrowing: FilingFilter, order: FilingOrder, *, descending: bool = True
) -> list[int]:
    """Return the ids of the filings in the order wanted; rows without a value come last."""
    column = _COLUMNS[order]
    direction = column.desc(nulls="LAST") if descending else column.asc(nulls="LAST")
    newest = Filing.id.desc() if descending else Filing.id.asc()
    query = Filing.select(Filing.id).join(Document).where(*_conditions(narrowing))
    return [row[0] for row in tuples_of(query.order_by(direction, newest))]


def filing_rows(ids: list[int]) -> list[FilingRow]:
    """Return the rows with these ids, in this order."""
    due = dict(
        tuples_of(
            Deadline.select(Deadline.filing, Deadline.due_date).where(
                Deadline.filing.in_(ids), Deadline.review.is_null(), Deadline.met_date.is_null()
            )
        )
    )
    query = (
        Filing.select(
            Filing.id,
            Filing.document,
            Document.title,
            Document.document_number,
            Filing.filing_body_name,
            Filing.received_date,
            Filing.state,
            Filing.filing_register_number,
            Filing.is_timely,
            Filing.days_used,
            Filing.filing_due_date,
        )
        .join(Document)
        .where(Filing.id.in_(ids))
    )
    rows = {
        row[0]: FilingRow(
            id=row[0],
            document_id=row[1],
            title=row[2],
            document_number=row[3] or "",
            filing_body_name=row[4],
            received_date=row[5],
            state=FilingState(row[6]),
            filing_register_number=row[7] or "",
            is_timely=row[8],
            days_used=row[9],
            filing_due_date=row[10],
            next_due_date=due.get(row[0]),
        )
        for row in tuples_of(query)
    }
    return [rows[filing_id] for filing_id in ids if filing_id in rows]


def filing_page(filing_id: int, profile: Profile) -> FilingPage:
    """Return everything about one filing; the profile says which materials it demands.

    Raises:
        FilingMissingError: there is no such filing.
    """
    filing = (
        Filing.select(Filing, Document, Person)
        .join(Document)
        .switch(Filing)
        .join(Person, on=(Filing.handled_by == Person.id))
        .where(Filing.id == filing_id)
        .first()
    )
    if filing is None:
        raise FilingMissingError(id=filing_id)
    document = filing.document
    return FilingPage(
        id=filing.id,
        revision=filing.revision,
        document_id=document.id,
        title=document.title,
        document_number=document.document_number or "",
        issuing_body_name=document.issuing_body_name,
        published_date=document.published_date,
        filing_body_id=filing.filing_body_id,
        filing_body_name=filing.filing_body_name,
        filing_report_number=filing.filing_report_number,
        received_date=filing.received_date,
        received_way=filing.received_way,
        state=FilingState(filing.state),
        filing_due_date=filing.filing_due_date,
        is_timely=filing.is_timely,
        days_used=filing.days_used,
        registered_date=filing.registered_date,
        filing_register_number=filing.filing_register_number or "",
        refusal_reason=filing.refusal_reason,
        refused_date=filing.refused_date,
        handled_by=filing.handled_by.name,
        profile_id=filing.profile_id,
        profile_version=filing.profile_version,
        materials=_materials(filing_id, profile),
        supplements=_supplements(filing_id),
        deadlines=deadlines_of(Deadline.filing == filing_id),
        letters=letters_of(Letter.filing == filing_id),
        open_review_id=_review_id(filing_id),
    )


def filing_body_counts() -> dict[str, int]:
    """Count the filings by the body that filed, for the filter."""
    names = tuples_of(Filing.select(Filing.filing_body_name))
    counts: dict[str, int] = {}
    for (name,) in names:
        counts[name] = counts.get(name, 0) + 1
    return counts


def filing_state_counts() -> dict[FilingState, int]:
    """Count the filings by state, for the filter."""
    counts = dict.fromkeys(FilingState, 0)
    for (state,) in tuples_of(Filing.select(Filing.state)):
        counts[FilingState(state)] += 1
    return counts


def late_filing_count() -> int:
    """Count the filings that came after their last day, for the filter."""
    return int(Filing.select().where(~Filing.is_timely).count())


def _conditions(narrowing: FilingFilter) -> list[Expression]:
    conditions = [Filing.id > 0]
    for word in narrowing.containing.split():
        key = normalise(word)
        conditions.append(
            Document.title_key.contains(key)
            | Document.document_number_key.contains(key)
            | Filing.filing_register_number_key.contains(key)
        )
    if narrowing.states:
        conditions.append(Filing.state.in_(sorted(narrowing.states)))
    if narrowing.filing_body_names:
        conditions.append(Filing.filing_body_name.in_(sorted(narrowing.filing_body_names)))
    if narrowing.is_late_only:
        conditions.append(~Filing.is_timely)
    return conditions


def _materials(filing_id: int, profile: Profile) -> tuple[MaterialRow, ...]:
    demanded = profile.filing_materials.value
    came = {
        MaterialKind(row.kind): row
        for row in FilingMaterial.select().where(FilingMaterial.filing == filing_id)
    }
    kinds = [*demanded, *(kind for kind in came if kind not in demanded)]
    return tuple(
        MaterialRow(
            kind,
            came[kind].copies if kind in came else 0,
            came[kind].remark if kind in came else "",
            is_demanded=kind in demanded,
        )
        for kind in kinds
    )


def _supplements(filing_id: int) -> tuple[SupplementRow, ...]:
    requests = Supplement.select().where(Supplement.filing == filing_id).order_by(Supplement.id)
    items = SupplementItem.select().where(
        SupplementItem.supplement.in_([row.id for row in requests])
    )
    defects: dict[int, list[DefectRow]] = {}
    for item in items.order_by(SupplementItem.position):
        defects.setdefault(item.supplement_id, []).append(DefectRow(item.defect, item.rule))
    return tuple(
        SupplementRow(
            row.requested_date, row.due_date, row.answered_date, tuple(defects.get(row.id, ()))
        )
        for row in requests
    )


def _review_id(filing_id: int) -> int | None:
    row = Review.select(Review.id).where(Review.filing == filing_id).order_by(Review.id.desc())
    found = row.first()
    return None if found is None else int(found.id)
