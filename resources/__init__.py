"""The shelf: data files an office can read, found by name."""

from pathlib import Path

SHELF = Path(__file__).resolve().parent


def path_of(*parts: str) -> Path:
    """Return the path of a file or folder on the shelf, for example ``path_of("profiles")``."""
    return SHELF.joinpath(*parts)
