"""The recipient's registration form (报送备案登记表) filled from the register, in its own order."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

import msgspec

from models.data_files import read_table
from models.domain.terms import EvidenceKind, IssuanceKind, RelationKind
from models.queries.document_rows import RelationRow
from models.queries.filing_statements import newest_statement
from models.queries.office import office
from resources import path_of
from resources.terms import name_in, name_of
from review.letters.drafting.filing_out import procedure_of
from review.letters.drafting.words import (
    day_text,
    phrase,
    titled_text,
    validity_text,
    with_number,
)
from review.outgoing.errors import FilingFormFaultyError, FilingFormUnknownError
from review.outgoing.facts import OutgoingFacts


class FormValue(StrEnum):
    """What of the register stands in a field."""

    FILING_BODY = "filing_body"
    RECIPIENT = "recipient"
    REPORT_NUMBER = "report_number"
    REPORT_DATE = "report_date"
    TITLE = "title"
    ISSUING_BODY = "issuing_body"
    JOINT_ISSUERS = "joint_issuers"
    DRAFTING_UNIT = "drafting_unit"
    DOCUMENT_NUMBER = "document_number"
    UNIFIED_NUMBER = "unified_number"
    DOCUMENT_CLASS = "document_class"
    DOCUMENT_KIND = "document_kind"
    ADOPTED_DATE = "adopted_date"
    SIGNER = "signer"
    PUBLISHED_DATE = "published_date"
    PUBLISHED_MEDIUM = "published_medium"
    EFFECTIVE_DATE = "effective_date"
    VALIDITY = "validity"
    EXPIRY_DATE = "expiry_date"
    IS_TRIAL = "is_trial"
    INTERPRETATION_BODY = "interpretation_body"
    BASES = "bases"
    CHANGES = "changes"
    NECESSITY = "necessity"
    MAIN_CONTENT = "main_content"
    PROCEDURE = "procedure"
    LEGALITY_RESULT = "legality_result"
    DISAGREEMENTS = "disagreements"
    COPIES = "copies"
    CONTACT_NAME = "contact_name"
    CONTACT_PHONE = "contact_phone"
    EMPTY = "empty"


@dataclass(frozen=True)
class FormField:
    """A field of a form: its label there, and what of the register stands in it."""

    label: str
    value: FormValue


@dataclass(frozen=True)
class RecipientForm:
    """The fields of a form in the order of the recipient."""

    name: str
    source: str
    verified: bool
    fields: tuple[FormField, ...]


@dataclass(frozen=True)
class FilledField:
    """A field with what stands in it; empty where the register knows nothing."""

    label: str
    content: str


def recipient_form(form_id: str) -> RecipientForm:
    """Read a form of the shelf.

    Raises:
        FilingFormUnknownError: the shelf has none of this name.
        FilingFormFaultyError: it asks for what a filing does not have.
        DataFileSyntaxError, DataFileUnreadableError: the file cannot be read.
    """
    shelf = {file.stem: file for file in path_of("filing_forms").glob("*.toml")}
    if form_id not in shelf:
        raise FilingFormUnknownError(name=form_id, known="、".join(sorted(shelf)))
    try:
        return msgspec.convert(read_table(shelf[form_id]), RecipientForm)
    except msgspec.ValidationError as fault:
        raise FilingFormFaultyError(name=f"{form_id}.toml", value=str(fault)) from fault


def filled_fields(facts: OutgoingFacts) -> tuple[FilledField, ...]:
    """Return the fields of the recipient's form as the register fills them, in its order.

    Raises:
        FilingFormUnknownError, FilingFormFaultyError: the form is not as it must be.
    """
    form = recipient_form(facts.recipient.form)
    values = {**_of_document(facts), **_of_filing(facts)}
    return tuple(FilledField(one.label, values.get(one.value, "")) for one in form.fields)


def _of_document(facts: OutgoingFacts) -> Mapping[FormValue, str]:
    page, record = facts.document, facts.document.facts
    media = [one.medium for one in page.issuances if one.kind is IssuanceKind.PUBLISHED]
    others = [one.name for one in page.joint_issuers if not one.is_lead]
    return {
        FormValue.TITLE: record.title,
        FormValue.ISSUING_BODY: record.issuing_body_name,
        FormValue.JOINT_ISSUERS: "、".join(others),
        FormValue.DRAFTING_UNIT: record.drafting_unit,
        FormValue.DOCUMENT_NUMBER: record.document_number,
        FormValue.UNIFIED_NUMBER: record.unified_number,
        FormValue.DOCUMENT_CLASS: name_of(record.document_class),
        FormValue.DOCUMENT_KIND: record.document_kind,
        FormValue.ADOPTED_DATE: day_text(record.adopted_date),
        FormValue.SIGNER: record.signer,
        FormValue.PUBLISHED_DATE: day_text(record.published_date),
        FormValue.PUBLISHED_MEDIUM: "、".join(dict.fromkeys(media)),
        FormValue.EFFECTIVE_DATE: day_text(record.effective_date),
        FormValue.VALIDITY: validity_text(record.validity_term, record.expiry_date),
        FormValue.EXPIRY_DATE: day_text(record.expiry_date),
        FormValue.IS_TRIAL: name_in("YesNo", "yes" if record.is_trial else "no"),
        FormValue.INTERPRETATION_BODY: record.interpretation_body,
        FormValue.BASES: "；".join(_related(page.relations, is_basis=True)),
        FormValue.CHANGES: "；".join(_related(page.relations, is_basis=False)),
        FormValue.PROCEDURE: _procedure(facts),
        FormValue.LEGALITY_RESULT: _legality(facts),
    }


def _of_filing(facts: OutgoingFacts) -> Mapping[FormValue, str]:
    report, sender = facts.report, office()
    written = newest_statement(facts.document.facts.id)
    return {
        FormValue.FILING_BODY: facts.document.facts.issuing_body_name,
        FormValue.RECIPIENT: facts.addressee or facts.recipient.title,
        FormValue.REPORT_NUMBER: report.letter_number if report else "",
        FormValue.REPORT_DATE: day_text(report.letter_date) if report else "",
        FormValue.NECESSITY: written.necessity if written else "",
        FormValue.MAIN_CONTENT: written.main_content if written else "",
        FormValue.DISAGREEMENTS: written.disagreements if written else "",
        FormValue.COPIES: str(facts.filing.row.copies),
        FormValue.CONTACT_NAME: sender.contact_name,
        FormValue.CONTACT_PHONE: sender.contact_phone,
    }


def _related(rows: tuple[RelationRow, ...], *, is_basis: bool) -> list[str]:
    chosen = [
        row
        for row in rows
        if not row.is_incoming and (row.kind is RelationKind.BASED_ON) is is_basis
    ]
    return [
        titled_text(row.title, row.number)
        if is_basis
        else phrase("relation_to", relation=name_of(row.kind), document=_document(row))
        for row in chosen
    ]


def _document(row: RelationRow) -> str:
    return titled_text(row.title, row.number) + row.clause


def _procedure(facts: OutgoingFacts) -> str:
    steps = (
        with_number(step.step, "，".join(filter(None, (step.time, step.result))))
        for step in procedure_of(facts.document.evidence)
    )
    return "；".join(steps)


def _legality(facts: OutgoingFacts) -> str:
    proofs = [one for one in facts.document.evidence if one.kind is EvidenceKind.LEGALITY_REVIEW]
    return with_number(proofs[-1].result, proofs[-1].reference) if proofs else ""
