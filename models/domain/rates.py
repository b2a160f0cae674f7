"""A rate of the yearly figures: what was counted out of what, and how it is printed.

The definitions and their denominators are those of official bulletins, first of all that of
内政办字〔2011〕139号, and of the demonstration indicators; where each comes from stands beside its
words in ``resources/figures/rates.toml``.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from models.errors import InputError

_PRINTED = re.compile(
    r"\s*(?P<numerator>\d+)\s*[/÷]\s*(?P<denominator>\d+)\s*[=:]\s*"
    r"(?P<percent>\d+(?:\.\d+)?)\s*%\s*"
)
_HUNDRED = 100
NOTHING = "—"
"""What is printed for a rate of nothing: neither 0 % nor 100 %."""


class PrintedRateUnreadableError(InputError):
    """A printed rate is not written as numerator, denominator and percentage."""

    code = "figures.printed_rate_unreadable"
    facts = ("value",)


class RateKind(StrEnum):
    """A rate of the trade (比率); two kinds bear the name 纠错率 and are told apart."""

    FILING_RATE = "filing_rate"  # 报备率
    TIMELY_RATE = "timely_rate"  # 备案及时率
    COMPLIANT_RATE = "compliant_rate"  # 备案规范率
    PUBLICATION_RATE = "publication_rate"  # 公布率
    ILLEGALITY_RATE = "illegality_rate"  # 违法率
    REVIEW_RATE = "review_rate"  # 审查率
    ON_TIME_CONCLUSION_RATE = "on_time_conclusion_rate"  # 按期审结率
    CORRECTION_RATE = "correction_rate"  # 纠错率（已纠正÷发现违法）
    DIRECT_CORRECTION_RATE = "direct_correction_rate"  # 直接纠错率（自行纠正÷审结）
    FEEDBACK_RATE = "feedback_rate"  # 审查结果反馈率
    LEGALITY_REVIEW_RATE = "legality_review_rate"  # 合法性审核率
    THREE_UNIFORM_RATE = "three_uniform_rate"  # 三统一率


class CountedRecord(StrEnum):
    """What kind of record a figure counts."""

    DOCUMENT = "document"  # 文件
    FILING = "filing"  # 备案件
    REVIEW = "review"  # 审查件
    SUGGESTION = "suggestion"  # 审查建议
    OUTGOING_FILING = "outgoing_filing"  # 报备
    OMISSION_ROW = "omission_row"  # 漏报核查的一行


@dataclass(frozen=True, slots=True, order=True)
class RecordRef:
    """One record that was counted, so that every number opens what it counts."""

    record: CountedRecord
    id: int


Refs = tuple[RecordRef, ...]


@dataclass(frozen=True, slots=True)
class Rate:
    """How many of some records are as they should be (or should not be).

    Attributes:
        counted: The records of the numerator.
        base: The records of the denominator.
    """

    kind: RateKind
    counted: Refs
    base: Refs

    @property
    def numerator(self) -> int:
        """Return how many were counted."""
        return len(self.counted)

    @property
    def denominator(self) -> int:
        """Return out of how many."""
        return len(self.base)

    @property
    def share(self) -> Fraction | None:
        """Return the exact share; None of nothing."""
        return Fraction(self.numerator, self.denominator) if self.base else None

    @property
    def percent(self) -> str:
        """Return the percentage with one decimal, rounded half up; 「—」 of nothing."""
        return percent_of(self.numerator, self.denominator)

    def reaches(self, percent: int) -> bool | None:
        """Tell whether the exact share is as high as a target; None of nothing."""
        return None if self.share is None else self.share * _HUNDRED >= percent

    def __str__(self) -> str:
        """Return the percentage with its numbers: 50.8%（100/197）; 「—」 of nothing."""
        return f"{self.percent}（{self.numerator}/{self.denominator}）" if self.base else NOTHING


@dataclass(frozen=True, slots=True)
class PrintedRate:
    """A rate as somebody printed it, beside what its own numbers give.

    Attributes:
        right: The percentage with as many decimals as were printed.
    """

    numerator: int
    denominator: int
    printed: str
    right: str

    @property
    def is_right(self) -> bool:
        """Tell whether what was printed is what the numbers give."""
        return self.printed == self.right


def percent_of(numerator: int, denominator: int, decimals: int = 1) -> str:
    """Return a percentage, rounded half up; 「—」 when there is nothing to divide by."""
    if denominator == 0:
        return NOTHING
    return f"{_scaled(Fraction(numerator, denominator), decimals)}%"


def change_of(this: int, last: int) -> str:
    """Return by how many percent a number differs from that of the year before: +40.7%.

    Without anything the year before there is no such percentage: 「—」.
    """
    if last == 0:
        return NOTHING
    share = Fraction(abs(this - last), last)
    sign = "" if this == last else "+" if this > last else "-"
    return f"{sign}{_scaled(share, 1)}%"


def check_printed(text: str) -> PrintedRate:
    """Reckon again a printed rate such as ``45/72=63.5%``.

    It is right when the exact share, rounded half up to the decimals printed, is what was printed:
    100 of 197 may be printed 51% as well as 50.8%.

    Raises:
        PrintedRateUnreadableError: it is not written so.
    """
    found = _PRINTED.fullmatch(unicodedata.normalize("NFKC", text))
    if found is None:
        raise PrintedRateUnreadableError(value=text)
    percent = found["percent"]
    decimals = len(percent.partition(".")[2])
    numerator, denominator = int(found["numerator"]), int(found["denominator"])
    right = percent_of(numerator, denominator, decimals)
    return PrintedRate(numerator, denominator, f"{percent}%", right)


def refs_of(record: CountedRecord, ids: Iterable[int]) -> Refs:
    """Return the records of one kind with these ids."""
    return tuple(RecordRef(record, one) for one in ids)


def _scaled(share: Fraction, decimals: int) -> str:
    power = 10**decimals
    rounded = (share * _HUNDRED * power * 2 + 1) // 2
    whole, rest = divmod(int(rounded), power)
    return f"{whole}.{rest:0{decimals}d}" if decimals else str(whole)
