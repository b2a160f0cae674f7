"""Phrases that the data of letters are put together from; their words stand on the shelf."""

from collections.abc import Callable, Iterable
from datetime import date

from models.domain.profile import Profile, Sourced
from models.domain.validity import ValidityTerm, ValidityTermKind
from models.profiles import BASELINE
from resources.terms import name_of, sentence_in

_TABLE = "LetterWords"


def phrase(name: str, **facts: object) -> str:
    """Return a phrase with its facts filled in."""
    return sentence_in(_TABLE, name, **facts)


def day_text(day: date | None) -> str:
    """Return a date as official papers write it; nothing when there is none."""
    return f"{day.year}年{day.month}月{day.day}日" if day else ""


def short_day(day: date | None) -> str:
    """Return a date as the narrow columns of a register write it; nothing when there is none."""
    return f"{day.year}.{day.month}.{day.day}" if day else ""


def span_text(first: date | None, last: date | None) -> str:
    """Return the days from the first to the last; one day alone when there is only one."""
    if first and last and first != last:
        return phrase("day_span", first=day_text(first), last=day_text(last))
    return day_text(first or last)


def validity_text(
    term: ValidityTerm | None,
    expiry_date: date | None,
    written: Callable[[date | None], str] = day_text,
) -> str:
    """Return how long a document is valid, with its last day; nothing when it does not say.

    Args:
        term: The term it states.
        expiry_date: Its last day.
        written: How days are written.
    """
    words = _term_text(term, written)
    if not expiry_date or (term and term.kind is ValidityTermKind.UNTIL_DATE):
        return words
    if not words:
        return phrase("validity_until", day=written(expiry_date))
    return phrase("term_with_end", term=words, day=written(expiry_date))


def titled_text(title: str, number: str) -> str:
    """Return a title between book marks, with its number when it has one."""
    return phrase("titled_number", title=inner(title), number=number) if number else titled(title)


def titled(title: str) -> str:
    """Return a title between book marks; marks inside become the inner ones."""
    return phrase("titled", title=inner(title))


def inner(title: str) -> str:
    """Return a title as it stands inside book marks."""
    return title.translate(str.maketrans("《》", "〈〉"))


def with_number(words: str, number: str) -> str:
    """Return words with a number in brackets behind them, when there is one."""
    return phrase("with_number", words=words, number=number) if number else words


def on_lines(parts: Iterable[str]) -> str:
    """Return the parts that are there, a line each."""
    return "\n".join(part for part in parts if part)


def citable(rule: Sourced[object], rules: Profile) -> str:
    """Return the rule a value stands on as a letter may cite it, else nothing.

    Only what was checked against the rule is cited, and only where the rule itself governs: the
    baseline and what is inherited from it apply by analogy.
    """
    is_own = rules.id != BASELINE and not rule.is_inherited
    return rule.source if rule.is_verified and is_own else ""


def _term_text(term: ValidityTerm | None, written: Callable[[date | None], str]) -> str:
    if term is None:
        return ""
    match term.kind:
        case ValidityTermKind.YEARS:
            return phrase("validity_years", amount=term.amount)
        case ValidityTermKind.MONTHS:
            return phrase("validity_months", amount=term.amount)
        case ValidityTermKind.UNTIL_DATE:
            return phrase("validity_until", day=written(term.until_date))
        case _:
            return name_of(term.kind)
