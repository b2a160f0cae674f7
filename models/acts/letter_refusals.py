"""What stands against issuing a letter: the record's state, a letter that stands, stale facts."""

from peewee import Expression

from models.acts.letter_draft import LetterDraft
from models.acts.lookup import fetch, require
from models.acts.refusals import (
    LetterExistsError,
    LetterNotReadyError,
    LetterStaleError,
    LetterWithdrawnError,
)
from models.domain.letter_rules import RULES, LetterRule, Standing, Subject
from models.domain.lifecycle import LetterState
from models.tables.documents import Document
from models.tables.filings import Filing, Review
from models.tables.letters import Letter, LetterDocument

# What a letter about one document copies from its record, by the name both have it under.
_COPIED = {
    "document_title": "title",
    "document_number": "document_number",
    "unified_number": "unified_number",
}


def check_draft(draft: LetterDraft) -> None:
    """Refuse a letter that the register knows better than to issue.

    Raises:
        FieldEmptyError: no addressee.
        RecordMissingError: a document it is about is not there.
        LetterNotReadyError: the record has not reached the state the letter reports.
        LetterStaleError: the letter says of its document what the register no longer says.
        LetterExistsError: such a letter stands and was not withdrawn.
    """
    require(addressee=draft.addressee)
    rule = RULES[draft.kind]
    for document_id in draft.documents:
        fetch(Document, document_id)
    _check_state(draft, rule)
    _refuse_stale(draft)
    _refuse_second(draft, rule)


def fetch_standing(letter_id: int) -> Letter:
    """Return a letter that was not withdrawn.

    Raises:
        RecordMissingError: there is no such letter.
        LetterWithdrawnError: it was withdrawn.
    """
    letter = fetch(Letter, letter_id)
    if letter.state != LetterState.ISSUED:
        raise LetterWithdrawnError(number=letter.letter_number)
    return letter


def replaced_by(draft: LetterDraft) -> int | None:
    """Return the withdrawn letter that the draft stands for, if there is one.

    Raises:
        RecordMissingError: the letter named is not there.
        LetterExistsError: it was not withdrawn.
    """
    if draft.replaces_id is not None:
        named = fetch(Letter, draft.replaces_id)
        if named.state != LetterState.WITHDRAWN:
            raise LetterExistsError(number=named.letter_number)
        return draft.replaces_id
    if draft.document_id is None and draft.filing_id is None and draft.review_id is None:
        return None
    followed = Letter.alias()
    latest = (
        Letter.select(Letter.id)
        .where(
            *_same_record(draft),
            Letter.state == LetterState.WITHDRAWN,
            Letter.id.not_in(
                followed.select(followed.replaces).where(followed.replaces.is_null(is_null=False))
            ),
        )
        .order_by(Letter.id.desc())
        .first()
    )
    return None if latest is None else int(latest.id)


def _check_state(draft: LetterDraft, rule: LetterRule) -> None:
    if rule.subject is Subject.ANYTHING:
        return
    state = _state_reached(draft, rule.subject)
    if state is None or (rule.states and state not in rule.states):
        raise LetterNotReadyError(kind=draft.kind, state=state or "")


def _state_reached(draft: LetterDraft, subject: Subject) -> str | None:
    """Return the state of the record the letter needs, None when it names none."""
    match subject:
        case Subject.FILING:
            return _state_of(Filing, draft.filing_id)
        case Subject.REVIEW:
            return _state_of(Review, draft.review_id)
        case Subject.DOCUMENT:
            return _making_state_of(draft.document_id)
        case _:
            return "" if draft.documents else None


def _state_of(table: type[Filing] | type[Review], record_id: int | None) -> str | None:
    return None if record_id is None else str(fetch(table, record_id).state)


def _making_state_of(document_id: int | None) -> str | None:
    return None if document_id is None else str(fetch(Document, document_id).making_state)


def _refuse_stale(draft: LetterDraft) -> None:
    """The record may have been corrected between the proposal and the issue."""
    if draft.document_id is None:
        return
    document = fetch(Document, draft.document_id)
    for name, column in _COPIED.items():
        written = draft.data.get(name)
        kept = str(getattr(document, column) or "")
        if written is not None and str(written).strip() != kept.strip():
            raise LetterStaleError(field=name, written=written, kept=kept)


def _refuse_second(draft: LetterDraft, rule: LetterRule) -> None:
    if rule.standing is Standing.MANY:
        return
    conditions = [*_same_record(draft), Letter.state == LetterState.ISSUED]
    if rule.standing is Standing.ONE_AN_ADDRESSEE:
        conditions.append(Letter.addressee == draft.addressee)
    standing = Letter.get_or_none(*conditions)
    if standing is not None:
        raise LetterExistsError(number=standing.letter_number)


def _same_record(draft: LetterDraft) -> list[Expression]:
    pairs = (
        (Letter.document, draft.document_id),
        (Letter.filing, draft.filing_id),
        (Letter.review, draft.review_id),
    )
    same = [column.is_null() if key is None else column == key for column, key in pairs]
    return [Letter.kind == draft.kind, *same]


def link_documents(letter_id: int, draft: LetterDraft) -> None:
    """Keep which documents a letter is about."""
    for position, document_id in enumerate(dict.fromkeys(draft.documents), start=1):
        LetterDocument.insert(letter=letter_id, document=document_id, position=position).execute()
