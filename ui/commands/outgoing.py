"""Own documents are filed upward: what is due, what is there, what is written for it (报备)."""

from dataclasses import dataclass
from typing import Annotated

import typer

from models.acts.filing_statements import write_filing_statement
from models.acts.outgoing_duties import open_outgoing_filings
from models.domain.outgoing_filing import StatementEntry
from models.domain.roles import ActName
from models.queries.document_page import document_page
from models.queries.office import profile, today
from models.queries.outgoing_filings import (
    OutgoingFilingRow,
    outgoing_filings,
)
from resources.terms import name_of
from review.outgoing.facts import outgoing_facts
from review.outgoing.form import filled_fields
from review.outgoing.papers import missing_at_hand, papers_at_hand
from review.outgoing.statement import propose_statement
from ui.commands.chinese import ChineseCommand, new_group
from ui.commands.options import with_options
from ui.commands.outgoing_answers import add_answers
from ui.commands.outgoing_bundle import bundle
from ui.commands.outgoing_finding import DocumentArgument, RecipientOption, read_filing
from ui.commands.session import Session, session_of
from ui.parts.outgoing_words import next_due_words, timeliness_words

APP = new_group()
GROUPS = {"file": APP}


@dataclass(frozen=True)
class _Line:
    """A filing as a person reads it in a list."""

    document_id: int
    number: str
    title: str
    recipient: str
    state: str
    due: str
    timely: str


_COLUMNS = (
    ("document_id", "文件序号"),
    ("number", "发文字号"),
    ("title", "文件名称"),
    ("recipient", "报备对象"),
    ("state", "状态"),
    ("due", "应当报送"),
    ("timely", "是否按期"),
)


@dataclass(frozen=True)
class ListOptions:
    """Which filings are listed."""

    document_id: Annotated[
        int, typer.Option("--document", metavar="文件序号", help="只列这份文件的")
    ] = 0
    is_all: Annotated[bool, typer.Option("--all", help="办结的也列出")] = False


@APP.command("list", cls=ChineseCommand, help="列出报备：谁、报哪里、期限、迟报")
@with_options(ListOptions)
def list_all(session: Session, options: ListOptions) -> None:
    """List the filings upward, the most pressing first."""
    with session.register():
        rows = outgoing_filings(today(), options.document_id or None, is_open=not options.is_all)
        if session.voice.is_json:
            for row in rows:
                session.voice.record(row)
            return
        session.voice.table(_COLUMNS, [_line(row) for row in rows], "没有要报备的文件。")
        late = sum(row.is_late for row in rows)
        if late:
            session.voice.remark(f"其中迟报 {late} 件。")


@APP.command("show", cls=ChineseCommand, help="显示一件报备：材料、期限的算法、经过")
def show(
    context: typer.Context, document_id: DocumentArgument, recipient: RecipientOption = ""
) -> None:
    """Show one filing with its materials, its last day and its steps."""
    session = session_of(context)
    with session.register():
        row = read_filing(document_id, recipient)
        facts = outgoing_facts(row.id, today())
        papers, missing = papers_at_hand(facts), missing_at_hand(facts)
        session.voice.record({"filing": facts.filing, "papers": papers, "missing": missing})
        tell_filing(session, row)
        for paper in papers:
            session.voice.remark(f"材料：{paper.name}　{paper.number}　{paper.copies} 份")
        if missing:
            session.voice.remark(f"还缺：{'、'.join(map(name_of, missing))}")
        for step in facts.filing.steps:
            told = "　".join(filter(None, (step.number, step.way, step.content, step.recorded_by)))
            session.voice.remark(f"{step.step_date.isoformat()}　{name_of(step.state)}　{told}")
        for old in facts.filing.recounts:
            late = "，按原期限为迟报" if old.was_late else ""
            session.voice.remark(
                f"公布日期更正前：{old.published_date.isoformat()} 公布，"
                f"{old.due_date.isoformat()} 前报备{late}（{old.recorded_by}）"
            )


