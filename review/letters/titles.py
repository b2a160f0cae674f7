"""A long title is broken by sense: between words, into the shape of a trapezoid or a diamond."""

import tomllib
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise

from resources import path_of
from review.letters.break_table import may_break, torn_places

NEVER = 10_000.0
BREAK_AFTER = frozenset("的、，》〉）和及与")
NOT_AT_START = frozenset("的等了中上下内")
SHORTEST_LINE = 4


@lru_cache(maxsize=256)
def title_lines(title: str, line_characters: int) -> tuple[str, ...]:
    """Break a title into lines of at most so many characters, as few as its width allows."""
    widths = [0.5 if char.isascii() else 1.0 for char in title]
    total = sum(widths)
    if total <= line_characters:
        return (title,)
    costs = _break_costs(title)
    fewest = int(-(-total // line_characters))
    for count in (fewest, fewest + 1):
        found = min(
            _shapes(widths, costs, count, line_characters),
            key=lambda shape: _shape_cost(shape, widths, costs),
            default=None,
        )
        if found:
            return tuple(title[start:end] for start, end in pairwise((0, *found, len(title))))
    return tuple(
        title[start : start + line_characters] for start in range(0, len(title), line_characters)
    )


def _shapes(
    widths: list[float], costs: list[float], count: int, limit: float, start: int = 0
) -> Iterator[tuple[int, ...]]:
    """Yield every way to cut the rest of the title into so many lines that fit."""
    rest = sum(widths[start:])
    if count == 1:
        if rest <= limit:
            yield ()
        return
    taken = 0.0
    for place in range(start + 1, len(widths)):
        taken += widths[place - 1]
        if taken > limit:
            return
        is_open = costs[place] < NEVER and taken >= SHORTEST_LINE
        if is_open and rest - taken <= limit * (count - 1):
            for tail in _shapes(widths, costs, count - 1, limit, place):
                yield (place, *tail)


def _shape_cost(cuts: tuple[int, ...], widths: list[float], costs: list[float]) -> float:
    """Weigh the places of the breaks and the outline they make."""
    lines = [sum(widths[start:end]) for start, end in pairwise((0, *cuts, len(widths)))]
    cost = sum(costs[place] for place in cuts)
    mean = sum(lines) / len(lines)
    cost += sum(abs(line - mean) for line in lines) * 0.6
    if min(lines) < SHORTEST_LINE:
        cost += 20
    if any(abs(one - other) < 1 for one, other in pairwise(lines)):
        cost += 2
    if any(
        middle < min(around) for middle, *around in zip(lines[1:], lines, lines[2:], strict=False)
    ):
        cost += 8
    return cost


def _break_costs(title: str) -> list[float]:
    """Return for each place how badly a break before it would tear the sense."""
    edges = _word_edges(title)
    torn = torn_places(title)
    costs = [NEVER]
    for place in range(1, len(title)):
        before, after = title[place - 1], title[place]
        if (
            not may_break(title, place)
            or place in torn
            or place not in edges
            or after in NOT_AT_START
        ):
            costs.append(NEVER)
        elif before in BREAK_AFTER or after in "《〈（":
            costs.append(0.0)
        else:
            costs.append(edges[place])
    return costs


def _word_edges(title: str) -> dict[int, float]:
    """Return the places between words: cheap between known words, dear beside unknown ones."""
    words = _known_words()
    longest = max(map(len, words))
    edges: dict[int, float] = {}
    place, was_known = 0, True
    while place < len(title):
        size = next(
            (size for size in range(longest, 1, -1) if title[place : place + size] in words), 1
        )
        is_known = size > 1
        edges[place] = 1.0 if is_known and was_known else 4.0 if is_known or was_known else 12.0
        place, was_known = place + size, is_known or title[place] in BREAK_AFTER
    return edges


@cache
def _known_words() -> frozenset[str]:
    """Return the words that are not torn in a title."""
    text = path_of("letters", "title_words.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(text)["words"])
