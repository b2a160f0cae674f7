"""Which version of a law is meant, and whether the law is in force on a day."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from review.laws.catalogue import Law, LawStatus
from review.laws.successors import Successor, successors


class Standing(StrEnum):
    """How a law stands on a day, as far as the catalogue tells."""

    IN_FORCE = "in_force"  # 现行有效
    REPEALED = "repealed"  # 已废止
    NOT_YET_EFFECTIVE = "not_yet_effective"  # 尚未施行
    UNKNOWN = "unknown"  # 时效不详
    NOT_LISTED = "not_listed"  # 目录中没有


class VersionChoice(StrEnum):
    """Why a version was picked."""

    ONLY_ONE = "only_one"
    YEAR_WRITTEN = "year_written"
    IN_FORCE_ON_DAY = "in_force_on_day"
    OLDEST_KNOWN = "oldest_known"
    LATEST = "latest"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class LawStanding:
    """A law on a day: how it stands, and what took its place if anything did by then."""

    standing: Standing
    successor: Successor | None = None


def version_on(
    versions: tuple[Law, ...], day: date | None, year: int | None
) -> tuple[Law | None, VersionChoice]:
    """Pick the version that the writer meant: the year named, else what was in force on the day."""
    if not versions:
        return None, VersionChoice.NONE
    of_year = [law for law in versions if year is not None and _year_of(law) == year]
    if of_year:
        return of_year[-1], VersionChoice.YEAR_WRITTEN
    if len(versions) == 1:
        return versions[0], VersionChoice.ONLY_ONE
    if day is None:
        return _latest(versions), VersionChoice.LATEST
    effective = [law for law in versions if (_since(law) or date.min) <= day]
    if effective:
        return effective[-1], VersionChoice.IN_FORCE_ON_DAY
    return versions[0], VersionChoice.OLDEST_KNOWN


def standing_on(key: str, versions: tuple[Law, ...], day: date, as_of: date) -> LawStanding:
    """Tell how a law stands on a day; days after the catalogue's own are judged as that one."""
    successor = successors().get(key)
    if successor is not None and successor.since_date <= day:
        return LawStanding(Standing.REPEALED, successor)
    if successor is not None:
        return LawStanding(Standing.IN_FORCE)
    if not versions:
        return LawStanding(Standing.NOT_LISTED)
    return LawStanding(_by_status(versions, day, as_of))


def _by_status(versions: tuple[Law, ...], day: date, as_of: date) -> Standing:
    statuses = {law.status for law in versions}
    first = min((since for law in versions if (since := _since(law)) is not None), default=date.min)
    if statuses == {LawStatus.NOT_YET_EFFECTIVE}:
        return Standing.NOT_YET_EFFECTIVE if day < first else Standing.UNKNOWN
    if LawStatus.IN_FORCE in statuses:
        # Of a law whose older versions are not listed nothing is known before the first.
        return Standing.IN_FORCE if first <= day else Standing.UNKNOWN
    # When a law without a known successor was repealed, no source says.
    is_gone = LawStatus.REPEALED in statuses and day >= as_of
    return Standing.REPEALED if is_gone else Standing.UNKNOWN


def _latest(versions: tuple[Law, ...]) -> Law:
    in_force = [law for law in versions if law.status is LawStatus.IN_FORCE]
    return (in_force or list(versions))[-1]


def _since(law: Law) -> date | None:
    return law.effective_date or law.promulgated_date


def _year_of(law: Law) -> int | None:
    day = law.promulgated_date or law.effective_date
    return day.year if day else None