@APP.command("up", cls=ChineseCommand, help="列入报备：公布后自动列入，以前公布的在这里列入")
def up(
    context: typer.Context, document_id: DocumentArgument, recipient: RecipientOption = ""
) -> None:
    """List a document to be filed, if it is not, and tell what each recipient waits for."""
    session = session_of(context)
    with session.register():
        if not outgoing_filings(today(), document_id):
            order = session.order(ActName.OPEN_OUTGOING_FILINGS)
            open_outgoing_filings(order, document_id)
        rows = outgoing_filings(today(), document_id)
        for row in (read_filing(document_id, recipient),) if recipient else rows:
            missing = missing_at_hand(outgoing_facts(row.id, today()))
            session.voice.record({"filing": row, "missing": missing})
            tell_filing(session, row)
            if missing and row.next_due_date:
                session.voice.remark(f"还缺：{'、'.join(map(name_of, missing))}")


@dataclass(frozen=True)
class StatementOptions:
    """What is written into the statement of a document."""

    document_id: DocumentArgument
    necessity: Annotated[str, typer.Option("--necessity", metavar="文字", help="制定的必要性")] = ""
    main_content: Annotated[str, typer.Option("--content", metavar="文字", help="主要内容")] = ""
    disagreements: Annotated[
        str, typer.Option("--disagreements", metavar="文字", help="分歧意见和处理情况")
    ] = ""


@APP.command("statement", cls=ChineseCommand, help="填写备案说明；什么都不写时显示从文件读出的")
@with_options(StatementOptions)
def statement(session: Session, options: StatementOptions) -> None:
    """Keep what goes into the statement, or show what is there and what the text says."""
    document_id = options.document_id
    with session.register():
        page = document_page(document_id, profile(), today())
        proposed = propose_statement(page)
        if not (options.necessity or options.main_content or options.disagreements):
            session.voice.record({"is_saved": False, "statement": proposed})
            session.voice.remark(f"制定的必要性：{proposed.necessity}")
            session.voice.remark(f"主要内容：{proposed.main_content}")
            session.voice.remark(f"分歧意见：{proposed.disagreements}")
            return
        entry = StatementEntry(
            options.necessity or proposed.necessity,
            options.main_content or proposed.main_content,
            options.disagreements or proposed.disagreements,
        )
        write_filing_statement(session.order(ActName.WRITE_FILING_STATEMENT), document_id, entry)
        session.voice.say(
            f"已保存《{page.facts.title}》的备案说明。",
            {"is_saved": True, "document_id": document_id, "statement": entry},
        )


@APP.command("fields", cls=ChineseCommand, help="按报备对象登记表的次序列出各栏，供填写网页")
def fields(
    context: typer.Context, document_id: DocumentArgument, recipient: RecipientOption = ""
) -> None:
    """List the fields of the recipient's form, filled and in its order."""
    session = session_of(context)
    with session.register():
        row = read_filing(document_id, recipient)
        for one in filled_fields(outgoing_facts(row.id, today())):
            session.voice.record(one)
            session.voice.remark(f"{one.label}\t{one.content}")


def tell_filing(session: Session, row: OutgoingFilingRow) -> None:
    """Tell a person where a filing stands."""
    session.voice.remark(f"《{row.title}》　报{row.recipient_title}　{name_of(row.state)}")
    due = next_due_words(row)
    session.voice.remark(f"{due}　{timeliness_words(row)}".strip())
    session.voice.remark(f"报备期限：{row.derivation}")


def _line(row: OutgoingFilingRow) -> _Line:
    return _Line(
        document_id=row.document_id,
        number=row.document_number or row.unified_number,
        title=row.title,
        recipient=row.recipient_title,
        state=name_of(row.state),
        due=next_due_words(row),
        timely=timeliness_words(row),
    )


_BUNDLE_HELP = "写出报备材料：报告、说明、登记表、原件、目录"
APP.command("bundle", cls=ChineseCommand, help=_BUNDLE_HELP)(bundle)
add_answers(APP)
