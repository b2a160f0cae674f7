"""Clauses in which a document names its own day of effect: 本办法自……起施行."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from functools import cache

from models.domain.numerals import parse_numeral
from review.extraction.clause_dates import COUNT_PATTERN, DAY_PATTERN, PERIOD_PATTERN, TERM_PATTERN
from review.extraction.clause_dates import first_day_named as named_day
from review.extraction.flow import Flow
from review.extraction.own_subject import Speaker, speaker_before
from review.extraction.vocabulary import one_of, vocabulary

# 施行 and 生效 take no object; after the other verbs one may follow: 自7月起执行新的标准.
_INTRANSITIVE = ("施行", "生效")
_FOLLOWS_NOUN = re.compile(r"的|[前后]|期间|之日|过程|情况|细则|条例")
_CLAUSE_ENDS = re.compile(
    rf"[。;,、)(:\"!]|$|{TERM_PATTERN}(?:[。;,、)(:]|$)|有效|[至到截暂并且由本原《附此]|根据|试行|特此|期限|第[一二三四五六七八九十\d]|(?:19|20)\d\d"
)
_UNITS = {"个月": "months", "月": "months", "个工作日": "working_days", "工作日": "working_days"}


class EffectKind(Enum):
    """How a clause names the day of effect."""

    FIXED = auto()
    ON_ISSUE = auto()
    AFTER_ISSUE = auto()


@dataclass(frozen=True, slots=True)
class EffectClause:
    """One clause 自……起施行 and where it stands in the flow.

    ``delay`` and ``delay_unit`` (days, working_days, months) are what follows the event.
    """

    kind: EffectKind
    start: int
    end: int
    fixed_date: date | None
    event: str
    delay: int
    delay_unit: str
    speaker: Speaker
    is_exact: bool = True

    @property
    def is_own(self) -> bool:
        """Tell whether the clause names the document itself as what takes effect."""
        return self.speaker is Speaker.NAMED


@cache
def _effect_pattern() -> re.Pattern[str]:
    words = vocabulary()
    selves, verbs, events = (
        one_of(words.self_words),
        one_of(words.effective_verbs),
        one_of(words.issue_events),
    )
    delay = (
        rf"(?:[,起]*满?(?P<delay>{COUNT_PATTERN})(?:\({COUNT_PATTERN}\))?"
        r"(?P<unit>个?工作日|日|天|个月)(?:之?后|以后|起|内)*)?"
    )
    return re.compile(
        rf"(?=[{_first_characters()}])"
        r"(?:(?:(?<!规)定于|将于|拟于|从|自|于|在)(?:即)?)?"
        rf"(?:(?P<date>{DAY_PATTERN})(?:\([一-鿿]{{2,4}}\))?(?:零时|0时|零点|0:00|凌晨)?"
        rf"|(?P<period>{PERIOD_PATTERN})"
        rf"|(?P<now>即日|今日)"
        rf"|(?P<own>本{selves})?(?:正式)?(?:向社会|对外|[一-鿿]{{2,12}}(?:政府|常委会|会议)(?:审议|讨论)?)?(?P<event>{events})(?:实施|施行)?"
        r"(?:(?:之|当|的)?[日时天]|(?P<next>(?:之|的)?(?:次日|翌日|第二[日天])))"
        rf"|(?:本{selves})?(?P<bare>{events})(?=之?后|满?\d))"
        rf"(?:开始)?(?:起|之?后|以后|开始)*{delay}"
        rf"(?:起|之?后|,)*(?:即|开始|正式|全面|统一|同步|同时|在全[一-鿿]{{1,4}})*(?P<verb>{verbs})"
    )


def _first_characters() -> str:
    """Return the characters with which a clause of effect can begin."""
    events = {event[0] for event in vocabulary().issue_events}
    return "".join(
        sorted(events | set("现定将拟从自于在即今本正向对0123456789〇零一二三四五六七八九Oo"))
    )


def effect_clauses(flow: Flow, title: str = "", end: int | None = None) -> Iterator[EffectClause]:
    """Return the clauses up to an end in which the document names its own day of effect."""
    stop = len(flow.text) if end is None else end
    for match in _effect_pattern().finditer(flow.text, 0, stop):
        clause = _clause(flow, match, title)
        if clause is not None:
            yield clause


def _clause(flow: Flow, match: re.Match[str], title: str) -> EffectClause | None:
    if not _ends_clause(flow, match):
        return None
    is_named = match["own"] is not None and match.start("own") == match.start()
    speaker = Speaker.NAMED if is_named else speaker_before(flow, match.start(), title)
    if speaker is Speaker.OTHER or (speaker is not Speaker.NAMED and not _is_led_in(match)):
        return None
    named = match["date"] or match["period"]
    day = named_day(named) if named else None
    if named and day is None:
        return None
    delay = parse_numeral(match["delay"]) or 0 if match["delay"] else 0
    if match["next"]:
        delay += 1
    kind = EffectKind.FIXED if day else EffectKind.AFTER_ISSUE if delay else EffectKind.ON_ISSUE
    if kind is EffectKind.ON_ISSUE and match["bare"]:
        return None
    return EffectClause(
        kind,
        match.start(),
        match.end(),
        None if day is None else day.value,
        match["event"] or match["bare"] or match["now"] or "",
        delay,
        _UNITS.get(match["unit"] or "", "days"),
        speaker,
        is_exact=day is None or day.is_exact,
    )


def _is_led_in(match: re.Match[str]) -> bool:
    """A date without 自 belongs to the document only where 本办法 stands before it."""
    return match.group().startswith(("自", "从", "于", "定于", "将于", "拟于"))


def _ends_clause(flow: Flow, match: re.Match[str]) -> bool:
    """Tell whether nothing follows the verb that it would be said of."""
    if _FOLLOWS_NOUN.match(flow.text, match.end()):
        return False
    if match["verb"] in _INTRANSITIVE or flow.ends_line(match.end()):
        return True
    return bool(_CLAUSE_ENDS.match(flow.text, match.end()))
