"""The score sheet of evaluations is shown, written out to be changed, and replaced."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from models.acts.evaluation_criteria import change_evaluation_criteria
from models.data_files import read_text
from models.domain.evaluation import CriteriaSet
from models.domain.roles import ActName
from models.queries.evaluation_page import criteria_in_force, criteria_text
from ui.commands.options import with_options
from ui.commands.session import Session
from ui.parts.saving import save_copy


@dataclass(frozen=True)
class CriteriaOptions:
    """Where the sheet is written to, or what it is replaced by."""

    out: Annotated[
        Path | None, typer.Option("--out", metavar="文件", help="把现用的评分表写成这个文件")
    ] = None
    replacement: Annotated[
        Path | None, typer.Option("--replace", metavar="文件", help="改用这个文件中的评分表")
    ] = None
    is_restored: Annotated[bool, typer.Option("--restore", help="恢复程序自带的评分表")] = False
    reason: Annotated[str, typer.Option("--reason", metavar="理由", help="更换的理由")] = ""


@with_options(CriteriaOptions)
def criteria(session: Session, options: CriteriaOptions) -> None:
    """Show, write out or replace the score sheet."""
    with session.register():
        if options.replacement is not None or options.is_restored:
            text = read_text(options.replacement) if options.replacement is not None else ""
            order = session.order(ActName.CHANGE_EVALUATION_CRITERIA)
            changed = change_evaluation_criteria(order, text, options.reason)
            session.voice.remark("已更换评分表，以后开始的评估使用这一份。")
            _tell(session, changed)
        elif options.out is not None:
            save_copy(options.out, criteria_text().encode())
            session.voice.say(f"评分表已写入 {options.out}。", {"file": str(options.out)})
        else:
            _tell(session, criteria_in_force())


def _tell(session: Session, sheet: CriteriaSet) -> None:
    check = "已核实" if sheet.is_verified else "未核实"
    session.voice.remark(f"{sheet.name}（{sheet.source}，{check}），满分 {sheet.full_marks}")
    columns = (("key", "代号"), ("title", "指标"), ("full_marks", "满分"), ("explanation", "说明"))
    session.voice.table(columns, sheet.criteria, "")
