"""A file is added to a document that is in the register; nothing is saved unconfirmed."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from models.acts.attach_file import attach_file
from models.domain.records import FileRole
from models.domain.roles import ActName
from models.queries.document_page import document_page
from models.queries.duplicates import similar_documents
from models.queries.office import profile, today
from resources.terms import name_of
from review.extraction.file_of_document import look_at_file
from ui.commands.chinese import TOP, ChineseCommand, new_group
from ui.commands.options import with_options
from ui.commands.preview import remark_unsaved
from ui.commands.session import Session
from ui.commands.values import read_term
from ui.document_formats import DOCUMENT_FILE
from ui.parts.supplement_words import supplement_lines

APP = new_group()
GROUPS = {TOP: APP}


@dataclass(frozen=True)
class AttachOptions:
    """Which file is added to which document, and as what."""

    document_id: Annotated[int, typer.Argument(metavar="序号", help="文件的序号")]
    file: Annotated[Path, typer.Argument(metavar="文件", help=DOCUMENT_FILE)]
    role: Annotated[
        str,
        typer.Option("--role", metavar="作为", help="正式文本、附件、送审稿或者修改后文本"),
    ] = FileRole.OFFICIAL_TEXT.value
    is_confirmed: Annotated[bool, typer.Option("--confirm", help="确认无误，予以保存")] = False


@APP.command("attach", cls=ChineseCommand)
@with_options(AttachOptions)
def attach(session: Session, options: AttachOptions) -> None:
    """Add a file to a registered document, or show what would be added."""
    role = read_term(FileRole, "role", options.role)
    with session.register() as register:
        facts = document_page(options.document_id, profile(), today()).facts
        file = look_at_file(options.file)
        holders = similar_documents("", "", (file.sha256,))
        for line in supplement_lines(file, holders, facts):
            session.voice.remark(line)
        answer = {
            "document_id": options.document_id,
            "sha256": file.sha256,
            "role": role,
            "names_another": file.names_another(facts.title, facts.document_number),
            "holders": [row.id for row in holders],
            "is_saved": options.is_confirmed,
        }
        if not options.is_confirmed:
            session.voice.record(answer)
            remark_unsaved(session)
            return
        register.files.put_read_file(options.file, file.sha256)
        attach_file(session.order(ActName.ATTACH_FILE), options.document_id, file.as_entry(role))
        session.voice.say(
            f"已给第 {options.document_id} 号文件补充{name_of(role)}：{options.file.name}。", answer
        )
