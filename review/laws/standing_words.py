"""A few Chinese words beside a cited law: in force, repealed and by what, not listed."""

import tomllib
from datetime import date
from functools import cache

from resources import path_of
from review.laws.citations import Certainty, LawCitation, cite_law
from review.laws.law_index import LawIndex


def words_beside(written: str, index: LawIndex) -> str:
    """Return how a law stands, with the day of the catalogue; nothing for other documents."""
    citation = cite_law(written, index, None)
    if citation is None:
        return ""
    day = _day(index.catalogue.as_of_date)
    return _words()["as_of"].format(words=standing_words(citation), day=day)


def standing_words(citation: LawCitation) -> str:
    """Return how a cited law stands on the day of the question."""
    now, words = citation.now, _words()
    said = words[now.standing.value]
    if now.successor is not None:
        said = words["repealed_with_successor"].format(
            since=_day(now.successor.since_date), successor=now.successor.name
        )
    if citation.certainty is Certainty.UNSURE:
        said = words["unsure"].format(name=citation.name, words=said)
    return said


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


@cache
def _words() -> dict[str, str]:
    return tomllib.loads(path_of("laws", "standing_words.toml").read_text(encoding="utf-8"))
