"""The catalogue of laws (法律目录): what each is called, who made it, whether it is in force."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from review.laws.law_names import law_key

Identity = tuple[str, date | None]


class LawStatus(StrEnum):
    """Whether a version of a law is in force on the catalogue's day."""

    IN_FORCE = "in_force"  # 有效
    AMENDED = "amended"  # 已修改
    REPEALED = "repealed"  # 已废止
    NOT_YET_EFFECTIVE = "not_yet_effective"  # 尚未生效
    UNKNOWN = "unknown"  # 未知


@dataclass(frozen=True, slots=True)
class Law:
    """One version of a law; ``status_as_of`` is the day or month of the source, as it says it."""

    id: str
    name: str
    kind: str
    subkind: str = ""
    body: str = ""
    field: str = ""
    promulgated_date: date | None = None
    effective_date: date | None = None
    status: LawStatus = LawStatus.UNKNOWN
    status_as_of: str = ""
    note: str = ""

    @property
    def identity(self) -> Identity:
        """What makes it this version and no other: its name and the day it was promulgated."""
        return law_key(self.name), self.promulgated_date


@dataclass(frozen=True)
class Catalogue:
    """All laws known, as of a day; an office's own catalogue names the file it came from."""

    laws: tuple[Law, ...]
    as_of_date: date
    origin: str = ""

    @cached_property
    def by_key(self) -> Mapping[str, tuple[Law, ...]]:
        """The versions of every law, the oldest first, by the key of its name."""
        grouped: dict[str, list[Law]] = {}
        for law in self.laws:
            grouped.setdefault(law_key(law.name), []).append(law)
        return {key: tuple(sorted(laws, key=_by_age)) for key, laws in grouped.items()}

    def named(self, name: str) -> tuple[Law, ...]:
        """Return the versions of the law of this name, the oldest first; none if it is unknown."""
        return self.by_key.get(law_key(name), ())

    def containing(self, words: str) -> tuple[Law, ...]:
        """Return the laws whose names contain all the words, those in force first."""
        keys = [law_key(word) for word in words.split()]
        found = (
            law
            for key, laws in self.by_key.items()
            if all(word in key for word in keys)
            for law in laws
        )
        return tuple(sorted(found, key=_in_force_first))

    def count_of(self, statuses: Iterable[LawStatus]) -> int:
        """Return how many versions have one of the statuses."""
        wanted = frozenset(statuses)
        return sum(law.status in wanted for law in self.laws)


def _by_age(law: Law) -> tuple[date, str]:
    return law.promulgated_date or law.effective_date or date.min, law.id


def _in_force_first(law: Law) -> tuple[bool, int, str]:
    return law.status is not LawStatus.IN_FORCE, len(law.name), law.name
