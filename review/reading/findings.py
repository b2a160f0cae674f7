"""What a reader of one format hands back."""

from typing import NamedTuple

from review.reading.text import Contents, OriginalText, ReadingNote


class Findings(NamedTuple):
    """The text with its notes; readers that know no more return the first two as a plain pair."""

    text: str
    notes: tuple[ReadingNote, ...]
    original: OriginalText | None = None
    contents: Contents = Contents()
