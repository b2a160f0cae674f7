"""The commands on reminders before the end of terms."""

import typer

from ui.commands.chinese import ChineseCommand, OpenGroup
from ui.commands.reminders import draft
from ui.commands.replies import done, reply, show, undone

APP = typer.Typer(cls=OpenGroup, add_completion=False, rich_markup_mode=None)
GROUPS = {"reminders": APP}

for name, summary, command in (
    ("draft", "写出或者发出一个季度的有效期届满提醒函，每个单位一份；draft 可以不写", draft),
    ("reply", "记录单位对提醒函的回复", reply),
    ("done", "记录届满前的一步已经办理", done),
    ("undone", "撤回已办记录", undone),
    ("show", "一件文件届满前的各步、单位回复", show),
):
    APP.command(name, cls=ChineseCommand, help=summary)(command)
