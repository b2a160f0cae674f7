"""The scope of a cleanup as a question to the register: which documents, and who answers."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import reduce
from operator import or_
from typing import Any

from peewee import Expression, Field, Function, Select, fn

from models.database import is_postgres
from models.domain.cleanup_campaign import ScopeFilter
from models.domain.lifecycle import MakingState
from models.domain.terms import RelationKind
from models.domain.titles import title_key
from models.tables.bodies import IssuingBody
from models.tables.documents import Document, DocumentFile, Relation
from models.tables.lives import LifeStretch

_COUNTRY = "中华人民共和国"


def answering_unit() -> Function:
    """Return who answers for a document: the unit that drafted it, else the body that issued it."""
    return fn.COALESCE(fn.NULLIF(Document.drafting_unit, ""), Document.issuing_body_name)


def issue_day() -> Function:
    """Return the day a document counts as issued: published, else adopted, else registered."""
    return fn.COALESCE(Document.published_date, Document.adopted_date, Document.registered_date)


def documents_in(scope: ScopeFilter, today: date) -> Select:
    """Return the query of documents in a scope, by unit and day of issue.

    Its columns: id, unit, day of issue.
    """
    unit, day = answering_unit(), issue_day()
    query = Document.select(Document.id, unit, day).where(*_conditions(scope, today))
    return query.order_by(unit, day, Document.id)


def successors() -> dict[str, str]:
    """Return, for the name of each body that has ended, the name of the one that follows it."""
    query: Any = IssuingBody.select(IssuingBody.id, IssuingBody.name, IssuingBody.successor)
    bodies = {body_id: (name, successor) for body_id, name, successor in query.tuples()}
    return {
        name: bodies[_last_of(body_id, bodies)][0]
        for body_id, (name, successor) in bodies.items()
        if successor is not None
    }


def _last_of(body_id: int, bodies: Mapping[int, tuple[str, int | None]]) -> int:
    seen = [body_id]
    while (successor := bodies[seen[-1]][1]) is not None and successor not in seen:
        seen.append(successor)
    return seen[-1]


def _conditions(scope: ScopeFilter, today: date) -> list[Expression]:
    return [
        Document.making_state != MakingState.NOT_REGISTERED,
        Document.origin.in_(sorted(scope.origins)),
        *_of_content(scope),
        *_of_makers(scope),
        *_of_days(scope, today),
    ]


def _of_content(scope: ScopeFilter) -> Iterator[Expression]:
    for words, condition in (
        (scope.title_words, _named),
        (scope.cited_laws, _citing),
        (scope.text_words, _saying),
    ):
        if words:
            yield _any_of(words, condition)


def _of_makers(scope: ScopeFilter) -> Iterator[Expression]:
    if scope.unit_names:
        yield answering_unit().in_(_with_forerunners(scope.unit_names))
    if scope.issuing_body_names:
        yield Document.issuing_body_name.in_(sorted(scope.issuing_body_names))
    if scope.document_classes:
        yield Document.document_class.in_(sorted(scope.document_classes))


def _of_days(scope: ScopeFilter, today: date) -> Iterator[Expression]:
    if scope.issued_from is not None:
        yield issue_day() >= scope.issued_from
    if scope.issued_to is not None:
        yield issue_day() <= scope.issued_to
    if scope.statuses:
        yield _standing(scope, scope.status_day or today)


def _any_of(words: Iterable[str], condition: Callable[[str], Expression]) -> Expression:
    return reduce(or_, (condition(word) for word in words if word.strip()))


def _named(word: str) -> Expression:
    return _holds(Document.title_key, title_key(word))


def _saying(word: str) -> Expression:
    texts = DocumentFile.select(DocumentFile.document)
    condition: Expression = Document.id.in_(texts.where(_holds(DocumentFile.text, word.strip())))
    return condition


def _citing(law: str) -> Expression:
    """A law is cited in the text or stated as basis; with 中华人民共和国 before it or without."""
    name = law.strip().strip("《》").removeprefix(_COUNTRY)
    bases = Relation.select(Relation.document).where(
        Relation.kind == RelationKind.BASED_ON, _holds(Relation.target_title, name)
    )
    condition: Expression = Document.id.in_(bases) | _saying(name)
    return condition


def _standing(scope: ScopeFilter, day: date) -> Expression:
    stretches = LifeStretch.select(LifeStretch.document).where(
        LifeStretch.status.in_(sorted(scope.statuses)),
        LifeStretch.first_day <= day,
        LifeStretch.last_day >= day,
    )
    condition: Expression = Document.id.in_(stretches)
    return condition


def _with_forerunners(names: Iterable[str]) -> list[str]:
    wanted = set(names)
    return sorted(wanted | {old for old, new in successors().items() if new in wanted})


def _holds(column: Field, words: str) -> Expression:
    """Look words up as they are; LIKE would fold letters, and take three times as long."""
    place = fn.STRPOS if is_postgres() else fn.INSTR
    condition: Expression = place(column, words) > 0
    return condition
