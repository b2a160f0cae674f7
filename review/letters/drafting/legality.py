"""The opinion on the lawfulness of a draft (合法性审核意见书)."""

from datetime import date
from types import MappingProxyType

from models.domain.letter_terms import LegalityConclusion
from models.domain.terms import LetterSeries, RelationKind
from models.queries.document_page import document_page
from models.queries.office import profile
from resources.terms import name_of
from review.letters.drafting.proposed_letter import Proposals, ProposedLetter
from review.letters.drafting.sender import sender_fields
from review.letters.drafting.words import day_text, phrase
from review.letters.kinds.legality import LegalityOpinion


def propose_legality_opinion(document_id: int, day: date) -> ProposedLetter:
    """Return the opinion on a registered draft; a person writes what was found.

    Raises:
        DocumentMissingError: there is no such document.
    """
    page = document_page(document_id, profile(), day)
    facts = page.facts
    letter = LegalityOpinion(
        **sender_fields(day),
        addressee=facts.drafting_unit or facts.issuing_body_name,
        draft_title=facts.title,
        draft_version=phrase("version_of_day", day=day_text(facts.registered_date)),
        draft_hash=next((row.sha256[:12] for row in page.files), ""),
        submitted_date=None,
        complete_date=None,
        materials=tuple(name_of(row.kind) for row in page.evidence),
        reviewers=(),
        legal_adviser="",
        basis_laws=tuple(
            row.title
            for row in page.relations
            if row.kind is RelationKind.BASED_ON and not row.is_incoming
        ),
        issuer_view="",
        powers_view="",
        procedure_view="",
        content_view="",
        form_view="",
        findings=(),
        conclusion=LegalityConclusion.LAWFUL,
    )
    return ProposedLetter(LetterSeries.LEGALITY_OPINION, letter, document_id)


PROPOSALS: Proposals = MappingProxyType({LetterSeries.LEGALITY_OPINION: propose_legality_opinion})
