"""The log of what left the office: deliveries are recorded, a year is listed, printed, exported."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from models.acts.letter_delivery import record_delivery
from models.domain.deliveries import DeliveryEntry, DeliveryWay
from models.domain.roles import ActName
from models.queries.letters import letter_page
from models.queries.office import today
from models.queries.outgoing_log import outgoing_log
from review.letters.compose import compose
from review.letters.drafting.outgoing import draft_outgoing_log
from review.letters.office_style import style_in_force
from review.letters.outgoing_workbook import log_workbook
from review.letters.press import WRITERS
from review.letters.wording_in_force import wording_in_force
from ui.commands.options import with_options
from ui.commands.refusals import ValueUnfitError
from ui.commands.session import Session, session_of
from ui.commands.values import read_date, read_term
from ui.parts.saving import save_copy

_COLUMNS = (
    "id",
    "letter_number",
    "letter_date",
    "kind",
    "title",
    "addressee",
    "copies",
    "issued_by",
    "state",
    "withdrawn_reason",
)
_WORKBOOK = ".xlsx"


@dataclass(frozen=True)
class DeliveryOptions:
    """Which letter reached whom, when and how."""

    letter_id: Annotated[
        int, typer.Argument(metavar="文书序号", help="list letters 每行开头的序号")
    ]
    day: Annotated[str, typer.Option("--date", metavar="日期", help="送达日期，如 2026-03-18")]
    way: Annotated[
        str,
        typer.Option(
            "--by", metavar="方式", help="直接送达、邮寄送达、公文交换、电子送达或者留置送达"
        ),
    ]
    recipient: Annotated[
        str, typer.Option("--to", metavar="机关", help="送给谁；不写时是主送机关")
    ] = ""
    received_by: Annotated[str, typer.Option("--signed", metavar="签收人", help="谁签收的")] = ""
    remark: Annotated[str, typer.Option("--remark", metavar="备注", help="备注")] = ""


@with_options(DeliveryOptions)
def deliver(session: Session, options: DeliveryOptions) -> None:
    """Record how a letter reached one of those it went to."""
    day = read_date("delivered_date", options.day)
    way = read_term(DeliveryWay, "delivery_way", options.way)
    with session.register():
        recipient = options.recipient or letter_page(options.letter_id).addressee
        entry = DeliveryEntry(recipient, day, way, options.received_by, options.remark)
        record_delivery(session.order(ActName.RECORD_DELIVERY), options.letter_id, entry)
        session.voice.say(
            f"已记录送达：{recipient}，{day.isoformat()}。",
            {"letter_id": options.letter_id, "recipient": recipient, "delivered_date": day},
        )


def log(
    context: typer.Context,
    year: Annotated[int, typer.Option("--year", metavar="年份", help="不写时是今年")] = 0,
    target: Annotated[
        str,
        typer.Option("--out", metavar="文件", help="写成 .pdf、.docx 或者 .xlsx；不写时只列出"),
    ] = "",
) -> None:
    """List the letters of a year, or write the log into a file."""
    session = session_of(context)
    with session.register():
        chosen = year or today().year
        rows = outgoing_log(chosen)
        if target:
            path = save_copy(Path(target), _file_of(chosen, Path(target).suffix.lower()))
            session.voice.say(
                f"已写出{chosen}年发文登记簿，共 {len(rows)} 件：{path}。",
                {"year": chosen, "count": len(rows), "file": str(path)},
            )
        else:
            session.voice.table(_COLUMNS, rows, "这一年没有发出文书。")


def _file_of(year: int, suffix: str) -> bytes:
    if suffix == _WORKBOOK:
        return log_workbook(outgoing_log(year), f"{year}年")
    write = WRITERS.get(suffix.lstrip("."))
    if write is None:
        raise ValueUnfitError(field="file", value=suffix, expected=".pdf、.docx、.xlsx")
    wording = wording_in_force("outgoing_log").text
    model = compose(draft_outgoing_log(year, today()), wording=wording)
    return write(model, style_in_force())
