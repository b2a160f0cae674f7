"""Was a document in force on a day, and why."""

from typing import Annotated

import typer

from models.queries.document_page import document_life
from models.queries.lives import DocumentLife
from models.queries.office import today
from resources.terms import name_of
from ui.commands.chinese import TOP, ChineseCommand, new_group
from ui.commands.session import session_of
from ui.commands.values import read_date
from ui.parts.days import day_words, judgement_words

APP = new_group()
GROUPS = {TOP: APP}


@APP.command("validity", cls=ChineseCommand)
def validity(
    context: typer.Context,
    document_id: Annotated[int, typer.Argument(metavar="序号", help="文件的序号")],
    day: Annotated[str, typer.Option("--on", metavar="日期", help="哪一天；不写时是今天")] = "",
) -> None:
    """Tell whether a document is in force on a day, and how that was found."""
    session = session_of(context)
    asked = read_date("day", day) if day else None
    with session.register():
        on = asked or today()
        life = document_life(document_id, on)
        session.voice.record(life)
        session.voice.facts(
            [
                ("日期", on.isoformat()),
                ("时效", name_of(life.judgement.status)),
                ("理由", judgement_words(life.judgement)),
                ("停止执行", _suspended(life)),
                ("最后有效日", day_words(life.last_day)),
                ("另一种计算", day_words(life.other_last_day) if life.other_last_day else ""),
                ("下次变化", day_words(life.next_change) if life.next_change else ""),
            ]
        )
        for sentence in life.derivation:
            session.voice.remark(sentence)


def _suspended(life: DocumentLife) -> str:
    if not life.is_suspended:
        return ""
    return "、".join(life.suspended_clauses) or "整件"
