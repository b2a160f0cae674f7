"""The commands as one table; a command's module is loaded only when it is asked for."""

from dataclasses import dataclass
from importlib import import_module
from typing import cast

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_group

from ui.commands.chinese import TOP, ChineseGroup, Row
from ui.commands.refusals import CommandUnknownError


@dataclass(frozen=True)
class CommandEntry:
    """One command, or one group of commands: where it stands and what it is for."""

    name: str
    module: str
    summary: str
    is_group: bool = False


COMMANDS = (
    CommandEntry("init", "founding", "建立登记簿"),
    CommandEntry("demo", "demonstrating", "用样例文件走完全部流程，并输出文书"),
    CommandEntry("read", "reading", "读取文件并列出各项，不登记"),
    CommandEntry("register", "registration", "登记文件；不加 --confirm 时只显示将要登记的内容"),
    CommandEntry("refuse-registration", "registration", "不予登记，写明理由"),
    CommandEntry("history", "registration", "补录以前的文件和号码；不加 --confirm 时只显示"),
    CommandEntry("import", "importing", "导入文件夹", is_group=True),
    CommandEntry("evidence", "registration", "给已登记的文件补充程序材料"),
    CommandEntry("attach", "attaching", "给已登记的文件补充文件；不加 --confirm 时只显示"),
    CommandEntry("correct", "correcting", "更正登记的内容，写明理由"),
    CommandEntry("number", "numbering", "统一编号"),
    CommandEntry("issue", "numbering", "记录印发或者公布"),
    CommandEntry("end", "effects", "记录文件被废止、宣布失效或者撤销"),
    CommandEntry("amended", "effects", "记录文件被修改"),
    CommandEntry("validity", "validity", "有效期：某一天是否有效，延长、停止执行等", is_group=True),
    CommandEntry("catalogue", "catalogue", "某一天的文件目录，写成 Excel、Word、PDF、网页"),
    CommandEntry("due", "due", "列出逾期和临近的期限：有效期届满前各步、备案、审查"),
    CommandEntry("reminders", "reminding", "有效期届满之前：提醒函、单位回复、各步", is_group=True),
    CommandEntry("void", "numbering", "作废号码"),
    CommandEntry("confirm-counter", "numbering", "补录历史号码之后确认从何处起编"),
    CommandEntry("file", "outgoing", "报备：向上级政府、人大常委会报送备案", is_group=True),
    CommandEntry("intake", "filing", "收件；不加 --confirm 时只显示将要登记的内容"),
    CommandEntry("formal-check", "formal_checking", "形式审查：逐项核对；不加 --confirm 时只显示"),
    CommandEntry("accept", "filing", "予以备案登记"),
    CommandEntry("supplement", "filing", "要求补正"),
    CommandEntry("supplemented", "filing", "记录补正材料已经收到"),
    CommandEntry("refuse", "filing", "不予备案登记"),
    CommandEntry("package", "packages", "收发包：不联网的单位之间交换文件", is_group=True),
    CommandEntry("filing", "dossier", "备案件的卷宗", is_group=True),
    CommandEntry("suggestion", "suggesting", "审查建议：登记、处理、答复", is_group=True),
    CommandEntry("review", "reviewing", "备案审查", is_group=True),
    CommandEntry("templates", "templating", "文书模板：查看、检查、更改、恢复", is_group=True),
    CommandEntry("letter", "letters", "文书：检查、出具、送达、核验、撤回", is_group=True),
    CommandEntry("papers", "sheets", "写出不编文号的材料：登记簿、目录、登记表、封面等"),
    CommandEntry("list", "listing", "列出文件、备案、审查或者文书"),
    CommandEntry("show", "showing", "显示一条记录的全部内容"),
    CommandEntry(
        "cleanup", "cleanup", "规范性文件清理：立项、意见表、审核、结果、回头看", is_group=True
    ),
    CommandEntry("evaluation", "evaluations", "后评估：列入、评分、结论、评分表", is_group=True),
    CommandEntry("rates", "rates", "年度各项比率；验算印出的比率"),
    CommandEntry("report", "reporting", "年度报告的材料", is_group=True),
    CommandEntry("omissions", "omitting", "漏报核查：发文清单与登记簿比对", is_group=True),
    CommandEntry("numbers", "ledger", "号码台账", is_group=True),
    CommandEntry("bodies", "bodies", "制定机关名册", is_group=True),
    CommandEntry("people", "office", "人员和角色", is_group=True),
    CommandEntry("settings", "office", "本单位设置", is_group=True),
    CommandEntry("profiles", "profiles", "规则包", is_group=True),
    CommandEntry("laws", "laws", "法律目录", is_group=True),
    CommandEntry("audit", "audit", "留痕", is_group=True),
)
_ENTRIES = {entry.name: entry for entry in COMMANDS}


class CommandTable(ChineseGroup):
    """The group of all commands; it knows their names before it knows their code."""

    def list_commands(self, ctx: object) -> list[str]:  # noqa: ARG002 -- the caller's signature
        """Return the names of the commands in the order of the table."""
        return list(_ENTRIES)

    def get_command(self, ctx: object, cmd_name: str) -> TyperCommand | TyperGroup:  # noqa: ARG002
        """Load a command.

        Raises:
            CommandUnknownError: there is none of this name.
        """
        return load_command(cmd_name)

    def summaries(self) -> list[Row]:
        """Return the commands without loading them."""
        return [(entry.name, entry.summary) for entry in COMMANDS]


def load_command(name: str) -> TyperCommand | TyperGroup:
    """Load the module of a command and return the command.

    Raises:
        CommandUnknownError: there is none of this name.
    """
    if name not in _ENTRIES:
        raise CommandUnknownError(command=name, known=tuple(_ENTRIES))
    entry = _ENTRIES[name]
    module = import_module(f"ui.commands.{entry.module}")
    groups: dict[str, typer.Typer] = module.GROUPS
    group = get_group(groups[name if entry.is_group else TOP])
    command = group if entry.is_group else cast("TyperCommand", group.commands[name])
    command.help = entry.summary
    return command
