"""Closing clauses: when a document takes effect (施行) and how long it is valid (有效期)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from functools import cache

from models.domain.numerals import parse_numeral
from models.domain.validity import ValidityTerm, ValidityTermKind
from review.extraction.dates import DATE_PATTERN, read_date
from review.extraction.vocabulary import one_of, vocabulary

_COUNT = r"\d{1,3}|[一二两三四五六七八九十]{1,3}"
# What may stand in front of 自 when the document speaks of itself: the beginning of a sentence
# or clause, an article's number, 本办法, or the words that promulgate it.
_ARTICLE = r"(?:第[一二三四五六七八九十百零〇\d]{1,6}条+|\(?[一二三四五六七八九十\d]{1,3}[)、.]|\d(?:\.\d)+)"


class EffectKind(Enum):
    """How a clause names the day of effect."""

    FIXED = auto()
    ON_ISSUE = auto()
    AFTER_ISSUE = auto()


@dataclass(frozen=True, slots=True)
class EffectClause:
    """One clause 自……起施行 and where it stands in the flow."""

    kind: EffectKind
    start: int
    end: int
    fixed_date: date | None
    event: str
    days_later: int
    is_own: bool


@dataclass(frozen=True, slots=True)
class ValidityClause:
    """One clause on the term of validity and where it stands; without a term it is open."""

    start: int
    end: int
    term: ValidityTerm | None


@cache
def _effect_pattern() -> re.Pattern[str]:
    words = vocabulary()
    selves, verbs, events = (
        one_of(words.self_words),
        one_of(words.effective_verbs),
        one_of(words.issue_events),
    )
    return re.compile(
        rf"(?P<self>本[一-鿿]{{0,10}}?{selves}(?:\([^()]{{1,12}}\))?)?(?:[一-鿿]{{0,20}}解释,)?(?:从|自|于|定于|将于)"
        rf"(?:(?P<date>{DATE_PATTERN})(?:零时)?"
        rf"|(?:本{selves})?(?:向社会)?(?P<event>{events})(?:实施)?(?:之日|之时|后之日|日))"
        rf"(?:起)?(?:(?:满)?(?P<days>{_COUNT})(?P<unit>个工作日|日|天|个月)(?:之?后|起))?(?:之?后)?(?:起)?"
        rf"(?:开始)?(?:正式)?(?P<verb>{verbs})(?!的?《)(?!的(?:[一-鿿]{{0,8}})《)"
    )


def effect_clauses(text: str) -> Iterator[EffectClause]:
    """Return the clauses in which the document names its own day of effect."""
    for match in _effect_pattern().finditer(text):
        if not _speaks_of_itself(text, match):
            continue
        fixed = read_date(match["date"]) if match["date"] else None
        days = parse_numeral(match["days"]) if match["days"] else 0
        kind = EffectKind.FIXED if fixed else EffectKind.AFTER_ISSUE if days else EffectKind.ON_ISSUE
        if match["date"] and not fixed:
            continue
        yield EffectClause(
            kind,
            match.start(),
            match.end(),
            fixed[0] if fixed else None,
            match["event"] or "",
            days or 0,
            is_own=match["self"] is not None,
        )


def _speaks_of_itself(text: str, match: re.Match[str]) -> bool:
    if match["self"] is not None:
        return True
    before = text[max(0, match.start() - 60) : match.start()]
    # The clause before a comma must promulgate, so that 许可证自发布之日起生效 is not taken.
    return bool(_own_opening().search(before))


@cache
def _own_opening() -> re.Pattern[str]:
    promulgated = one_of(vocabulary().promulgation_words)
    return re.compile(
        rf"(?:^|[。;])(?:{_ARTICLE})?$|{promulgated}(?:实施|施行)?(?:给你们)?,?(?:并)?$|解释,(?:并)?$|》,$|(?:修订|讨论|审议)?通过,$"
    )


@cache
def _validity_pattern() -> re.Pattern[str]:
    selves = one_of(vocabulary().self_words)
    verbs = one_of(vocabulary().effective_verbs)
    lead = rf"(?:{verbs}(?:[,;。]|,并|。本{selves})?|本[一-鿿]{{0,10}}?{selves}(?:的)?(?:自[^。;]{{2,24}}?{verbs},)?|重新(?:发布|公布|印发),|^)"
    term = (
        rf"(?:(?P<until>{DATE_PATTERN})(?:止)?|(?P<count>{_COUNT})(?P<unit>年|个月))"
    )
    return re.compile(
        rf"{lead}(?P<clause>(?:试行|暂行)?(?:有效期|有效期限|实施期限|施行期限|执行期限|试行期|试行期限|暂行期|期限|适用期|有效|试行)"
        rf"(?:自[^。;,]{{2,24}}?起(?:至|到)?|为|至|到|截至|截止到|截止|延长至|延长到|延续至|调整至|顺延至|:|限|是|暂定(?:为)?|共)*(?:自[^。;,]{{2,24}}?至)?{term})"
    )


_RANGE = re.compile(
    rf"(?P<clause>(?:有效期|施行期限|执行期|实施期限|实施期|执行时间|期限)?(?:为|:)?自?{DATE_PATTERN}起?(?:施行|实施|执行|试行)?,?(?:至|到|-)(?P<until>{DATE_PATTERN})(?:止|终止|结束|期满|失效|废止)?)"
)
_END_DATE = re.compile(
    rf"(?:施行|实施|执行|试行|生效)[,;](?:有效期)?(?P<clause>(?:至|到|截至|执行至|实施至|施行至|截止至|截止时间为|试行至|执行到)(?P<until>{DATE_PATTERN})(?:止|废止|失效|终止)?)"
)
_OPEN_END = re.compile(r"(?P<clause>(?:截止|结束|终止)(?:日期|时间)(?:另行|视)[^。;]{0,20})")


def validity_clauses(text: str) -> Iterator[ValidityClause]:
    """Return the clauses in which the document limits its own validity."""
    for pattern in (_validity_pattern(), _END_DATE, _OPEN_END):
        for match in pattern.finditer(text):
            yield ValidityClause(match.start("clause"), match.end("clause"), _term(match))
    for match in _RANGE.finditer(text):
        before = text[max(0, match.start() - 24) : match.start()]
        if re.search(rf"本{one_of(vocabulary().self_words)}(?:的)?$", before):
            yield ValidityClause(match.start("clause"), match.end("clause"), _term(match))


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
