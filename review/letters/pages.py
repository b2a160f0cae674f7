"""Strips of a paper are put onto pages: what belongs together stays together.

Coordinates run down from the top of the type area.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from review.letters.strips import HAIR, Placed, Strip


@dataclass(slots=True)
class _Page:
    """A page while it is filled.

    Attributes:
        room: Height that text flows into.
        foot: Where the strips of the foot end.
        shares: Parts of the spare room, 0 to 1, that are taken from the lines and, before them,
            from the strips that pull.
    """

    room: float
    foot: float
    strips: list[Strip] = field(default_factory=list)
    height: float = 0.0
    spare: float = 0.0
    shares: tuple[float, float] = (0.0, 0.0)

    def add(self, strip: Strip) -> None:
        """Put a strip under the others; a gap at the top is dropped."""
        if not self.strips:
            if strip.is_gap:
                return
            for repeated in strip.head:
                self._append(repeated)
        self._append(strip)

    def has_room(self, group: Sequence[Strip]) -> bool:
        """Tell whether the group still fits as it is."""
        return self._end_with(group, (0.0, 0.0)) <= self._limit(group) + HAIR

    def can_pull(self, group: Sequence[Strip]) -> bool:
        """Tell whether the group fits when the page is drawn together, and draw it together."""
        limit = self._limit(group)
        loose, pulled, tight = (
            self._end_with(group, shares) for shares in ((0.0, 0.0), (0.0, 1.0), (1.0, 1.0))
        )
        if not any(strip.pulls for strip in group) or tight > limit + HAIR:
            return False
        if pulled <= limit:
            self.shares = (0.0, (loose - limit) / (loose - pulled))
        else:
            self.shares = (min(1.0, (pulled - limit) / (pulled - tight)), 1.0)
        return True

    def placed(self) -> list[Placed]:
        """Return every strip with its place."""
        result: list[Placed] = []
        top = 0.0
        for number, strip in enumerate(self.strips):
            if strip.stands_left:
                top = _beside(result, top)
            if strip.is_foot:
                feet = sum(later.height for later in self.strips[number:] if later.is_foot)
                top = max(top, self.foot - feet)
            result.append(Placed(strip, top))
            top += _drawn_height(strip, self.shares)
        return result

    def _limit(self, group: Sequence[Strip]) -> float:
        return self.foot if any(strip.is_foot for strip in group) else self.room

    def _append(self, strip: Strip) -> None:
        self.strips.append(strip)
        self.height += strip.height
        self.spare += strip.spare

    def _end_with(self, group: Sequence[Strip], shares: tuple[float, float]) -> float:
        """Return where the last ink would end with the group."""
        top = self.height - shares[0] * self.spare
        if not self.strips:
            top = _head_height(group)
        beside = 0.0
        for strip in _without_gaps_at_end(group):
            height = _drawn_height(strip, shares)
            if strip.stands_left:
                height, beside = max(0.0, height - beside), 0.0
            else:
                beside = beside + height if strip.leaves_left else 0.0
            top += height
        return top


def _head_height(group: Sequence[Strip]) -> float:
    """Return the height of what is repeated above the first strip of a page."""
    first = next((strip for strip in group if not strip.is_gap), None)
    return sum(repeated.height for repeated in first.head) if first else 0.0


def _drawn_height(strip: Strip, shares: tuple[float, float]) -> float:
    from_lines, from_pulling = shares
    return strip.height - strip.spare * (from_pulling if strip.pulls else from_lines)


def paginate(
    strips: Sequence[Strip], page_height: float, foot: float | None = None
) -> list[list[Placed]]:
    """Put the strips onto pages in order.

    Args:
        strips: The pieces of the paper.
        page_height: Height that text flows into.
        foot: Where strips of the foot end; the page's height when not given.
    """
    filler = _Filler(page_height, page_height if foot is None else foot)
    for group in _groups(strips):
        filler.add(group)
    return [page.placed() for page in filler.pages]


class _Filler:
    """Fills page after page."""

    def __init__(self, room: float, foot: float) -> None:
        self._measures = (room, foot)
        self.pages = [_Page(room, foot)]

    def add(self, group: list[Strip]) -> None:
        """Put a group onto the page, or onto a new one when it does not fit."""
        if self.pages[-1].strips and (group[0].begins_page or not self._takes(group)):
            self._begin_page()
        page = self.pages[-1]
        if page.has_room(group) or page.can_pull(group):
            for strip in group:
                page.add(strip)
        else:
            for strip in group:
                self._put(strip)

    def _takes(self, group: list[Strip]) -> bool:
        """Tell whether the page takes the group, or of its last strip the first part."""
        page = self.pages[-1]
        if page.has_room(group) or page.can_pull(group):
            return True
        *before, last = group
        if last.split is None or not page.has_room(before):
            return False
        return last.split(page.room - page.height - sum(s.height for s in before)) is not None

    def _put(self, strip: Strip) -> None:
        """Put a strip of a group that no page holds whole; cut it where it may be cut."""
        rest: Strip | None = strip
        while rest is not None:
            page = self.pages[-1]
            fits = rest.is_gap or page.has_room([rest])
            parts = None
            if not fits and rest.split is not None:
                head = 0.0 if page.strips else _head_height([rest])
                parts = rest.split(page.room - page.height - head)
            if parts is not None:
                part, rest = parts
                page.add(part)
                self._begin_page()
            elif fits or not page.strips:
                page.add(rest)
                rest = None
            else:
                self._begin_page()

    def _begin_page(self) -> None:
        self.pages.append(_Page(*self._measures))


def _beside(placed: Sequence[Placed], top: float) -> float:
    """Return how high a strip of the left half may rise beside the strips above it."""
    for above in reversed(placed):
        if not above.strip.leaves_left:
            break
        top = above.top
    return top


def _groups(strips: Sequence[Strip]) -> Iterator[list[Strip]]:
    """Yield the strips in groups that stay on one page."""
    group: list[Strip] = []
    for strip in strips:
        group.append(strip)
        if not strip.keeps_next:
            yield group
            group = []
    if group:
        yield group


def _without_gaps_at_end(group: Sequence[Strip]) -> Sequence[Strip]:
    end = len(group)
    while end and group[end - 1].is_gap:
        end -= 1
    return group[:end]
