"""What was entered wrongly is corrected, with the reason; old and new values stay."""

from typing import Annotated

import typer

from models.acts.correct_record import CorrectableField, Correction, correct_record
from models.domain.roles import ActName
from models.queries.document_page import document_page
from models.queries.office import profile, today
from ui.commands.chinese import TOP, ChineseCommand, new_group
from ui.commands.entry import field_value
from ui.commands.session import session_of
from ui.commands.values import read_assignments

APP = new_group()
GROUPS = {TOP: APP}


@APP.command("correct", cls=ChineseCommand)
def correct(
    context: typer.Context,
    document_id: Annotated[int, typer.Argument(metavar="序号", help="文件的序号")],
    assignments: Annotated[
        list[str], typer.Option("--set", metavar="项目=值", help="正确的值，可以写多次")
    ],
    reason: Annotated[str, typer.Option("--reason", metavar="理由", help="更正的理由")],
) -> None:
    """Correct fields of a document."""
    session = session_of(context)
    values = read_assignments(assignments, [field.value for field in CorrectableField])
    corrections = tuple(
        Correction(CorrectableField(name), field_value(name, text)) for name, text in values.items()
    )
    with session.register():
        facts = document_page(document_id, profile(), today()).facts
        order = session.order(ActName.CORRECT_RECORD)
        revision = correct_record(order, document_id, facts.revision, corrections, reason)
        session.voice.say(
            f"已更正第 {document_id} 号文件 {len(corrections)} 项，原值和新值都已留痕。",
            {
                "document_id": document_id,
                "revision": revision,
                "corrections": values,
                "reason": reason,
            },
        )
