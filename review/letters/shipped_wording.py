"""The templates that come with the program."""

from functools import cache

from resources import path_of


@cache
def shipped_text(kind_id: str) -> str:
    """Return the template that comes with the program for a kind of paper."""
    return path_of("letters", "wording", f"{kind_id}.txt").read_text(encoding="utf-8")
