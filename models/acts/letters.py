"""A letter is issued, frozen with its data and papers, or withdrawn (文书)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from uuid import uuid4

from models.acts.allot_number import number_fields, office_fields
from models.acts.document_entry import keep_stored_file
from models.acts.ledger import DrawnNumber, NumberSubject, draw_number, scheme_in_force
from models.acts.letter_draft import LetterDraft
from models.acts.letter_refusals import check_draft, link_documents, replaced_by
from models.acts.lookup import fetch, office_in_force, profile_in_force, require
from models.acts.performing import Deed, act
from models.domain.audit_chain import canonical_json
from models.domain.document_number import normalise
from models.domain.letter_hash import letter_hash
from models.domain.lifecycle import Axis, LetterState, step
from models.domain.number_grammar import NumberFields
from models.domain.records import FileEntry
from models.domain.roles import ActName
from models.domain.terms import NumberKind
from models.tables.documents import Document
from models.tables.letters import Letter, LetterPaper
from models.tables.numbers import NumberEntry


@dataclass(frozen=True)
class PressedPaper:
    """A paper of a letter in one format, already in the store."""

    format: str
    file: FileEntry


@dataclass(frozen=True)
class Pressed:
    """A letter as it was printed: its papers, and what they were made with.

    Attributes:
        heading: The title printed on it.
        wording_version: Which wording it says: that of the program or a copy of the office.
        wording_hash: SHA-256 of the text of that wording, in hexadecimal.
        style: The office's settings of typesetting it was set by, as text.
        check_code: The code printed on it, without marks between; empty when it bears none.
    """

    papers: tuple[PressedPaper, ...]
    heading: str = ""
    wording_version: str = ""
    wording_hash: str = ""
    style: str = ""
    check_code: str = ""


# Prints a letter from its data, in every format. It runs inside the act, so that a letter whose
# paper cannot be made takes no number.
Press = Callable[[Mapping[str, object]], Pressed]


@dataclass(frozen=True)
class IssuedLetter:
    """A letter that was issued: its record, number, date and papers by format."""

    letter_id: int
    letter_number: str
    letter_date: date
    papers: tuple[tuple[str, str], ...]
    check_code: str = ""


@act(ActName.ISSUE_LETTER)
def issue_letter(deed: Deed, draft: LetterDraft, press: Press) -> IssuedLetter:
    """Number a letter in its own series, print it, and freeze data and papers.

    Raises:
        LetterNotReadyError: the record has not reached the state the letter reports.
        LetterStaleError: the letter says of its document what the register no longer says.
        LetterExistsError: such a letter stands and was not withdrawn.
        FieldEmptyError: no addressee.
    """
    check_draft(draft)
    drawn = _draw(deed, draft)
    data = {
        **draft.data,
        "letter_number": drawn.printed,
        "letter_date": deed.today.isoformat(),
    }
    pressed = press(data)
    replaces_id = replaced_by(draft)
    letter_id = _insert(deed, draft, data, pressed, replaces_id)
    NumberEntry.update(letter=letter_id).where(NumberEntry.id == drawn.entry_id).execute()
    link_documents(letter_id, draft)
    for paper in pressed.papers:
        keep_stored_file(deed, paper.file)
        LetterPaper.insert(
            letter=letter_id, format=paper.format, stored_file=paper.file.sha256
        ).execute()
    hashes = tuple((paper.format, paper.file.sha256) for paper in pressed.papers)
    deed.record(
        "letter",
        letter_id,
        kind=draft.kind,
        letter_number=data["letter_number"],
        data_hash=letter_hash(draft.kind, data),
        papers=dict(hashes),
        documents=draft.documents,
        replaces_id=replaces_id,
        batch_id=draft.batch_id,
        wording_version=pressed.wording_version,
        wording_hash=pressed.wording_hash,
        check_code=pressed.check_code,
        checked=draft.checked,
    )
    return IssuedLetter(letter_id, drawn.printed, deed.today, hashes, pressed.check_code)


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


def _draw(deed: Deed, draft: LetterDraft) -> DrawnNumber:
    scheme = scheme_in_force(
        profile_in_force(deed), NumberKind.LETTER_NUMBER, deed.today, draft.kind
    )
    return draw_number(deed, scheme, _number_fields(deed, draft), NumberSubject())


def _number_fields(deed: Deed, draft: LetterDraft) -> NumberFields:
    """Letters carry the code of the office that writes them, not of the body that issued."""
    if draft.document_id is None:
        fields = office_fields(deed)
    else:
        fields = number_fields(deed, fetch(Document, draft.document_id).issuing_body)
    return replace(fields, code=office_in_force().letter_code)


def _insert(
    deed: Deed,
    draft: LetterDraft,
    data: Mapping[str, object],
    pressed: Pressed,
    replaces_id: int | None,
) -> int:
    number = str(data["letter_number"])
    return int(
        Letter.insert(
            uid=uuid4().hex,
            kind=draft.kind,
            document=draft.document_id,
            filing=draft.filing_id,
            review=draft.review_id,
            state=LetterState.ISSUED,
            letter_number=number,
            letter_number_key=normalise(number),
            letter_date=deed.today,
            addressee=draft.addressee,
            data=canonical_json(data),
            data_hash=letter_hash(draft.kind, data),
            issued_at=deed.at,
            issued_by=deed.person_id,
            heading=pressed.heading,
            copies=draft.copies,
            batch_id=draft.batch_id,
            replaces=replaces_id,
            wording_version=pressed.wording_version,
            wording_hash=pressed.wording_hash,
            style=pressed.style,
            check_code=pressed.check_code,
        ).execute()
    )
