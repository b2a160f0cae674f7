"""The five traits of a normative document in Chinese words, for pages and the command line."""

from resources.terms import name_of
from review.extraction.judgement import TraitEvidence, TraitFinding, TraitPresence

_FEW_WORDS = 30


def summary_words(traits: tuple[TraitFinding, ...]) -> str:
    """Say how many of the traits are there, not there and unclear."""
    counts = ((one, sum(1 for each in traits if each.presence is one)) for one in TraitPresence)
    told = "，".join(f"{count} 项{name_of(one)}" for one, count in counts if count)
    return f"五项特征：{told}"


def evidence_words(evidence: TraitEvidence) -> str:
    """Say what was found, and that it speaks against the trait where it does."""
    raw = "".join(evidence.raw.split())
    quoted = raw if len(raw) <= _FEW_WORDS else f"{raw[:_FEW_WORDS]}…"
    told = f"{evidence.words}：“{quoted}”" if quoted else evidence.words
    return told if evidence.speaks_for else f"（反面）{told}"
