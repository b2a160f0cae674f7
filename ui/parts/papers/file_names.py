"""What the files of papers are called: by number, addressee and title, safe on every system."""

import re
from itertools import count
from pathlib import Path

# What Windows refuses in a name, and what cannot be seen in one.
_UNSAFE = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]+')
_RESERVED = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)
_BLANKS = re.compile(r"\s+")
# Linux takes 255 bytes a name and a Chinese character takes three; the rest is for " (12).docx".
_LONGEST_BYTES = 230


def paper_stem(*parts: str) -> str:
    """Return a file name without suffix that tells the paper: number, addressee, kind, title."""
    words = " ".join(_safe(part) for part in parts if part.strip())
    if _RESERVED.match(words):
        words = f"_{words}"
    return _cut(words) or "文书"


def free_place(folder: Path, stem: str, paper_format: str) -> Path:
    """Return where a paper can be written without replacing what stands there."""
    for number in count(1):
        name = stem if number == 1 else f"{stem} ({number})"
        place = folder / f"{name}.{paper_format}"
        if not place.exists():
            return place
    raise AssertionError


def _safe(part: str) -> str:
    return _BLANKS.sub(" ", _UNSAFE.sub("_", part)).strip()


def _cut(words: str) -> str:
    kept = words.encode()[:_LONGEST_BYTES].decode(errors="ignore")
    # Windows drops dots and blanks at the end of a name, and then finds another file.
    return kept.rstrip(" .")
