"""The catalogue of laws: searched, brought up to date from a file, and given back."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from models.acts.law_catalogue import revert_law_catalogue, update_law_catalogue
from models.domain.roles import ActName
from models.queries.law_catalogue import kept_catalogue
from resources.terms import name_of
from review.extraction.law_answer import citation_answer
from review.law_files.changes import CatalogueChanges, Manner
from review.law_files.law_file import FaultyRow
from review.law_files.marking import LawMark, changes_of_mark, marked_update
from review.law_files.updating import PlannedUpdate, plan_update, stored_update
from review.laws.catalogue import LawStatus
from review.laws.catalogue_text import shipped_about
from review.laws.citations import LawCitation, cite_law, laws_cited
from review.laws.law_index import LawIndex
from review.laws.office_catalogue import office_catalogue, office_index
from review.laws.standing_words import standing_words
from ui.commands.chinese import ChineseCommand, new_group
from ui.commands.law_changes import affected, reviewed
from ui.commands.options import with_options
from ui.commands.preview import remark_unsaved
from ui.commands.session import Session, session_of
from ui.commands.values import read_date, read_term

APP = new_group()
GROUPS = {"laws": APP}
for name, summary, command in (
    ("affected", "列出引用的法律有变动的文件和条款", affected),
    ("reviewed", "记录一件文件因法律变动核对的结果", reviewed),
):
    APP.command(name, cls=ChineseCommand, help=summary)(command)
_MOST = 50
_COLUMNS = (
    ("id", "编号"),
    ("name", "名称"),
    ("body", "制定机关"),
    ("promulgated_date", "公布日期"),
    ("effective_date", "施行日期"),
    ("status", "时效"),
    ("note", "说明"),
)


@APP.command("about", cls=ChineseCommand, help="说明现在用的法律目录")
def about(context: typer.Context) -> None:
    """Say which catalogue is used, as of when, and what it lacks."""
    session = session_of(context)
    with session.register() as book:
        kept, catalogue = kept_catalogue(), office_catalogue(book.files)
    origin = kept.source_name if kept else ""
    counts = {status: catalogue.count_of((status,)) for status in LawStatus}
    told = "、".join(f"{name_of(status)} {count}" for status, count in counts.items())
    session.voice.say(
        f"法律目录：{origin or '随程序提供'}，截至 {catalogue.as_of_date.isoformat()}，"
        f"共 {len(catalogue.laws)} 条（{told}）。",
        {
            "source_name": origin,
            "as_of_date": catalogue.as_of_date,
            "count": len(catalogue.laws),
            "counts": counts,
        },
    )
    for source in () if kept else shipped_about().sources:
        session.voice.remark(f"来源：{source.name}，截至 {source.as_of}")
    for caveat in () if kept else shipped_about().caveats:
        session.voice.remark(f"注意：{caveat}")


@APP.command("find", cls=ChineseCommand, help="按名称查法律目录")
def find(
    context: typer.Context,
    words: Annotated[str, typer.Argument(metavar="名称", help="名称里的字，可以用空格分开")],
) -> None:
    """Show the laws whose names contain the words, those in force first."""
    session = session_of(context)
    with session.register() as book:
        catalogue = office_catalogue(book.files)
    found = catalogue.containing(words)
    empty = f"目录里没有名称含“{words}”的，目录截至 {catalogue.as_of_date.isoformat()}。"
    session.voice.table(_COLUMNS, found[:_MOST], empty)
    if len(found) > _MOST:
        session.voice.remark(f"共 {len(found)} 条，只列出前 {_MOST} 条，请多写几个字。")


@APP.command("resolve", cls=ChineseCommand, help="认出一段话引用的法律、条款和时效")
def resolve(
    context: typer.Context,
    words: Annotated[str, typer.Argument(metavar="文字", help="法律名称，或者一段引用法律的话")],
    on: Annotated[str, typer.Option("--on", metavar="日期", help="这段话写于哪一天")] = "",
) -> None:
    """Show which laws are cited, which version was in force that day, and how they stand now."""
    session = session_of(context)
    written_date = read_date("adopted_date", on) if on else None
    with session.register() as book:
        index = office_index(book.files)
    cited = laws_cited(words, index, written_date) or _the_law(words, index, written_date)
    for citation in cited:
        session.voice.record(citation_answer(citation, index))
        version = citation.version
        day = version.promulgated_date if version else None
        told = f"（{day.isoformat()} 公布的文本）" if day else ""
        session.voice.remark(f"《{citation.name}》{told}：{standing_words(citation)}")
    if not cited:
        session.voice.say(f"没有认出法律、法规的名称：{words}", {"written": words, "law_ids": []})


def _the_law(words: str, index: LawIndex, written_date: date | None) -> tuple[LawCitation, ...]:
    citation = cite_law(words, index, written_date)
    return () if citation is None else (citation,)


@dataclass(frozen=True)
class UpdateOptions:
    """Which file is brought into use, as of when, and how it meets the catalogue."""

    file: Annotated[Path, typer.Argument(metavar="文件", help="xlsx、xls、ods 或者 csv")]
    as_of: Annotated[str, typer.Option("--as-of", metavar="日期", help="文件里的时效截至哪一天")]
    is_replacement: Annotated[
        bool, typer.Option("--replace", help="整体替换：文件里没有的，从目录中去掉")
    ] = False
    is_confirmed: Annotated[bool, typer.Option("--confirm", help="确认无误，予以更新")] = False


@APP.command("update", cls=ChineseCommand, help="用文件更新法律目录")
@with_options(UpdateOptions)
def update(session: Session, options: UpdateOptions) -> None:
    """Show what a file changes of the catalogue, and change it when that is confirmed."""
    as_of_date = read_date("as_of_date", options.as_of)
    manner = Manner.REPLACE if options.is_replacement else Manner.SUPPLEMENT
    with session.register() as book:
        planned = plan_update(options.file, book.files)
        _show(session, planned, manner, is_saved=options.is_confirmed)
        if not options.is_confirmed:
            remark_unsaved(session)
            return
        order = session.order(ActName.UPDATE_LAW_CATALOGUE)
        count = update_law_catalogue(order, stored_update(planned, manner, as_of_date, book.files))
        session.voice.remark(f"已更新法律目录，变动 {count} 条。")


@dataclass(frozen=True)
class MarkOptions:
    """Which law became what, who says so, and since when the amended text stands."""

    name: Annotated[str, typer.Argument(metavar="名称", help="法律目录里的名称")]
    status: Annotated[str, typer.Option("--status", metavar="时效", help="已废止或者已修改")]
    basis: Annotated[str, typer.Option("--basis", metavar="依据", help="哪个决定，什么文号")]
    promulgated: Annotated[
        str, typer.Option("--promulgated", metavar="日期", help="修改后文本的公布日期")
    ] = ""
    effective: Annotated[
        str, typer.Option("--effective", metavar="日期", help="修改后文本的施行日期")
    ] = ""
    is_confirmed: Annotated[bool, typer.Option("--confirm", help="确认无误，予以标注")] = False


@APP.command("mark", cls=ChineseCommand, help="标注一部法律已废止或者已修改")
@with_options(MarkOptions)
def mark(session: Session, options: MarkOptions) -> None:
    """Show what a mark changes of the catalogue, and change it when that is confirmed."""
    wanted = LawMark(
        options.name,
        read_term(LawStatus, "status", options.status),
        options.basis,
        read_date("promulgated_date", options.promulgated) if options.promulgated else None,
        read_date("effective_date", options.effective) if options.effective else None,
    )
    with session.register() as book:
        changes = changes_of_mark(wanted, office_catalogue(book.files))
        _show_changes(session, changes, (), is_saved=options.is_confirmed)
        if not options.is_confirmed:
            remark_unsaved(session)
            return
        order = session.order(ActName.UPDATE_LAW_CATALOGUE)
        update_law_catalogue(order, marked_update(wanted, book.files))
        session.voice.remark("已标注。引用它的文件用 laws affected 查看。")


@APP.command("revert", cls=ChineseCommand, help="恢复随程序提供的法律目录")
def revert(
    context: typer.Context,
    reason: Annotated[str, typer.Option("--reason", metavar="理由", help="为什么恢复")],
) -> None:
    """Go back to the catalogue that comes with the program."""
    session = session_of(context)
    with session.register():
        revert_law_catalogue(session.order(ActName.REVERT_LAW_CATALOGUE), reason)
        session.voice.say("已恢复随程序提供的法律目录。", {"is_reverted": True})


def _show(session: Session, planned: PlannedUpdate, manner: Manner, *, is_saved: bool) -> None:
    _show_changes(session, planned.by_manner[manner], planned.faulty, is_saved=is_saved)


def _show_changes(
    session: Session, changes: CatalogueChanges, faulty: tuple[FaultyRow, ...], *, is_saved: bool
) -> None:
    session.voice.record(
        {
            "is_saved": is_saved,
            "added": changes.added,
            "changed": changes.changed,
            "removed": changes.removed,
            "overtaken": changes.overtaken,
            "faulty": faulty,
        }
    )
    session.voice.remark(
        f"新增 {len(changes.added)} 条，变动 {len(changes.changed)} 条，"
        f"去掉 {len(changes.removed)} 条。"
    )
    for law in changes.added[:_MOST]:
        session.voice.remark(f"  新增：《{law.name}》{name_of(law.status)}")
    for before, after in changes.changed[:_MOST]:
        session.voice.remark(
            f"  变动：《{after.name}》{name_of(before.status)}，改为{name_of(after.status)}"
        )
    for law in changes.overtaken:
        session.voice.remark(f"  请核对：《{law.name}》的旧版本（{law.id}）仍标为有效。")
    for row in faulty:
        place = f"“{row.sheet}”第 {row.number} 行"
        session.voice.remark(f"  没有采用：{place}，{name_of(row.fault)}：{row.words}")
