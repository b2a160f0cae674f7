"""The files that may be replies: those named, and those in the folders named."""

from collections.abc import Iterable
from pathlib import Path

# The lock files office programs leave beside an open file, and the files systems hide.
_LEFT_BY_PROGRAMS = ("~$", ".~", ".")
_REPLIES = frozenset({".xlsx", ".xlsm", ".xls", ".et", ".ods", ".csv", ".docx"})


def reply_files(places: Iterable[Path]) -> tuple[Path, ...]:
    """Return the files to read, each once: a named file whatever it is, of a folder the tables.

    Folders below count too, since offices keep a folder a unit.
    """
    found: dict[Path, None] = {}
    for place in places:
        if not place.is_dir():
            found[place] = None
            continue
        below = (path for path in sorted(place.rglob("*")) if path.is_file())
        found.update(dict.fromkeys(path for path in below if _may_be_reply(path)))
    return tuple(found)


def _may_be_reply(path: Path) -> bool:
    return path.suffix.lower() in _REPLIES and not path.name.startswith(_LEFT_BY_PROGRAMS)
