"""A folder of files is read as a batch, its work list shown, what is ready registered."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import Annotated

import typer

from models.acts.lookup import require
from models.domain.roles import ActName
from models.register import Register
from review.folder_import.batch import Batch, Handling, batches, begin_batch, open_batch
from review.folder_import.decisions import Decision, DecisionKind, decide, decisions_of
from review.folder_import.errors import ItemUnknownError
from review.folder_import.registering import Registered, register_items
from review.folder_import.running import RunState, Switch, run_batch
from review.folder_import.sorting import surroundings, work_items
from review.folder_import.work_list import ItemState, WorkItem, counts_of, gather, unknown_bodies
from ui.commands.importing_words import item_lines, item_record, state_words
from ui.commands.options import with_options
from ui.commands.session import Session
from ui.commands.values import read_body
from ui.feedback.catalogue import words_of

_UNFINISHED = 1


@dataclass(frozen=True)
class FolderOptions:
    """What the import of a folder may be told."""

    places: Annotated[
        list[Path] | None,
        typer.Argument(metavar="文件夹或者文件", help="要导入的文件夹，也可以是若干文件"),
    ] = None
    resume: Annotated[str, typer.Option("--resume", metavar="批号", help="接着办理这一批")] = ""
    is_historic: Annotated[bool, typer.Option("--historic", help="全部作为历史文件补录")] = False
    is_new: Annotated[bool, typer.Option("--new", help="全部作为新文件登记")] = False
    is_listed: Annotated[bool, typer.Option("--list", help="列出工作清单；不写批号时列出各批")] = (
        False
    )
    bodies: Annotated[
        list[str],
        typer.Option("--body", metavar="文中名称=名册中的机关", help="指明机关，可以写多次"),
    ] = field(default_factory=list)
    looked: Annotated[
        list[int], typer.Option("--looked", metavar="项", help="这一项已经核对，可以写多次")
    ] = field(default_factory=list)
    set_aside: Annotated[
        list[int], typer.Option("--set-aside", metavar="项", help="这一项不登记，可以写多次")
    ] = field(default_factory=list)
    reason: Annotated[str, typer.Option("--reason", metavar="理由", help="不登记的理由")] = ""
    is_supplemented: Annotated[
        bool, typer.Option("--confirm-supplements", help="把文件补充到登记簿中还没有文件的记录")
    ] = False
    is_confirmed: Annotated[
        bool, typer.Option("--confirm-ready", help="登记全部可以登记的项目")
    ] = False


@with_options(FolderOptions)
def import_folder(session: Session, options: FolderOptions) -> None:
    """Take in a folder."""
    with session.register() as register:
        if not options.places and not options.resume:
            _list_batches(session, register)
            return
        batch = _batch(session, register, options)
        is_finished = _read(session, register, batch)
        _decide(session, batch, options)
        items = _items(batch)
        confirmed = _confirmed(options)
        if confirmed:
            _register(session, batch, [item for item in items if item.state in confirmed])
            items = _items(batch)
        _show(session, batch, items, is_listed=options.is_listed, is_finished=is_finished)
    if not is_finished:
        raise typer.Exit(_UNFINISHED)


def _batch(session: Session, register: Register, options: FolderOptions) -> Batch:
    if options.resume:
        return open_batch(register.folder, options.resume)
    handling = Handling.HISTORIC if options.is_historic else Handling.BY_YEAR
    login = session.order(ActName.REGISTER_DOCUMENT).login
    chosen = Handling.NEW if options.is_new else handling
    return begin_batch(register.folder, login, options.places or (), chosen)


def _read(session: Session, register: Register, batch: Batch) -> bool:
    switch = Switch()
    told = _Told(session)
    with _stopping(switch):
        return run_batch(batch, register.files, told.tell, switch)


class _Told:
    """Says how far the reading has come, on one line that a person sees grow."""

    def __init__(self, session: Session) -> None:
        self._is_seen = sys.stderr.isatty() and not session.voice.is_json

    def tell(self, state: RunState) -> None:
        if self._is_seen:
            words = f"\r已读 {state.done}/{state.total} 个文件，每分钟 {state.per_minute:.0f} 个 "
            sys.stderr.write(words if state.done < state.total else f"{words}\n")


@contextmanager
def _stopping(switch: Switch) -> Iterator[None]:
    """Let Ctrl+C end the run between two files."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        switch.stop()

    before = signal.signal(signal.SIGINT, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _decide(session: Session, batch: Batch, options: FolderOptions) -> None:
    login = session.order(ActName.REGISTER_DOCUMENT).login
    made = [
        Decision(DecisionKind.BODY, login, target=read_body(name).id, words=written)
        for written, name in _pairs(options.bodies)
    ]
    if options.set_aside:
        require(reason=options.reason)
    made += [
        Decision(DecisionKind.SET_ASIDE, login, number, words=options.reason)
        for number in options.set_aside
    ]
    made += [Decision(DecisionKind.LOOKED, login, number) for number in options.looked]
    known = {item.number for item in _items(batch)} if made else set()
    for decision in made:
        if decision.file and decision.file not in known:
            raise ItemUnknownError(item=decision.file)
    if made:
        decide(batch, *made)


def _pairs(words: list[str]) -> Iterator[tuple[str, str]]:
    for one in words:
        written, _, name = one.partition("=")
        yield written.strip(), name.strip()


def _items(batch: Batch) -> tuple[WorkItem, ...]:
    return work_items(gather(batch), decisions_of(batch), surroundings())


def _confirmed(options: FolderOptions) -> frozenset[ItemState]:
    chosen = {
        ItemState.READY: options.is_confirmed,
        ItemState.SUPPLEMENT: options.is_supplemented,
    }
    return frozenset(state for state, is_chosen in chosen.items() if is_chosen)


def _register(session: Session, batch: Batch, ready: list[WorkItem]) -> None:
    login = session.order(ActName.REGISTER_DOCUMENT).login
    switch = Switch()
    with _stopping(switch):
        done = register_items(login, batch, ready, _quiet, switch.stopped)
    for one in done:
        _tell_registered(session, one)
    if len(done) < len(ready):
        session.voice.remark(f"已停止，还有 {len(ready) - len(done)} 项没有登记。")


def _quiet(_done: int, _total: int) -> None:
    """Say nothing of each item: all are told together."""


def _tell_registered(session: Session, one: Registered) -> None:
    refusal = one.refusal or one.number_refusal
    message = words_of(refusal) if refusal else None
    record = {
        "item": one.item.number,
        "document_id": one.document_id,
        "number": one.number,
        "error": {"code": refusal.code, "text": message.text} if refusal and message else None,
    }
    what = "没有登记" if one.refusal else "已登记"
    told = f"：{message.text}" if message else ""
    session.voice.say(f"第 {one.item.number} 项{what}《{one.item.title}》{told}", record)


def _list_batches(session: Session, register: Register) -> None:
    found = batches(register.folder)
    if not found:
        session.voice.remark("还没有导入过文件夹。")
    for batch in found:
        total, done = len(batch.found()), len(batch.records())
        counts = counts_of(_items(batch))
        words = f"{batch.plan.id}　已读 {done}/{total} 个文件　{state_words(counts)}"
        session.voice.say(words, _summary(batch, done, total, counts))


def _show(
    session: Session,
    batch: Batch,
    items: tuple[WorkItem, ...],
    *,
    is_listed: bool,
    is_finished: bool,
) -> None:
    total, done = len(batch.found()), len(batch.records())
    if is_listed:
        for item in items:
            session.voice.say("\n".join(item_lines(item)), item_record(item))
    counts = counts_of(items)
    sentence = f"{batch.plan.id}：已读 {done}/{total} 个文件。{state_words(counts)}。"
    if not is_finished:
        sentence += f"\n没有读完，接着导入：import folder --resume {batch.plan.id}"
    for name, count in unknown_bodies(items).items():
        sentence += f"\n名册中没有“{name}”（{count} 项），可以用 --body 指明或者先录入该机关。"
    session.voice.say(sentence, _summary(batch, done, total, counts))


def _summary(batch: Batch, done: int, total: int, counts: dict[ItemState, int]) -> object:
    return {
        "batch": batch.plan.id,
        "done": done,
        "total": total,
        "is_finished": done == total,
        "counts": {state.value: count for state, count in counts.items()},
    }
