"""Documents whose cited laws have changed: listed with the places, and looked at one by one."""

from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Annotated

import typer

from models.acts.law_citations import record_law_reviews
from models.domain.law_citations import LawChange, LawChangeOutcome, LawReviewEntry
from models.domain.roles import ActName
from models.queries.law_citations import CitingDocument
from models.queries.office import today
from models.register import Register
from resources.terms import name_of
from review.laws.changed_laws import ChangedLaw, affected_by, changed_laws
from review.laws.citation_index import search_texts
from review.laws.law_names import law_key
from review.laws.office_catalogue import office_index
from ui.commands.options import with_options
from ui.commands.refusals import LawUnchangedError
from ui.commands.session import Session
from ui.commands.values import read_term
from ui.parts.law_change_words import change_words, place_words

_LAW = typer.Option("--law", metavar="名称", help="只看这一部法律、法规")


@dataclass(frozen=True)
class AffectedOptions:
    """Which law; without one, all of them."""

    law: Annotated[str, _LAW] = ""


@with_options(AffectedOptions)
def affected(session: Session, options: AffectedOptions) -> None:
    """List the changed laws that documents in force cite, with the documents and the places."""
    with session.register() as book:
        day = today()
        laws = _changed(session, book, day)
        if options.law:
            laws = (_the_one(laws, options.law),)
        for law in laws:
            documents = affected_by(law, day)
            session.voice.record(_answer(law, documents))
            session.voice.remark(
                f"{change_words(law.change)}：{law.document_count} 件，未核对 {law.open_count} 件"
            )
            for document in documents:
                session.voice.remark(_line(document))
        if not laws:
            session.voice.remark("现行有效的文件引用的法律、法规，按现在的法律目录没有变动。")


@dataclass(frozen=True)
class ReviewedOptions:
    """What was found about one document and one changed law."""

    document_id: Annotated[int, typer.Argument(metavar="序号", help="文件的序号")]
    law: Annotated[str, typer.Option("--law", metavar="名称", help="有变动的法律、法规")]
    outcome: Annotated[
        str, typer.Option("--outcome", metavar="结果", help="不受影响、需要修改或者需要废止")
    ]
    note: Annotated[str, typer.Option("--note", metavar="说明", help="核对了什么，为什么")]


@with_options(ReviewedOptions)
def reviewed(session: Session, options: ReviewedOptions) -> None:
    """Record what a changed law means for a document."""
    outcome = read_term(LawChangeOutcome, "outcome", options.outcome)
    with session.register() as book:
        change = _the_one(_changed(session, book, today()), options.law).change
        entry = LawReviewEntry(
            options.document_id,
            change.law_key,
            change.law_name,
            change.since_date,
            outcome,
            options.note,
        )
        record_law_reviews(session.order(ActName.RECORD_LAW_REVIEW), (entry,))
        session.voice.say(
            f"已记录：文件 {options.document_id}，《{change.law_name}》，{name_of(outcome)}。",
            entry,
        )


def _changed(session: Session, book: Register, day: date) -> tuple[ChangedLaw, ...]:
    index = office_index(book.files)
    search_texts(partial(session.order, ActName.KEEP_CITATIONS), index)
    return changed_laws(index, day)


def _the_one(laws: tuple[ChangedLaw, ...], written: str) -> ChangedLaw:
    key = law_key(written)
    found = [one for one in laws if key in (one.change.law_key, law_key(one.change.law_name))]
    if not found:
        raise LawUnchangedError(written=written)
    return found[0]


def _answer(law: ChangedLaw, documents: tuple[CitingDocument, ...]) -> dict[str, object]:
    change: LawChange = law.change
    return {
        "law_name": change.law_name,
        "kind": change.kind,
        "since_date": change.since_date,
        "successor": change.successor,
        "document_count": law.document_count,
        "open_count": law.open_count,
        "documents": documents,
    }


def _line(document: CitingDocument) -> str:
    found = (
        f"　{name_of(document.review.outcome)}：{document.review.note}" if document.review else ""
    )
    number = document.document_number or document.unified_number
    places = "；".join(map(place_words, document.places))
    return f"  {document.document_id}　{document.title}　{number}　{places}{found}"
