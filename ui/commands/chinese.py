"""Commands that explain themselves in Chinese."""

from collections.abc import Iterator
from typing import Any, cast

import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from ui.commands.answers import width_of
from ui.commands.refusals import CommandUnknownError

Row = tuple[str, str]

# The name under which a module keeps commands that stand in no group.
TOP = ""
_HELP: Row = ("--help", "显示这份说明")


class ChineseCommand(TyperCommand):
    """A command with Chinese help."""

    def get_help(self, ctx: object) -> str:
        """Return the help text."""
        return help_of(self, cast("typer.Context", ctx).command_path)


class ChineseGroup(TyperGroup):
    """A group of commands with Chinese help."""

    def get_help(self, ctx: object) -> str:
        """Return the help text."""
        return help_of(self, cast("typer.Context", ctx).command_path)

    def get_command(self, ctx: object, cmd_name: str) -> TyperCommand | TyperGroup:  # noqa: ARG002 -- the caller's signature
        """Return a command of the group.

        Raises:
            CommandUnknownError: there is none of this name.
        """
        if cmd_name not in self.commands:
            raise CommandUnknownError(command=cmd_name, known=tuple(self.commands))
        return cast("TyperCommand", self.commands[cmd_name])

    def summaries(self) -> list[Row]:
        """Return the commands, each with what it is for."""
        return [(name, command.help or "") for name, command in self.commands.items()]


class OpenGroup(ChineseGroup):
    """A group whose first command needs not be named: ``validity 3 --on 2026-01-01``."""

    def parse_args(self, ctx: object, args: list[str]) -> list[str]:
        """Take what names no command of the group for words of its first one."""
        if not args or args[0] not in {*self.commands, "--help"}:
            args = [next(iter(self.commands)), *args]
        return super().parse_args(cast("Any", ctx), args)


def new_group() -> typer.Typer:
    """Return an empty group of commands."""
    return typer.Typer(cls=ChineseGroup, add_completion=False, rich_markup_mode=None)


def help_of(command: TyperCommand | TyperGroup, path: str) -> str:
    """Return usage, purpose, parameters and commands of a command."""
    usage = " ".join(["用法：" + path, *usage_of(command)])
    parts = [usage, command.help or ""]
    arguments = argument_rows(command)
    if arguments:
        parts.append("参数：\n" + _lines(arguments))
    parts.append("选项：\n" + _lines([*option_rows(command), _HELP]))
    if isinstance(command, ChineseGroup):
        parts.append("命令：\n" + _lines(command.summaries()))
    return "\n\n".join(part for part in parts if part)


def usage_of(command: TyperCommand | TyperGroup) -> Iterator[str]:
    """Yield the pieces of the usage line: required options, arguments, what may follow."""
    options = [one for one in command.params if isinstance(one, TyperOption)]
    for option in options:
        if option.required:
            yield _option_words(option)
    if any(not option.required for option in options):
        yield "[选项]"
    for argument in command.params:
        if isinstance(argument, TyperArgument):
            yield _argument_words(argument)
    if isinstance(command, TyperGroup):
        yield "命令 …"


def argument_rows(command: TyperCommand | TyperGroup) -> list[Row]:
    """Return name and meaning of each argument."""
    arguments = (one for one in command.params if isinstance(one, TyperArgument))
    return [(one.metavar or one.name or "", one.help or "") for one in arguments]


def option_rows(command: TyperCommand | TyperGroup) -> list[Row]:
    """Return words and meaning of each option."""
    options = (one for one in command.params if isinstance(one, TyperOption))
    return [
        (_option_words(one), (one.help or "") + ("（必填）" if one.required else ""))
        for one in options
    ]


def _option_words(option: TyperOption) -> str:
    if option.is_flag:
        return "/".join([*option.opts, *option.secondary_opts])
    return f"{option.opts[0]} {option.metavar or ''}".strip()


def _argument_words(argument: TyperArgument) -> str:
    name = argument.metavar or argument.name or ""
    name += "…" if argument.nargs == -1 else ""
    return name if argument.required else f"[{name}]"


def _lines(rows: list[Row]) -> str:
    width = max(width_of(name) for name, _ in rows)
    return "\n".join(f"  {name}{' ' * (width - width_of(name))}  {text}" for name, text in rows)
