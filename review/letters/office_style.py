"""The office's settings of typesetting as they are kept, and as the writers take them."""

import json
from collections.abc import Mapping
from dataclasses import replace
from enum import Enum
from typing import Any

from models.errors import InputError
from models.queries.office import letter_style_settings
from models.settings import StyleKey
from review.letters.style import STANDARD, LetterStyle

_PREFIX = "letter_"
_YES, _NO = "yes", "no"


class StyleValueError(InputError):
    """A setting of the typesetting was given a value it does not know."""

    code = "input.letter_style"
    facts = ("field", "value", "known")


def style_in_force() -> LetterStyle:
    """Return how the office has its papers set today, from the register."""
    return style_from_settings(letter_style_settings())


def style_from_settings(values: Mapping[StyleKey, str]) -> LetterStyle:
    """Return the style these settings describe; what is empty or unknown is the standard's."""
    own = {
        _field(key): _read(key, value)
        for key, value in values.items()
        if value and _is_known(key, value)
    }
    return replace(STANDARD, **own)


def settings_of(style: LetterStyle) -> dict[StyleKey, str]:
    """Return the style as one text per setting."""
    return {key: _text(getattr(style, _field(key))) for key in StyleKey}


def style_text(style: LetterStyle) -> str:
    """Return what of a style differs from the standard, as a line kept with an issued letter."""
    standard = settings_of(STANDARD)
    own = {key: value for key, value in settings_of(style).items() if value != standard[key]}
    return json.dumps(own, ensure_ascii=False, sort_keys=True) if own else ""


def check_style(values: Mapping[StyleKey, str]) -> None:
    """Refuse a value that a setting does not know.

    Raises:
        StyleValueError: naming the setting, the value and those it knows.
    """
    for key, value in values.items():
        if not _is_known(key, value):
            raise StyleValueError(field=key.value, value=value, known=_known(key))


def _field(key: StyleKey) -> str:
    return key.value.removeprefix(_PREFIX)


def _known(key: StyleKey) -> tuple[str, ...]:
    """Return the values a setting knows; none where any text will do."""
    usual = getattr(STANDARD, _field(key))
    if isinstance(usual, bool):
        return (_YES, _NO)
    return tuple(str(member.value) for member in type(usual)) if isinstance(usual, Enum) else ()


def _is_known(key: StyleKey, value: str) -> bool:
    known = _known(key)
    return not known or not value or value in known


def _read(key: StyleKey, value: str) -> Any:  # noqa: ANN401 -- each trait has a type of its own
    usual = getattr(STANDARD, _field(key))
    if isinstance(usual, bool):
        return value == _YES
    return type(usual)(value)


def _text(value: object) -> str:
    if isinstance(value, bool):
        return _YES if value else _NO
    return str(value.value) if isinstance(value, Enum) else str(value)
