"""What the record of a filing tells of each item of the formal check (形式审查)."""

import re
from collections.abc import Callable, Mapping
from difflib import SequenceMatcher
from types import MappingProxyType
from unicodedata import normalize

from models.domain.document_number import hygiene_flags
from models.domain.formal_check import (
    FormalFacts,
    FormalGround,
    FormalItem,
    FormalJudgement,
    FormalMeans,
    FormalResult,
    TextOnFile,
)
from models.domain.terms import MaterialKind

_SENTENCE_END = re.compile(r"(?<=[。；;！？])|\n")
# 第 3 页, — 3 —, - 3 -: what a page carries beside the text.
_PAGE_MARK = re.compile(r"^[\s—\-–]*(?:第?\s*\d{1,4}\s*页?(?:\s*共\s*\d+\s*页)?)[\s—\-–]*$", re.M)
_BLANKS = re.compile(r"\s+")
_SHOWN = 40


def judge_item(item: FormalItem, facts: FormalFacts) -> FormalJudgement:
    """Tell how an item stands as far as the record shows it; what it does not show waits."""
    judge = _JUDGES.get(item.means)
    if judge is None:
        return FormalJudgement(FormalResult.UNANSWERED, FormalGround.TO_BE_SEEN)
    return judge(facts)


def missing_kinds(facts: FormalFacts) -> tuple[MaterialKind, ...]:
    """Return the demanded papers of which no copy came."""
    return tuple(kind for kind in facts.demanded if not facts.copies.get(kind))


def scarce_kinds(facts: FormalFacts) -> tuple[MaterialKind, ...]:
    """Return the demanded papers that came in fewer copies than wanted."""
    return tuple(
        kind
        for kind in facts.demanded
        if kind is not MaterialKind.ELECTRONIC_TEXT
        and 0 < facts.copies.get(kind, 0) < facts.copies_wanted
    )


def first_difference(one: str, other: str) -> tuple[str, str] | None:
    """Return the first sentences in which two texts differ; None when they say the same.

    Blanks, line breaks, page numbers and the width of signs do not count.
    """
    first, second = _sentences(one), _sentences(other)
    if "".join(first) == "".join(second):
        return None
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    for tag, start, end, other_start, other_end in matcher.get_opcodes():
        if tag != "equal":
            left, right = "".join(first[start:end]), "".join(second[other_start:other_end])
            if left != right:
                return _parted(left, right)
    return None


def _parted(left: str, right: str) -> tuple[str, str]:
    """Begin a little before the first differing sign, so that both sides can be found."""
    same = 0
    while same < min(len(left), len(right)) and left[same] == right[same]:
        same += 1
    start = max(0, same - _SHOWN // 2)
    return left[start : start + _SHOWN], right[start : start + _SHOWN]


def _sentences(text: str) -> list[str]:
    plain = normalize("NFKC", _PAGE_MARK.sub("", text))
    parts = (_BLANKS.sub("", part) for part in _SENTENCE_END.split(plain))
    return [part for part in parts if part]


def _recipient(facts: FormalFacts) -> FormalJudgement:
    if facts.government_name and facts.government_name in facts.issuer_names:
        return FormalJudgement(
            FormalResult.FAULTY,
            FormalGround.OWN_DOCUMENT,
            {"government": facts.government_name},
        )
    if facts.filing_body_name in facts.issuer_names:
        return FormalJudgement(FormalResult.FITTING, FormalGround.FILED_BY_ISSUER)
    return FormalJudgement(
        FormalResult.UNANSWERED,
        FormalGround.FILED_BY_ANOTHER,
        {"filing_body": facts.filing_body_name, "issuers": facts.issuer_names},
    )


def _competence(facts: FormalFacts) -> FormalJudgement:
    name = facts.issuer_names[0]
    if facts.is_eligible:
        return FormalJudgement(FormalResult.FITTING, FormalGround.ELIGIBLE, {"issuer": name})
    reason = {"issuer": name, "reason": facts.ineligible_reason}
    return FormalJudgement(FormalResult.FAULTY, FormalGround.INELIGIBLE, reason)


def _publication(facts: FormalFacts) -> FormalJudgement:
    if facts.published_date is None:
        return FormalJudgement(FormalResult.FAULTY, FormalGround.UNPUBLISHED)
    day = {"published_date": facts.published_date}
    return FormalJudgement(FormalResult.FITTING, FormalGround.PUBLISHED, day)


def _completeness(facts: FormalFacts) -> FormalJudgement:
    missing = missing_kinds(facts)
    if missing:
        return FormalJudgement(FormalResult.FAULTY, FormalGround.MISSING, {"materials": missing})
    return FormalJudgement(FormalResult.FITTING, FormalGround.COMPLETE)


def _copies(facts: FormalFacts) -> FormalJudgement:
    scarce = scarce_kinds(facts)
    wanted = {"wanted": facts.copies_wanted, "materials": scarce}
    if scarce:
        return FormalJudgement(FormalResult.FAULTY, FormalGround.TOO_FEW, wanted)
    return FormalJudgement(FormalResult.FITTING, FormalGround.ENOUGH, wanted)


def _format(facts: FormalFacts) -> FormalJudgement:
    if not facts.document_number:
        return FormalJudgement(FormalResult.FAULTY, FormalGround.NO_NUMBER)
    flags = tuple(hygiene_flags(facts.document_number))
    number = {"number": facts.document_number, "flags": flags}
    if flags:
        return FormalJudgement(FormalResult.FAULTY, FormalGround.NUMBER_UNSOUND, number)
    return FormalJudgement(FormalResult.FITTING, FormalGround.FORMAT_SOUND, number)


def _text_equality(facts: FormalFacts) -> FormalJudgement:
    unread = [one.name for one in facts.texts if not one.text.strip()]
    if unread:
        name = {"name": unread[0]}
        return FormalJudgement(FormalResult.UNANSWERED, FormalGround.TEXT_UNREAD, name)
    if len(facts.texts) < 2:  # noqa: PLR2004 - one text has none to be compared with
        return FormalJudgement(FormalResult.UNANSWERED, FormalGround.SINGLE_TEXT)
    first = facts.texts[0]
    for other in facts.texts[1:]:
        difference = first_difference(first.text, other.text)
        if difference is not None:
            return _differing(first, other, difference)
    names = {"names": tuple(one.name for one in facts.texts)}
    return FormalJudgement(FormalResult.FITTING, FormalGround.TEXTS_EQUAL, names)


def _differing(
    first: TextOnFile, other: TextOnFile, difference: tuple[str, str]
) -> FormalJudgement:
    said, otherwise = difference
    facts = {"name": first.name, "said": said, "other": other.name, "otherwise": otherwise}
    return FormalJudgement(FormalResult.FAULTY, FormalGround.TEXTS_DIFFER, facts)


_JUDGES: Mapping[FormalMeans, Callable[[FormalFacts], FormalJudgement]] = MappingProxyType(
    {
        FormalMeans.RECIPIENT: _recipient,
        FormalMeans.COMPETENCE: _competence,
        FormalMeans.PUBLICATION: _publication,
        FormalMeans.COMPLETENESS: _completeness,
        FormalMeans.COPIES: _copies,
        FormalMeans.FORMAT: _format,
        FormalMeans.TEXT_EQUALITY: _text_equality,
    }
)
