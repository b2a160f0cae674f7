"""Papers about the end of a document's validity (有效期届满、后评估)."""

from dataclasses import dataclass
from datetime import date

from review.letters.kinds.base import Letter, LetterKind, NumberedLetter


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpiringRow:
    """One document whose term ends in the quarter.

    Attributes:
        title: Without book marks.
        unified_number: Empty when the document has none.
        term: Its term of validity as words, for example ``"有效期5年"``; may be empty.
        days_left: Calendar days from the letter's date to ``expiry_date``.
    """

    title: str
    document_number: str
    unified_number: str
    effective_date: date
    term: str
    expiry_date: date
    days_left: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpiryReminder(NumberedLetter):
    """The reminder to a unit that documents it carries out will expire (有效期届满提醒函).

    One letter a unit, with a slip to tick and send back.

    Attributes:
        addressee: The unit that carries the documents out.
        quarter: The time the letter speaks of, for example ``"2026年第三季度"``.
        documents: At least one.
        evaluation_time: How long before expiry the rules want an evaluation, as words; empty when
            they set no time.
        renewal_time: How long before expiry a renewal must be under way, as words; may be empty.
        reply_date: Last day to send the slip back.
        silence_consequence: What follows without a reply, as a sentence; empty when the rules say
            nothing, and in reminders issued before it was asked for.
    """

    quarter: str
    documents: tuple[ExpiringRow, ...]
    evaluation_time: str
    renewal_time: str
    reply_date: date
    silence_consequence: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluationNotice(NumberedLetter):
    """The notice to evaluate how a document works (后评估通知).

    Attributes:
        addressee: The unit that carries the document out.
        document_title: Without book marks.
        unified_number: Empty when the document has none.
        expiry_date: Last day of validity; None when it has no term.
        evaluation_reason: Why now, as the part of a sentence, for example ``"有效期即将届满"``.
        points: What to look at.
        methods: How, for example ``"问卷调查"``.
        report_due_date: Last day for the report.
    """

    document_title: str
    document_number: str
    unified_number: str
    effective_date: date
    expiry_date: date | None
    evaluation_reason: str
    points: tuple[str, ...]
    methods: tuple[str, ...]
    report_due_date: date


@dataclass(frozen=True, slots=True, kw_only=True)
class DueListRow:
    """One thing that is to be done until a day.

    Attributes:
        unit: Who has to see to it.
        number: The document number, else the unified number; may be empty.
        expiry_date: The last day in force; None where no term ends.
        what: What is to be done, as words.
        time_left: How many days are left or by how many the day was missed, as words.
        remark: What the unit answered; may be empty.
    """

    unit: str
    document_title: str
    number: str
    expiry_date: date | None = None
    what: str
    due_date: date
    time_left: str
    remark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DueList(Letter):
    """What is due, as a list to pin on the wall (到期事项清单).

    Attributes:
        scope: What the list was narrowed to, as words; empty for everything that is near.
        rows: The most pressing first.
    """

    scope: str
    rows: tuple[DueListRow, ...]


KINDS = (
    LetterKind("expiry_reminder", ExpiryReminder, "有效期届满提醒函"),
    LetterKind("evaluation_notice", EvaluationNotice, "后评估通知"),
    LetterKind("due_list", DueList, "到期事项清单"),
)
