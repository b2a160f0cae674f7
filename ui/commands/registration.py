"""Documents are registered, refused, or entered from the past; nothing is saved unconfirmed."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

import typer

from models.acts.add_evidence import add_evidence
from models.acts.historic_numbers import enter_historic_number
from models.acts.register_document import (
    refuse_registration,
    register_document,
    register_historic_document,
)
from models.domain.gates import GatedStep, MissingGate, missing_gates
from models.domain.profile import DocumentTraits
from models.domain.records import DocumentEntry, DuplicateHandling
from models.domain.roles import ActName
from models.queries.office import profile
from models.register import Register
from resources.terms import name_of
from ui.commands.chinese import TOP, ChineseCommand, new_group
from ui.commands.entry import SETTABLE, entry_of, present_evidence, read_document
from ui.commands.options import with_options
from ui.commands.preview import preview
from ui.commands.session import Session, session_of
from ui.commands.values import read_assignments, read_evidence
from ui.document_formats import DOCUMENT_FILE

APP = new_group()
GROUPS = {TOP: APP}

SetOption = Annotated[
    list[str],
    typer.Option("--set", metavar="项目=值", help="改用这个值，可以写多次；空值表示没有"),
]
EvidenceOption = Annotated[
    list[str],
    typer.Option(
        "--evidence",
        metavar="材料[:起..止[:结果[:文号]]]",
        help="程序材料，例如 legality_review:2026-03-10:合法，可以写多次",
    ),
]
ConfirmOption = Annotated[bool, typer.Option("--confirm", help="确认无误，予以保存")]
SameOption = Annotated[
    bool, typer.Option("--register-all-the-same", help="与已登记的文件重复，已核对，仍予登记")
]


@dataclass(frozen=True)
class RegisterOptions:
    """What the registration of a file may be told."""

    file: Annotated[
        Path,
        typer.Argument(metavar="文件", help=DOCUMENT_FILE),
    ]
    settings: SetOption = field(default_factory=list)
    evidence: EvidenceOption = field(default_factory=list)
    is_same_allowed: SameOption = False
    is_confirmed: ConfirmOption = False


@APP.command("register", cls=ChineseCommand)
@with_options(RegisterOptions)
def register(session: Session, options: RegisterOptions) -> None:
    """Register a file, or show what would be registered."""
    with session.register() as book:
        read = read_document(options.file)
        settings = read_assignments(options.settings, SETTABLE)
        entry = entry_of(read, settings, options.evidence)
        if not options.is_confirmed:
            preview(session, read, entry, gates_of(entry))
            return
        order = session.order(ActName.REGISTER_DOCUMENT)
        book.files.put_file(options.file)
        document_id = register_document(
            order, entry, handling_of(is_same_allowed=options.is_same_allowed)
        )
        tell_saved(session, document_id, entry, "已登记")


@dataclass(frozen=True)
class HistoryOptions:
    """What a document from the past may be told."""

    file: Annotated[Path | None, typer.Argument(metavar="文件", help="没有电子文件的可以不写")] = (
        None
    )
    settings: SetOption = field(default_factory=list)
    number: Annotated[
        str, typer.Option("--number", metavar="号码", help="文件上已有的统一登记号")
    ] = ""
    is_same_allowed: SameOption = False
    is_confirmed: ConfirmOption = False


@APP.command("history", cls=ChineseCommand)
@with_options(HistoryOptions)
def history(session: Session, options: HistoryOptions) -> None:
    """Enter a document from before the register, with the number it has on paper."""
    with session.register() as book:
        read = None if options.file is None else read_document(options.file)
        settings = read_assignments(options.settings, SETTABLE)
        entry = entry_of(read, settings, (), is_published=True)
        if not options.is_confirmed:
            preview(session, read, entry, ())
            return
        order = session.order(ActName.REGISTER_DOCUMENT)
        keep_original(book, options.file)
        handling = handling_of(is_same_allowed=options.is_same_allowed)
        document_id = register_historic_document(order, entry, handling)
        tell_saved(session, document_id, entry, "已补录")
        if options.number:
            number_order = session.order(ActName.ENTER_HISTORIC_NUMBER)
            allotment = enter_historic_number(number_order, document_id, options.number)
            session.voice.say(f"已补录号码 {allotment.number}。", allotment)


@dataclass(frozen=True)
class RefusalOptions:
    """What the refusal of a registration needs."""

    file: Annotated[
        Path,
        typer.Argument(metavar="文件", help=DOCUMENT_FILE),
    ]
    reason: Annotated[str, typer.Option("--reason", metavar="理由", help="不予登记的理由")]
    settings: SetOption = field(default_factory=list)


@APP.command("refuse-registration", cls=ChineseCommand)
@with_options(RefusalOptions)
def refuse(session: Session, options: RefusalOptions) -> None:
    """Record that a file is not registered, and why."""
    with session.register() as book:
        read = read_document(options.file)
        entry = entry_of(read, read_assignments(options.settings, SETTABLE), ())
        order = session.order(ActName.REFUSE_REGISTRATION)
        book.files.put_file(options.file)
        document_id = refuse_registration(order, entry, options.reason)
        tell_saved(session, document_id, entry, "不予登记，已记录")


@APP.command("evidence", cls=ChineseCommand)
def evidence(
    context: typer.Context,
    document_id: Annotated[int, typer.Argument(metavar="序号", help="文件的序号")],
    papers: Annotated[
        list[str],
        typer.Argument(metavar="材料[:起..止[:结果[:文号]]]", help="例如 signature:2026-03-26"),
    ],
) -> None:
    """Add evidence to a registered document."""
    session = session_of(context)
    with session.register():
        for paper in [read_evidence(text) for text in papers]:
            add_evidence(session.order(ActName.ADD_EVIDENCE), document_id, paper)
            session.voice.say(
                f"已给第 {document_id} 号文件补充“{name_of(paper.kind)}”。",
                {"document_id": document_id, "evidence": paper},
            )


def handling_of(*, is_same_allowed: bool) -> DuplicateHandling:
    """Return what is done with a document that looks like one already registered."""
    return DuplicateHandling.REGISTER_ALL_THE_SAME if is_same_allowed else DuplicateHandling.REFUSE


def gates_of(entry: DocumentEntry) -> tuple[MissingGate, ...]:
    """Return the materials that registration asks for and the entry lacks."""
    traits = DocumentTraits(
        entry.document_class,
        is_market_related=entry.is_market_related,
        has_major_effect=entry.has_major_effect,
    )
    return missing_gates(profile(), GatedStep.REGISTRATION, traits, present_evidence(entry))


def tell_saved(session: Session, document_id: int, entry: DocumentEntry, done: str) -> None:
    """Say that a document was saved and under which id."""
    session.voice.say(
        f"{done}：第 {document_id} 号《{entry.title}》。",
        {"is_saved": True, "document_id": document_id, "title": entry.title},
    )


def keep_original(book: Register, file: Path | None) -> None:
    """Put the file, where there is one, into the store of originals."""
    if file is not None:
        book.files.put_file(file)
