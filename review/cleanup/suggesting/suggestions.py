"""Suggest what should become of the documents of a cleanup (系统提示), each with its ground."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from models.domain.calendar import MONTHS_A_YEAR, Term, TermUnit, add_months
from models.domain.cleanup import CleanupOutcome
from models.domain.cleanup_campaign import SuggestionEntry, SuggestionGround
from models.domain.evaluation import EvaluationResult
from models.domain.terms import ValidityStatus
from models.domain.validity import ValidityReason
from models.queries.cleanup_grounds import (
    EntryGrounds,
    cleanup_grounds,
    renamed_bodies,
    texts_of,
)
from models.queries.office import profile
from resources.terms import name_of, sentence_in
from review.cleanup.suggesting.old_organs import old_organs_in
from review.errors import ReadingCancelledError
from review.laws.citations import laws_cited
from review.laws.law_index import LawIndex
from review.laws.law_names import law_key
from review.laws.law_standing import LawStanding, Standing, standing_on

_WORDS = "SuggestionFact"
_MOST_NAMED = 3
_OUTCOME_OF = MappingProxyType(
    {
        EvaluationResult.CONTINUE: CleanupOutcome.KEEP,
        EvaluationResult.AMEND: CleanupOutcome.AMEND,
        EvaluationResult.REPEAL: CleanupOutcome.REPEAL,
        EvaluationResult.LAPSE: CleanupOutcome.DECLARE_LAPSED,
    }
)


@dataclass(frozen=True)
class _Desk:
    """What a look at documents needs beside them."""

    index: LawIndex
    renamed: Mapping[str, str]
    unamended_term: Term | None
    day: date


def suggest(
    campaign_id: int,
    index: LawIndex,
    day: date,
    *,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> tuple[SuggestionEntry, ...]:
    """Return the suggestions for a cleanup, the strongest ground of each document first.

    Args:
        campaign_id: The cleanup.
        index: The catalogue of laws in use.
        day: The day judged.
        progress: Is told how many documents are done and how many there are.
        cancelled: Asked between documents.

    Raises:
        ReadingCancelledError: the person asked to stop.
    """
    rules = profile()
    desk = _Desk(index, renamed_bodies(), rules.cleanup_unamended_term.value, day)
    documents = cleanup_grounds(campaign_id, day)
    found: list[SuggestionEntry] = []
    for done, document in enumerate(documents):
        if cancelled is not None and cancelled():
            raise ReadingCancelledError(file_name=document.title)
        if progress is not None:
            progress(done, len(documents))
        found.extend(_for(document, desk))
    return tuple(found)


def _for(document: EntryGrounds, desk: _Desk) -> Iterator[SuggestionEntry]:
    if _has_ended(document):
        # What had ended before needs no other ground.
        yield from _ended(document)
        return
    text = texts_of(document.document_id)
    yield from _expired(document)
    yield from _replaced(document)
    yield from _evaluated(document)
    yield from _by_law(document, text, desk)
    yield from _old_organs(document, text, desk)
    yield from _unamended(document, desk)


def _has_ended(document: EntryGrounds) -> bool:
    is_over = document.status in (ValidityStatus.REPEALED, ValidityStatus.LAPSED)
    return is_over and document.status_reason is not ValidityReason.TERM_OVER


def _ended(document: EntryGrounds) -> Iterator[SuggestionEntry]:
    outcome, ground = CleanupOutcome.ALREADY_ENDED, SuggestionGround.ENDED
    yield _entry(document, outcome, ground, "")


def _expired(document: EntryGrounds) -> Iterator[SuggestionEntry]:
    if document.status is ValidityStatus.LAPSED and document.expiry_date is not None:
        day = document.expiry_date
        fact = _fact("until", year=day.year, month=day.month, day=day.day)
        yield _entry(document, CleanupOutcome.DECLARE_LAPSED, SuggestionGround.EXPIRED, fact)


def _replaced(document: EntryGrounds) -> Iterator[SuggestionEntry]:
    if document.newer:
        named = tuple(
            _fact("numbered" if one.number else "titled", title=one.title, number=one.number)
            for one in document.newer
        )
        yield _entry(document, CleanupOutcome.REPEAL, SuggestionGround.REPLACED, _several(named))


def _evaluated(document: EntryGrounds) -> Iterator[SuggestionEntry]:
    """Suggest what the last evaluation came to, while nothing was done about it."""
    found = document.evaluated
    if found is not None:
        day = found.report_date
        fact = _fact(
            "evaluated", year=day.year, month=day.month, day=day.day, result=name_of(found.result)
        )
        outcome = _OUTCOME_OF[found.result]
        yield _entry(document, outcome, SuggestionGround.EVALUATED, fact)


def _by_law(document: EntryGrounds, text: str, desk: _Desk) -> Iterator[SuggestionEntry]:
    """Suggest by the laws it is based on, and by those it only names."""
    bases = {law_key(title): title for title in document.bases}
    gone = {key: fact for key, title in bases.items() if (fact := _gone(title, desk)) is not None}
    ended = tuple(_fact("titled", title=title) for title in document.ended_bases)
    if gone or ended:
        # A basis with a successor calls for an amendment, one without for a repeal.
        has_successor = bool(gone) and all(one.has_successor for one in gone.values())
        outcome = CleanupOutcome.AMEND if has_successor and not ended else CleanupOutcome.REPEAL
        facts = _several((*(one.words for one in gone.values()), *ended))
        yield _entry(document, outcome, SuggestionGround.BASIS_REPEALED, facts)
    cited = tuple(_cited(text, document, desk, frozenset(gone)))
    if cited:
        yield _entry(
            document, CleanupOutcome.AMEND, SuggestionGround.CITES_REPEALED, _several(cited)
        )


@dataclass(frozen=True)
class _GoneLaw:
    words: str
    has_successor: bool


def _gone(title: str, desk: _Desk) -> _GoneLaw | None:
    named = desk.index.look_up(title)
    now = standing_on(named.key, named.versions, desk.day, desk.index.catalogue.as_of_date)
    return _gone_law(title, now)


def _gone_law(title: str, now: LawStanding) -> _GoneLaw | None:
    if now.standing is not Standing.REPEALED:
        return None
    if now.successor is None:
        return _GoneLaw(_fact("titled", title=title.strip("《》")), has_successor=False)
    words = _fact("followed", title=title.strip("《》"), successor=now.successor.name)
    return _GoneLaw(words, has_successor=True)


def _cited(text: str, document: EntryGrounds, desk: _Desk, known: frozenset[str]) -> Iterator[str]:
    seen = set(known)
    for citation in laws_cited(text, desk.index, document.issued_date, desk.day):
        key = law_key(citation.name)
        gone = _gone_law(citation.name, citation.now)
        if gone is not None and key not in seen:
            seen.add(key)
            yield gone.words


def _old_organs(document: EntryGrounds, text: str, desk: _Desk) -> Iterator[SuggestionEntry]:
    found = old_organs_in(f"{document.title}\n{text}", desk.renamed)
    if found:
        named = tuple(_fact("organ", organ=one.name, successor=one.successor) for one in found)
        yield _entry(document, CleanupOutcome.AMEND, SuggestionGround.OLD_ORGAN, _several(named))


def _unamended(document: EntryGrounds, desk: _Desk) -> Iterator[SuggestionEntry]:
    term = desk.unamended_term
    if term is not None and add_months(document.last_changed, _months(term)) <= desk.day:
        day = document.last_changed
        fact = _fact("since", year=day.year, month=day.month, day=day.day)
        yield _entry(document, CleanupOutcome.AMEND, SuggestionGround.LONG_UNAMENDED, fact)


def _months(term: Term) -> int:
    return term.amount * MONTHS_A_YEAR if term.unit is TermUnit.YEAR else term.amount


def _entry(
    document: EntryGrounds, outcome: CleanupOutcome, ground: SuggestionGround, fact: str
) -> SuggestionEntry:
    return SuggestionEntry(entry_id=document.entry_id, outcome=outcome, ground=ground, fact=fact)


def _several(facts: tuple[str, ...]) -> str:
    words = "、".join(facts[:_MOST_NAMED])
    return words if len(facts) <= _MOST_NAMED else _fact("and_more", words=words, count=len(facts))


def _fact(name: str, **facts: object) -> str:
    return sentence_in(_WORDS, name, **facts)
