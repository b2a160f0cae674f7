"""What the register holds of a cleanup when its result is drawn up: its documents, and others."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import msgspec
from peewee import Select

from models.cleanup_scope import documents_in
from models.domain.cleanup import CleanupOutcome, CleanupReason
from models.domain.cleanup_campaign import AffectedGround, DecisionState, ScopeFilter
from models.domain.cleanup_result import ResultItem, ResultTerms, event_of_result
from models.domain.document_number import normalise
from models.domain.terms import RelationKind, ValidityStatus
from models.domain.titles import core_title, title_key
from models.domain.validity import ValidityReason
from models.tables.cleanups import (
    CleanupAffected,
    CleanupCampaign,
    CleanupDecision,
    CleanupEntry,
)
from models.tables.documents import Document, DocumentFile, Relation
from models.tables.lives import LifeStretch

_IN_FORCE = tuple(one for one in ValidityStatus if one.is_in_force)
_NAMED = re.compile(r"《([^《》]{2,120})》")
_NUMBERED = re.compile(r"[\w]{1,12}[〔\[（(]\d{4}[〕\]）)]\d{1,5}号")


@dataclass(frozen=True, kw_only=True)
class AffectedDocument:
    """A document that a result touches though no list ends it.

    Attributes:
        through: The ending document it is based on or names; empty for what is not listed.
        is_listed: Whether the cleanup names it all the same, to be kept or amended.
        is_acknowledged: Whether somebody has looked at it.
    """

    document_id: int
    title: str
    document_number: str
    ground: AffectedGround
    through: str
    is_listed: bool
    is_acknowledged: bool


def result_items(campaign_id: int, effect_date: date) -> list[ResultItem]:
    """Return the documents of a cleanup, decided or not, as they stand on the day of effect."""
    decision = (CleanupDecision.entry == CleanupEntry.id) & (
        CleanupDecision.state == DecisionState.CURRENT
    )
    query = (
        CleanupEntry.select(
            CleanupEntry.id,
            Document.id,
            Document.title,
            Document.title_key,
            Document.document_number_key,
            CleanupDecision.outcome,
            CleanupDecision.reason,
            CleanupDecision.basis,
            CleanupDecision.replacing_document,
            CleanupDecision.amendment_due_date,
            LifeStretch.status,
            LifeStretch.reason,
        )
        .join(Document)
        .join(LifeStretch, on=_stretch_on(effect_date))
        .switch(CleanupEntry)
        .left_outer_join(CleanupDecision, on=decision)
        .where(CleanupEntry.campaign == campaign_id, CleanupEntry.removed_at.is_null())
        .order_by(CleanupEntry.position)
    )
    return [_item(row) for row in _rows(query)]


def affected_documents(campaign_id: int, terms: ResultTerms) -> tuple[AffectedDocument, ...]:
    """Return what a result touches without ending it by name: by basis, and by not being listed."""
    campaign = CleanupCampaign.get_by_id(campaign_id)
    items = result_items(campaign_id, terms.effect_date)
    ending = {item.document_id: item.title for item in items if _is_ending(item)}
    listed = {item.document_id for item in items}
    looked_at = CleanupAffected.select(CleanupAffected.document, CleanupAffected.ground)
    seen = set(_rows(looked_at.where(CleanupAffected.campaign == campaign_id)))
    found = [
        (row, AffectedGround.BASED_ON_ENDED, ending[ended])
        for row, ended in _built_on(ending, terms.effect_date)
    ]
    if terms.ends_unlisted and campaign.scope:
        scope = msgspec.json.decode(campaign.scope, type=ScopeFilter)
        unlisted = _unlisted(scope, listed, terms)
        found += [(row, AffectedGround.UNLISTED, "") for row in unlisted]
    return tuple(
        AffectedDocument(
            document_id=document_id,
            title=title,
            document_number=number or "",
            ground=ground,
            through=through,
            is_listed=document_id in listed,
            is_acknowledged=(document_id, ground.value) in seen,
        )
        for (document_id, title, number), ground, through in found
    )


_Row = tuple[Any, ...]


def _rows(query: Any) -> Iterator[_Row]:  # noqa: ANN401 - any kind of select
    yield from query.tuples().iterator()


def _item(row: _Row) -> ResultItem:
    number_key = row[4] or ""
    return ResultItem(
        entry_id=row[0],
        document_id=row[1],
        title=row[2],
        same_key=f"{row[3]}|{number_key}" if number_key else "",
        outcome=CleanupOutcome(row[5]) if row[5] else None,
        reason=CleanupReason(row[6]) if row[6] else None,
        basis=row[7] or "",
        replacing_document=row[8] or "",
        amendment_due_date=row[9],
        status=ValidityStatus(row[10]),
        status_reason=ValidityReason(row[11]),
    )


def _stretch_on(day: date) -> Any:  # noqa: ANN401 - peewee's conditions have no type
    is_of = LifeStretch.document == Document.id
    return is_of & (LifeStretch.first_day <= day) & (LifeStretch.last_day >= day)


def _is_ending(item: ResultItem) -> bool:
    event = event_of_result(item)
    return event is not None and event.is_ending


def _standing(day: date, *columns: Any) -> Select:  # noqa: ANN401 - columns of tables
    """Return the query of what is in force on a day; without a known day of effect it counts."""
    query = Document.select(*columns).join(LifeStretch, on=_stretch_on(day))
    is_unknown = LifeStretch.reason == ValidityReason.EFFECTIVE_DATE_MISSING
    return query.where(LifeStretch.status.in_(_IN_FORCE) | is_unknown)


def _built_on(ending: dict[int, str], day: date) -> Iterator[tuple[_Row, int]]:
    """Yield documents that stay in force and are based on, or name, one that ends; each once."""
    ended_by = {} if not ending else dict(_pairs(ending, day))
    query = _standing(day, Document.id, Document.title, Document.document_number)
    wanted = [document_id for document_id in ended_by if document_id not in ending]
    for row in _rows(query.where(Document.id.in_(wanted)).order_by(Document.id)):
        yield row, ended_by[row[0]]


def _pairs(ending: dict[int, str], day: date) -> Iterator[tuple[int, int]]:
    """Yield documents in force with the ending one they name: in their text, or as their basis."""
    names = _names_of(ending)
    texts = DocumentFile.select(DocumentFile.document, DocumentFile.text).where(
        DocumentFile.text != "", DocumentFile.document.in_(_standing(day, Document.id))
    )
    for document_id, text in _rows(texts):
        for ended in _ended_in(text, names):
            if ended != document_id:
                yield document_id, ended
    bases = Relation.select(
        Relation.document, Relation.target, Relation.target_title, Relation.target_number
    ).where(Relation.kind == RelationKind.BASED_ON)
    for document_id, target, title, number in _rows(bases):
        by_name = names.get(title_key(title)) or names.get(normalise(number))
        found = target if target in ending else by_name
        if found is not None and found != document_id:
            yield document_id, found


def _names_of(ending: dict[int, str]) -> dict[str, int]:
    names: dict[str, int] = {}
    query = Document.select(Document.id, Document.title, Document.document_number_key)
    for document_id, title, number_key in _rows(query.where(Document.id.in_(list(ending)))):
        names |= {title_key(title): document_id, title_key(core_title(title)): document_id}
        if number_key:
            names[number_key] = document_id
    return names


def _ended_in(text: str, names: dict[str, int]) -> Iterator[int]:
    for title in _NAMED.findall(text):
        if (found := names.get(title_key(title))) is not None:
            yield found
    for number in _NUMBERED.findall(text):
        # The words before a number run into it: 根据云政发〔2020〕1号.
        key = normalise(number)
        ends = (names.get(key[start:]) for start in range(len(key)))
        yield from (found for found in ends if found is not None)


def _unlisted(scope: ScopeFilter, listed: Iterable[int], terms: ResultTerms) -> list[_Row]:
    """Return what is in force and in no list though the scope reaches it, up to the last day."""
    last = min(scope.issued_to or terms.cutoff_date, terms.cutoff_date)
    whole = replace(scope, statuses=(), issued_to=last)
    named = set(listed)
    found = (row[0] for row in _rows(documents_in(whole, terms.effect_date)))
    wanted = [document_id for document_id in found if document_id not in named]
    query = _standing(terms.effect_date, Document.id, Document.title, Document.document_number)
    return list(_rows(query.where(Document.id.in_(wanted)).order_by(Document.id)))
