"""The sheets of a cleanup at the command line: written for the units, and their replies taken."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

import typer

from models.acts.cleanup_replies import record_dispatch
from models.domain.cleanup_campaign import DispatchEntry
from models.domain.roles import ActName
from models.queries.office import today
from resources.terms import name_of
from review.cleanup.campaign_units import asked_units
from review.cleanup.opinion_sheets.reply_files import reply_files
from review.cleanup.taking_down import TakenDown, read_replies, take_down
from ui.commands.options import with_options
from ui.commands.refusals import ValueUnfitError
from ui.commands.session import Session
from ui.commands.values import read_date
from ui.feedback.catalogue import words_of
from ui.parts.opinion_sheets import WrittenSheet, write_sheets

CAMPAIGN = typer.Argument(metavar="清理", help="清理的序号，cleanup status 中可以看到")


@dataclass(frozen=True)
class SheetsOptions:
    """Whose sheets are written, and where."""

    campaign_id: Annotated[int, CAMPAIGN]
    folder: Annotated[Path, typer.Option("--out", metavar="文件夹", help="意见表写到哪里")]
    units: Annotated[
        list[str], typer.Option("--unit", metavar="单位", help="只写这些单位的；可以写多次")
    ] = ()  # type: ignore[assignment] # Typer hands over a list
    sent: Annotated[str, typer.Option("--sent", metavar="日期", help="发放日期；不写时是今天")] = ""
    due: Annotated[
        str, typer.Option("--due", metavar="日期", help="交回期限；不写时是立项时写的期限")
    ] = ""
    is_draft: Annotated[bool, typer.Option("--draft", help="只写出意见表，不记录发放")] = False


@with_options(SheetsOptions)
def sheets(session: Session, options: SheetsOptions) -> None:
    """Write a workbook and a Word file for each unit, and record that they were handed over."""
    due = read_date("due_date", options.due) if options.due else None
    sent = read_date("sent_date", options.sent) if options.sent else None
    with session.register():
        order = session.order(ActName.RECORD_CLEANUP_DISPATCH)
        asked = asked_units(options.campaign_id, today())
        names = [unit.unit_name for unit in asked]
        for name in options.units:
            if name not in names:
                raise ValueUnfitError(field="unit_name", value=name, expected="、".join(names))
        chosen = [unit for unit in asked if not options.units or unit.unit_name in options.units]
        dated = [replace(unit, due_date=due or unit.due_date) for unit in chosen]
        written = write_sheets(dated, options.folder, _say_nothing, _never)
        if not options.is_draft and written:
            units = tuple(one.unit_id for one in written)
            dispatch = DispatchEntry(unit_ids=units, sent_date=sent or today(), due_date=due)
            record_dispatch(order, options.campaign_id, dispatch)
        for one in written:
            session.voice.record(_record(one))
            session.voice.remark(f"{one.unit_name}　{one.documents} 件")
            for path in one.paths:
                session.voice.remark(f"    {path}")
        session.voice.remark(
            "只写出了意见表，没有记录发放。" if options.is_draft else "已记录发放。"
        )


@dataclass(frozen=True)
class CollectOptions:
    """Which files hold replies."""

    campaign_id: Annotated[int, CAMPAIGN]
    places: Annotated[
        list[Path], typer.Argument(metavar="文件", help="各单位交回的意见表，或者放意见表的文件夹")
    ]
    received: Annotated[
        str, typer.Option("--received", metavar="日期", help="收到日期；不写时是今天")
    ] = ""


@with_options(CollectOptions)
def collect(session: Session, options: CollectOptions) -> None:
    """Read replies, record what counts, and say what does not."""
    day = read_date("received_date", options.received) if options.received else None
    with session.register() as register:
        order = session.order(ActName.RECORD_UNIT_OPINIONS)
        units = asked_units(options.campaign_id, today())
        read = read_replies(options.campaign_id, units, reply_files(options.places))
        taken = take_down(order, read, register.files, day or today())
    session.voice.record(_answer(taken))
    for line in _lines(taken):
        session.voice.remark(line)


def _record(written: WrittenSheet) -> dict[str, object]:
    return {
        "unit": written.unit_name,
        "documents": written.documents,
        "files": [str(path) for path in written.paths],
    }


def _answer(taken: TakenDown) -> dict[str, object]:
    collected = taken.read.collected
    return {
        "recorded": [
            {"unit": one.unit_name, "file": one.file_name, "opinions": one.opinions}
            for one in taken.recorded
        ],
        "known": list(taken.known),
        "questions": [
            {
                "kind": one.kind.value,
                "file": one.file_name,
                "row": one.row_number,
                "title": one.title,
                "text": one.text,
                "remedy": one.remedy,
            }
            for one in collected.questions
        ],
        "broken": [
            {"file": name, "code": error.code, "text": words_of(error).text}
            for name, error in collected.broken
        ],
        "missing_units": [unit.unit_name for unit in taken.silent],
        "unanswered": {unit.unit_name: unit.documents - unit.opinions for unit in taken.unanswered},
        "conflicts": [
            {
                "document_id": row.document_id,
                "title": row.title,
                "unit": row.unit_name,
                "opinion": row.opinion.choice.value if row.opinion else None,
                "decision": row.decision.outcome.value if row.decision else None,
                "is_grave": row.has_grave_conflict,
            }
            for row in taken.conflicts
        ],
    }


def _lines(taken: TakenDown) -> Iterator[str]:
    """Yield what a person is told, what was recorded first."""
    collected = taken.read.collected
    opinions = sum(one.opinions for one in taken.recorded)
    yield f"收下 {len(taken.recorded)} 份意见表，记录意见 {opinions} 条。"
    yield from (
        f"    {one.unit_name}　{one.opinions} 条　{one.file_name}" for one in taken.recorded
    )
    yield from (f"以前已经收过，没有重复记录：{name}" for name in taken.known)
    for name, error in collected.broken:
        yield f"读不出：{name}　{words_of(error).text}"
    for question in collected.questions:
        place = f"第 {question.row_number} 行" if question.row_number else ""
        title = f"《{question.title}》" if question.title else ""
        yield f"待核对：{question.file_name}{place}{title}　{question.text}{question.remedy}"
    if taken.silent:
        yield f"还没有交回：{'、'.join(unit.unit_name for unit in taken.silent)}"
    for unit in taken.unanswered:
        yield f"没有答全：{unit.unit_name}还差 {unit.documents - unit.opinions} 件"
    for row in taken.conflicts:
        if row.opinion and row.decision:
            views = (
                f"单位意见{name_of(row.opinion.choice)}，审核意见{name_of(row.decision.outcome)}"
            )
            yield f"意见不一致：《{row.title}》　{row.unit_name}　{views}"


def _never() -> bool:
    return False


def _say_nothing(_done: int, _whole: int) -> None:
    """Nobody watches."""
