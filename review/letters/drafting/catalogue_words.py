"""How a document stood on a day, in words: on paper, in tables, on pages."""

from models.queries.day_catalogue import CatalogueEntry, CatalogueEvent
from resources.terms import name_of, sentence_in
from review.letters.drafting.words import day_text, short_day, validity_text

_WORDS = "CatalogueWords"


def last_day_words(entry: CatalogueEntry) -> str:
    """Return until when a document is in force: the term it states, and its last day."""
    return validity_text(entry.validity_term, entry.last_day, short_day)


def standing_words(entry: CatalogueEntry) -> str:
    """Return the status, and what of the document is not applied."""
    status = name_of(entry.status)
    if not entry.is_suspended:
        return status
    if not entry.suspended_clauses:
        return sentence_in(_WORDS, "suspended", status=status)
    clauses = "、".join(entry.suspended_clauses)
    return sentence_in(_WORDS, "clauses_suspended", status=status, clauses=clauses)


def event_words(event: CatalogueEvent) -> str:
    """Return what happened, to which clauses and when."""
    clauses = "、".join(event.clauses)
    return sentence_in(
        _WORDS,
        "event_of_clauses" if clauses else "event",
        day=day_text(event.begin_date),
        what=name_of(event.kind),
        clauses=clauses,
    )
