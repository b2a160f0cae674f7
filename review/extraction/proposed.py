"""Make proposals from ranges of the flow."""

from typing import TypeVar

from review.extraction.flow import Flow
from review.extraction.proposal import Confidence, Proposed
from review.extraction.vocabulary import reason

T = TypeVar("T")


def found(
    flow: Flow, span: tuple[int, int], value: T, confidence: Confidence, reason_name: str
) -> Proposed[T]:
    """Propose a value that stands at a range of the flow."""
    return Proposed(value, flow.raw(*span), flow.place(*span), confidence, reason(reason_name))


def missing() -> Proposed[T]:
    """Propose nothing."""
    return Proposed(None, "", None, Confidence.MISSING, reason("absent"))
