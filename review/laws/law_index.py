"""Find the law a written name means: exactly, by a usual short name, or with one slip."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from rapidfuzz.distance import Levenshtein

from review.laws.catalogue import Catalogue, Law
from review.laws.law_names import law_key
from review.laws.successors import short_names, successors

_STATE = "中华人民共和国"
_OUR = re.compile(r"^(?:我国|本国)")
# 2021年修订, 2018修正, 修订, 2019年修正文本 in brackets behind the name.
_EDITION = re.compile(
    r"\((?:(?:(?P<year>(?:19|20)\d{2})年?(?:\d{1,2}月)?(?:\d{1,2}日)?)?"
    r"(?:第[一二三四五六七八九]次)?(?:修订|修正|修改|公布|施行|版|修正文本|修订版|年)*"
    r"|(?P<order_year>(?:19|20)\d{2})年[^()]{0,24}令)\)$"
)
_SHORTEST_SLIPPED = 5
_NATIONAL = ("法律", "行政法规", "宪法", "监察法规")


class NameMatch(StrEnum):
    """How a written name was matched with the catalogue."""

    EXACT = "exact"
    SHORT_NAME = "short_name"
    ABBREVIATED = "abbreviated"  # 以下简称
    SLIP = "slip"  # one character differs
    NONE = "none"


@dataclass(frozen=True, slots=True)
class NamedLaw:
    """A law by its key: how it was found, its versions and the year the writer put behind it."""

    key: str
    match: NameMatch
    versions: tuple[Law, ...]
    year: int | None = None


@dataclass(frozen=True)
class LawIndex:
    """The names of a catalogue, ready to be looked up many times."""

    catalogue: Catalogue

    @cached_property
    def versions_by_key(self) -> dict[str, tuple[Law, ...]]:
        """The versions of a law by its name without edition, the oldest first."""
        grouped: dict[str, list[Law]] = {}
        for key, laws in self.catalogue.by_key.items():
            grouped.setdefault(_EDITION.sub("", key), []).extend(laws)
        return {key: _of_the_best_source(laws) for key, laws in grouped.items()}

    @cached_property
    def national_keys(self) -> frozenset[str]:
        """The names of laws and State Council regulations, those known as replaced too."""
        own = (key for key, laws in self.versions_by_key.items() if laws[0].kind in _NATIONAL)
        return frozenset(own) | successors().keys() | short_names().keys()

    @cached_property
    def _by_length(self) -> dict[int, tuple[str, ...]]:
        grouped: dict[int, list[str]] = {}
        for key in {*self.versions_by_key, *successors()}:
            grouped.setdefault(len(key), []).append(key)
        return {length: tuple(keys) for length, keys in grouped.items()}

    @cached_property
    def _slips(self) -> dict[str, str]:
        return {}

    def look_up(self, written: str) -> NamedLaw:
        """Return the law that a written name means."""
        key = _OUR.sub("", law_key(written))
        edition = _EDITION.search(key)
        year = int(edition["year"]) if edition and edition["year"] else None
        bare = key[: edition.start()] if edition else key
        if self._knows(bare):
            return NamedLaw(bare, NameMatch.EXACT, self.versions_by_key.get(bare, ()), year)
        full = short_names().get(bare)
        if full is not None:
            return NamedLaw(full, NameMatch.SHORT_NAME, self.versions_by_key.get(full, ()), year)
        slipped = self._slipped(bare)
        if slipped:
            return NamedLaw(slipped, NameMatch.SLIP, self.versions_by_key.get(slipped, ()), year)
        return NamedLaw(bare, NameMatch.NONE, (), year)

    def _knows(self, key: str) -> bool:
        return key in self.versions_by_key or key in successors()

    def _slipped(self, key: str) -> str:
        """Return the one known name that differs by a single character; nothing if many do."""
        if key not in self._slips:
            self._slips[key] = self._nearest(key)
        return self._slips[key]

    def _nearest(self, key: str) -> str:
        rest = next(filter(self._knows, _without_slipped_state(key)), "")
        if rest:
            return rest
        if len(key) < _SHORTEST_SLIPPED:
            return ""
        near = {
            known
            for length in (len(key) - 1, len(key), len(key) + 1)
            for known in self._by_length.get(length, ())
            # The last character is the kind of law, the first of a local one its place.
            if known[-1] == key[-1]
            and Levenshtein.distance(key, known, score_cutoff=1) == 1
            and not _differs_in_number(key, known)
            and not _differs_in_place(key, known)
        }
        return near.pop() if len(near) == 1 else ""


def _of_the_best_source(laws: list[Law]) -> tuple[Law, ...]:
    """Leave copies of unknown status out where the national collection has the law."""
    is_national = any(law.kind in _NATIONAL for law in laws)
    return tuple(law for law in laws if not is_national or law.kind in _NATIONAL)


def _without_slipped_state(key: str) -> Iterator[str]:
    """Yield what is left when the name of the state in front has a slip in it."""
    for length in range(len(_STATE) - 1, len(_STATE) + 2):
        if Levenshtein.distance(key[:length], _STATE, score_cutoff=1) == 1:
            yield key[length:]


def _differs_in_number(one: str, other: str) -> bool:
    """Tell whether the difference is a numeral, which makes it another document."""
    odd = set(one) ^ set(other)
    return bool(odd & set("一二三四五六七八九十0123456789省市县区"))


def _differs_in_place(one: str, other: str) -> bool:
    """Tell whether the slip stands in the place name in front: 广东省 is not 山东省."""
    place = re.match(r".{1,3}[省市县区州]", other)
    return place is not None and one[: place.end()] != other[: place.end()]
