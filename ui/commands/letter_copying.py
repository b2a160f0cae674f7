"""Copies of answers to citizens are written without personal data (隐去个人信息的副本)."""

from pathlib import Path
from typing import Annotated

import typer

from models.queries.letters import letter_page
from review.letters.masking import masked_paper
from ui.commands.letter_issuing import FORMATS, read_formats
from ui.commands.refusals import FolderNotWritableError
from ui.commands.session import session_of


def copy(
    context: typer.Context,
    letter_id: Annotated[
        int, typer.Argument(metavar="文书序号", help="list letters 每行开头的序号")
    ],
    folder: Annotated[Path, typer.Option("--out", metavar="文件夹", help="副本写到这里")],
    formats: Annotated[
        str, typer.Option("--format", metavar="格式", help="docx、pdf，用逗号隔开；不写时两种都有")
    ] = ",".join(FORMATS),
) -> None:
    """Write copies of an issued answer to a citizen that name nobody."""
    session = session_of(context)
    wanted = read_formats(formats)
    with session.register():
        page = letter_page(letter_id)
        papers = {one: masked_paper(page.kind.value, page.data, one) for one in wanted}
    written = [folder / f"{page.letter_number}-副本.{one}" for one in papers]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for target, content in zip(written, papers.values(), strict=True):
            target.write_bytes(content)
    except OSError as refusal:
        raise FolderNotWritableError(folder=str(folder)) from refusal
    session.voice.say(
        f"已写出{page.letter_number}隐去个人信息的副本。",
        {"letter_id": letter_id, "papers": [str(target) for target in written]},
    )
