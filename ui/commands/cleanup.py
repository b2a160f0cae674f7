"""Cleanups at the command line."""

from pathlib import Path
from typing import Annotated

import typer

from review.cleanup.reconciling.answer import reconcile as add_up
from review.cleanup.reconciling.reader import read_results
from ui.commands.chinese import ChineseCommand, new_group
from ui.commands.cleanup_sheets import collect, sheets
from ui.commands.session import session_of

APP = new_group()
GROUPS = {"cleanup": APP}


@APP.command("reconcile", cls=ChineseCommand, help="核对清理结果的数字：总数、各类、目录是否相符")
def reconcile(
    context: typer.Context,
    file: Annotated[
        Path, typer.Argument(metavar="文件", help="xlsx、xls、ods、csv 表格，或者每行一件的 jsonl")
    ],
) -> None:
    """Say of every result whether its figures add up, and why."""
    voice = session_of(context).voice
    for result in read_results(file):
        answer = add_up(result)
        voice.record(answer)
        verdict = "不符" if not answer.adds_up else "相符" if answer.is_compared else "无从核对"
        classes = "，".join(f"{name} {count} 件" for name, count in answer.classes.items())
        whole = "" if answer.scope is None else f"共 {answer.scope} 件　"
        voice.remark(f"{answer.case_id}　{verdict}　{whole}{classes}")
        voice.remark(f"    {answer.why}")


APP.command("sheets", cls=ChineseCommand, help="写出各单位的意见表：每个单位一份表格、一份 Word")(
    sheets
)
APP.command("collect", cls=ChineseCommand, help="收取各单位交回的意见表，记录意见")(collect)
