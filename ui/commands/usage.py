"""Refusals of the command line's reader become refusals in our own words."""

from typing import cast

import typer
from typer.core import TyperArgument, TyperGroup, TyperOption

from models.errors import InputError
from ui.commands.refusals import (
    ArgumentMissingError,
    CommandMissingError,
    NumberUnfitError,
    OptionUnknownError,
    OptionUseError,
    UsageRefusedError,
)

# The reader's own classes stand in a private module of its library; their names do not change.
_MISSING, _UNKNOWN, _USE = "MissingParameter", "NoSuchOption", "BadOptionUsage"


def usage_refusal(refusal: typer.TyperException) -> InputError:
    """Return what is wrong with a command line."""
    kind = type(refusal).__name__
    if kind == _UNKNOWN:
        return OptionUnknownError(option=vars(refusal)["option_name"])
    if kind == _USE:
        return OptionUseError(option=vars(refusal)["option_name"])
    if isinstance(refusal, typer.BadParameter):
        name = _name_of(cast("TyperOption | TyperArgument | None", refusal.param))
        if kind == _MISSING:
            return ArgumentMissingError(name=name)
        return NumberUnfitError(name=name)
    group = getattr(vars(refusal).get("ctx"), "command", None)
    if isinstance(group, TyperGroup):
        return CommandMissingError(known=tuple(group.list_commands(cast("typer.Context", None))))
    return UsageRefusedError()


def _name_of(parameter: TyperOption | TyperArgument | None) -> str:
    if isinstance(parameter, TyperOption):
        return parameter.opts[0]
    return "" if parameter is None else parameter.metavar or parameter.name or ""
