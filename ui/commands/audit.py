"""The audit trail is verified, anchored and shown."""

import json
from typing import Annotated

import typer

from models.domain.audit_chain import ChainFault, parse_anchor
from models.queries.record_check import differing_records
from models.queries.trail import trail_line, trail_of, verify_trail
from resources.terms import name_in, name_of
from ui.commands.answers import Voice
from ui.commands.chinese import ChineseCommand, new_group
from ui.commands.refusals import RecordsDifferError, TrailFaultyError
from ui.commands.session import session_of
from ui.commands.words import shown
from ui.parts.record_fault_words import record_fault_words

APP = new_group()
GROUPS = {"audit": APP}


@APP.command("verify", cls=ChineseCommand, help="核验留痕和记录：有无改动、删除、调换")
def verify(
    context: typer.Context,
    anchor: Annotated[
        str, typer.Option("--anchor", metavar="锚点", help="以前打印在纸面上的锚点")
    ] = "",
) -> None:
    """Check the whole trail, and the records against it."""
    session = session_of(context)
    expected = parse_anchor(anchor) if anchor else None
    with session.register():
        verdict = verify_trail(expected)
        # A trail that was altered says nothing of the records.
        records = differing_records() if verdict.is_sound else ()
        is_sound = verdict.is_sound and not records
        session.voice.record({"is_sound": is_sound, **vars(verdict), "records": records})
        for fault in verdict.faults:
            session.voice.remark(_words(fault))
        if not verdict.is_sound:
            raise TrailFaultyError(count=len(verdict.faults))
        tell_sound(session.voice, verdict.count)
        for record in records:
            session.voice.remark(record_fault_words(record))
        if records:
            raise RecordsDifferError(count=len(records))
        session.voice.remark("记录核验：各项记录与留痕一致。")


@APP.command("anchor", cls=ChineseCommand, help="显示锚点，供打印保存")
def show_anchor(context: typer.Context) -> None:
    """Print the anchor of the trail as it stands."""
    session = session_of(context)
    with session.register():
        tell_anchor(session.voice)


@APP.command("trail", cls=ChineseCommand, help="列出一条记录的留痕")
def trail(
    context: typer.Context,
    kind: Annotated[
        str,
        typer.Argument(metavar="种类", help="document、filing、review、letter 等"),
    ],
    record_id: Annotated[int, typer.Argument(metavar="序号", help="记录的序号")],
) -> None:
    """List the lines of the trail about one record."""
    session = session_of(context)
    with session.register():
        for row in trail_of(kind, record_id):
            facts = json.dumps(row.facts, ensure_ascii=False)
            head = f"{row.sequence}  {shown(row.at)}  {row.person}  {name_of(row.act)}"
            session.voice.say(f"{head}\n    {facts}", row)


def tell_sound(voice: Voice, count: int) -> None:
    """Say that the trail is as it was written."""
    voice.remark(f"留痕核验：共 {count} 行，没有改动、删除和调换。")


def tell_anchor(voice: Voice) -> None:
    """Print the anchor of the trail."""
    verdict = verify_trail()
    voice.say(f"锚点：{verdict.anchor}", {"anchor": str(verdict.anchor), "count": verdict.count})


def _words(fault: ChainFault) -> str:
    line = trail_line(fault.sequence)
    place = f"第 {fault.sequence} 行{name_of(fault.kind)}"
    if line is None:
        return place
    return f"{place}：{line.at[:19]} {line.login} {name_in('ActName', line.act)}"
