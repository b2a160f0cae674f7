"""A ledger of others is tried, and taken in when confirmed; imports are listed and taken back."""

import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Annotated

import typer

from models.acts.import_ledger import import_ledger as take_in
from models.acts.import_ledger import reverse_import
from models.domain.clock import legal_day, present_instant
from models.domain.records import FileEntry
from models.domain.roles import ActName
from models.profiles import load_profile
from models.queries.imports import import_runs, last_choices
from models.queries.office import office
from models.register import Register
from review.ledgers.columns import LedgerField, name_key
from review.ledgers.issuers import BodyChoice, new_body
from review.ledgers.judging import JudgedRow, judge
from review.ledgers.ordering import counts_of, import_of, register_facts
from review.ledgers.problem_book import problem_book
from review.ledgers.problems import advised, field_name, note_words, said, verdict_name
from review.ledgers.reader import read_ledger_file
from review.ledgers.row_entry import RegisterFacts
from review.ledgers.sheet import LedgerFile, Sheet, first_sheet
from review.ledgers.table import LedgerTable, recognise
from review.ledgers.understanding import Understanding, first_understanding, issuer_names
from ui.commands.options import with_options
from ui.commands.refusals import ValueUnfitError
from ui.commands.session import Session, session_of
from ui.commands.values import read_body, read_date, read_pairs

_SHOWN_PROBLEMS = 20
_LEAVE = "不导入"
_EFFECT_FIELDS = (LedgerField.ADOPTED_DATE, LedgerField.PUBLISHED_DATE)


@dataclass(frozen=True)
class LedgerOptions:
    """What the import of a ledger may be told."""

    path: Annotated[
        Path, typer.Argument(metavar="台账", help="xlsx、xls、et、ods、csv 或者网页表格")
    ]
    sheet: Annotated[str, typer.Option("--sheet", metavar="工作表", help="读哪一张表")] = ""
    columns: Annotated[
        list[str],
        typer.Option("--map", metavar="栏名=登记项目", help="指定一栏是什么，可以写多次"),
    ] = field(default_factory=list)
    bodies: Annotated[
        list[str],
        typer.Option("--body", metavar="台账中的名称=机关", help="指明机关，可以写多次"),
    ] = field(default_factory=list)
    issuer: Annotated[
        str, typer.Option("--issuer", metavar="机关", help="没有写制定机关的，都是这个机关")
    ] = ""
    is_creating: Annotated[
        bool, typer.Option("--create-bodies", help="清单中没有的机关，按台账中的名称新增")
    ] = False
    ended_date: Annotated[
        str,
        typer.Option("--ended-date", metavar="日期", help="写明废止、失效但没有日期的，按这一天"),
    ] = ""
    effective: Annotated[
        str,
        typer.Option("--effective", metavar="项目", help="没有施行日期的，按成文日期或者公布日期"),
    ] = ""
    takes_doubles: Annotated[
        bool, typer.Option("--with-duplicates", help="重复的已经核对，也导入")
    ] = False
    errors: Annotated[
        Path | None, typer.Option("--errors", metavar="文件", help="把问题清单存为 xlsx")
    ] = None
    is_trial: Annotated[
        bool, typer.Option("--dry-run", help="只试算，不导入（不写时也是试算）")
    ] = False
    is_confirmed: Annotated[bool, typer.Option("--confirm", help="导入全部可以导入的行")] = False


@with_options(LedgerOptions)
def import_ledger(session: Session, options: LedgerOptions) -> None:
    """Try a ledger, and take it in when it is confirmed."""
    with session.register() as register:
        file = read_ledger_file(options.path)
        table = recognise(_sheet(file, options.sheet))
        facts = register_facts(legal_day(present_instant()), load_profile(office().profile))
        understanding = _understanding(table, facts, options)
        judged = judge(table, understanding, facts, _teller(session, "试算"))
        _tell(session, table, understanding, judged)
        if options.errors is not None:
            options.errors.write_bytes(problem_book(table, understanding, judged))
            session.voice.remark(f"问题清单已存为 {options.errors}，改正后可以再次导入。")
        if options.is_confirmed and not options.is_trial:
            order = session.order(ActName.IMPORT_LEDGER)
            source = _stored(register, options.path)
            ledger = import_of(source, table, understanding, judged, facts.body_names)
            run_id = take_in(order, ledger, _teller(session, "导入"))
            count = len(ledger.documents)
            session.voice.say(
                f"已导入 {count} 份文件（导入编号 {run_id}）。撤销：import reverse {run_id}",
                {"import_id": run_id, "documents": count},
            )


def list_imports(context: typer.Context) -> None:
    """List the imports."""
    session = session_of(context)
    with session.register():
        session.voice.table(
            (
                "id",
                ("source_name", "台账"),
                ("sheet", "工作表"),
                ("document_count", "文件份数"),
                ("performed_at", "导入时间"),
                ("performed_by", "导入人"),
                "state",
                ("reversal_reason", "撤销理由"),
            ),
            import_runs(),
            "还没有导入过台账。",
        )


def reverse(
    context: typer.Context,
    run_id: Annotated[int, typer.Argument(metavar="导入编号", help="import list 列出的编号")],
    reason: Annotated[str, typer.Option("--reason", metavar="理由", help="为什么撤销")],
) -> None:
    """Take an import back."""
    session = session_of(context)
    with session.register():
        reverse_import(session.order(ActName.REVERSE_IMPORT), run_id, reason)
        session.voice.say(
            f"已撤销第 {run_id} 次导入，它带来的文件已从登记簿中移出，留痕中仍可查到。",
            {"import_id": run_id, "state": "reversed"},
        )


