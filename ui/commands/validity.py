"""Was a document in force on a day, and why; what prolongs, stops or finishes it."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Annotated

import typer

from models.queries.document_page import document_life
from models.queries.lives import DocumentLife
from models.queries.office import today
from models.queries.validity_table import validity_table
from resources.terms import name_of
from ui.commands.chinese import ChineseCommand, OpenGroup
from ui.commands.options import with_options
from ui.commands.session import Session
from ui.commands.validity_acts import extend, keep, resume, suspend, task_done
from ui.commands.validity_renewal import renew
from ui.commands.values import read_date
from ui.parts.days import day_words, judgement_words


@dataclass(frozen=True)
class DayOptions:
    """Which document, or all of them, and which day."""

    document_id: Annotated[
        int | None, typer.Argument(metavar="序号", help="文件的序号；不写时列出全部文件")
    ] = None
    day: Annotated[str, typer.Option("--on", metavar="日期", help="哪一天；不写时是今天")] = ""


@with_options(DayOptions)
def show(session: Session, options: DayOptions) -> None:
    """Tell whether a document is in force on a day and how that was found, or list all."""
    asked = read_date("day", options.day) if options.day else None
    with session.register():
        day = asked or today()
        if options.document_id is None:
            _list_all(session, day)
            return
        life = document_life(options.document_id, day)
        session.voice.record(life)
        session.voice.facts(_life_facts(life, day))
        for sentence in life.derivation:
            session.voice.remark(sentence)


def _life_facts(life: DocumentLife, day: date) -> list[tuple[str, object]]:
    return [
        ("日期", day.isoformat()),
        ("时效", name_of(life.judgement.status)),
        ("理由", judgement_words(life.judgement)),
        ("停止执行", _suspended(life)),
        ("最后有效日", day_words(life.last_day)),
        ("另一种计算", day_words(life.other_last_day)),
        ("下次变化", day_words(life.next_change)),
    ]


def _suspended(life: DocumentLife) -> str:
    if not life.is_suspended:
        return ""
    return "、".join(life.suspended_clauses) or "整件"


def _list_all(session: Session, day: date) -> None:
    """List every document, then how many there are of each status."""
    rows = validity_table(day)
    session.voice.table(_COLUMNS, rows, "登记簿中还没有文件。")
    counts = Counter(row.validity for row in rows)
    suspended = sum(row.is_suspended for row in rows)
    session.voice.record({"day": day, "counts": counts, "suspended": suspended, "total": len(rows)})
    told = "，".join(f"{name_of(status)} {count} 件" for status, count in sorted(counts.items()))
    stopped = f"其中停止执行 {suspended} 件。" if suspended else ""
    session.voice.remark(f"{day.isoformat()}：共 {len(rows)} 件。{told}。{stopped}" if rows else "")


_COLUMNS = (
    "id",
    "unified_number",
    "document_number",
    "validity",
    ("expiry_date", "最后有效日"),
    ("is_suspended", "停止执行"),
    "title",
)

APP = typer.Typer(cls=OpenGroup, add_completion=False, rich_markup_mode=None)
GROUPS = {"validity": APP}

for name, summary, command in (
    ("show", "某一天是否有效，依据是什么；show 可以不写", show),
    ("suspend", "记录停止执行，整件或者其中的条款", suspend),
    ("resume", "记录恢复执行", resume),
    ("extend", "记录延长有效期", extend),
    ("continue", "记录评估、清理后继续有效", keep),
    ("renew", "重新公布：规则要求重新编号的，登记为接续原文件的新文件", renew),
    ("task-done", "记录任务完成，至任务完成时止的文件从此失效", task_done),
):
    APP.command(name, cls=ChineseCommand, help=summary)(command)
