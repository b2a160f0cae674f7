"""Judge the reply of one unit: which rows count as its opinions, and what must be asked."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from models.domain.cleanup import CleanupOutcome, CleanupReason
from models.domain.written_dates import read_written_date
from resources.terms import name_of
from review.cleanup.opinion_sheets.asked import AskedDocument
from review.cleanup.opinion_sheets.choices import read_choice, read_reason
from review.cleanup.opinion_sheets.matching import Meant, Scope, is_altered
from review.cleanup.opinion_sheets.questions import Question, QuestionKind
from review.cleanup.opinion_sheets.reply import ReplyRow, ReplySheet


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitOpinion:
    """What a unit thinks of one document.

    Attributes:
        reason: None when the unit gave no class of reason.
        planned_date: Day by which an amendment is planned; None otherwise.
    """

    document_id: int
    unit_id: int
    choice: CleanupOutcome
    reason: CleanupReason | None
    basis: str
    replacing_document: str
    planned_date: date | None
    remark: str
    file_name: str
    row_number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedReply:
    """A reply after it was looked at.

    Attributes:
        unit_id: None when nobody can tell whose it is, or it belongs to another cleanup.
        filled_on: None when no day was written, or none that can be read.
    """

    file_name: str
    sha256: str
    unit_id: int | None
    filled_by: str
    filled_on: date | None
    opinions: tuple[UnitOpinion, ...]
    questions: tuple[Question, ...]


def judge(reply: ReplySheet, scope: Scope, campaign_id: int) -> JudgedReply:
    """Return the opinions of a reply and the questions about it; a row in question waits."""
    whole = _refusal(reply, scope, campaign_id)
    unit_id = None if whole else _unit_of(reply, scope)
    if whole is None and unit_id is None:
        whole = QuestionKind.UNIT_UNKNOWN
    opinions: list[UnitOpinion] = []
    questions: list[Question] = []
    if whole is not None:
        questions.append(Question(whole, reply.file_name, fact=reply.file_name))
    elif unit_id is not None:
        for row in reply.rows:
            opinion, asked = _judge_row(row, reply, scope, unit_id)
            questions.extend(asked)
            opinions.extend([opinion] if opinion else [])
    written = read_written_date(reply.filled_on)
    return JudgedReply(
        file_name=reply.file_name,
        sha256=reply.sha256,
        unit_id=unit_id,
        filled_by=reply.filled_by,
        filled_on=written.day if written else None,
        opinions=tuple(opinions),
        questions=tuple(questions),
    )


def _refusal(reply: ReplySheet, scope: Scope, campaign_id: int) -> QuestionKind | None:
    """Return why the whole file does not count, if so."""
    if not reply.has_head:
        return QuestionKind.NO_HEAD
    if reply.identity is not None and reply.identity.campaign_id != campaign_id:
        return QuestionKind.OTHER_CAMPAIGN
    if reply.identity is not None and reply.identity.unit_id not in scope.units:
        return QuestionKind.UNIT_UNKNOWN
    if not any(row.is_answered for row in reply.rows):
        return QuestionKind.EMPTY
    return None


def _unit_of(reply: ReplySheet, scope: Scope) -> int | None:
    """Return whose reply it is: as its keys say, else the one unit that its rows speak of."""
    if reply.identity is not None:
        return reply.identity.unit_id
    units = {one.unit.unit_id for row in reply.rows for one in scope.meant_by(row, None)}
    return units.pop() if len(units) == 1 else None


def _judge_row(
    row: ReplyRow, reply: ReplySheet, scope: Scope, unit_id: int
) -> tuple[UnitOpinion | None, list[Question]]:
    def asked(kind: QuestionKind, fact: str = "") -> Question:
        return Question(kind, reply.file_name, row.row_number, row.title, fact)

    if not row.is_answered:
        return None, []
    notes = (
        [asked(QuestionKind.KEY_DAMAGED, row.written_key)]
        if row.written_key and row.key is None
        else []
    )
    meant = scope.meant_by(row, unit_id)
    doubts = [asked(kind, fact) for kind, fact in _doubts_of_place(row, meant, unit_id)]
    doubts = doubts or [asked(kind, fact) for kind, fact in _doubts(row)]
    choice = read_choice(row.choice)
    if doubts or choice is None:
        return None, [*notes, *doubts]
    written = read_written_date(row.planned_date)
    opinion = UnitOpinion(
        document_id=meant[0].document.document_id,
        unit_id=unit_id,
        choice=choice,
        reason=read_reason(row.reason),
        basis=row.basis,
        replacing_document=row.replacing_document,
        planned_date=written.day if written else None,
        remark=row.remark,
        file_name=reply.file_name,
        row_number=row.row_number,
    )
    return opinion, notes


def _doubts_of_place(
    row: ReplyRow, meant: tuple[Meant, ...], unit_id: int
) -> Iterator[tuple[QuestionKind, str]]:
    """Yield why a row cannot be taken for one document of the unit."""
    if not meant:
        yield QuestionKind.NOT_IN_CAMPAIGN, ""
    elif len(meant) > 1:
        yield QuestionKind.SEVERAL_MEANT, str(len(meant))
    elif meant[0].unit.unit_id != unit_id:
        yield QuestionKind.OTHER_UNIT, meant[0].unit.unit_name
    elif is_altered(row, meant[0].document):
        yield QuestionKind.ALTERED, _named(meant[0].document)


def _doubts(row: ReplyRow) -> Iterator[tuple[QuestionKind, str]]:
    """Yield what is unknown or missing in the answers of a row, with the fact of its sentence."""
    choice, reason = read_choice(row.choice), read_reason(row.reason)
    if not row.choice:
        yield QuestionKind.CHOICE_MISSING, ""
    elif choice is None:
        yield QuestionKind.CHOICE_UNKNOWN, row.choice
    if row.reason and reason is None:
        yield QuestionKind.REASON_UNKNOWN, row.reason
    if choice is not None and choice.wants_basis and not row.basis:
        yield QuestionKind.BASIS_MISSING, name_of(choice)
    if reason is CleanupReason.REPLACED and not row.replacing_document:
        yield QuestionKind.REPLACING_MISSING, name_of(reason)
    written = read_written_date(row.planned_date)
    if row.planned_date and (written is None or written.day is None):
        yield QuestionKind.DATE_UNREADABLE, row.planned_date
    elif choice is CleanupOutcome.AMEND and not row.planned_date:
        yield QuestionKind.PLANNED_DATE_MISSING, name_of(choice)


def _named(document: AskedDocument) -> str:
    number = f"（{document.number}）" if document.number else ""
    return f"《{document.title}》{number}"
