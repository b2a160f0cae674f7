"""Theme and size of text as the person chose them, remembered for the next day."""

from collections.abc import Callable
from functools import partial

from ui.remembered import Remembered
from ui.widgets.theme import Scheme, Theme

_SCHEME = "look.scheme"
_SCALE = "look.scale"
_NORMAL = 100
_STEP = 10


class Look:
    """Answers the actions of the view menu that change how everything looks."""

    def __init__(self, theme: Theme, remembered: Remembered) -> None:
        self._theme = theme
        self._remembered = remembered

    def recall(self) -> None:
        """Take up what was chosen before; nonsense counts as nothing chosen."""
        known = {scheme.value for scheme in Scheme}
        scheme = self._remembered.text(_SCHEME, Scheme.SYSTEM)
        scale = self._remembered.number(_SCALE, _NORMAL)
        self.show(Scheme(scheme) if scheme in known else Scheme.SYSTEM, scale)

    @property
    def scheme(self) -> Scheme:
        """The theme chosen."""
        return self._theme.scheme

    @property
    def scale(self) -> int:
        """The size of text in percent."""
        return self._theme.scale

    def show(self, scheme: Scheme, scale: int) -> None:
        """Take on theme and size of text, and remember them."""
        self._theme.show(scheme, scale)
        self._remembered.keep(_SCHEME, scheme.value)
        self._remembered.keep(_SCALE, self._theme.scale)

    def actions(self) -> dict[str, Callable[[], None]]:
        """Return what answers which action."""
        answers: dict[str, Callable[[], None]] = {
            "view.larger": partial(self._grow, _STEP),
            "view.smaller": partial(self._grow, -_STEP),
            "view.normal": self._normal,
        }
        return answers | {f"view.{scheme}": partial(self._choose, scheme) for scheme in Scheme}

    def _grow(self, percent: int) -> None:
        self.show(self._theme.scheme, self._theme.scale + percent)

    def _normal(self) -> None:
        self.show(self._theme.scheme, _NORMAL)

    def _choose(self, scheme: Scheme) -> None:
        self.show(scheme, self._theme.scale)
