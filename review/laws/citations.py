"""The laws a text cites: which one, which version, how it stands, and which articles."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache

from review.laws.catalogue import Law
from review.laws.catalogue_text import shipped_catalogue
from review.laws.cited_names import CitedName, cited_names
from review.laws.citing_text import CitingText, citing_text
from review.laws.law_articles import ArticleReference, articles_after
from review.laws.law_index import LawIndex, NamedLaw, NameMatch
from review.laws.law_names import law_key
from review.laws.law_standing import LawStanding, VersionChoice, standing_on, version_on
from review.reading.text import Place

# What is not in the catalogue counts as the name of a law only with such an ending.
_LAW_LIKE = re.compile(
    r"(?:法|法典|条例|办法|规定|细则|规则|章程|准则|解释)"
    r"(?:\((?:试行|暂行|修订|修正|草案|[^()]{0,12}(?:修订|修正)[^()]{0,4})\))?$"
)
_ABOUT_DOCUMENT = re.compile(r"关于.{1,80}的(?:通知|意见|批复|函|公告|通告|请示|报告|复函)$")


class Certainty(StrEnum):
    """How sure it is which law is meant."""

    CERTAIN = "certain"
    UNSURE = "unsure"
    NOT_FOUND = "not_found"


@dataclass(frozen=True, slots=True)
class LawCitation:
    """One place where a text names a law.

    ``version`` is the one in force on the day the text was written, ``then`` how the law stood
    that day, ``now`` how it stands on the day of the question.
    """

    place: Place
    written: str
    name: str
    match: NameMatch
    certainty: Certainty
    versions: tuple[Law, ...]
    version: Law | None
    choice: VersionChoice
    then: LawStanding
    now: LawStanding
    articles: tuple[ArticleReference, ...]
    is_marked: bool


@cache
def shipped_index() -> LawIndex:
    """Return the index of the catalogue that comes with the program."""
    return LawIndex(shipped_catalogue())


def cite_law(
    written: str, index: LawIndex, written_date: date | None, today: date | None = None
) -> LawCitation | None:
    """Resolve a name that stands by itself; nothing when it is not the name of a law."""
    folded = citing_text(written)
    if not folded.text:
        return None
    name = CitedName(0, len(folded.text), folded.text)
    citation = _citation(folded, name, (), index, (written_date, today))
    return citation if _is_of_law(citation) else None


def laws_cited(
    source: str, index: LawIndex, written_date: date | None = None, today: date | None = None
) -> tuple[LawCitation, ...]:
    """Return the laws that a text cites, in its order; other documents are left out."""
    folded = citing_text(source)
    days = (written_date, today)
    found = []
    for name in cited_names(folded.text, index.national_keys):
        if not name.written:
            continue
        articles, end = articles_after(folded.text, name.end)
        ranged = CitedName(name.start, end, name.written, name.edition, name.full, name.is_marked)
        citation = _citation(folded, ranged, articles, index, days)
        if _is_of_law(citation):
            found.append(citation)
    return tuple(found)


def _citation(
    folded: CitingText,
    name: CitedName,
    articles: tuple[ArticleReference, ...],
    index: LawIndex,
    days: tuple[date | None, date | None],
) -> LawCitation:
    written_date, today = days
    named = index.look_up((name.full or name.written) + name.edition)
    as_of = index.catalogue.as_of_date
    version, choice = version_on(named.versions, written_date, named.year)
    match = NameMatch.ABBREVIATED if name.full and _is_known(named) else named.match
    return LawCitation(
        place=folded.place(name.start, name.end),
        written=name.written,
        name=_name_of(named, version),
        match=match,
        certainty=_certainty(named, match),
        versions=named.versions,
        version=version,
        choice=choice,
        then=standing_on(named.key, named.versions, written_date or today or as_of, as_of),
        now=standing_on(named.key, named.versions, today or as_of, as_of),
        articles=articles,
        is_marked=name.is_marked,
    )


def _name_of(named: NamedLaw, version: Law | None) -> str:
    return version.name if version is not None else named.key


def _is_known(named: NamedLaw) -> bool:
    return named.match is not NameMatch.NONE


def _certainty(named: NamedLaw, match: NameMatch) -> Certainty:
    if match is NameMatch.NONE:
        return Certainty.NOT_FOUND
    has_slip = named.match is NameMatch.SLIP
    return Certainty.UNSURE if has_slip or _has_other_body(named) else Certainty.CERTAIN


def _has_other_body(named: NamedLaw) -> bool:
    """One name, several makers: which one is meant cannot be told from the name."""
    return len({law.kind for law in named.versions}) > 1


def _is_of_law(citation: LawCitation) -> bool:
    return citation.certainty is not Certainty.NOT_FOUND or _is_law_like(citation.written)


def _is_law_like(written: str) -> bool:
    key = law_key(written)
    return bool(_LAW_LIKE.search(key)) and not _ABOUT_DOCUMENT.search(key)
