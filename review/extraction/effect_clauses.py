"""Clauses in which a document names its own day of effect: 本办法自……起施行."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from functools import cache

from models.domain.numerals import parse_numeral
from review.extraction.dates import DATE_PATTERN, read_date
from review.extraction.vocabulary import one_of, vocabulary

_COUNT = r"\d{1,3}|[一二两三四五六七八九十]{1,3}"
# What may stand in front of 自 when the document speaks of itself: the beginning of a sentence
# or clause, an article's number, 本办法, or the words that promulgate it.
_ARTICLE = (
    r"(?:第[一二三四五六七八九十百零〇\d]{1,6}条+"
    r"|\(?[一二三四五六七八九十\d]{1,3}[)、.]|\d(?:\.\d)+)"
)


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
        kind = (
            EffectKind.FIXED if fixed else EffectKind.AFTER_ISSUE if days else EffectKind.ON_ISSUE
        )
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
        rf"(?:^|[。;])(?:{_ARTICLE})?$"
        rf"|{promulgated}(?:实施|施行)?(?:给你们)?,?(?:并)?$"
        r"|解释,(?:并)?$|》,$|(?:修订|讨论|审议)?通过,$"
    )
