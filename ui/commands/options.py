"""The many options of a command as one frozen class, each field an option."""

import inspect
from collections.abc import Callable
from dataclasses import MISSING, Field, fields
from typing import Any, TypeVar, get_type_hints

import typer

from ui.commands.session import Session, session_of

Options = TypeVar("Options")


def with_options(
    kind: type[Options],
) -> Callable[[Callable[[Session, Options], None]], Callable[..., None]]:
    """Let a function of a session and a class of options be a command.

    Every field of the class must be ``Annotated`` with an argument or option of Typer; a field
    without a default is required.
    """

    def declare(function: Callable[[Session, Options], None]) -> Callable[..., None]:
        def command(context: typer.Context, **values: object) -> None:
            function(session_of(context), kind(**values))

        hints = get_type_hints(kind, include_extras=True)
        named = [_parameter(field, hints[field.name]) for field in fields(_dataclass(kind))]
        context = inspect.Parameter(
            "context", inspect.Parameter.POSITIONAL_ONLY, annotation=typer.Context
        )
        # Typer asks a function for its signature; this one is written by the class of options.
        vars(command)["__signature__"] = inspect.Signature([context, *named])
        command.__annotations__ = {"context": typer.Context, **hints}
        command.__doc__ = function.__doc__
        command.__name__ = function.__name__
        return command

    return declare


def _dataclass(kind: type[Options]) -> Any:  # noqa: ANN401 -- fields() wants to be told it is one
    return kind


def _parameter(field: Field[Any], hint: object) -> inspect.Parameter:
    default = inspect.Parameter.empty if field.default is MISSING else field.default
    if field.default_factory is not MISSING:
        default = field.default_factory()
    return inspect.Parameter(
        field.name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=hint
    )
