"""Walk through folders: every file once, in the order a person would list them."""

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from review.errors import ReadingError
from review.folder_import.errors import (
    ArchiveFileError,
    FolderClosedError,
    LinkedFileError,
    NotWritingError,
)
from review.folder_import.shown_names import reachable, shown

# What word processors and systems leave behind; nobody would call it a file of the office.
_LITTER = re.compile(
    r"^(~\$.*|\.~.*|~.*\.tmp|.*\.tmp|\.ds_store|thumbs\.db|desktop\.ini|\._.*|.*\.lnk|\..*)$",
    re.IGNORECASE,
)
_LITTER_FOLDERS = frozenset(("__macosx", "$recycle.bin", "system volume information", "lost+found"))
_ARCHIVES = frozenset((".zip", ".rar", ".7z", ".tar", ".gz", ".tgz", ".bz2", ".xz", ".cab", ".iso"))
_NO_WRITING = frozenset(
    (
        *(".exe", ".msi", ".dll", ".sys", ".bat", ".apk", ".ini", ".log", ".db", ".url"),
        *(".mp3", ".wav", ".wma", ".mp4", ".avi", ".mov", ".mkv", ".wmv", ".flv", ".rmvb"),
        *(".ttf", ".ttc", ".otf", ".dwg", ".psd"),
    )
)
_DIGITS = re.compile(r"(\d+)")


@dataclass(frozen=True)
class Found:
    """One file: where it stands, how it is shown, and why it will not be opened, if so."""

    place: Path
    shown: str
    refusal: ReadingError | None = None


def walk(sources: Iterable[Path]) -> Iterator[Found]:
    """Yield the files of folders and the files named themselves, each place once."""
    seen: set[str] = set()
    for source in sources:
        root = source.parent if not source.is_dir() else source
        for found in _below(source) if source.is_dir() else _file(source, root):
            name = os.path.normcase(found.place.absolute())
            if name not in seen:
                seen.add(name)
                yield found


def _below(root: Path) -> Iterator[Found]:
    waiting = [root]
    while waiting:
        folder = waiting.pop()
        try:
            with os.scandir(reachable(folder)) as entries:
                listed = sorted((folder / one.name for one in entries), key=_order)
        except OSError:
            yield Found(folder, _shown(folder, root), FolderClosedError(file_name=folder.name))
            continue
        inside = []
        for place in listed:
            if place.is_symlink() or not _is_folder(place):
                yield from _file(place, root)
            elif place.name.lower() not in _LITTER_FOLDERS:
                inside.append(place)
        waiting += reversed(inside)


def _is_folder(place: Path) -> bool:
    try:
        return reachable(place).is_dir()
    except OSError:
        return False


def _file(place: Path, root: Path) -> Iterator[Found]:
    if not _LITTER.match(place.name):
        yield Found(place, _shown(place, root), _refusal(place))


def _refusal(place: Path) -> ReadingError | None:
    name, suffix = shown(place.name), place.suffix.lower()
    if place.is_symlink():
        return LinkedFileError(file_name=name)
    if suffix in _ARCHIVES:
        return ArchiveFileError(file_name=name)
    if suffix in _NO_WRITING:
        return NotWritingError(file_name=name)
    return None


def _shown(place: Path, root: Path) -> str:
    return shown(str(place.relative_to(root)).replace(os.sep, "/")) or shown(place.name)


def _order(place: Path) -> tuple[object, ...]:
    """2 before 10, and files as a file window lists them."""
    parts = _DIGITS.split(place.name.lower())
    return tuple((1, part.zfill(20)) if part.isdigit() else (0, part) for part in parts)
