"""The colours of the window by name, for light and dark, read from resources/style."""

import tomllib
from dataclasses import dataclass
from enum import StrEnum

from resources import path_of


class Tone(StrEnum):
    """What a status means for the person: done, waiting, too late, no longer in force, neutral."""

    OK = "ok"
    WAIT = "wait"
    LATE = "late"
    GONE = "gone"
    PLAIN = "plain"


@dataclass(frozen=True)
class Tokens:
    """The colours of one theme, as ``#RRGGBB`` by name."""

    name: str
    colours: dict[str, str]

    def __getitem__(self, name: str) -> str:
        """Return the colour of that name."""
        return self.colours[name]


def tokens_of(theme: str) -> Tokens:
    """Read the colours of the theme ``"light"`` or ``"dark"``."""
    shelf = tomllib.loads(path_of("style", "tokens.toml").read_text(encoding="utf-8"))
    return Tokens(theme, shelf[theme])


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG 2 defines it, from 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[place : place + 2], 16) / 255) for place in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    if part <= 0.04045:  # noqa: PLR2004 -- the bend of the sRGB curve
        return part / 12.92
    return float(((part + 0.055) / 1.055) ** 2.4)
