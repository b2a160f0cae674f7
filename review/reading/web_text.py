"""The text of a web page while it is written down."""

from dataclasses import dataclass, field

from review.reading.text import Fact


@dataclass
class WebText:
    """The text of a page, and what was noticed on the way."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    apart: dict[str, list[Fact]] = field(default_factory=dict)
    numbered: list[Fact] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Return the text so far."""
        return "".join(self.pieces)

    def write(self, words: str) -> None:
        """Add characters to the text."""
        if words:
            self.pieces.append(words)
            self.length += len(words)

    def last(self) -> str:
        """Return the last character written."""
        return self.pieces[-1][-1] if self.pieces else "\n"

    def strip(self, characters: str, start: int = 0) -> None:
        """Take characters away from the end, but none before ``start``."""
        while self.length > start and self.last() in characters:
            kept = self.pieces[-1].rstrip(characters)
            self.length -= len(self.pieces[-1]) - len(kept)
            self.pieces.pop()
            if kept:
                self.pieces.append(kept)
