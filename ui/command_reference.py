"""The commands as a page of docs/reference, written from the commands themselves."""

from collections.abc import Iterator
from pathlib import Path

from typer.core import TyperCommand, TyperGroup

from models.domain.terms import EvidenceKind, MaterialKind
from resources.terms import name_of
from ui.command_line import PROGRAM, commands
from ui.commands.chinese import ChineseGroup, Row, argument_rows, option_rows, usage_of
from ui.commands.entry import SETTABLE
from ui.commands.table import COMMANDS, load_command
from ui.commands.words import heading

PAGE = Path(__file__).parents[1] / "docs" / "reference" / "commands.md"
_HEAD = (
    "# 命令",
    "本页由 `make docs` 从程序生成，请不要手工修改。",
    "用法举例和结束代码见[手册第十一章](../manual/11-command-line.md)。",
    "写在命令之前的选项：",
)


def reference_page() -> str:
    """Return the whole page."""
    parts = [*_HEAD, _table("选项", option_rows(commands()))]
    for entry in COMMANDS:
        parts += _parts(load_command(entry.name), entry.name, 2)
    parts += [
        "## 项目和材料的名称",
        "标识和中文名称可以任写一种。",
        _table("--set 的项目", [(name, heading(name)) for name in SETTABLE]),
        _table("--evidence 的材料", [(kind.value, name_of(kind)) for kind in EvidenceKind]),
        _table("--material 的材料", [(kind.value, name_of(kind)) for kind in MaterialKind]),
    ]
    return "\n\n".join(parts) + "\n"


def write_reference() -> None:
    """Write the page where it stands."""
    PAGE.write_text(reference_page(), encoding="utf-8")


def _parts(command: TyperCommand | TyperGroup, name: str, level: int) -> Iterator[str]:
    yield f"{'#' * level} {name}"
    yield f"{command.help}。"
    if isinstance(command, ChineseGroup):
        for inner in command.commands:
            yield from _parts(command.get_command(None, inner), f"{name} {inner}", level + 1)
        return
    yield "```\n" + " ".join([PROGRAM, name, *usage_of(command)]) + "\n```"
    if argument_rows(command):
        yield _table("参数", argument_rows(command))
    if option_rows(command):
        yield _table("选项", option_rows(command))


def _table(title: str, rows: list[Row]) -> str:
    lines = [f"| {title} | 含义 |", "| --- | --- |"]
    lines += [f"| `{name}` | {meaning} |" for name, meaning in rows]
    return "\n".join(lines)


if __name__ == "__main__":
    write_reference()
