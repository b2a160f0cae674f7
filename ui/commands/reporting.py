"""The papers of a year: the list of what was made, the figures, the draft of a bulletin."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from models.queries.office import today
from review.figures.yearly_files import yearly_papers
from ui.commands.chinese import ChineseCommand, new_group
from ui.commands.options import with_options
from ui.commands.session import Session
from ui.parts.yearly_saving import save_yearly_files

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
        written = save_yearly_files(papers, options.folder, _quietly)
        files = [str(file) for file in written]
        session.voice.say(
            f"已写出{papers.year}年的材料，共{len(files)}个文件。",
            {"year": papers.year, "files": files},
        )
        for file in files:
            session.voice.remark(file)


def _quietly(_done: int, _total: int) -> None:
    """The files of a year are written in a second: no progress is told."""
