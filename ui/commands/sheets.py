"""Papers that take no number are written out: registers, catalogues, sheets, covers."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

import typer

from models.queries.office import today
from review.letters.compose import compose
from review.letters.drafting.sheets import SHEETS, SheetAsked, SheetSubject, draft_sheet
from review.letters.kinds.base import Letter
from review.letters.letter_data import data_of, letter_from_data
from review.letters.letter_kinds import LETTER_KINDS
from review.letters.office_style import style_in_force
from review.letters.press import WRITERS
from review.letters.wording_in_force import wording_in_force
from ui.commands.chinese import TOP, ChineseCommand, new_group
from ui.commands.options import with_options
from ui.commands.refusals import FolderNotWritableError, ValueUnfitError
from ui.commands.session import Session
from ui.commands.values import read_date
from ui.commands.written_fields import fields_given

APP = new_group()
GROUPS = {TOP: APP}

FORMATS = tuple(WRITERS)
_NAMES = {LETTER_KINDS[kind].name: kind for kind in SHEETS}


@dataclass(frozen=True)
class SheetOptions:
    """Which paper, about what, and where it goes."""

    kind: Annotated[
        str,
        typer.Argument(
            metavar="材料种类",
            help="登记簿、规范性文件目录、备案目录、年度制发目录、年度统计表、备案登记表、备案说明、卷宗封面等",
        ),
    ]
    folder: Annotated[Path, typer.Option("--out", metavar="文件夹", help="材料写到这里")]
    record_id: Annotated[
        int, typer.Argument(metavar="序号", help="文件、备案或者文书的序号；登记簿和目录不写")
    ] = 0
    first_day: Annotated[
        str,
        typer.Option("--from", metavar="日期", help="目录的起始日期，不写时为本年1月1日"),
    ] = ""
    last_day: Annotated[
        str,
        typer.Option("--to", metavar="日期", help="截止日期，不写时为今天；登记簿取其所在年度"),
    ] = ""
    written: Annotated[
        list[str],
        typer.Option("--set", metavar="栏=内容", help="填写登记簿里没有的栏，例如 保管期限=永久"),
    ] = field(default_factory=list)
    formats: Annotated[
        str, typer.Option("--format", metavar="格式", help="docx、pdf，用逗号隔开；不写时两种都有")
    ] = ",".join(FORMATS)


@APP.command("papers", cls=ChineseCommand)
@with_options(SheetOptions)
def papers(session: Session, options: SheetOptions) -> None:
    """Write a paper that takes no number."""
    kind_id = _read_kind(options.kind)
    formats = _read_formats(options.formats)
    asked = _asked(kind_id, options)
    with session.register():
        letter = _completed(kind_id, draft_sheet(asked, today()), options.written)
        written = _write(letter, kind_id, asked, options.folder, formats)
        session.voice.say(
            f"已写出{LETTER_KINDS[kind_id].name}。",
            {"kind": kind_id, "papers": [str(paper) for paper in written]},
        )
        for paper in written:
            session.voice.remark(str(paper))


def _read_kind(text: str) -> str:
    if text in SHEETS:
        return text
    if text not in _NAMES:
        raise ValueUnfitError(field="letter_kind", value=text, expected="、".join(_NAMES))
    return _NAMES[text]


def _read_formats(text: str) -> tuple[str, ...]:
    formats = tuple(part.strip().lower() for part in text.replace("，", ",").split(","))
    if not set(formats) <= set(FORMATS):
        raise ValueUnfitError(field="format", value=text, expected="、".join(FORMATS))
    return formats


def _asked(kind_id: str, options: SheetOptions) -> SheetAsked:
    if SHEETS[kind_id] is not SheetSubject.PERIOD:
        return SheetAsked(kind_id, options.record_id)
    first = read_date("begin_date", options.first_day) if options.first_day else None
    last = read_date("end_date", options.last_day) if options.last_day else None
    return SheetAsked(kind_id, first_date=first, last_date=last)


def _completed(kind_id: str, letter: Letter, written: list[str]) -> Letter:
    given = fields_given(kind_id, written)
    return letter_from_data(kind_id, {**data_of(letter), **given}) if given else letter


def _write(
    letter: Letter, kind_id: str, asked: SheetAsked, folder: Path, formats: tuple[str, ...]
) -> tuple[Path, ...]:
    model = compose(letter, wording=wording_in_force(kind_id).text)
    style = style_in_force()
    stem = LETTER_KINDS[kind_id].name + (f"-{asked.record_id}" if asked.record_id else "")
    written = []
    for paper_format in formats:
        target = folder / f"{stem}-{letter.letter_date.isoformat()}.{paper_format}"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            target.write_bytes(WRITERS[paper_format](model, style))
        except OSError as refusal:
            raise FolderNotWritableError(folder=str(folder)) from refusal
        written.append(target)
    return tuple(written)
