"""Papers by which the office files documents upward (报送备案)."""

import re
from datetime import date
from types import MappingProxyType

from models.domain.lifecycle import LetterState
from models.domain.profile import OutgoingRecipient, Profile
from models.domain.terms import (
    EvidenceKind,
    FilingRecipient,
    LetterSeries,
    MaterialKind,
    RelationKind,
)
from models.queries.document_page import document_page
from models.queries.document_rows import DocumentFacts, DocumentPage, EvidenceRow, RelationRow
from models.queries.filing_statements import newest_statement
from models.queries.letters import letter_page
from models.queries.office import office, profile
from resources.terms import name_in, name_of
from review.letters.drafting.proposed_letter import Proposals, ProposedLetter, stated
from review.letters.drafting.words import phrase, span_text, validity_text, with_number
from review.letters.kinds.filing_out import (
    CopiesRow,
    FilingReport,
    FilingStatement,
    ProcedureRow,
    RelatedDocumentRow,
)

_PROCEDURE = (
    EvidenceKind.PUBLIC_COMMENT,
    EvidenceKind.HEARING,
    EvidenceKind.EXPERT_ARGUMENT,
    EvidenceKind.RISK_ASSESSMENT,
    EvidenceKind.FAIR_COMPETITION_REVIEW,
    EvidenceKind.LEGALITY_REVIEW,
    EvidenceKind.COLLECTIVE_DELIBERATION,
)
"""The steps a filing statement tells, in the order they are taken."""

_GOVERNMENT = "人民政府"
_RANK = re.compile(r"(?:上一级|上级|本级|省|市|县|区)?人民(?:政府|代表大会)")


def propose_filing_reports(document_id: int, day: date) -> tuple[ProposedLetter, ...]:
    """Return the filing reports (备案报告) of a published document, one for each recipient.

    Raises:
        DocumentMissingError: there is no such document.
        LetterFactMissingError: no publication date was entered.
    """
    rules = profile()
    page = document_page(document_id, rules, day)
    return tuple(
        _report(page, rules, recipient, day) for recipient in rules.outgoing_recipients.value
    )


def propose_filing_report(document_id: int, day: date) -> ProposedLetter:
    """Return the report to the first recipient that has none yet, else to the first of all.

    Raises:
        DocumentMissingError: there is no such document.
        LetterFactMissingError: no publication date was entered.
    """
    proposed = propose_filing_reports(document_id, day)
    page = document_page(document_id, profile(), day)
    standing = [
        letter
        for letter in page.letters
        if letter.kind is LetterSeries.FILING_REPORT and letter.state is LetterState.ISSUED
    ]
    informed = {letter_page(letter.id).addressee for letter in standing}
    waiting = [one for one in proposed if one.letter.addressee not in informed]
    # A recipient without a name of its own is told from the others by the count alone.
    return waiting[0] if waiting else proposed[min(len(standing), len(proposed) - 1)]


def propose_report_to(document_id: int, to: OutgoingRecipient, day: date) -> ProposedLetter:
    """Return the filing report of a published document to one recipient.

    Raises:
        DocumentMissingError: there is no such document.
        LetterFactMissingError: no publication date was entered.
    """
    rules = profile()
    return _report(document_page(document_id, rules, day), rules, to, day)


def draft_filing_statement(document_id: int, day: date) -> FilingStatement:
    """Return the statement (备案说明) that goes with a filing report, with what was written for it.

    Raises:
        DocumentMissingError: there is no such document.
        LetterFactMissingError: no publication date was entered.
    """
    page = document_page(document_id, profile(), day)
    facts, written = page.facts, newest_statement(document_id)
    return FilingStatement(
        office_name=facts.issuing_body_name,
        letter_date=day,
        document_title=facts.title,
        document_number=facts.document_number,
        unified_number=facts.unified_number,
        adopted_date=facts.adopted_date,
        published_date=stated("published_date", facts.published_date),
        effective_date=facts.effective_date,
        necessity=written.necessity if written else "",
        bases=_bases(page),
        procedure=procedure_of(page.evidence),
        main_content=written.main_content if written else "",
        disagreements=written.disagreements if written else "",
        early_effect_reason=facts.early_effect_reason,
        related=tuple(_related(row) for row in page.relations if _changes_another(row)),
        validity=validity_text(facts.validity_term, facts.expiry_date),
    )


