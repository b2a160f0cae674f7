"""Clauses in which a document limits its own validity: 有效期5年, 至2030年12月31日止."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum, auto
from functools import cache

from models.domain.validity import ValidityTerm, ValidityTermKind
from review.extraction.clause_dates import (
    DAY_PATTERN,
    PERIOD_PATTERN,
    TERM_PATTERN,
    first_day_named,
    last_day_named,
    read_term,
)
from review.extraction.effect_clauses import EffectClause, effect_clauses
from review.extraction.flow import Flow, flow_of
from review.extraction.own_subject import self_pattern, sentence_start
from review.extraction.vocabulary import one_of, vocabulary

_DAY = rf"(?:{DAY_PATTERN}|{PERIOD_PATTERN})"
_ENDED = r"(?:止|终止|结束|期满|届满|(?:自行|自动|即行|同时)?(?:废止|失效|停止执行))"
_HOUR = r"(?:(?:\d{1,2}|零)[时点])?"
# How far behind the clause of effect the clause of validity may stand.
_REACH = 90
_OPEN_END = re.compile(
    r"(?P<clause>(?:截止|结束|终止|失效)(?:日期|时间|期限)?(?:另行|视|待)[^。;,(]{0,20}"
    r"|(?:有效期(?:限)?)?(?:施行|实施|执行)?[至到](?:另行通知|新的?[^。;,]{1,20}(?:出台|发布|公布|施行|实施|印发|为止|之日止)|疫情[^。;,]{1,12}(?:止|结束|解除))[^。;,]{0,8}"
    r"|长期有效)"
)


class _Owner(Enum):
    """By what a clause is known to be the document's own."""

    SELF = auto()
    EFFECT = auto()
    NEAR_EFFECT = auto()
    EXTENSION = auto()
    OPENING = auto()


@dataclass(frozen=True, slots=True)
class ValidityClause:
    """One clause on the term of validity and where it stands; without a term it is open.

    ``is_own`` is true where the document itself is named, or its clause of effect stands before.
    ``first_day`` is the day on which a range of dates begins.
    """

    start: int
    end: int
    term: ValidityTerm | None
    is_own: bool
    is_exact: bool = True
    is_extension: bool = False
    first_day: date | None = None


def validity_clauses(
    flow: Flow, effects: tuple[EffectClause, ...] | None = None
) -> Iterator[ValidityClause]:
    """Return the clauses in which the document limits its own validity.

    ``effects`` are its clauses of effect, behind which the limit usually stands.
    """
    if effects is None:
        effects = tuple(effect_clauses(flow))
    spans: list[tuple[int, int]] = []
    for pattern in _patterns():
        for match in pattern.finditer(flow.text):
            at = match.start("clause")
            owner = _owner(flow, at, match.end("clause"), effects)
            if owner is None or any(low <= at < high for low, high in spans):
                continue
            term, is_exact = _term(match)
            if term is None or (pattern is _range_pattern() and owner is _Owner.OPENING):
                continue
            spans.append(match.span("clause"))
            yield ValidityClause(
                *match.span("clause"),
                term,
                is_own=owner in (_Owner.SELF, _Owner.EFFECT),
                is_exact=is_exact,
                is_extension=owner is _Owner.EXTENSION,
                first_day=_first_day(match),
            )
    for match in _OPEN_END.finditer(flow.text):
        if _owner(flow, match.start(), match.end(), effects) is not None:
            yield ValidityClause(*match.span("clause"), None, is_own=True)


def term_of(words: str) -> ValidityTerm | None:
    """Return the term that the words of a validity clause state; an open one has none."""
    for pattern in _patterns():
        match = pattern.search(flow_of(words).text)
        if match is not None:
            return _term(match)[0]
    return None


def _patterns() -> tuple[re.Pattern[str], ...]:
    return _named_pattern(), _ended_pattern(), _counted_pattern(), _range_pattern()


@cache
def _named_pattern() -> re.Pattern[str]:
    """有效期 and its kin with a date, a range of dates or a term."""
    words = vocabulary()
    until, name = one_of(words.until_words), one_of(words.validity_words)
    link = rf"(?:(?:自|从)(?!{_DAY}起?至)[^。;,]{{2,24}}?起(?:计算|算|至|到)?,?|{until})*"
    ranged = rf"(?:(?:自|从|由)?(?P<first>{_DAY})(?:起|开始)?,?(?:至|到|-|~))?"
    return re.compile(
        rf"(?=[{''.join(sorted({word[0] for word in words.validity_words}))}])"
        rf"(?P<clause>(?:试行|暂行)?{name}{link}"
        rf"(?:{ranged}(?P<until>{_DAY}){_ENDED}?|(?P<count>{TERM_PATTERN})))(?!内|以[上内下]|的)"
    )


