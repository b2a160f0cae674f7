"""Everything about one record."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum
from typing import Annotated

import typer

from models.queries.document_page import document_page
from models.queries.document_rows import DocumentFacts
from models.queries.filing_page import filing_page
from models.queries.letters import letter_page
from models.queries.office import profile, today
from models.queries.review_page import FindingRow, review_page
from resources.terms import name_of
from ui.commands.answers import Voice
from ui.commands.chinese import TOP, ChineseCommand, new_group
from ui.commands.session import session_of
from ui.commands.values import read_term
from ui.commands.words import heading, shown

APP = new_group()
GROUPS = {TOP: APP}

# The text of a document is read in its file; data and hashes of a letter are for programs.
_UNSHOWN = frozenset(
    {
        *("text", "data", "data_hash", "papers", "sha256", "original_name"),
        *("wording_hash", "style", "batch_id"),
    }
)
_SHOWN_IDS = frozenset({"id", "document_id", "filing_id", "review_id", "open_review_id"})


class RecordKind(StrEnum):
    """A kind of record that can be shown."""

    DOCUMENT = "document"  # 文件
    FILING = "filing"  # 备案
    REVIEW = "review"  # 审查
    LETTER = "letter"  # 文书


_PAGES: dict[RecordKind, Callable[[int], object]] = {
    RecordKind.DOCUMENT: lambda record_id: document_page(record_id, profile(), today()),
    RecordKind.FILING: lambda record_id: filing_page(record_id, profile()),
    RecordKind.REVIEW: review_page,
    RecordKind.LETTER: letter_page,
}


@APP.command("show", cls=ChineseCommand)
def show(
    context: typer.Context,
    record_id: Annotated[int, typer.Argument(metavar="序号", help="list 每行开头的序号")],
    kind: Annotated[
        str, typer.Option("--kind", metavar="种类", help="文件、备案、审查或者文书；不写时是文件")
    ] = RecordKind.DOCUMENT.value,
) -> None:
    """Show everything about one record."""
    session = session_of(context)
    chosen = read_term(RecordKind, "record_kind", kind)
    with session.register():
        page = _PAGES[chosen](record_id)
        session.voice.record(page)
        if not session.voice.is_json:
            _show(session.voice, page)


@dataclass(frozen=True)
class _Part:
    name: str
    value: object


def _show(voice: Voice, page: object) -> None:
    for part in _parts(page):
        if isinstance(part.value, tuple):
            _show_lines(voice, part.name, part.value)
        else:
            voice.facts([(part.name, _flat(part.value))])


def _parts(page: object) -> Iterable[_Part]:
    for field in fields(page) if is_dataclass(page) else ():
        value = getattr(page, field.name)
        if isinstance(value, DocumentFacts):
            yield from _parts(value)
        elif field.name not in _UNSHOWN and not _is_inner_id(field.name):
            yield _Part(field.name, value)


def _show_lines(voice: Voice, name: str, rows: Sequence[object]) -> None:
    if rows:
        voice.remark(f"{heading(name)}：")
    for row in rows:
        lines = _finding(row) if isinstance(row, FindingRow) else (_flat(row),)
        for line in lines:
            voice.remark(f"  {line}")


def _finding(row: FindingRow) -> tuple[str, ...]:
    lines = (
        f"{row.position}. {row.clause}，{name_of(row.finding_class)}（发现序号 {row.id}）",
        f"   原文：{row.quote}",
        f"   问题：{row.problem}",
        f"   依据：《{row.basis_title}》{row.basis_article}{row.basis_text}",
        f"   建议：{row.suggestion}" if row.suggestion else "",
        f"   已撤回：{row.withdrawn_reason}" if row.withdrawn_reason else "",
    )
    return tuple(line for line in lines if line)


def _is_inner_id(name: str) -> bool:
    return name.endswith("_id") and name not in _SHOWN_IDS


def _flat(value: object) -> str:
    """Return a value on one line: the parts of a row that say something, side by side."""
    if is_dataclass(value) and shown.dispatch(type(value)) is shown.dispatch(object):
        parts = [part for part in _parts(value) if part.name not in {"id", "document_id"}]
        return "，".join(words for words in map(_titled, parts) if words)
    if isinstance(value, tuple):
        return "；".join(map(_flat, value))
    return shown(value)


def _titled(part: _Part) -> str:
    if isinstance(part.value, bool):
        return heading(part.name) if part.value else ""
    return _flat(part.value)