def procedure_of(evidence: tuple[EvidenceRow, ...]) -> tuple[ProcedureRow, ...]:
    """Return the steps of the procedure that the record proves, in the order they are taken."""
    return tuple(
        ProcedureRow(
            step=name_of(row.kind),
            time=span_text(row.start_date, row.end_date),
            result=with_number(row.result or row.note, row.reference),
        )
        for kind in _PROCEDURE
        for row in evidence
        if row.kind is kind
    )


def _report(
    page: DocumentPage, rules: Profile, recipient: OutgoingRecipient, day: date
) -> ProposedLetter:
    facts, sender = page.facts, office()
    copies = rules.outgoing_copies(recipient)
    report = FilingReport(
        letter_number=name_in("Placeholder", "letter_number"),
        addressee=recipient_name(recipient, sender.government_name),
        signer="",
        document_title=facts.title,
        document_number=facts.document_number,
        unified_number=facts.unified_number,
        published_date=stated("published_date", facts.published_date),
        effective_date=facts.effective_date,
        validity=validity_text(facts.validity_term, facts.expiry_date),
        papers=tuple(
            CopiesRow(name=name_of(kind), copies=copies)
            for kind in rules.outgoing_materials(recipient)
            if kind not in {MaterialKind.FILING_REPORT, MaterialKind.ELECTRONIC_TEXT}
        ),
        states_content=rules.filing_report_states_content.value,
        purpose="",
        bases=_bases(page),
        main_content="",
        legality_result=_legality_result(page),
        copy_to=(),
        printing_office=_printing_office(facts),
        contact_name=sender.contact_name,
        contact_phone=sender.contact_phone,
        office_name=facts.issuing_body_name,
        letter_date=day,
    )
    return ProposedLetter(LetterSeries.FILING_REPORT, report, facts.id)


def recipient_name(recipient: OutgoingRecipient, government_name: str) -> str:
    """Return the recipient's name; a profile for many places may tell no more than its rank."""
    if not _RANK.match(recipient.title):
        return recipient.title
    is_congress = recipient.recipient is FilingRecipient.PEER_PC_STANDING_COMMITTEE
    area = government_name.removesuffix(_GOVERNMENT)
    return phrase("congress_of", area=area) if is_congress and area else ""


def _printing_office(facts: DocumentFacts) -> str:
    """Return who prints the reports of a government; other bodies print their own."""
    if facts.issuing_body_name.endswith(_GOVERNMENT):
        return phrase("office_of", body=facts.issuing_body_name)
    return facts.issuing_body_name


def _bases(page: DocumentPage) -> tuple[str, ...]:
    return tuple(
        row.title
        for row in page.relations
        if row.kind is RelationKind.BASED_ON and not row.is_incoming
    )


def _legality_result(page: DocumentPage) -> str:
    proofs = [row for row in page.evidence if row.kind is EvidenceKind.LEGALITY_REVIEW]
    return with_number(proofs[-1].result, proofs[-1].reference) if proofs else ""


def _changes_another(row: RelationRow) -> bool:
    return not row.is_incoming and row.kind is not RelationKind.BASED_ON


def _related(row: RelationRow) -> RelatedDocumentRow:
    return RelatedDocumentRow(
        relation=name_of(row.kind), title=row.title, number=row.number, clause=row.clause
    )


PROPOSALS: Proposals = MappingProxyType({LetterSeries.FILING_REPORT: propose_filing_report})
