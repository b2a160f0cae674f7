"""The audit trail: its lines for a record, its check, its anchor."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from models.domain.audit_chain import (
    ANCHOR_DIGITS,
    GENESIS_HASH,
    Anchor,
    ChainLine,
    ChainVerdict,
    verify,
)
from models.domain.roles import ActName
from models.queries.tuples import tuples_of
from models.tables.audit import AuditLine
from models.tables.office import Person

_LINES_BETWEEN_REPORTS = 500


@dataclass(frozen=True)
class TrailRow:
    """One line of the trail as a page shows it."""

    sequence: int
    at: datetime
    person: str
    act: ActName
    facts: dict[str, object]
    hash: str


@dataclass(frozen=True)
class TrailFaultRow:
    """What a faulty line says of itself, for the person who must look into it."""

    sequence: int
    act: str
    login: str
    at: str


def verify_trail(
    anchor: Anchor | None = None, told: Callable[[int, int], None] | None = None
) -> ChainVerdict:
    """Check the whole trail, and against an anchor from paper if there is one.

    ``told`` hears from time to time how many of how many lines were checked.
    """
    lines = _lines()
    return verify(lines if told is None else _counted(lines, told), anchor)


def is_performed(op_id: str) -> bool:
    """Tell whether the act of an operation id happened."""
    return bool(AuditLine.select().where(AuditLine.op_id == op_id).exists())


def present_anchor() -> Anchor:
    """Return the anchor of the trail as it stands, without checking the trail."""
    query = AuditLine.select(AuditLine.sequence, AuditLine.hash)
    last = next(iter(tuples_of(query.order_by(AuditLine.sequence.desc()).limit(1))), None)
    count, head = last or (0, GENESIS_HASH)
    return Anchor(count, head[:ANCHOR_DIGITS])


def trail_of(subject_kind: str, subject_id: int) -> tuple[TrailRow, ...]:
    """Return the lines about one record, in order."""
    query = (
        AuditLine.select(
            AuditLine.sequence,
            AuditLine.at,
            AuditLine.login,
            AuditLine.act,
            AuditLine.payload,
            AuditLine.hash,
        )
        .where(AuditLine.subject_kind == subject_kind, AuditLine.subject_id == subject_id)
        .order_by(AuditLine.sequence)
    )
    names = dict(tuples_of(Person.select(Person.login, Person.name)))
    return tuple(
        TrailRow(
            sequence,
            datetime.fromisoformat(at),
            names.get(login, login),
            ActName(act),
            json.loads(payload),
            line_hash,
        )
        for sequence, at, login, act, payload, line_hash in tuples_of(query)
    )


def trail_line(sequence: int) -> TrailFaultRow | None:
    """Return what one line says of itself, or None when it is gone."""
    line = AuditLine.get_or_none(AuditLine.sequence == sequence)
    return None if line is None else TrailFaultRow(line.sequence, line.act, line.login, line.at)


def _counted(lines: Iterator[ChainLine], told: Callable[[int, int], None]) -> Iterator[ChainLine]:
    total = AuditLine.select().count()
    for done, line in enumerate(lines, start=1):
        if done % _LINES_BETWEEN_REPORTS == 0:
            told(done, total)
        yield line


def _lines() -> Iterator[ChainLine]:
    query = AuditLine.select(
        AuditLine.sequence,
        AuditLine.at,
        AuditLine.login,
        AuditLine.act,
        AuditLine.subject_kind,
        AuditLine.subject_id,
        AuditLine.payload,
        AuditLine.op_id,
        AuditLine.previous_hash,
        AuditLine.hash,
    ).order_by(AuditLine.sequence)
    return (ChainLine(*row) for row in tuples_of(query))
