"""The commands on reminders before the end of terms."""

import typer

from ui.commands.chinese import ChineseCommand, OpenGroup
from ui.commands.reminders import draft

APP = typer.Typer(cls=OpenGroup, add_completion=False, rich_markup_mode=None)
GROUPS = {"reminders": APP}

for name, summary, command in (
    ("draft", "写出或者发出一个季度的有效期届满提醒函，每个单位一份；draft 可以不写", draft),
):
    APP.command(name, cls=ChineseCommand, help=summary)(command)
