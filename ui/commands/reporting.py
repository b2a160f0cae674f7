"""The papers of a year: the list of what was made, the figures, the draft of a bulletin."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from models.queries.office import today
from review.figures.yearly_files import yearly_files, yearly_papers
from ui.commands.chinese import ChineseCommand, new_group
from ui.commands.options import with_options
from ui.commands.refusals import FolderNotWritableError
from ui.commands.session import Session

APP = new_group()
GROUPS = {"report": APP}


@dataclass(frozen=True)
class YearlyOptions:
    """Which year, and where the files go."""

    folder: Annotated[Path, typer.Option("--out", metavar="文件夹", help="文件写到这里")]
    year: Annotated[int, typer.Option("--year", metavar="年份", help="不写时为上一年")] = 0


@APP.command("yearly", cls=ChineseCommand, help="年度制发目录、年度统计表、通报（代拟稿）")
@with_options(YearlyOptions)
def yearly(session: Session, options: YearlyOptions) -> None:
    """Write the papers of a year as Word, PDF and Excel."""
    with session.register():
        day = today()
        papers = yearly_papers(options.year or day.year - 1, day)
        written = []
        for name, content in yearly_files(papers):
            target = options.folder / name
            try:
                options.folder.mkdir(parents=True, exist_ok=True)
                target.write_bytes(content)
            except OSError as refusal:
                raise FolderNotWritableError(folder=str(options.folder)) from refusal
            written.append(str(target))
        session.voice.say(
            f"已写出{papers.year}年的材料，共{len(written)}个文件。",
            {"year": papers.year, "files": written},
        )
        for file in written:
            session.voice.remark(file)
