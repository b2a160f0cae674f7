"""Measure the program and its peer in turns, so that a busy machine slows both alike."""

import gc
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from time import perf_counter, process_time

ROUNDS = 7


@dataclass(frozen=True)
class Comparison:
    """One row to be measured.

    With a peer ``goal`` is the largest ratio of our time to the peer's; without one it is the
    largest time in seconds. Work of other processes is measured in wall time.
    """

    name: str
    product: Callable[[], object]
    goal: float
    peer: Callable[[], object] | None = None
    peer_name: str = ""
    is_wall_time: bool = False
    rounds: int = ROUNDS


@dataclass(frozen=True)
class Row:
    """What was measured, in seconds; medians over the rounds, ratios round by round."""

    name: str
    product: float
    peer: float | None
    peer_name: str
    ratio: float | None
    ratio_least: float | None
    ratio_most: float | None
    goal: float
    is_met: bool


def measure(comparison: Comparison) -> Row:
    """Measure both sides in turns, after one round that does not count."""
    clock = perf_counter if comparison.is_wall_time else process_time
    product, peer = [], []
    for turn in range(comparison.rounds + 1):
        ours = _timed(clock, comparison.product)
        theirs = _timed(clock, comparison.peer) if comparison.peer else 0.0
        if turn:
            product.append(ours)
            peer.append(theirs)
    if comparison.peer is None:
        taken = median(product)
        is_met = taken <= comparison.goal
        return Row(comparison.name, taken, None, "", None, None, None, comparison.goal, is_met)
    ratios = [ours / theirs for ours, theirs in zip(product, peer, strict=True)]
    return Row(
        name=comparison.name,
        product=median(product),
        peer=median(peer),
        peer_name=comparison.peer_name,
        ratio=median(ratios),
        ratio_least=min(ratios),
        ratio_most=max(ratios),
        goal=comparison.goal,
        is_met=median(ratios) <= comparison.goal,
    )


def _timed(clock: Callable[[], float], work: Callable[[], object]) -> float:
    gc.collect()
    began = clock()
    work()
    return clock() - began
