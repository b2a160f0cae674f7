"""What the register knows about the documents of a cleanup that speaks for an outcome."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from peewee import Select, fn

from models.cleanup_scope import issue_day, successors
from models.domain.evaluation import EvaluationFollowUp, EvaluationResult
from models.domain.lifecycle import EvaluationState
from models.domain.terms import RelationKind, ValidityStatus
from models.domain.validity import ValidityReason
from models.queries.evaluations import follow_up_on
from models.queries.tuples import tuples_of
from models.tables.cleanups import CleanupEntry
from models.tables.documents import Document, DocumentFile, Relation
from models.tables.evaluations import Evaluation
from models.tables.lives import LifeStretch

_TAKING_ITS_PLACE = (RelationKind.REPLACES, RelationKind.REPEALS)


@dataclass(frozen=True)
class Newer:
    """A document that takes the place of another."""

    title: str
    number: str


@dataclass(frozen=True)
class Evaluated:
    """What a post-evaluation came to, and the day of its report."""

    result: EvaluationResult
    report_date: date


@dataclass(frozen=True, kw_only=True)
class EntryGrounds:
    """A document of a cleanup, and what the register knows that speaks for an outcome.

    Attributes:
        last_changed: The day of its issue, or of its last amendment.
        newer: Documents of the register that repeal it, replace it, or bear its name.
        evaluated: What its last evaluation came to, while the register does not show it.
        bases: Titles of what it states as its basis.
        ended_bases: Titles of documents of the register that are its basis and have ended.
    """

    entry_id: int
    document_id: int
    title: str
    issued_date: date
    last_changed: date
    expiry_date: date | None
    status: ValidityStatus
    status_reason: ValidityReason
    newer: tuple[Newer, ...]
    evaluated: Evaluated | None
    bases: tuple[str, ...]
    ended_bases: tuple[str, ...]


def cleanup_grounds(campaign_id: int, day: date) -> tuple[EntryGrounds, ...]:
    """Return the documents of a cleanup in their order, judged on a day."""
    newer = _gathered(_newer(campaign_id))
    bases = _gathered(_bases(campaign_id))
    evaluated = dict(_evaluated(campaign_id, day))
    ended = _gathered(_ended_bases(campaign_id, day))
    query = (
        CleanupEntry.select(
            CleanupEntry.id,
            Document.id,
            Document.title,
            issue_day(),
            Document.amended_date,
            Document.expiry_date,
            LifeStretch.status,
            LifeStretch.reason,
        )
        .join(Document)
        .join(LifeStretch, on=(LifeStretch.document == Document.id))
        .where(
            CleanupEntry.campaign == campaign_id,
            CleanupEntry.removed_at.is_null(),
            LifeStretch.first_day <= day,
            LifeStretch.last_day >= day,
        )
        .order_by(CleanupEntry.position)
    )
    return tuple(
        EntryGrounds(
            entry_id=entry_id,
            document_id=document_id,
            title=title,
            issued_date=_day(issued),
            last_changed=max(_day(issued), amended or date.min),
            expiry_date=expiry,
            status=ValidityStatus(status),
            status_reason=ValidityReason(reason),
            newer=tuple(dict.fromkeys(newer.get(document_id, ()))),
            evaluated=evaluated.get(document_id),
            bases=tuple(dict.fromkeys(bases.get(document_id, ()))),
            ended_bases=tuple(dict.fromkeys(ended.get(document_id, ()))),
        )
        for entry_id, document_id, title, issued, amended, expiry, status, reason in tuples_of(
            query
        )
    )


def texts_of(document_id: int) -> str:
    """Return the texts of a document, one after the other."""
    query = DocumentFile.select(DocumentFile.text).where(DocumentFile.document == document_id)
    return "\n".join(row[0] for row in tuples_of(query.order_by(DocumentFile.id)) if row[0])


def renamed_bodies() -> dict[str, str]:
    """Return the bodies of the register that have ended, with the name of what followed them."""
    return successors()


def _listed(campaign_id: int) -> Select:
    return CleanupEntry.select(CleanupEntry.document).where(
        CleanupEntry.campaign == campaign_id, CleanupEntry.removed_at.is_null()
    )


def _newer(campaign_id: int) -> Iterator[tuple[int, Newer]]:
    """Yield what says that it takes the place of a document, and later ones of the same name."""
    stated = (
        Relation.select(Relation.target, Document.title, Document.document_number)
        .join(Document, on=(Relation.document == Document.id))
        .where(Relation.kind.in_(_TAKING_ITS_PLACE), Relation.target.in_(_listed(campaign_id)))
    )
    for target, title, number in tuples_of(stated):
        yield target, Newer(title, number or "")
    later = Document.alias()
    later_day = fn.COALESCE(later.published_date, later.adopted_date, later.registered_date)
    same = (
        Document.select(Document.id, later.title, later.document_number)
        .join(
            later,
            on=(
                (later.title_key == Document.title_key)
                & (later.issuing_body == Document.issuing_body)
                & (later_day > issue_day())
            ),
        )
        .where(Document.id.in_(_listed(campaign_id)))
    )
    for document_id, title, number in tuples_of(same):
        yield document_id, Newer(title, number or "")


def _evaluated(campaign_id: int, day: date) -> Iterator[tuple[int, Evaluated]]:
    """Yield what is owed of the newest conclusion of each document."""
    query = (
        Evaluation.select(
            Evaluation.document, Evaluation.result, Evaluation.report_date, follow_up_on(day)
        )
        .join(Document)
        .where(
            Evaluation.state == EvaluationState.CONCLUDED,
            Evaluation.document.in_(_listed(campaign_id)),
        )
        .order_by(Evaluation.id)
    )
    newest = {row[0]: row[1:] for row in tuples_of(query)}
    for document_id, (result, report_date, follow_up) in newest.items():
        if follow_up == EvaluationFollowUp.OWED:
            yield document_id, Evaluated(EvaluationResult(result), report_date)


def _bases(campaign_id: int) -> Iterator[tuple[int, str]]:
    query = Relation.select(Relation.document, Relation.target_title).where(
        Relation.kind == RelationKind.BASED_ON, Relation.document.in_(_listed(campaign_id))
    )
    yield from ((row[0], row[1]) for row in tuples_of(query.order_by(Relation.id)))


def _ended_bases(campaign_id: int, day: date) -> Iterator[tuple[int, str]]:
    query = (
        Relation.select(Relation.document, Document.title)
        .join(Document, on=(Relation.target == Document.id))
        .join(LifeStretch, on=(LifeStretch.document == Document.id))
        .where(
            Relation.kind == RelationKind.BASED_ON,
            Relation.document.in_(_listed(campaign_id)),
            LifeStretch.first_day <= day,
            LifeStretch.last_day >= day,
            LifeStretch.status.in_([ValidityStatus.REPEALED, ValidityStatus.LAPSED]),
        )
    )
    yield from ((row[0], row[1]) for row in tuples_of(query))


def _gathered(pairs: Iterator[tuple[int, Any]]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = {}
    for document_id, value in pairs:
        found.setdefault(document_id, []).append(value)
    return found


def _day(value: date | str) -> date:
    """SQLite knows no dates: what a function makes of one comes back as text."""
    return value if isinstance(value, date) else date.fromisoformat(value)
