"""A clerk corrects what was entered wrongly; old and new values stay in the trail (更正)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from models.acts.life_lines import redraw
from models.acts.lookup import fetch, require, require_order
from models.acts.outgoing_duties import follow_publication
from models.acts.performing import Deed, act
from models.acts.receive_filing import timeliness
from models.acts.refusals import FieldNotCorrectableError, RecordChangedError
from models.domain.document_number import normalise
from models.domain.roles import ActName
from models.domain.titles import title_key
from models.domain.validity import ValidityTerm
from models.kept_profiles import kept_profile
from models.recorded_lives import term_in
from models.tables.documents import Document
from models.tables.filings import Filing


class CorrectableField(StrEnum):
    """A field of a document that a correction may change; numbers and states have own acts."""

    TITLE = "title"
    DOCUMENT_KIND = "document_kind"
    DOCUMENT_NUMBER = "document_number"
    SITE_INDEX_NUMBER = "site_index_number"
    DRAFTING_UNIT = "drafting_unit"
    ADDRESSEE = "addressee"
    SIGNER = "signer"
    INTERPRETATION_BODY = "interpretation_body"
    EARLY_EFFECT_REASON = "early_effect_reason"
    SIGNED_DATE = "signed_date"
    ADOPTED_DATE = "adopted_date"
    PUBLISHED_DATE = "published_date"
    EFFECTIVE_DATE = "effective_date"
    IS_TRIAL = "is_trial"
    IS_MARKET_RELATED = "is_market_related"
    HAS_MAJOR_EFFECT = "has_major_effect"
    VALIDITY_TERM = "validity_term"


_DATES = {
    CorrectableField.SIGNED_DATE,
    CorrectableField.ADOPTED_DATE,
    CorrectableField.PUBLISHED_DATE,
    CorrectableField.EFFECTIVE_DATE,
}
_FLAGS = {
    CorrectableField.IS_TRIAL,
    CorrectableField.IS_MARKET_RELATED,
    CorrectableField.HAS_MAJOR_EFFECT,
}
_MAY_BE_NULL = {CorrectableField.DOCUMENT_NUMBER, CorrectableField.SITE_INDEX_NUMBER}


@dataclass(frozen=True)
class Correction:
    """The new value of one field."""

    field: CorrectableField
    value: str | date | bool | ValidityTerm | None


@act(ActName.CORRECT_RECORD)
def correct_record(
    deed: Deed, document_id: int, revision: int, corrections: tuple[Correction, ...], reason: str
) -> int:
    """Correct fields of a document as it stood at a revision and return the new revision.

    Raises:
        FieldEmptyError: no reason is given, or the title would be empty.
        RecordChangedError: somebody else has changed the document since.
        FieldNotCorrectableError: a value is not of the field's kind.
        DateOrderError: the dates would contradict each other.
    """
    require(reason=reason)
    document = fetch(Document, document_id)
    if document.revision != revision:
        raise RecordChangedError(record="document", id=document_id)
    before: dict[str, object] = {}
    changes: dict[str, object] = {}
    for correction in corrections:
        before[correction.field] = _value_of(document, correction.field)
        changes |= _columns(correction)
    changes["revision"] = revision + 1
    Document.update(**changes).where(Document.id == document_id).execute()
    corrected = fetch(Document, document_id)
    _check_and_recompute(corrected)
    filings = follow_publication(deed, corrected, document.published_date)
    after = {correction.field: correction.value for correction in corrections}
    told = {"filings_due": filings} if filings else {}
    deed.record("document", document_id, before=before, after=after, reason=reason, **told)
    return revision + 1


def _value_of(document: Document, field: CorrectableField) -> object:
    if field is CorrectableField.VALIDITY_TERM:
        return term_in(
            document.validity_kind, document.validity_amount, document.validity_until_date
        )
    return getattr(document, field)


def _columns(correction: Correction) -> dict[str, object]:
    field, value = correction.field, correction.value
    if not _fits(field, value):
        raise FieldNotCorrectableError(field=field)
    if field is CorrectableField.VALIDITY_TERM:
        return _term_columns(value)
    if isinstance(value, str):
        value = value.strip()
    columns: dict[str, object] = {field.value: value}
    if field is CorrectableField.TITLE:
        require(title=str(value))
        columns["title_key"] = title_key(str(value))
    if field in _MAY_BE_NULL:
        columns[field.value] = value or None
    if field is CorrectableField.DOCUMENT_NUMBER:
        columns["document_number_key"] = normalise(str(value)) if value else None
    return columns


def _fits(field: CorrectableField, value: object) -> bool:
    if field is CorrectableField.VALIDITY_TERM:
        return value is None or isinstance(value, ValidityTerm)
    if field in _DATES:
        return value is None or isinstance(value, date)
    return isinstance(value, bool) if field in _FLAGS else isinstance(value, str)


def _term_columns(value: object) -> dict[str, object]:
    term = value if isinstance(value, ValidityTerm) else None
    return {
        "validity_kind": term.kind if term else None,
        "validity_amount": (term.amount or None) if term else None,
        "validity_until_date": term.until_date if term else None,
    }


def _check_and_recompute(document: Document) -> None:
    require_order("adopted_date", document.adopted_date, "published_date", document.published_date)
    redraw([document.id])
    for filing in Filing.select().where(Filing.document == document.id):
        profile = kept_profile(filing.profile_id, filing.profile_version)
        counted = timeliness(profile, document.published_date, filing.received_date)
        Filing.update(**counted).where(Filing.id == filing.id).execute()
