"""Issue lists compared with the register: started, listed, decided, written out."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from models.acts.omission_checks import close_check, decide_rows, reopen_rows, start_check
from models.acts.refusals import RecordMissingError
from models.domain.omissions import RowDecision, RowStanding, RowVerdict
from models.domain.roles import ActName
from models.queries.office import office, people, today
from models.queries.omissions import (
    OmissionCounts,
    OmissionFilter,
    omission_checks,
    omission_counts,
    omission_row_ids,
    omission_rows,
)
from resources.terms import name_of
from review.omissions.comparison import compare, keep_list, take_file
from review.omissions.report import OmissionReport, gaps_of, report_of
from review.omissions.workbook import gap_words, save_workbook
from ui.commands.answers import Voice, rows_of
from ui.commands.chinese import ChineseCommand, new_group
from ui.commands.options import with_options
from ui.commands.session import Session, session_of
from ui.commands.values import read_term

APP = new_group()
GROUPS = {"omissions": APP}

_CHECK = typer.Argument(metavar="核查", help="核查的序号，omissions list 中可以看到")
_ROWS = typer.Argument(metavar="行号", help="清单中的行号，可以写多个")
_REASON = typer.Option("--reason", metavar="理由", help="处理的理由")


@APP.command("start", cls=ChineseCommand, help="读取发文清单，与登记簿比对，开始一次核查")
def start(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="文件", help="xlsx、xls、csv 等表格文件")],
    name: Annotated[
        str, typer.Option("--name", metavar="名称", help="清单名称；不写时用文件名")
    ] = "",
) -> None:
    """Compare a list with the register and keep the result."""
    session = session_of(context)
    with session.register() as register:
        order = session.order(ActName.START_OMISSION_CHECK)
        taken = take_file(file, _never)
        rows = compare(taken, _say_nothing, _never)
        entry = keep_list(taken, register.files, name or taken.name)
        check_id = start_check(order, entry, rows)
        counts = omission_counts(check_id)
        session.voice.record({"id": check_id, "counts": counts})
        session.voice.remark(f"已开始核查 {check_id}：{entry.name}")
        _tell_counts(session.voice, counts)


@APP.command("list", cls=ChineseCommand, help="列出已经开始的核查")
def show_list(context: typer.Context) -> None:
    """List the checks."""
    session = session_of(context)
    columns = (
        "id",
        ("name", "清单名称"),
        ("row_count", "行数"),
        ("waiting", "待处理"),
        ("decided", "已处理"),
        ("started_at", "开始时间"),
        ("started_by", "经办人"),
        "state",
    )
    with session.register():
        session.voice.table(columns, omission_checks(), "还没有做过漏报核查。")


@APP.command("show", cls=ChineseCommand, help="列出一次核查的内容")
def show(
    context: typer.Context,
    check_id: Annotated[int, _CHECK],
    standing: Annotated[
        str, typer.Option("--standing", metavar="情况", help="只列这种情况，例如：疑似漏报")
    ] = "",
    find: Annotated[
        str, typer.Option("--find", metavar="文字", help="只列标题或者文号中有这些文字的")
    ] = "",
) -> None:
    """List lines of a check."""
    session = session_of(context)
    chosen = {read_term(RowStanding, "standing", standing)} if standing else set()
    columns = (
        ("row_number", "行号"),
        "document_number",
        ("standing", "情况"),
        ("decision", "处理意见"),
        ("registered_number", "登记簿中的文号"),
        "title",
    )
    with session.register():
        _require_check(check_id)
        _tell_counts(session.voice, omission_counts(check_id))
        narrowing = OmissionFilter(check_id, find, frozenset(chosen))
        rows = rows_of(omission_rows, omission_row_ids(narrowing))
        session.voice.table(columns, rows, "没有符合条件的内容。")


@dataclass(frozen=True)
class DecideOptions:
    """Which lines are decided, how and why."""

    check_id: Annotated[int, _CHECK]
    rows: Annotated[list[int], _ROWS]
    decision: Annotated[
        str,
        typer.Option(
            "--decision",
            metavar="意见",
            help="应当登记、不属于规范性文件、已登记、已报其他机关或者清单有误",
        ),
    ]
    reason: Annotated[str, _REASON]
    document_id: Annotated[
        int, typer.Option("--document", metavar="文件", help="“已登记”时，登记簿中该文件的序号")
    ] = 0


@APP.command("decide", cls=ChineseCommand, help="处理清单中的一行或者多行")
@with_options(DecideOptions)
def decide(session: Session, options: DecideOptions) -> None:
    """Decide lines."""
    decision = read_term(RowDecision, "decision", options.decision)
    verdict = RowVerdict(decision, options.reason, options.document_id or None)
    with session.register():
        order = session.order(ActName.DECIDE_OMISSION_ROWS)
        ids = _row_ids(options.check_id, options.rows)
        count = decide_rows(order, options.check_id, ids, verdict)
        session.voice.say(f"已处理 {count} 行：{name_of(decision)}", {"count": count})


@APP.command("reopen", cls=ChineseCommand, help="撤回处理意见")
def reopen(
    context: typer.Context,
    check_id: Annotated[int, _CHECK],
    rows: Annotated[list[int], _ROWS],
    reason: Annotated[str, _REASON],
) -> None:
    """Take decisions back."""
    session = session_of(context)
    with session.register():
        order = session.order(ActName.REOPEN_OMISSION_ROWS)
        count = reopen_rows(order, check_id, _row_ids(check_id, rows), reason)
        session.voice.say(f"已撤回 {count} 行的处理意见", {"count": count})


@APP.command("close", cls=ChineseCommand, help="结束核查，以后不能再改处理意见")
def close(context: typer.Context, check_id: Annotated[int, _CHECK]) -> None:
    """End a check."""
    session = session_of(context)
    with session.register():
        close_check(session.order(ActName.CLOSE_OMISSION_CHECK), check_id)
        session.voice.say(f"核查 {check_id} 已结束", {"id": check_id})


@APP.command("gaps", cls=ChineseCommand, help="列出清单和登记簿中都没有的号")
def gaps(context: typer.Context, check_id: Annotated[int, _CHECK]) -> None:
    """List missing numbers."""
    session = session_of(context)
    with session.register():
        _require_check(check_id)
        missing, known = gaps_of(check_id)
        for gap in missing:
            session.voice.say(f"{gap.organ_code_text}〔{gap.year}〕 缺{gap_words(gap)}", gap)
        session.voice.remark(f"清单里没有、登记簿里有的号 {known} 个，不算缺号。")


@APP.command("export", cls=ChineseCommand, help="把核查结果写成 Excel 表格")
def export(
    context: typer.Context,
    check_id: Annotated[int, _CHECK],
    file: Annotated[Path, typer.Argument(metavar="文件", help="要写成的 xlsx 文件")],
) -> None:
    """Write the result."""
    session = session_of(context)
    with session.register():
        login = session.order(ActName.START_OMISSION_CHECK).login
        save_workbook(_report(check_id, login), file)
        session.voice.say(f"核查结果已写入 {file}", {"file": str(file)})


def _report(check_id: int, login: str) -> OmissionReport:
    person = next((one.name for one in people() if one.login == login), login)
    report = report_of(check_id, office().office_name, person, today())
    if report is None:
        raise RecordMissingError(record="omissioncheck", id=check_id)
    return report


def _row_ids(check_id: int, row_numbers: list[int]) -> tuple[int, ...]:
    _require_check(check_id)
    wanted = frozenset(row_numbers)
    rows = rows_of(omission_rows, omission_row_ids(OmissionFilter(check_id, row_numbers=wanted)))
    missing = wanted - {row.row_number for row in rows}
    if missing:
        raise RecordMissingError(record="omission_row", id=min(missing))
    return tuple(row.id for row in rows)


def _require_check(check_id: int) -> None:
    if all(check.id != check_id for check in omission_checks()):
        raise RecordMissingError(record="omissioncheck", id=check_id)


def _tell_counts(voice: Voice, counts: OmissionCounts) -> None:
    parts = [f"{name_of(standing)} {count}" for standing, count in counts.standings.items()]
    voice.remark(f"共 {counts.total} 行：{'，'.join(parts)}；待处理 {counts.waiting}")


def _say_nothing(_done: int, _whole: int) -> None:
    """A command says only what came out."""


def _never() -> bool:
    return False
