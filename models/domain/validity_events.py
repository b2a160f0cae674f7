"""What happens to a document in force, and the rules of the place that say what follows."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from models.domain.profile import ContinuedClock, Profile, SilentValidity, YearRange
from models.domain.validity import ValidityTerm


class ValidityEventKind(StrEnum):
    """An event that changes whether, or how long, a document is in force."""

    AMENDED = "amended"  # 修改
    SUSPENDED = "suspended"  # 停止执行
    RESUMED = "resumed"  # 恢复执行
    EXTENDED = "extended"  # 延长有效期
    RENEWED = "renewed"  # 重新公布
    CONTINUED = "continued"  # 继续有效
    TASK_DONE = "task_done"  # 任务完成
    REPEALED = "repealed"  # 废止
    DECLARED_LAPSED = "declared_lapsed"  # 宣布失效
    REVOKED = "revoked"  # 撤销

    @property
    def is_ending(self) -> bool:
        """Whether the document is never in force again from that day on."""
        return self in _ENDINGS


_ENDINGS = frozenset(
    {
        ValidityEventKind.TASK_DONE,
        ValidityEventKind.REPEALED,
        ValidityEventKind.DECLARED_LAPSED,
        ValidityEventKind.REVOKED,
    }
)


@dataclass(frozen=True, slots=True)
class ValidityEvent:
    """One event and the first day on which it works.

    Attributes:
        clauses: The clauses it touches; empty for the whole document.
        term: The new term that an extension, a renewal or an amendment states.
        clock: From when that term runs; None for what the profile says.
    """

    kind: ValidityEventKind
    begin_date: date
    clauses: tuple[str, ...] = ()
    term: ValidityTerm | None = None
    clock: ContinuedClock | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ValidityFacts:
    """What the record of a document says of its validity.

    Attributes:
        is_published: Whether it has been published; what the office only received or entered from
            the past counts as published.
        term: The stated term; None when the text says nothing.
        clause: The words that state it, as far as they are known.
        is_trial: Its title says 试行 or 暂行.
        is_public_notice: It is a 通告.
        is_repeal_only: It does nothing but end others.
        events: In any order.
    """

    published_date: date | None
    effective_date: date | None
    is_published: bool
    term: ValidityTerm | None
    clause: str = ""
    is_trial: bool = False
    is_public_notice: bool = False
    is_repeal_only: bool = False
    events: tuple[ValidityEvent, ...] = ()


@dataclass(frozen=True, slots=True)
class ValidityRules:
    """The rules of a profile that decide what a text leaves open; None where it sets none."""

    when_silent: SilentValidity
    years: YearRange | None
    trial_years: YearRange | None
    public_notice_years: YearRange | None
    repeal_only_permanent: bool
    continued_clock: ContinuedClock

    @classmethod
    def of(cls, profile: Profile) -> "ValidityRules":
        """Return the rules of a profile."""
        return cls(
            profile.validity_when_silent.value,
            profile.validity_years.value,
            profile.validity_trial_years.value,
            profile.validity_public_notice_years.value,
            profile.repeal_only_permanent.value,
            profile.continued_clock.value,
        )

    def longest_years(self, facts: ValidityFacts) -> int | None:
        """Return how many years a document of this sort may be in force at most."""
        allowed = self.years
        if facts.is_public_notice and self.public_notice_years is not None:
            allowed = self.public_notice_years
        if facts.is_trial and self.trial_years is not None:
            allowed = self.trial_years
        return None if allowed is None else allowed.longest
