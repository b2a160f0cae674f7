"""The faces of this computer, found by the names they give themselves, whatever their file is."""

import os
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from review.letters.font_files import InstalledFace, faces_in, folded_name

REGULAR = 400
FONT_FILES = frozenset({".ttf", ".ttc", ".otf", ".otc"})


def font_folders() -> tuple[Path, ...]:
    """Return where this computer keeps fonts: for all its users, then for this one."""
    if os.name == "nt":
        windows = Path(os.environ.get("WINDIR", r"C:\Windows"))
        local = os.environ.get("LOCALAPPDATA")
        own = [Path(local) / "Microsoft" / "Windows" / "Fonts"] if local else []
        return (windows / "Fonts", *own)
    shared = os.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    own_data = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    folders = [Path(folder) / "fonts" for folder in [*shared.split(":"), own_data]]
    return (*folders, Path.home() / ".fonts")


@cache
def installed_faces() -> Mapping[str, InstalledFace]:
    """Return the faces of this computer by each of their names.

    The folders are looked through once. Of several faces with a name the one counts that can be
    embedded, then the upright one, then the one nearest to the regular weight.
    """
    found: dict[str, InstalledFace] = {}
    for path in _font_paths():
        for face in faces_in(path):
            for name in face.names:
                if name not in found or _rank(face) > _rank(found[name]):
                    found[name] = face
    return found


def installed_face(name: str) -> InstalledFace | None:
    """Return the face of this computer that bears a name, in whatever language."""
    return installed_faces().get(folded_name(name))


def _rank(face: InstalledFace) -> tuple[bool, bool, int]:
    return face.refusal is None, face.is_upright, -abs(face.weight - REGULAR)


def _font_paths() -> Iterator[Path]:
    for folder in font_folders():
        for place, _, names in os.walk(folder):
            for name in sorted(names):
                if Path(name).suffix.lower() in FONT_FILES:
                    yield Path(place) / name