@cache
def _ended_pattern() -> re.Pattern[str]:
    """……起施行,至2030年12月31日止; ……起施行,2030年12月31日废止."""
    verbs, until = one_of(vocabulary().effective_verbs), one_of(vocabulary().until_words)
    return re.compile(
        rf"(?:^|(?<=[行施效,;。]))(?P<clause>(?:有效|并|{verbs})?(?:{until}(?P<until>{_DAY}){_ENDED}?"
        rf"|(?P<turn>自|于|到|在)?(?P<ended>{DAY_PATTERN})(?P<from>起)?(?:自行|自动|即行|同时)?"
        r"(?:废止|失效|终止执行|停止执行|终止)))(?!的|以[上内下])"
    )


@cache
def _counted_pattern() -> re.Pattern[str]:
    """自印发之日起试行二年; 自发布之日起5年内有效."""
    return re.compile(
        rf"(?:^|(?<=起))(?P<clause>,?(?:(?:试行|暂行|有效|施行|实施|执行)(?:期限?)?(?:为)?(?P<count>{TERM_PATTERN})(?=[。;,、)(:]|$|止)"
        rf"|(?P<counted>{TERM_PATTERN})内?有效))"
    )


@cache
def _range_pattern() -> re.Pattern[str]:
    """本通知自2024年1月1日起至2026年12月31日止执行."""
    verbs = one_of(vocabulary().effective_verbs)
    return re.compile(
        rf"(?=[自从\d〇零Oo一二三四五六七八九])(?P<clause>(?:自|从)?(?P<first>{DAY_PATTERN}){_HOUR}(?:起|开始)?{verbs}?,?(?:至|到|-|~)"
        rf"(?P<until>{DAY_PATTERN}){_HOUR}{_ENDED}?(?:有效|{verbs})?)"
    )


def _owner(flow: Flow, start: int, end: int, effects: tuple[EffectClause, ...]) -> _Owner | None:
    """Tell by what a clause is known to be the document's own; None when it is another's."""
    for effect in effects:
        between = flow.text[effect.end : start]
        if effect.end <= start <= effect.end + _REACH and _after_effect().fullmatch(between):
            return _Owner.EFFECT if effect.is_own else _Owner.NEAR_EFFECT
        # 自2026年1月1日起试行二年: the verb of effect belongs to both.
        if effect.start <= start < effect.end:
            return _Owner.EFFECT if effect.is_own else _Owner.NEAR_EFFECT
        if 0 <= effect.start - end <= len(",并自") and flow.text[end : effect.start] in _JOINTS:
            return _Owner.NEAR_EFFECT
    sentence = flow.text[sentence_start(flow, start) : start]
    if _self_before().search(sentence):
        # 本规划期限 is the period that is planned for.
        return None if _PLANNED.search(sentence + flow.text[start:end]) else _Owner.SELF
    if _extended().search(sentence) and _CHANGES.search(sentence + flow.text[start:end]):
        return _Owner.EXTENSION
    return _Owner.OPENING if start == 0 or _opened().search(sentence) else None


_CHANGES = re.compile(r"延长|延续|顺延|展期|调整|重新")
_PLANNED = re.compile(r"(?:规划|计划|方案|项目|工程)的?期限")
_JOINTS = ("", ",", ";", "。", ",并")


@cache
def _after_effect() -> re.Pattern[str]:
    own = self_pattern()
    return re.compile(
        rf"[,;。、(]?(?:[^。;]{{0,60}}解释[,;。])?(?:并|且|其|暂定|暂|{own}的?|政策|文件|的)*"
    )


@cache
def _self_before() -> re.Pattern[str]:
    verbs = one_of(vocabulary().effective_verbs)
    return re.compile(
        rf"{self_pattern()}(?:的)?(?:自[^。;《》]{{2,40}}?(?:{verbs}|起),?)?(?:政策|规定|{verbs})?的?$"
        r"|(?:上述|以上|本)[^。;,《》证照]{0,6}政策[^。;《》证照]{0,24},$"
        rf"|(?:上述|以上|本)[^。;,《》证照]{{0,6}}政策,?(?:自[^。;《》]{{2,40}}?(?:{verbs}|起),)?的?$"
    )


@cache
def _extended() -> re.Pattern[str]:
    return re.compile(r"(?:重新(?:发布|公布|印发),|》(?:\([^()]{2,40}\))?(?:的)?)$")


@cache
def _opened() -> re.Pattern[str]:
    return re.compile(
        r"^(?:第[一二三四五六七八九十百零〇\d]{1,6}条+|\(?[一二三四五六七八九十\d]{1,3}[)、.])(?:政策)?$"
    )


def _term(match: re.Match[str]) -> tuple[ValidityTerm | None, bool]:
    groups = match.groupdict()
    count = groups.get("count") or groups.get("counted")
    if count:
        return read_term(count), True
    last = last_day_named(groups.get("until") or groups.get("ended") or "")
    if last is None:
        return None, False
    # What ends "from" a day on was in force for the last time on the day before.
    is_from = groups.get("turn") == "自" and groups.get("from") == "起"
    day = last.value - timedelta(days=1) if is_from else last.value
    return ValidityTerm(ValidityTermKind.UNTIL_DATE, until_date=day), last.is_exact and not is_from


def _first_day(match: re.Match[str]) -> date | None:
    named = match.groupdict().get("first")
    day = first_day_named(named) if named else None
    return None if day is None else day.value
