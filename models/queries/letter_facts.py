"""What the register knows that bears on a letter which is to be issued."""

from dataclasses import dataclass
from datetime import date

from peewee import Expression

from models.domain.document_number import normalise
from models.domain.law_errors import NumberFieldMissingError
from models.domain.lifecycle import LetterState
from models.domain.number_grammar import NumberFields, NumberScheme, render, scope_key
from models.domain.profile import Profile
from models.domain.terms import LetterSeries, NumberKind
from models.queries.office import office
from models.queries.tuples import tuples_of
from models.tables.documents import Document
from models.tables.letters import Letter, LetterDocument
from models.tables.numbers import NumberCounter, NumberEntry


@dataclass(frozen=True)
class LetterSubject:
    """What a letter is about: the ids of its records."""

    document_id: int | None = None
    filing_id: int | None = None
    review_id: int | None = None
    document_ids: tuple[int, ...] = ()

    @property
    def documents(self) -> tuple[int, ...]:
        """Every document it is about."""
        return self.document_ids if self.document_id is None else (self.document_id,)


@dataclass(frozen=True)
class StandingLetter:
    """An issued letter that was not withdrawn."""

    letter_number: str
    letter_date: date
    addressee: str


def copied_facts(document_id: int) -> dict[str, str]:
    """Return what letters copy from the record of a document, by the names letters use."""
    query = Document.select(
        Document.title, Document.document_number, Document.unified_number
    ).where(Document.id == document_id)
    names = ("document_title", "document_number", "unified_number")
    return next(
        (dict(zip(names, (value or "" for value in row), strict=True)) for row in tuples_of(query)),
        {},
    )


def titles_sharing_number(number: str, but: tuple[int, ...]) -> tuple[str, ...]:
    """Return the titles of documents that bear a number, those named by id left out."""
    if not number.strip():
        return ()
    query = Document.select(Document.title).where(
        Document.document_number_key == normalise(number), Document.id.not_in(but)
    )
    return tuple(row[0] for row in tuples_of(query.order_by(Document.id)))


def standing_letters(
    kind: LetterSeries, subject: LetterSubject, addressee: str
) -> tuple[StandingLetter, ...]:
    """Return the letters of a kind about the same matter to the same body that stand."""
    query = Letter.select(Letter.letter_number, Letter.letter_date, Letter.addressee).where(
        Letter.kind == kind,
        Letter.state == LetterState.ISSUED,
        Letter.addressee == addressee,
        _same_matter(subject),
    )
    return tuple(StandingLetter(*row) for row in tuples_of(query.order_by(Letter.id)))


def withdrawn_count(kind: LetterSeries, addressee: str) -> int:
    """Count the letters of a kind to a body that were withdrawn."""
    return int(
        Letter.select()
        .where(
            Letter.kind == kind,
            Letter.addressee == addressee,
            Letter.state == LetterState.WITHDRAWN,
        )
        .count()
    )


def taken_number(rules: Profile, kind: LetterSeries, day: date) -> str:
    """Return the number that a letter issued on a day would get, if the ledger has it already."""
    scheme = rules.scheme_for(NumberKind.LETTER_NUMBER, day, kind)
    if scheme is None:
        return ""
    try:
        number = _next_number(scheme, day)
    except NumberFieldMissingError:
        return ""
    taken = NumberEntry.select().where(
        NumberEntry.kind == NumberKind.LETTER_NUMBER, NumberEntry.number_key == normalise(number)
    )
    return number if taken.exists() else ""


def _same_matter(subject: LetterSubject) -> Expression:
    if subject.review_id is not None:
        return Letter.review == subject.review_id
    if subject.filing_id is not None:
        return Letter.filing == subject.filing_id
    about = LetterDocument.select(LetterDocument.letter).where(
        LetterDocument.document.in_(subject.documents)
    )
    return Letter.id.in_(about)


def _next_number(scheme: NumberScheme, day: date) -> str:
    sender = office()
    fields = NumberFields(
        region=sender.region,
        level=sender.level,
        area=sender.area,
        year=day.year,
        month=day.month,
        code=sender.letter_code,
    )
    counts = {}
    for rule in scheme.counters:
        counter = NumberCounter.get_or_none(
            NumberCounter.scheme_id == scheme.id,
            NumberCounter.token == rule.token,
            NumberCounter.scope == scope_key(rule, fields),
        )
        last = rule.start - 1 if counter is None else int(counter.last_count)
        counts[rule.token.value] = max(rule.start, last + 1)
    return render(scheme, fields, counts)