def _sheet(file: LedgerFile, name: str) -> Sheet:
    """Return the sheet that is named, else the first that is shown and has something in it."""
    for sheet in file.sheets:
        if name == sheet.name:
            return sheet
    if name:
        names = "、".join(sheet.name for sheet in file.sheets)
        raise ValueUnfitError(field="sheet", value=name, expected=names)
    return first_sheet(file)


def _understanding(
    table: LedgerTable, facts: RegisterFacts, options: LedgerOptions
) -> Understanding:
    first = first_understanding(table, last_choices(table.header_key), facts.bodies)
    columns = {**first.columns, **_columns(table, options.columns)}
    kept = {place: one for place, one in columns.items() if one is not None}
    choices = dict(first.bodies)
    for name in issuer_names(table, kept):
        if options.is_creating and name not in choices:
            choices[name] = _body_choice(name, facts)
    for name, body in read_pairs(options.bodies):
        choices[name] = BodyChoice() if body == _LEAVE else BodyChoice(read_body(body).id)
    return replace(
        first,
        columns=kept,
        bodies=choices,
        issuer_id=read_body(options.issuer).id if options.issuer else None,
        ended_date=read_date("ended_date", options.ended_date) if options.ended_date else None,
        effective_field=_field(options.effective, _EFFECT_FIELDS) if options.effective else None,
        takes_doubles=options.takes_doubles,
    )


def _body_choice(name: str, facts: RegisterFacts) -> BodyChoice:
    body_id = facts.bodies.body_called(name)
    return BodyChoice(body_id) if body_id else BodyChoice(new_body=new_body(name))


def _columns(table: LedgerTable, texts: list[str]) -> dict[int, LedgerField | None]:
    """Read 栏名=登记项目; a column goes by its name or its number, counted from 1."""
    places = {name_key(column.name): column.place for column in table.columns}
    found: dict[int, LedgerField | None] = {}
    for name, wanted in read_pairs(texts):
        place = int(name) - 1 if name.isdecimal() else places.get(name_key(name))
        if place is None or place not in {column.place for column in table.columns}:
            names = "、".join(column.name for column in table.columns if column.name)
            raise ValueUnfitError(field="column", value=name, expected=names)
        found[place] = None if wanted == _LEAVE else _field(wanted, tuple(LedgerField))
    return found


def _field(name: str, allowed: tuple[LedgerField, ...]) -> LedgerField:
    for one in allowed:
        if name in {one.value, field_name(one)}:
            return one
    expected = "、".join([*map(field_name, allowed), _LEAVE])
    raise ValueUnfitError(field="ledger_field", value=name, expected=expected)


def _tell(
    session: Session,
    table: LedgerTable,
    understanding: Understanding,
    judged: tuple[JudgedRow, ...],
) -> None:
    counts = counts_of(judged)
    voice = session.voice
    voice.record(
        {
            "sheet": table.sheet.name,
            "header_row": table.header_row,
            "columns": {
                column.name or str(column.place + 1): understanding.columns.get(column.place)
                for column in table.columns
            },
            "rows": len(table.rows),
            "counts": {verdict.value: count for verdict, count in counts.items()},
        }
    )
    for note in table.sheet.notes:
        voice.remark(note_words(note.kind.value, note.fact))
    voice.remark(
        f"工作表“{table.sheet.name}”，表头在第 {table.header_row} 行，{len(table.rows)} 行。"
    )
    for column in table.columns:
        wanted = understanding.columns.get(column.place)
        name = " ".join(column.name.split()) or f"第 {column.place + 1} 栏"
        voice.remark(f"  {name} → {field_name(wanted) if wanted else '记在导入附注里'}")
    voice.remark(
        "，".join(f"{verdict_name(verdict)} {count} 行" for verdict, count in counts.items()) + "。"
    )
    _tell_problems(session, judged)


def _tell_problems(session: Session, judged: tuple[JudgedRow, ...]) -> None:
    faulty = [one for one in judged if one.problems]
    for one in faulty if session.voice.is_json else faulty[:_SHOWN_PROBLEMS]:
        words = "；".join(map(said, one.problems))
        session.voice.say(
            f"  第 {one.row.number} 行（{verdict_name(one.verdict)}）：{words}",
            {
                "row": one.row.number,
                "verdict": one.verdict,
                "problems": [
                    {
                        "kind": problem.kind,
                        "field": problem.field,
                        "text": said(problem),
                        "remedy": advised(problem),
                    }
                    for problem in one.problems
                ],
            },
        )
    if len(faulty) > _SHOWN_PROBLEMS:
        kinds = Counter(problem.kind for one in faulty for problem in one.problems)
        total = sum(kinds.values())
        session.voice.remark(
            f"  …… 共 {len(faulty)} 行有 {total} 处问题，可以用 --errors 存为清单。"
        )


def _stored(register: Register, path: Path) -> FileEntry:
    stored = register.files.put_file(path)
    return FileEntry(stored.sha256, stored.size, stored.original_name)


def _teller(session: Session, what: str) -> Callable[[int, int], None] | None:
    """Say how far it is on one line, to a person who watches."""
    if session.voice.is_json or not sys.stderr.isatty():
        return None

    def tell(done: int, total: int) -> None:
        sys.stderr.write(f"\r{what} {done}/{total} 行 ")

    return tell
