"""A filing upward is sent, the recipient answers, the filing is closed."""

from dataclasses import dataclass, field
from datetime import date
from typing import Annotated

import typer

from models.acts.outgoing_steps import (
    close_outgoing_filing,
    record_outgoing_answer,
    submit_outgoing_filing,
)
from models.domain.lifecycle import OutgoingState
from models.domain.outgoing_filing import AnswerEntry, SubmissionEntry
from models.domain.records import MaterialEntry
from models.domain.roles import ActName
from models.queries.office import today
from models.queries.outgoing_filings import OutgoingFilingRow
from resources.terms import name_of
from review.outgoing.facts import OutgoingFacts, outgoing_facts
from review.outgoing.papers import papers_at_hand
from ui.commands.chinese import ChineseCommand
from ui.commands.options import with_options
from ui.commands.outgoing_finding import DocumentArgument, RecipientOption, read_filing
from ui.commands.session import Session, session_of
from ui.commands.values import read_date, read_materials
from ui.parts.outgoing_words import timeliness_words

DayOption = Annotated[str, typer.Option("--date", metavar="日期", help="哪一天；不写时是今天")]
ContentOption = Annotated[str, typer.Option("--content", metavar="内容", help="答复的内容")]
NumberOption = Annotated[str, typer.Option("--number", metavar="文号", help="来文或者登记的号码")]


@dataclass(frozen=True)
class SentOptions:
    """How a filing was sent."""

    document_id: DocumentArgument
    recipient: RecipientOption = ""
    day: DayOption = ""
    way: Annotated[
        str, typer.Option("--way", metavar="方式", help="报送方式；不写时是机要交换")
    ] = "机要交换"
    report_number: Annotated[
        str,
        typer.Option("--report-number", metavar="文号", help="不写时是备案报告的文号"),
    ] = ""
    materials: Annotated[
        list[str],
        typer.Option("--material", metavar="材料=份数", help="报送的材料；不写时是登记簿中已有的"),
    ] = field(default_factory=list)
    missing_reason: Annotated[
        str, typer.Option("--reason", metavar="理由", help="材料不齐仍要先报的理由")
    ] = ""


def add_answers(app: typer.Typer) -> None:
    """Put these commands into the group of filings upward."""
    app.command("sent", cls=ChineseCommand, help="记录已经报出")(sent)
    app.command("supplemented", cls=ChineseCommand, help="记录补正或者退回以后重新报出")(sent)
    app.command("received", cls=ChineseCommand, help="记录对方已经签收")(received)
    app.command("supplement-demanded", cls=ChineseCommand, help="记录对方要求补正")(demanded)
    app.command("returned", cls=ChineseCommand, help="记录对方退回")(returned)
    app.command("registered", cls=ChineseCommand, help="记录对方予以备案登记（回执）")(registered)
    app.command("result", cls=ChineseCommand, help="记录审查结果")(result)
    app.command("close", cls=ChineseCommand, help="办结报备")(close)


@with_options(SentOptions)
def sent(session: Session, options: SentOptions) -> None:
    """Record that a document went up, for the first time or anew."""
    with session.register():
        row = read_filing(options.document_id, options.recipient)
        facts = outgoing_facts(row.id, today())
        number = facts.report.letter_number if facts.report else ""
        materials = read_materials(options.materials) or _at_hand(facts)
        entry = SubmissionEntry(
            _day("submitted_date", options.day),
            options.report_number or number,
            options.way,
            materials,
            options.missing_reason,
        )
        submit_outgoing_filing(session.order(ActName.SUBMIT_OUTGOING_FILING), row.id, entry)
        _tell(session, options.document_id, row)


def received(
    context: typer.Context,
    document_id: DocumentArgument,
    recipient: RecipientOption = "",
    day: DayOption = "",
    number: NumberOption = "",
) -> None:
    """Record that the recipient has it."""
    answer = AnswerEntry(OutgoingState.RECEIVED, _day("answer_date", day), number)
    _record(session_of(context), document_id, recipient, answer)


@dataclass(frozen=True)
class DemandOptions:
    """What the recipient wants supplemented, until when."""

    document_id: DocumentArgument
    content: Annotated[str, typer.Option("--content", metavar="内容", help="要补正的事项")]
    due: Annotated[str, typer.Option("--until", metavar="日期", help="补正的期限")]
    recipient: RecipientOption = ""
    day: DayOption = ""
    number: NumberOption = ""


@with_options(DemandOptions)
def demanded(session: Session, options: DemandOptions) -> None:
    """Record that the recipient wants a supplement."""
    answer = AnswerEntry(
        OutgoingState.SUPPLEMENT_REQUESTED,
        _day("answer_date", options.day),
        options.number,
        options.content,
        read_date("due_date", options.due),
    )
    _record(session, options.document_id, options.recipient, answer)


def returned(
    context: typer.Context,
    document_id: DocumentArgument,
    content: ContentOption,
    recipient: RecipientOption = "",
    day: DayOption = "",
) -> None:
    """Record that the recipient sent it back."""
    answer = AnswerEntry(OutgoingState.RETURNED, _day("answer_date", day), content=content)
    _record(session_of(context), document_id, recipient, answer)


def registered(
    context: typer.Context,
    document_id: DocumentArgument,
    number: NumberOption,
    recipient: RecipientOption = "",
    day: DayOption = "",
) -> None:
    """Record that the recipient registered it."""
    answer = AnswerEntry(OutgoingState.REGISTERED, _day("answer_date", day), number)
    _record(session_of(context), document_id, recipient, answer)


@dataclass(frozen=True)
class ResultOptions:
    """What the review of the recipient came to."""

    document_id: DocumentArgument
    content: ContentOption
    recipient: RecipientOption = ""
    day: DayOption = ""
    number: NumberOption = ""


@with_options(ResultOptions)
def result(session: Session, options: ResultOptions) -> None:
    """Record what the review of the recipient came to."""
    answer = AnswerEntry(
        OutgoingState.RESULT_RECEIVED,
        _day("answer_date", options.day),
        options.number,
        options.content,
    )
    _record(session, options.document_id, options.recipient, answer)


def close(
    context: typer.Context,
    document_id: DocumentArgument,
    reason: Annotated[str, typer.Option("--reason", metavar="理由", help="为什么不用再等")],
    recipient: RecipientOption = "",
    day: DayOption = "",
) -> None:
    """Close a filing that waits for nothing more."""
    session = session_of(context)
    with session.register():
        row = read_filing(document_id, recipient)
        order = session.order(ActName.CLOSE_OUTGOING_FILING)
        close_outgoing_filing(order, row.id, _day("closed_date", day), reason)
        _tell(session, document_id, row)


def _record(session: Session, document_id: int, recipient: str, answer: AnswerEntry) -> None:
    with session.register():
        row = read_filing(document_id, recipient)
        record_outgoing_answer(session.order(ActName.RECORD_OUTGOING_ANSWER), row.id, answer)
        _tell(session, document_id, row)


def _tell(session: Session, document_id: int, before: OutgoingFilingRow) -> None:
    row = read_filing(document_id, before.recipient_title)
    words = timeliness_words(row)
    session.voice.say(
        f"已记录：《{row.title}》报{row.recipient_title}，{name_of(row.state)}"
        f"{'，' + words if words else ''}。",
        row,
    )


def _day(name: str, text: str) -> date:
    return read_date(name, text) if text else today()


def _at_hand(facts: OutgoingFacts) -> tuple[MaterialEntry, ...]:
    return tuple(MaterialEntry(one.kind, one.copies) for one in papers_at_hand(facts))
