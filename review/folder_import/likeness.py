"""How alike two texts are: from a small sketch of each, without holding the texts."""

import hashlib
import re
import zlib
from dataclasses import dataclass

# Eight characters are a phrase; shorter shingles make all official papers look alike.
_SHINGLE = 8
# With so many of the smallest hashes the share of common shingles is known to about one tenth.
_SKETCH = 96
_NO_WORD = re.compile(r"[\W_]+")


@dataclass(frozen=True)
class Sketch:
    """What is kept of a text to compare it: a key of all its words, and its smallest hashes."""

    key: str = ""
    length: int = 0
    hashes: tuple[int, ...] = ()


def sketch_of(text: str) -> Sketch:
    """Return the sketch of a text; blanks and marks do not count."""
    words = _NO_WORD.sub("", text)
    if not words:
        return Sketch()
    pieces = (words[place : place + _SHINGLE] for place in range(max(1, len(words) - _SHINGLE + 1)))
    hashes = sorted({zlib.crc32(piece.encode("utf-16-le")) for piece in pieces})[:_SKETCH]
    key = hashlib.sha256(words.encode()).hexdigest()
    return Sketch(key, len(words), tuple(hashes))


def likeness(one: Sketch, other: Sketch) -> float:
    """Return which share of their phrases two texts have in common, from 0 to 1."""
    if not one.hashes or not other.hashes:
        return 0.0
    if one.key == other.key:
        return 1.0
    smallest = sorted({*one.hashes, *other.hashes})[:_SKETCH]
    both = set(one.hashes) & set(other.hashes)
    return sum(hashed in both for hashed in smallest) / len(smallest)
