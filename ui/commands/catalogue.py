"""The catalogue of the documents in force on a day: listed, or written as a file or as pages."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

import typer

from models.domain.terms import ValidityStatus
from models.queries.day_catalogue import CatalogueFilter
from models.queries.office import today
from resources.terms import name_of
from review.catalogue.day_catalogue import DayCatalogue, read_catalogue
from review.catalogue.files import CATALOGUE_FILES, write_catalogue
from ui.commands.chinese import TOP, ChineseCommand, new_group
from ui.commands.options import with_options
from ui.commands.session import Session
from ui.commands.values import read_date, read_term

APP = new_group()
GROUPS = {TOP: APP}

_COLUMNS = (
    ("id", "序号"),
    ("title", "文件名称"),
    ("document_number", "发文字号"),
    ("issuing_body_name", "制定机关"),
    ("published_date", "公布日期"),
    ("last_day", "最后有效日"),
    ("status", "时效"),
)


@dataclass(frozen=True)
class CatalogueOptions:
    """Which day, which documents, and where the catalogue goes."""

    day: Annotated[str, typer.Option("--on", metavar="日期", help="哪一天；不写时是今天")] = ""
    target: Annotated[
        Path | None,
        typer.Option(
            "--out",
            metavar="文件或文件夹",
            help="按扩展名写成 xlsx、docx、pdf；没有扩展名的写成一个文件夹的网页",
        ),
    ] = None
    statuses: Annotated[
        list[str],
        typer.Option("--status", metavar="时效", help="只列这些时效的；不写时列出现行有效的"),
    ] = field(default_factory=list)
    bodies: Annotated[
        list[str], typer.Option("--body", metavar="制定机关", help="只列这些制定机关的")
    ] = field(default_factory=list)


@APP.command("catalogue", cls=ChineseCommand)
@with_options(CatalogueOptions)
def catalogue(session: Session, options: CatalogueOptions) -> None:
    """List the documents in force on a day, or write the catalogue."""
    asked = read_date("day", options.day) if options.day else None
    with session.register():
        day = today()
        narrowing = CatalogueFilter(
            asked or day,
            statuses=_statuses(options),
            issuing_body_names=frozenset(options.bodies),
        )
        found = read_catalogue(narrowing, day)
        if options.target is None:
            _tell(session, found)
            return
        written = write_catalogue(found, options.target)
        session.voice.say(
            f"已写出{found.day.isoformat()}的目录：{written}。",
            {
                "day": found.day.isoformat(),
                "file": str(written),
                "counts": {one.value: count for one, count in found.counts().items()},
            },
        )


def _statuses(options: CatalogueOptions) -> frozenset[ValidityStatus]:
    """Return what is listed; the pages for a website list everything unless told otherwise."""
    if options.statuses:
        return frozenset(
            read_term(ValidityStatus, "validity_status", one) for one in options.statuses
        )
    is_whole = options.target is not None and options.target.suffix.lower() not in CATALOGUE_FILES
    if is_whole or (options.target is not None and options.target.suffix.lower() == ".xlsx"):
        return frozenset()
    return frozenset(one for one in ValidityStatus if one.is_in_force)


def _tell(session: Session, found: DayCatalogue) -> None:
    session.voice.table(_COLUMNS, found.entries, "这一天没有这样的文件。")
    counts = "，".join(f"{name_of(one)}{count}件" for one, count in found.counts().items())
    session.voice.remark(f"{found.day.isoformat()}：共{len(found.entries)}件。{counts}。")
