"""Runs one command: reads the line, answers, and turns every refusal into Chinese and a code."""

import io
import logging
import os
import sys
from pathlib import Path
from typing import Annotated

import typer
from typer.core import TyperGroup
from typer.main import get_group

from models.errors import AppError, FaultError, InputError, RuleError
from ui.commands.answers import Voice
from ui.commands.session import FOLDER_VARIABLE, Session, default_folder
from ui.commands.table import CommandTable
from ui.commands.usage import usage_refusal
from ui.feedback.catalogue import words_of
from ui.log import keep_log, log_file

PROGRAM = "main.py"
_LOG = logging.getLogger("normdesk")
_CODES: tuple[tuple[type[AppError], int], ...] = ((InputError, 2), (RuleError, 3), (FaultError, 1))
_UNEXPECTED = 1


def run(argv: list[str]) -> int:
    """Run the command line and return 0, or 1 for a fault, 2 for bad input, 3 for a refusal."""
    _speak_utf_8(argv)
    try:
        code = commands().main(args=argv, prog_name=PROGRAM, standalone_mode=False)
        sys.stdout.flush()
    except typer.TyperException as refusal:
        return _refuse(usage_refusal(refusal))
    except AppError as refusal:
        return _refuse(refusal)
    except BrokenPipeError:
        # Who reads our output has gone away (list | head); there is nobody left to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _UNEXPECTED
    except Exception:  # noqa: BLE001 -- the border: a bug becomes a message, logged
        keep_log(log_file())
        _LOG.exception("unexpected fault of a command")
        return _refuse(AppError(), f"日志：{log_file()}")
    return code if isinstance(code, int) else 0


def commands() -> TyperGroup:
    """Return the group of all commands with the options that stand before them."""
    app = typer.Typer(cls=CommandTable, add_completion=False, rich_markup_mode=None)
    app.callback()(_start)
    group = get_group(app)
    group.help = "规范性文件登记审查工作台。不带命令时打开窗口。"
    return group


def _start(
    context: typer.Context,
    folder: Annotated[
        str,
        typer.Option(
            "--register",
            metavar="文件夹",
            help=f"登记簿所在的文件夹；不写时用环境变量 {FOLDER_VARIABLE}，或者本人的数据文件夹",
        ),
    ] = "",
    login: Annotated[
        str,
        typer.Option("--as", metavar="登录名", help="由谁办理；不写时取唯一有权限的人员"),
    ] = "",
    *,
    is_json: Annotated[bool, typer.Option("--json", help="每行输出一个 JSON 对象")] = False,
) -> None:
    context.obj = Session(Path(folder) if folder else default_folder(), login, Voice(is_json))


def _speak_utf_8(argv: list[str]) -> None:
    """Write JSON in UTF-8 wherever it goes; words that a console cannot show must not stop us."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            encoding = "utf-8" if "--json" in argv else None
            stream.reconfigure(encoding=encoding, errors="replace")


def _refuse(refusal: AppError, more: str = "") -> int:
    message = words_of(refusal)
    lines = [f"{message.title}。{message.text}", *([more] if more else [])]
    sys.stderr.write("\n".join(lines) + "\n")
    return next((code for kind, code in _CODES if isinstance(refusal, kind)), _UNEXPECTED)
