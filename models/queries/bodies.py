"""Issuing bodies, as lists and forms show them."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from peewee import Case

from models.domain.terms import BodyLevel, DocumentClass
from models.queries.tuples import tuples_of
from models.tables.bodies import IssuingBody


@dataclass(frozen=True)
class BodyRow:
    """An issuing body; ``ended_date`` and ``successor_name`` once it was renamed or merged."""

    id: int
    name: str
    short_name: str
    body_class: DocumentClass
    level: BodyLevel
    organ_code: str
    document_code: str
    is_eligible: bool
    ineligible_reason: str
    ended_date: date | None
    successor_name: str


def issuing_bodies() -> tuple[BodyRow, ...]:
    """Return all bodies, those that still stand first, by class and organ code."""
    successor = IssuingBody.alias()
    query = (
        IssuingBody.select(
            IssuingBody.id,
            IssuingBody.name,
            IssuingBody.short_name,
            IssuingBody.body_class,
            IssuingBody.body_level,
            IssuingBody.organ_code,
            IssuingBody.document_code,
            IssuingBody.is_eligible,
            IssuingBody.ineligible_reason,
            IssuingBody.ended_date,
            successor.name,
        )
        .left_outer_join(successor, on=(IssuingBody.successor == successor.id))
        .order_by(
            Case(None, ((IssuingBody.ended_date.is_null(), 0),), 1),
            IssuingBody.body_class,
            IssuingBody.organ_code,
            IssuingBody.id,
        )
    )
    return tuple(_row(row) for row in tuples_of(query))


def body_named(name: str) -> BodyRow | None:
    """Return the body with this name or short name; one that still stands goes first."""
    wanted = name.strip()
    for body in issuing_bodies():
        if wanted and wanted in {body.name, body.short_name}:
            return body
    return None


def _row(row: tuple[Any, ...]) -> BodyRow:
    return BodyRow(
        id=row[0],
        name=row[1],
        short_name=row[2],
        body_class=DocumentClass(row[3]),
        level=BodyLevel(row[4]),
        organ_code=row[5],
        document_code=row[6],
        is_eligible=row[7],
        ineligible_reason=row[8],
        ended_date=row[9],
        successor_name=row[10] or "",
    )
