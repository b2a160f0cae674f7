"""What a unit answers to the reminder that a document's term ends (处理意见回执)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from models.domain.validity_ladder import LadderStep


class ReplyChoice(StrEnum):
    """What the unit wants to become of the document."""

    LAPSE = "lapse"  # 到期失效
    CONTINUE = "continue"  # 继续有效
    AMEND = "amend"  # 修改后重新公布
    REPEAL = "repeal"  # 废止


@dataclass(frozen=True, slots=True)
class ReplyAnswer:
    """The choice for one document, with the unit's reason where it gave one."""

    document_id: int
    choice: ReplyChoice
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ReplyEntry:
    """A reply slip: the day on it, who signed it, and the documents it answers for.

    ``letter_id`` is the reminder it answers; None when the unit wrote of its own accord.
    """

    reply_date: date
    signed_by: str
    answers: tuple[ReplyAnswer, ...]
    letter_id: int | None = None


@dataclass(frozen=True, slots=True)
class LadderMarkEntry:
    """A step before the end of a term that was done, on which day, and how that is known."""

    step: LadderStep
    done_date: date
    note: str = ""


_OF_A_RENEWAL = frozenset(
    {
        LadderStep.EVALUATION,
        LadderStep.OPINION,
        LadderStep.SUBMISSION,
        LadderStep.FORMALITIES,
    }
)
_NOT_NEEDED: Mapping[ReplyChoice, frozenset[LadderStep]] = MappingProxyType(
    {ReplyChoice.LAPSE: _OF_A_RENEWAL, ReplyChoice.REPEAL: _OF_A_RENEWAL}
)

MARKABLE_STEPS = frozenset({LadderStep.REMINDER, *_OF_A_RENEWAL})
"""The steps that a person may say are done; the others the register sees by itself."""


def steps_not_needed(choice: ReplyChoice) -> frozenset[LadderStep]:
    """Return the steps that are of no use once a unit has chosen."""
    return _NOT_NEEDED.get(choice, frozenset()) | {LadderStep.REMINDER, LadderStep.REPLY}
