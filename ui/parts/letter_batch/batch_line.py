"""One letter of a batch: what is proposed, what was found in it, and what became of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum

from models.acts.letters import IssuedLetter
from models.acts.performing import Order
from models.errors import AppError
from review.letters.drafting.proposed_letter import ProposedLetter
from ui.widgets.tokens import Tone


class LineState(Enum):
    """Where a letter of the batch stands, with its words and tone."""

    UNCHECKED = ("待检查", Tone.PLAIN)
    READY = ("可以发出", Tone.OK)
    LOOK_AGAIN = ("请核对", Tone.WAIT)
    MUST_CHANGE = ("必须改", Tone.LATE)
    ISSUED = ("已发出", Tone.OK)
    REFUSED = ("没有发出", Tone.LATE)


@dataclass(frozen=True)
class Remark:
    """What the look before issue found: its words, its code in the trail, whether it blocks."""

    words: str
    code: str
    is_serious: bool


@dataclass(frozen=True)
class BatchLine:
    """One line; ``order`` stays the same however often it is tried, so that nothing doubles."""

    position: int
    proposed: ProposedLetter
    order: Order
    state: LineState = LineState.UNCHECKED
    is_wanted: bool = True
    remarks: Sequence[Remark] = ()
    issued: IssuedLetter | None = None
    refusal: AppError | None = field(default=None, compare=False)

    @property
    def can_be_issued(self) -> bool:
        """Whether it may still be issued."""
        return self.state not in {LineState.ISSUED, LineState.MUST_CHANGE, LineState.UNCHECKED}


def state_after(remarks: Sequence[Remark]) -> LineState:
    """Return where a letter stands after it was looked at."""
    if any(remark.is_serious for remark in remarks):
        return LineState.MUST_CHANGE
    return LineState.LOOK_AGAIN if remarks else LineState.READY
