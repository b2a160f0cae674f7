"""What is recorded of a document in force: stopped, resumed, extended, kept, its task done."""

from dataclasses import dataclass
from typing import Annotated, Protocol

import typer

from models.acts.life_events import Effect
from models.acts.validity_acts import (
    Prolongation,
    continue_validity,
    extend_validity,
    record_task_done,
    resume_document,
    suspend_document,
)
from models.domain.roles import ActName
from models.domain.validity_plan import Allowance
from models.queries.document_page import document_life
from models.queries.office import today
from resources.terms import name_of
from ui.commands.options import with_options
from ui.commands.session import Session
from ui.commands.values import read_date, read_validity
from ui.parts.days import day_words

DocumentArgument = Annotated[int, typer.Argument(metavar="序号", help="文件的序号")]
DayOption = Annotated[str, typer.Option("--date", metavar="日期", help="从这一天起")]
ReasonOption = Annotated[
    str, typer.Option("--reason", metavar="依据", help="决定的文号和条款，或者其他理由")
]
CauseOption = Annotated[
    int | None, typer.Option("--by", metavar="序号", help="作出决定的文件的序号，已登记的才写")
]
ShortenOption = Annotated[bool, typer.Option("--shorten", help="有意缩短有效期")]


class CausedOptions(Protocol):
    """Options that say from when, why and by which document."""

    @property
    def day(self) -> str:
        """The day as it was typed."""

    @property
    def reason(self) -> str:
        """The decision, or another ground."""

    @property
    def caused_by_id(self) -> int | None:
        """The document that decides it, where it is in the register."""


class ProlongingOptions(Protocol):
    """Options of what prolongs a document."""

    @property
    def may_shorten(self) -> bool:
        """Whether an earlier end is meant."""


@dataclass(frozen=True)
class StopOptions:
    """Which document, or which of its clauses, from when and why."""

    document_id: DocumentArgument
    day: DayOption
    reason: ReasonOption
    clauses: Annotated[
        list[str] | None,
        typer.Option("--clause", metavar="条款", help="只限这一条，可以写几次；不写时是整件"),
    ] = None
    caused_by_id: CauseOption = None


@dataclass(frozen=True)
class ExtensionOptions:
    """Which document is prolonged, from when, why, and for how long."""

    document_id: DocumentArgument
    day: DayOption
    reason: ReasonOption
    term: Annotated[
        str, typer.Option("--term", metavar="有效期", help="延长多久，如 2年，或者延长到哪一天")
    ]
    caused_by_id: CauseOption = None
    may_shorten: ShortenOption = False


@dataclass(frozen=True)
class ContinuationOptions:
    """Which document is kept, from when, why, and for how long."""

    document_id: DocumentArgument
    day: DayOption
    reason: ReasonOption
    term: Annotated[
        str,
        typer.Option("--term", metavar="有效期", help="新的有效期；不写时按文件原来的有效期"),
    ] = ""
    caused_by_id: CauseOption = None
    may_shorten: ShortenOption = False


@dataclass(frozen=True)
class TaskOptions:
    """Which document's task is done, when and by what proof."""

    document_id: DocumentArgument
    day: DayOption
    reason: ReasonOption
    caused_by_id: CauseOption = None


@with_options(StopOptions)
def suspend(session: Session, options: StopOptions) -> None:
    """Record that a document, or some of its clauses, are not applied."""
    effect, clauses = effect_of(options), tuple(options.clauses or ())
    with session.register():
        order = session.order(ActName.SUSPEND_DOCUMENT)
        suspend_document(order, options.document_id, effect, clauses)
        tell_recorded(session, ActName.SUSPEND_DOCUMENT, options.document_id, effect)


@with_options(StopOptions)
def resume(session: Session, options: StopOptions) -> None:
    """Record that what was suspended is applied again."""
    effect, clauses = effect_of(options), tuple(options.clauses or ())
    with session.register():
        order = session.order(ActName.RESUME_DOCUMENT)
        resume_document(order, options.document_id, effect, clauses)
        tell_recorded(session, ActName.RESUME_DOCUMENT, options.document_id, effect)


@with_options(ExtensionOptions)
def extend(session: Session, options: ExtensionOptions) -> None:
    """Record that the term of a document goes on."""
    prolongation = _prolongation(options)
    with session.register():
        order = session.order(ActName.EXTEND_VALIDITY)
        extend_validity(order, options.document_id, prolongation)
        tell_recorded(session, ActName.EXTEND_VALIDITY, options.document_id, prolongation.effect)


@with_options(ContinuationOptions)
def keep(session: Session, options: ContinuationOptions) -> None:
    """Record that an evaluation or a cleanup keeps a document."""
    prolongation = _prolongation(options)
    with session.register():
        order = session.order(ActName.CONTINUE_VALIDITY)
        continue_validity(order, options.document_id, prolongation)
        tell_recorded(session, ActName.CONTINUE_VALIDITY, options.document_id, prolongation.effect)


@with_options(TaskOptions)
def task_done(session: Session, options: TaskOptions) -> None:
    """Record that the task is done until which a document was in force."""
    effect = effect_of(options)
    with session.register():
        record_task_done(session.order(ActName.RECORD_TASK_DONE), options.document_id, effect)
        tell_recorded(session, ActName.RECORD_TASK_DONE, options.document_id, effect)


def effect_of(options: CausedOptions) -> Effect:
    """Return the day, the ground and the cause that the options name.

    Raises:
        ValueUnfitError: the day is none.
    """
    day = read_date("begin_date", options.day)
    return Effect(day, options.reason, options.caused_by_id)


def _prolongation(options: ExtensionOptions | ContinuationOptions) -> Prolongation:
    term = read_validity("validity_term", options.term) if options.term else None
    return Prolongation(effect_of(options), term, allowance_of(options))


def allowance_of(options: ProlongingOptions) -> Allowance:
    """Return what is meant by who typed the options."""
    return Allowance(may_shorten=options.may_shorten)


def tell_recorded(session: Session, act: ActName, document_id: int, effect: Effect) -> None:
    """Say what was recorded, and how the life of the document runs from now on."""
    life = document_life(document_id, max(effect.begin_date, today()))
    last_day = day_words(life.last_day) or "没有届满日"
    session.voice.say(
        f"已记录（{name_of(act)}）：第 {document_id} 号文件，"
        f"自 {effect.begin_date.isoformat()} 起。最后有效日：{last_day}。",
        {"document_id": document_id, "act": act, "effect": effect, "life": life},
    )
    for sentence in life.derivation:
        session.voice.remark(sentence)
