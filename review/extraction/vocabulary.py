"""The word lists and reasons of extraction, read from resources/extraction."""

import re
import tomllib
from dataclasses import dataclass, fields
from functools import cache

from resources import path_of
from review.extraction.flow import folded


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The general words by which the parts of an official document are known."""

    document_kinds: tuple[str, ...]
    official_kinds: tuple[str, ...]
    self_words: tuple[str, ...]
    organ_endings: tuple[str, ...]
    recipient_words: tuple[str, ...]
    not_recipients: tuple[str, ...]
    chrome_words: tuple[str, ...]
    effective_verbs: tuple[str, ...]
    issue_events: tuple[str, ...]
    promulgation_words: tuple[str, ...]
    validity_words: tuple[str, ...]
    until_words: tuple[str, ...]
    repeal_verbs: tuple[str, ...]
    basis_triggers: tuple[str, ...]
    signer_offices: tuple[str, ...]


@cache
def vocabulary() -> Vocabulary:
    """Return the word lists."""
    lists = tomllib.loads(path_of("extraction", "vocabulary.toml").read_text(encoding="utf-8"))
    return Vocabulary(
        **{field.name: tuple(map(folded, lists[field.name])) for field in fields(Vocabulary)}
    )


@cache
def organ_codes() -> dict[str, str]:
    """Return the organs that a number's code (机关代字) names beyond doubt."""
    lists = tomllib.loads(path_of("extraction", "vocabulary.toml").read_text(encoding="utf-8"))
    codes: dict[str, str] = lists["organ_codes"]
    return codes


@cache
def reason(name: str) -> str:
    """Return the few Chinese words of a reason."""
    words: str = _reasons()[name]
    return words


@cache
def _reasons() -> dict[str, str]:
    return tomllib.loads(path_of("extraction", "reasons.toml").read_text(encoding="utf-8"))


def one_of(words: tuple[str, ...]) -> str:
    """Return a pattern that matches any of the words, the longest first."""
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) + ")"
