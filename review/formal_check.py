"""The checklist of the formal check (形式审查) with what the program can answer of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from models.domain.formal_check import (
    FormalFacts,
    FormalGround,
    FormalItem,
    FormalJudgement,
    FormalMeans,
    FormalResult,
)
from models.domain.formal_judging import judge_item
from models.domain.profile import Profile
from models.queries.filing_page import FilingPage
from models.queries.formal_facts import formal_facts
from resources.terms import name_of, sentence_in
from review.extraction.judgement import Normativity
from review.extraction.normativity import normativity_of_title

_SCOPES: Mapping[Normativity, tuple[FormalResult, FormalGround]] = {
    Normativity.LOOKS_NORMATIVE: (FormalResult.FITTING, FormalGround.LOOKS_NORMATIVE),
    Normativity.LOOKS_NOT: (FormalResult.FAULTY, FormalGround.LOOKS_NOT),
    Normativity.UNCLEAR: (FormalResult.UNANSWERED, FormalGround.SCOPE_UNCLEAR),
}
_COMMA = "、"


@dataclass(frozen=True)
class ProposedAnswer:
    """How the program would answer an item, and why; what it cannot tell is unanswered."""

    item: FormalItem
    result: FormalResult
    ground: str


def propose_formal_check(page: FilingPage, profile: Profile) -> tuple[ProposedAnswer, ...]:
    """Return the checklist of the profile, answered as far as the record of the filing tells."""
    facts = formal_facts(page, profile)
    return tuple(_proposed(item, facts) for item in profile.formal_check_items.value or ())


def _proposed(item: FormalItem, facts: FormalFacts) -> ProposedAnswer:
    is_scope = item.means is FormalMeans.SCOPE
    judged = _scope(facts) if is_scope else judge_item(item, facts)
    return ProposedAnswer(item, judged.result, _words(judged))


def _scope(facts: FormalFacts) -> FormalJudgement:
    judgement = normativity_of_title(facts.title, facts.document_number)
    result, ground = _SCOPES[judgement.normativity]
    reasons = tuple(dict.fromkeys(one.words for one in judgement.reasons))
    return FormalJudgement(result, ground, {"reasons": reasons})


def _words(judged: FormalJudgement) -> str:
    facts = {name: _shown(value) for name, value in judged.facts.items()}
    return sentence_in(FormalGround.__name__, judged.ground.value, **facts)


def _shown(value: object) -> str:
    match value:
        case tuple():
            return _COMMA.join(_shown(one) for one in value)
        case StrEnum():
            return name_of(value)
        case date():
            return value.isoformat()
        case _:
            return str(value)
