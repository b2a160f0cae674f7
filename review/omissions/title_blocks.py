"""Find titles that may be near one another without comparing each with each."""

from collections import Counter
from collections.abc import Sequence

_RAREST = 8
_SHARED = 2
_CANDIDATES = 24
# A pair of signs that stands in more titles than this tells nothing: 关于, 通知.
_TOO_COMMON = 400


class TitleBlocks:
    """Titles by their pairs of neighbouring signs; the rarest pairs of a title find others."""

    def __init__(self, titles: Sequence[str]) -> None:
        self._titles_with: dict[str, list[int]] = {}
        for place, title in enumerate(titles):
            for pair in _pairs(title):
                self._titles_with.setdefault(pair, []).append(place)

    def candidates(self, title: str) -> list[int]:
        """Return the places of titles that share rare pairs with this one, most first."""
        known = [self._titles_with[pair] for pair in _pairs(title) if pair in self._titles_with]
        known.sort(key=len)
        telling = [places for places in known[:_RAREST] if len(places) <= _TOO_COMMON]
        shared = Counter(place for places in telling for place in places)
        least = min(_SHARED, len(telling))
        return [place for place, count in shared.most_common(_CANDIDATES) if count >= least]


def _pairs(title: str) -> set[str]:
    return {title[place : place + 2] for place in range(len(title) - 1)}
