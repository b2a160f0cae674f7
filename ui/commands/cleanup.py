"""Cleanups at the command line."""

from pathlib import Path
from typing import Annotated

import typer

from review.cleanup.reconciling.answer import reconcile as add_up
from review.cleanup.reconciling.reader import read_results
from ui.commands.chinese import ChineseCommand, new_group
from ui.commands.cleanup_campaign import new, status, step
from ui.commands.cleanup_deciding import decide, suggest_outcomes
from ui.commands.cleanup_paper import result
from ui.commands.cleanup_result import affected, apply, lookback
from ui.commands.cleanup_scope import scope
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
    for published in read_results(file):
        answer = add_up(published)
        voice.record(answer)
        verdict = "不符" if not answer.adds_up else "相符" if answer.is_compared else "无从核对"
        classes = "，".join(f"{name} {count} 件" for name, count in answer.classes.items())
        whole = "" if answer.scope is None else f"共 {answer.scope} 件　"
        voice.remark(f"{answer.case_id}　{verdict}　{whole}{classes}")
        voice.remark(f"    {answer.why}")


for name, summary, command in (
    ("new", "清理立项", new),
    ("scope", "按条件试列、确定清理范围，或者增补、移出文件", scope),
    ("sheets", "写出各单位的意见表：每个单位一份表格、一份 Word", sheets),
    ("collect", "收取各单位交回的意见表，记录意见", collect),
    ("suggest", "逐件查找可能应当修改、废止、宣布失效的情况，作为提示", suggest_outcomes),
    ("decide", "写审核意见，一件或者多件，可以撤回", decide),
    ("step", "把清理推进到下一环节，或者退回审核", step),
    ("affected", "列出受到连带影响的文件，记录已经核对", affected),
    ("result", "核对清理结果，写出决定的草稿", result),
    ("apply", "把清理结果落实到登记簿的每件文件", apply),
    ("status", "列出清理，或者显示一次清理的进度", status),
    ("lookback", "回头看：清理以后还没有办完的事项", lookback),
):
    APP.command(name, cls=ChineseCommand, help=summary)(command)
