"""What is due: steps before terms end, dates of filings and reviews, in one list."""

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Annotated

import typer

from models.domain.clock import present_instant
from models.queries.due import DueRow, due_rows, window_counts
from models.queries.office import office, profile, today
from review.due.calendar_text import calendar_file
from review.due.paper import draft_due_list, due_list_file, look_in_force
from review.due.workbook import due_workbook
from ui.commands.chinese import TOP, ChineseCommand, new_group
from ui.commands.options import with_options
from ui.commands.session import Session
from ui.parts.due_list import days_left_words, due_kind_words, window_words
from ui.parts.saving import save_copy

APP = new_group()
GROUPS = {TOP: APP}

# A document's whole ladder and more; beyond it the list is of no use to anybody.
_MOST_DAYS = 3660


@dataclass(frozen=True)
class DueOptions:
    """How far ahead to look, and for whom."""

    within: Annotated[
        int,
        typer.Option(
            "--within",
            metavar="天数",
            min=0,
            max=_MOST_DAYS,
            help="列出多少天内到期的，不写时为30天；已逾期的都列出",
        ),
    ] = 30
    unit: Annotated[
        str, typer.Option("--unit", metavar="单位", help="只列出名称中有这些文字的单位的")
    ] = ""
    calendar: Annotated[
        Path | None,
        typer.Option("--ics", metavar="文件", help="另存为日历文件，可以导入电脑和手机的日历"),
    ] = None
    workbook: Annotated[
        Path | None, typer.Option("--xlsx", metavar="文件", help="另存为 Excel 表格，可以打印")
    ] = None
    pdf: Annotated[
        Path | None, typer.Option("--pdf", metavar="文件", help="另存为 PDF，横排，可以张贴")
    ] = None
    word: Annotated[
        Path | None, typer.Option("--docx", metavar="文件", help="另存为 Word，横排，可以张贴")
    ] = None


@dataclass(frozen=True)
class _Line:
    """A row as a person reads it."""

    due_date: date
    left: str
    what: str
    document_id: int
    number: str
    title: str
    unit: str


_COLUMNS = (
    ("due_date", "到期"),
    ("left", "剩余"),
    ("what", "事项"),
    ("document_id", "文件序号"),
    ("number", "文号"),
    ("title", "文件名称"),
    ("unit", "单位"),
)


@APP.command("due", cls=ChineseCommand)
@with_options(DueOptions)
def due(session: Session, options: DueOptions) -> None:
    """List what is overdue, and what is due within some days."""
    with session.register():
        day = today()
        until = day + timedelta(days=options.within)
        rows = [row for row in due_rows(profile(), day, until) if options.unit in row.unit]
        _tell(session, rows, day)
        name = office().office_name
        if options.calendar is not None:
            _save(session, options.calendar, calendar_file(rows, present_instant(), name))
        if options.workbook is not None:
            _save(session, options.workbook, due_workbook(rows, day.isoformat()))
        for target, paper_format in ((options.pdf, "pdf"), (options.word, "docx")):
            if target is not None:
                paper = draft_due_list(rows, name, day, _scope(options))
                _save(session, target, due_list_file(paper, paper_format, look_in_force()))


def _scope(options: DueOptions) -> str:
    near = f"已逾期和{options.within}天内到期的"
    return f"单位名称中有“{options.unit}”，{near}" if options.unit else near


def _save(session: Session, target: Path, content: bytes) -> None:
    save_copy(target, content)
    session.voice.remark(f"已另存为 {target}。")


def _tell(session: Session, rows: list[DueRow], day: date) -> None:
    if session.voice.is_json:
        for row in rows:
            session.voice.record(row)
        return
    session.voice.table(_COLUMNS, [_line(row) for row in rows], "没有到期的事项。")
    if rows:
        session.voice.remark(window_words(window_counts(rows, day)) + "。")


def _line(row: DueRow) -> _Line:
    return _Line(
        due_date=row.due_date,
        left=days_left_words(row.days_left),
        what=due_kind_words(row),
        document_id=row.document_id,
        number=row.document_number or row.unified_number,
        title=row.title,
        unit=row.unit,
    )
