"""Clauses in which a document limits its own validity: 有效期5年, 至2030年12月31日止."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from models.domain.numerals import parse_numeral
from models.domain.validity import ValidityTerm, ValidityTermKind
from review.extraction.dates import DATE_PATTERN, read_date
from review.extraction.vocabulary import one_of, vocabulary

_COUNT = r"\d{1,3}|[一二两三四五六七八九十]{1,3}"
_OPEN_END = re.compile(r"(?P<clause>(?:截止|结束|终止)(?:日期|时间)(?:另行|视)[^。;,(]{0,20})")
# How far in front of a range of dates the word 本办法 may stand.
_SELF_REACH = 24


@dataclass(frozen=True, slots=True)
class ValidityClause:
    """One clause on the term of validity and where it stands; without a term it is open."""

    start: int
    end: int
    term: ValidityTerm | None


def validity_clauses(text: str) -> Iterator[ValidityClause]:
    """Return the clauses in which the document limits its own validity."""
    for pattern in (_term_pattern(), _end_pattern(), _OPEN_END):
        for match in pattern.finditer(text):
            yield ValidityClause(match.start("clause"), match.end("clause"), _term(match))
    for match in _range_pattern().finditer(text):
        before = text[max(0, match.start() - _SELF_REACH) : match.start()]
        if re.search(rf"本{one_of(vocabulary().self_words)}(?:的)?$", before):
            yield ValidityClause(match.start("clause"), match.end("clause"), _term(match))


@cache
def _term_pattern() -> re.Pattern[str]:
    """有效期 directly after the clause of effect, or after 本办法; licences have theirs, too."""
    words = vocabulary()
    own, verbs = one_of(words.self_words), one_of(words.effective_verbs)
    lead = (
        rf"(?:{verbs}(?:[,;。]|,并|。本{own})?"
        rf"|本[一-鿿]{{0,10}}?{own}(?:的)?(?:自[^。;]{{2,24}}?{verbs},)?"
        r"|重新(?:发布|公布|印发),|^)"
    )
    until = one_of(words.until_words)
    link = rf"(?:自[^。;,]{{2,24}}?起(?:至|到)?|{until})*(?:自[^。;,]{{2,24}}?至)?"
    term = (
        rf"(?:(?:自?{DATE_PATTERN}起?(?:至|到|-))?(?P<until>{DATE_PATTERN})(?:止)?"
        rf"|(?P<count>{_COUNT})(?P<unit>年|个月))"
    )
    name = one_of(words.validity_words)
    return re.compile(rf"{lead}(?P<clause>(?:试行|暂行)?{name}{link}{term})")


@cache
def _end_pattern() -> re.Pattern[str]:
    """……起施行,至2030年12月31日止."""
    verbs, until = one_of(vocabulary().effective_verbs), one_of(vocabulary().until_words)
    return re.compile(
        rf"{verbs}[,;](?P<clause>(?:有效期|{verbs})?{until}"
        rf"(?P<until>{DATE_PATTERN})(?:止|废止|失效|终止)?)"
    )


@cache
def _range_pattern() -> re.Pattern[str]:
    """本通知的执行时间为2024年1月1日至2026年12月31日."""
    verbs, name = one_of(vocabulary().effective_verbs), one_of(vocabulary().validity_words)
    return re.compile(
        rf"(?P<clause>{name}?(?:为|:)?自?{DATE_PATTERN}起?{verbs}?,?(?:至|到|-)"
        rf"(?P<until>{DATE_PATTERN})(?:止|终止|结束|期满|失效|废止)?)"
    )


def _term(match: re.Match[str]) -> ValidityTerm | None:
    groups = match.groupdict()
    if groups.get("until"):
        read = read_date(groups["until"])
        return read and ValidityTerm(ValidityTermKind.UNTIL_DATE, until_date=read[0])
    if groups.get("count"):
        amount = parse_numeral(groups["count"].replace("两", "二"))
        kind = ValidityTermKind.YEARS if groups["unit"] == "年" else ValidityTermKind.MONTHS
        return ValidityTerm(kind, amount) if amount else None
    return None
