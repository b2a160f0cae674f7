"""The number ledger: its lines, and what must be explained in it."""

from typing import Annotated

import typer

from models.domain.number_ledger import LedgerFault, LedgerFaultKind
from models.domain.terms import NumberKind
from models.queries.numbers import LedgerBook, ledger_ids, ledger_rows, numbers_report
from resources.terms import name_in, name_of
from ui.commands.answers import Voice, rows_of
from ui.commands.chinese import ChineseCommand, new_group
from ui.commands.session import session_of
from ui.commands.values import read_term

APP = new_group()
GROUPS = {"numbers": APP}


@APP.command("report", cls=ChineseCommand, help="核对号码台账：漏号、重号、次序、年份")
def report(context: typer.Context) -> None:
    """Check the whole ledger."""
    session = session_of(context)
    with session.register():
        tell_report(session.voice)


@APP.command("ledger", cls=ChineseCommand, help="列出号码台账")
def ledger(
    context: typer.Context,
    book: Annotated[
        str,
        typer.Argument(
            metavar="台账", help="统一登记号、备案登记号或者文书文号；不写时是统一登记号"
        ),
    ] = LedgerBook.UNIFIED.value,
) -> None:
    """List a book of the ledger."""
    session = session_of(context)
    columns = ("id", "number", "state", "allotted_date", "allotted_by", "title", "void_reason")
    with session.register():
        rows = rows_of(ledger_rows, ledger_ids(read_term(LedgerBook, "book", book)))
        session.voice.table(columns, rows, "台账里还没有号码。")


def tell_report(voice: Voice) -> None:
    """Tell how many numbers there are and every fault among them."""
    found = numbers_report()
    voice.record(found)
    voice.remark(
        f"号码台账：在用 {found.allotted} 个，作废 {found.void} 个，补录 {found.back_entries} 个；"
        + (f"需要说明的 {len(found.faults)} 处：" if found.faults else "没有漏号、重号和次序问题。")
    )
    for fault in found.faults:
        voice.remark(f"  {_words(fault)}")


def _words(fault: LedgerFault) -> str:
    if fault.kind is LedgerFaultKind.RECORD_DIFFERS:
        return f"{name_of(fault.kind)}：{name_of(NumberKind(fault.token))}，{fault.number}"
    token = f"{name_in('TokenName', fault.token)} {fault.token}"
    place = f"编号规则 {fault.scheme_id}，{token}，号段 {fault.scope or '全部'}"
    is_counter = fault.kind in {LedgerFaultKind.COUNTER_AHEAD, LedgerFaultKind.COUNTER_BEHIND}
    what = f"计数到 {fault.count}" if is_counter else fault.number or f"第 {fault.count} 号"
    return f"{name_of(fault.kind)}：{what}（{place}）"
