"""What was done last, by whom, and to which record."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from peewee import JOIN

from models.domain.roles import ActName
from models.queries.letters import LISTED_TITLE
from models.queries.tuples import tuples_of
from models.tables.audit import AuditLine
from models.tables.documents import Document
from models.tables.filings import Filing, Review
from models.tables.letters import Letter
from models.tables.office import Person

_TABLES = {"filing": Filing, "review": Review, "letter": Letter}


@dataclass(frozen=True)
class RecentDeed:
    """One act on a document, filing, review or letter, with the title of the document."""

    at: datetime
    person: str
    act: ActName
    subject_kind: str
    subject_id: int
    title: str


def recent_deeds(limit: int) -> tuple[RecentDeed, ...]:
    """Return the last acts on records, the newest first; settings and people are left out."""
    query = (
        AuditLine.select(
            AuditLine.at,
            AuditLine.login,
            AuditLine.act,
            AuditLine.subject_kind,
            AuditLine.subject_id,
        )
        .where(AuditLine.subject_kind.in_(["document", *_TABLES]))
        .order_by(AuditLine.sequence.desc())
        .limit(limit)
    )
    lines = list(tuples_of(query))
    names = dict(tuples_of(Person.select(Person.login, Person.name)))
    titles = {kind: _titles(kind, lines) for kind in ("document", *_TABLES)}
    return tuple(
        RecentDeed(
            datetime.fromisoformat(at),
            names.get(login, login),
            ActName(act),
            kind,
            subject_id,
            titles[kind].get(subject_id, ""),
        )
        for at, login, act, kind, subject_id in lines
    )


def _titles(kind: str, lines: Iterable[tuple[str, str, str, str, int]]) -> Mapping[int, str]:
    ids = {subject_id for *_, one, subject_id in lines if one == kind}
    if not ids:
        return {}
    if kind == "document":
        of_documents = Document.select(Document.id, Document.title)
        return dict(tuples_of(of_documents.where(Document.id.in_(ids))))
    table = _TABLES[kind]
    title = LISTED_TITLE if table is Letter else Document.title
    of_others = table.select(table.id, title).join(Document, JOIN.LEFT_OUTER)
    return dict(tuples_of(of_others.where(table.id.in_(ids))))
