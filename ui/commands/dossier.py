"""The dossier of a filing is written out for the archive: a folder in four parts and one PDF."""

from pathlib import Path
from typing import Annotated

import typer

from models.queries.filing_page import filing_page
from models.queries.office import profile, today
from review.letters.dossier import write_dossier
from ui.commands.chinese import ChineseCommand, new_group
from ui.commands.filing import FilingArgument
from ui.commands.refusals import FolderNotWritableError
from ui.commands.session import session_of

APP = new_group()
GROUPS = {"filing": APP}


@APP.callback()
def _group() -> None:
    """Keep the command a command of its group, though it is the only one."""


@APP.command("dossier", cls=ChineseCommand, help="写出备案件的卷宗：分四部分的文件夹和一个PDF")
def dossier(
    context: typer.Context,
    filing_id: FilingArgument,
    folder: Annotated[Path, typer.Option("--out", metavar="文件夹", help="卷宗写到这里")],
) -> None:
    """Write the dossier of a filing."""
    session = session_of(context)
    with session.register() as book:
        document_id = filing_page(filing_id, profile()).document_id
        try:
            written = write_dossier(book, document_id, today(), folder)
        except OSError as refusal:
            raise FolderNotWritableError(folder=str(folder)) from refusal
        session.voice.say(
            f"已写出卷宗：卷内 {written.item_count} 件，文件 {written.file_count} 个，"
            f"本机关文书 {written.page_count} 页。",
            {
                "folder": str(written.folder),
                "pdf": str(written.pdf),
                "item_count": written.item_count,
                "file_count": written.file_count,
                "page_count": written.page_count,
            },
        )
        session.voice.remark(str(written.pdf))
