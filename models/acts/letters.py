"""A letter is issued, frozen with its data and papers, or withdrawn (文书)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from uuid import uuid4

from models.acts.allot_number import number_fields
from models.acts.document_entry import keep_stored_file
from models.acts.ledger import NumberSubject, draw_number, scheme_in_force
from models.acts.lookup import fetch, office_in_force, profile_in_force, require
from models.acts.performing import Deed, act
from models.acts.refusals import LetterExistsError, LetterNotReadyError
from models.domain.audit_chain import canonical_json
from models.domain.document_number import normalise
from models.domain.lifecycle import Axis, FilingState, LetterState, MakingState, ReviewState, step
from models.domain.number_grammar import NumberFields
from models.domain.records import FileEntry
from models.domain.roles import ActName
from models.domain.terms import LetterSeries, NumberKind
from models.tables.documents import Document
from models.tables.filings import Filing, Review
from models.tables.letters import Letter, LetterPaper
from models.tables.numbers import NumberEntry


@dataclass(frozen=True)
class PressedPaper:
    """A paper of a letter in one format, already in the store."""

    format: str
    file: FileEntry


# Prints a letter from its data, in every format. It runs inside the act, so that a letter whose
# paper cannot be made takes no number.
Press = Callable[[Mapping[str, object]], tuple[PressedPaper, ...]]


@dataclass(frozen=True)
class LetterDraft:
    """A letter as it was composed: its data hold everything but number and date."""

    kind: LetterSeries
    document_id: int
    addressee: str
    data: Mapping[str, object]
    filing_id: int | None = None
    review_id: int | None = None


@dataclass(frozen=True)
class IssuedLetter:
    """A letter that was issued: its record, number, date and papers by format."""

    letter_id: int
    letter_number: str
    letter_date: date
    papers: tuple[tuple[str, str], ...]


@act(ActName.ISSUE_LETTER)
def issue_letter(deed: Deed, draft: LetterDraft, press: Press) -> IssuedLetter:
    """Number a letter in its own series, print it, and freeze data and papers.

    Raises:
        LetterNotReadyError: the record has not reached the state the letter reports.
        LetterExistsError: such a letter stands and was not withdrawn.
        FieldEmptyError: no addressee.
    """
    require(addressee=draft.addressee)
    _check_state(draft)
    _refuse_second(draft)
    scheme = scheme_in_force(
        profile_in_force(deed), NumberKind.LETTER_NUMBER, deed.today, draft.kind
    )
    drawn = draw_number(deed, scheme, _number_fields(deed, draft), NumberSubject())
    data = {
        **draft.data,
        "letter_number": drawn.printed,
        "letter_date": deed.today.isoformat(),
    }
    papers = press(data)
    letter_id = _insert(deed, draft, data, drawn.printed)
    NumberEntry.update(letter=letter_id).where(NumberEntry.id == drawn.entry_id).execute()
    for paper in papers:
        keep_stored_file(deed, paper.file)
        LetterPaper.insert(
            letter=letter_id, format=paper.format, stored_file=paper.file.sha256
        ).execute()
    hashes = tuple((paper.format, paper.file.sha256) for paper in papers)
    deed.record(
        "letter",
        letter_id,
        kind=draft.kind,
        letter_number=drawn.printed,
        data_hash=_hash_of(draft.kind, data),
        papers=dict(hashes),
    )
    return IssuedLetter(letter_id, drawn.printed, deed.today, hashes)


@act(ActName.WITHDRAW_LETTER)
def withdraw_letter(deed: Deed, letter_id: int, reason: str) -> int:
    """Withdraw an issued letter with its reason and return its id; number and papers stay.

    Raises:
        FieldEmptyError: no reason is given.
        TransitionError: it was withdrawn before.
    """
    require(reason=reason)
    letter = fetch(Letter, letter_id)
    state = step(Axis.LETTER, letter.state, LetterState.WITHDRAWN)
    Letter.update(
        state=state,
        withdrawn_reason=reason,
        withdrawn_at=deed.at,
        withdrawn_by=deed.person_id,
    ).where(Letter.id == letter_id).execute()
    deed.record("letter", letter_id, letter_number=letter.letter_number, reason=reason)
    return letter_id


def _check_state(draft: LetterDraft) -> None:
    """Refuse a letter that reports a state its record has not reached."""
    match draft.kind:
        case LetterSeries.FILING_RECEIPT:
            _demand(draft, Filing, draft.filing_id, FilingState.REGISTERED)
        case LetterSeries.REVIEW_OPINION:
            _demand(draft, Review, draft.review_id, ReviewState.CONCLUDED_DEFECT)
        case LetterSeries.REGISTRATION_REFUSAL:
            document = fetch(Document, draft.document_id)
            if document.making_state != MakingState.NOT_REGISTERED:
                raise LetterNotReadyError(kind=draft.kind, state=document.making_state)
        case _:
            raise LetterNotReadyError(kind=draft.kind, state="")


def _demand(
    draft: LetterDraft,
    table: type[Filing] | type[Review],
    record_id: int | None,
    state: FilingState | ReviewState,
) -> None:
    record = fetch(table, record_id or 0)
    if record.state != state:
        raise LetterNotReadyError(kind=draft.kind, state=record.state)


def _refuse_second(draft: LetterDraft) -> None:
    same_filing = (
        Letter.filing.is_null() if draft.filing_id is None else Letter.filing == draft.filing_id
    )
    same_review = (
        Letter.review.is_null() if draft.review_id is None else Letter.review == draft.review_id
    )
    standing = Letter.get_or_none(
        Letter.kind == draft.kind,
        Letter.document == draft.document_id,
        same_filing,
        same_review,
        Letter.state == LetterState.ISSUED,
    )
    if standing is not None:
        raise LetterExistsError(number=standing.letter_number)


def _number_fields(deed: Deed, draft: LetterDraft) -> NumberFields:
    """Letters carry the code of the office that writes them, not of the body that issued."""
    document = fetch(Document, draft.document_id)
    fields = number_fields(deed, document.issuing_body)
    return replace(fields, code=office_in_force().letter_code)


def _insert(deed: Deed, draft: LetterDraft, data: Mapping[str, object], letter_number: str) -> int:
    return int(
        Letter.insert(
            uid=uuid4().hex,
            kind=draft.kind,
            document=draft.document_id,
            filing=draft.filing_id,
            review=draft.review_id,
            state=LetterState.ISSUED,
            letter_number=letter_number,
            letter_number_key=normalise(letter_number),
            letter_date=deed.today,
            addressee=draft.addressee,
            data=canonical_json(data),
            data_hash=_hash_of(draft.kind, data),
            issued_at=deed.at,
            issued_by=deed.person_id,
        ).execute()
    )


def _hash_of(kind: LetterSeries, data: Mapping[str, object]) -> str:
    return sha256(canonical_json({"kind": kind.value, "data": data}).encode()).hexdigest()
