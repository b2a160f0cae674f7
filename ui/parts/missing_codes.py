"""The way to the settings, when a number waits for a code of the office or of a body."""

from collections.abc import Callable
from functools import partial

from models.domain.law_errors import NumberFieldMissingError
from models.errors import AppError
from ui.desk import NextStep, Route

_CODES_OF_BODIES = frozenset({"organ", "organ_short", "code", "dept"})


def way_to_codes(error: AppError, navigate: Callable[[Route], None]) -> NextStep | None:
    """Return the way to where the missing code is entered; None for every other refusal."""
    if not isinstance(error, NumberFieldMissingError):
        return None
    is_of_body = error.values["field"] in _CODES_OF_BODIES
    section, title = (
        ("bodies", "去“设置—制定机关”补充") if is_of_body else ("office", "去“设置—单位”补充")
    )
    return NextStep(title, partial(navigate, Route("settings", extra=(("section", section),))))
