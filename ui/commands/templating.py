"""The wording of letters: listed, shown, checked, changed for the office, and given back."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from models.domain.letter_wording import WordingState
from models.domain.roles import ActName
from models.queries.letter_wordings import WordingVersion, newest_wordings
from review.letters.letter_kinds import LETTER_KINDS
from review.letters.wording_in_force import (
    KeptWording,
    keep_wording,
    restore_original,
    wording_in_force,
    wordings_in_force,
)
from review.letters.wording_trial import try_all_samples
from ui.commands.chinese import ChineseCommand, new_group
from ui.commands.refusals import ValueUnfitError
from ui.commands.session import session_of
from ui.feedback.catalogue import words_of
from ui.parts.saving import save_copy
from ui.parts.template_file import read_template

APP = new_group()
GROUPS = {"templates": APP}

_COLUMNS = (
    ("kind", "标识"),
    ("name", "文书种类"),
    ("state", "用的文字"),
    ("version", "版本"),
    ("changed_by", "更改人"),
    ("reason", "理由"),
)


@dataclass(frozen=True)
class TemplateRow:
    """A kind of paper with the wording it goes by."""

    kind: str
    name: str
    state: WordingState
    is_outdated: bool
    version: str
    hash: str
    changed_by: str
    reason: str


Kind = Annotated[str, typer.Argument(metavar="文书种类", help="名称或者标识，见 templates list")]
File = Annotated[Path, typer.Argument(metavar="文件", help="模板的文本文件，UTF-8 编码")]
Reason = Annotated[str, typer.Option("--reason", metavar="理由", help="为什么更改")]


@APP.command("list", cls=ChineseCommand, help="列出各种文书用的是原文还是本单位文字")
def list_templates(context: typer.Context) -> None:
    """List the kinds with the wording in force."""
    session = session_of(context)
    with session.register():
        newest = newest_wordings()
        rows = [
            _row(kind_id, wording, newest.get(kind_id))
            for kind_id, wording in wordings_in_force().items()
        ]
    session.voice.table(_COLUMNS, rows, "没有文书。")


@APP.command("show", cls=ChineseCommand, help="显示一种文书现在用的文字，或者写到文件")
def show(
    context: typer.Context,
    kind: Kind,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="文件", help="写到这个文本文件")
    ] = None,
) -> None:
    """Show the wording in force of a kind, or write it to a file."""
    session = session_of(context)
    kind_id = read_kind(kind)
    with session.register():
        wording = wording_in_force(kind_id)
    record = {"kind": kind_id, "version": wording.version, "hash": wording.hash}
    if out is None:
        session.voice.say(wording.text, {**record, "text": wording.text})
    else:
        save_copy(out, wording.text.encode())
        session.voice.say(f"已写到 {out}。", {**record, "file": str(out)})


@APP.command("check", cls=ChineseCommand, help="检查模板文件，不更改")
def check(context: typer.Context, kind: Kind, file: File) -> None:
    """Check a file with all samples of a kind."""
    session = session_of(context)
    kind_id = read_kind(kind)
    trial = try_all_samples(kind_id, read_template(file))
    for fault in trial.faults[1:]:
        session.voice.remark(words_of(fault).text)
    for fault in trial.faults[:1]:
        raise fault
    session.voice.say(
        "模板没有问题，各种示例都能印出。",
        {
            "kind": kind_id,
            "remains": [{"field": one.field, "words": one.words} for one in trial.remains],
        },
    )
    for one in trial.remains:
        session.voice.remark(f"没有“{one.field}”时，文书上会剩下“{one.words}”。")


@APP.command("change", cls=ChineseCommand, help="把模板文件存为本单位文字")
def change(context: typer.Context, kind: Kind, file: File, reason: Reason) -> None:
    """Bring the text of a file into force for a kind."""
    session = session_of(context)
    kind_id = read_kind(kind)
    text = read_template(file)
    with session.register():
        version = keep_wording(session.order(ActName.CHANGE_WORDING), kind_id, text, reason)
    session.voice.say(
        f"{LETTER_KINDS[kind_id].name}已改用本单位文字，第 {version} 版。",
        {"kind": kind_id, "version": version},
    )


@APP.command("restore", cls=ChineseCommand, help="恢复一种文书的原文")
def restore(context: typer.Context, kind: Kind, reason: Reason) -> None:
    """Bring the original of a kind into force again."""
    session = session_of(context)
    kind_id = read_kind(kind)
    with session.register():
        version = restore_original(session.order(ActName.RESTORE_WORDING), kind_id, reason)
    session.voice.say(
        f"{LETTER_KINDS[kind_id].name}已恢复原文。", {"kind": kind_id, "version": version}
    )


def _row(kind_id: str, wording: KeptWording, last: WordingVersion | None) -> TemplateRow:
    return TemplateRow(
        kind=kind_id,
        name=LETTER_KINDS[kind_id].name,
        state=WordingState.OWN if wording.is_own else WordingState.ORIGINAL,
        is_outdated=wording.is_outdated,
        version=wording.version,
        hash=wording.hash,
        changed_by=last.changed_by if last else "",
        reason=last.reason if last else "",
    )


def read_kind(text: str) -> str:
    """Return the id of a kind of paper from its id or name.

    Raises:
        ValueUnfitError: there is no such paper.
    """
    for kind_id, kind in LETTER_KINDS.items():
        if text in (kind_id, kind.name):
            return kind_id
    names = "、".join(kind.name for kind in LETTER_KINDS.values())
    raise ValueUnfitError(field="letter_kind", value=text, expected=names)
