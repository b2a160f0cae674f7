"""Suggestions listed, shown one by one, and counted by how they were answered; nobody is named."""

from dataclasses import dataclass
from typing import Annotated

import typer

from models.derivations import explain
from models.queries.office import today
from models.queries.suggestions import (
    SuggestionFilter,
    SuggestionOrder,
    feedback_figures,
    suggester_of,
    suggestion_ids,
    suggestion_page,
    suggestion_rows,
)
from resources.terms import name_of
from ui.commands.answers import rows_of
from ui.commands.chinese import ChineseCommand
from ui.commands.options import with_options
from ui.commands.session import Session, session_of

_COLUMNS = (
    ("id", "序号"),
    ("title", "文件名称"),
    ("suggester_kind", "建议人种类"),
    ("suggester", "建议人"),
    ("received_date", "收到日期"),
    ("due_date", "答复期限"),
    ("state", "状态"),
)
_NO_PART = "—"


def add_listing(app: typer.Typer) -> None:
    """Put these commands into the group of suggestions."""
    app.command("list", cls=ChineseCommand, help="列出审查建议，不显示个人信息")(list_all)
    app.command("show", cls=ChineseCommand, help="显示一件审查建议")(show)
    app.command("figures", cls=ChineseCommand, help="一年的反馈率")(figures)


def list_all(
    context: typer.Context,
    words: Annotated[
        str, typer.Option("--find", metavar="文字", help="文件名称、文号或者请求")
    ] = "",
) -> None:
    """List the suggestions, the newest first."""
    session = session_of(context)
    with session.register():
        ids = suggestion_ids(SuggestionFilter(words), SuggestionOrder.RECEIVED_DATE)
        rows = rows_of(suggestion_rows, ids)
        session.voice.table(_COLUMNS, rows, "没有审查建议。")


@dataclass(frozen=True)
class ShowOptions:
    """Which suggestion is shown, and whether its maker is named."""

    suggestion_id: Annotated[
        int, typer.Argument(metavar="建议序号", help="suggestion list 每行开头的序号")
    ]
    is_named: Annotated[bool, typer.Option("--with-name", help="显示建议人的姓名、地址和电话")] = (
        False
    )


@with_options(ShowOptions)
def show(session: Session, options: ShowOptions) -> None:
    """Show one suggestion; who made it only when asked for."""
    suggestion_id = options.suggestion_id
    with session.register():
        page = suggestion_page(suggestion_id)
        suggester = suggester_of(suggestion_id) if options.is_named else None
        session.voice.record({"page": page, "suggester": suggester})
        row = page.row
        session.voice.remark(f"《{row.title}》{page.clause}　{name_of(row.state)}")
        session.voice.remark(f"建议人：{row.suggester}（{name_of(row.suggester_kind)}）")
        if suggester is not None:
            told = "　".join(filter(None, (suggester.name, suggester.address, suggester.phone)))
            session.voice.remark(f"寄送：{told}")
        session.voice.remark(f"请求：{page.matter}")
        if page.reasons:
            session.voice.remark(f"理由：{page.reasons}")
        session.voice.remark(f"答复期限：{explain(page.reply_time)}")
        if page.conclusion is not None:
            session.voice.remark(f"结果：{name_of(page.conclusion)}。{page.conclusion_reasons}")


def figures(
    context: typer.Context,
    year: Annotated[int, typer.Option("--year", metavar="年份", help="收到的年份")],
) -> None:
    """Count how the suggestions of a year were answered."""
    session = session_of(context)
    with session.register():
        found = feedback_figures(year, today())
        session.voice.record(found)
        session.voice.remark(
            f"{year} 年收到 {found.received} 件，启动审查 {found.accepted} 件，"
            f"已答复 {found.answered} 件，其中按期 {found.answered_in_time} 件，"
            f"逾期未答复 {found.overdue} 件。"
        )
        of_accepted = _rate(found.accepted_answered, found.accepted)
        of_received = _rate(found.answered, found.received)
        session.voice.remark(f"反馈率（已答复÷启动审查）：{of_accepted}")
        session.voice.remark(f"反馈率（已答复÷收到）：{of_received}")


def _rate(part: int, whole: int) -> str:
    """Return a rate with one decimal, half up, and its two numbers; no rate of nothing."""
    if not whole:
        return _NO_PART
    tenths = (part * 2000 + whole) // (2 * whole)
    return f"{tenths // 10}.{tenths % 10}%（{part}/{whole}）"
