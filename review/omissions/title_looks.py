"""Whether a line of an issue list looks normative, by its title and number alone."""

from dataclasses import dataclass

from resources.terms import name_in
from review.extraction.judgement import Normativity
from review.extraction.normativity import normativity_of_title

# More reasons than a clerk reads beside a line.
_REASONS = 3
_EXPLAINING = "news"


@dataclass(frozen=True)
class TitleLook:
    """What a title looks like, and why; what nobody can tell from a title is for a clerk to see."""

    looks_normative: bool
    explains_another: bool
    reasons: tuple[str, ...]


def look_of_title(title: str, document_number: str) -> TitleLook:
    """Judge a line: only one that clearly is no normative document does not look like one."""
    judgement = normativity_of_title(title, document_number)
    words = tuple(dict.fromkeys(reason.words for reason in judgement.reasons))[:_REASONS]
    missing = "unclear" if title.strip() else "no_title"
    explains_another = any(one.feature == _EXPLAINING for one in judgement.reasons)
    return TitleLook(
        looks_normative=judgement.normativity is not Normativity.LOOKS_NOT and not explains_another,
        explains_another=explains_another,
        reasons=words or (name_in("TitleLook", missing),),
    )
