"""What the title tells about the document: its kind (文种), and whether it is for trial (试行)."""

import re
from functools import cache

from review.extraction.flow import Flow, folded
from review.extraction.proposal import Confidence, Proposed
from review.extraction.vocabulary import reason, vocabulary
from review.reading.text import Place

_TRIAL = re.compile(r"试行|暂行")
# What stands after these words is another document, which may be for trial; this one is not.
_OF_ANOTHER = re.compile(r"废止|失效|修改|停止[执施]行")


def propose_kind(title: Proposed[str], flow: Flow) -> Proposed[str]:
    """Propose the kind of document, the last word of the title."""
    match = _last_kind().search(folded(title.raw)) if title.place else None
    if match is None or title.place is None:
        return Proposed(None, "", None, Confidence.MISSING, reason("absent"))
    start = title.place.start + match.start("kind")
    end = title.place.start + match.end("kind")
    raw = flow.source[start:end]
    kind = "".join(raw.split())
    return Proposed(kind, raw, Place(start, end), title.confidence, reason("kind_title"))


def kind_in(title: str) -> str:
    """Return the kind that a title typed by hand ends with; nothing when it ends with none."""
    match = _last_kind().search(folded(title))
    return "".join(match.group("kind").split()) if match else ""


def is_trial_title(title: str) -> bool:
    """Tell whether a title says that its document is for trial."""
    return _trial_word(title) is not None


def _trial_word(title: str) -> re.Match[str] | None:
    match = _TRIAL.search(title)
    return None if match is None or _OF_ANOTHER.search(title, 0, match.start()) else match


@cache
def _last_kind() -> re.Pattern[str]:
    kinds = sorted(vocabulary().document_kinds, key=len, reverse=True)
    spaced = "|".join(r"\s*".join(map(re.escape, kind)) for kind in kinds)
    return re.compile(rf"(?P<kind>{spaced})\s*(?:\([^()]*\)\s*)*$")


def propose_trial(title: Proposed[str]) -> Proposed[bool]:
    """Propose whether the title says 试行 or 暂行 of the document itself."""
    if title.value is None or title.place is None:
        return Proposed(None, "", None, Confidence.MISSING, reason("absent"))
    match = _trial_word(title.raw)
    if match is None:
        return Proposed(
            value=False,
            raw=title.raw,
            place=title.place,
            confidence=title.confidence,
            reason=reason("trial_none"),
        )
    start = title.place.start
    place = Place(start + match.start(), start + match.end())
    return Proposed(
        value=True,
        raw=match.group(),
        place=place,
        confidence=title.confidence,
        reason=reason("trial_title"),
    )
