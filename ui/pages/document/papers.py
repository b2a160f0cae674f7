"""Which papers can be made about a document as it stands."""

from models.domain.lifecycle import MakingState
from models.domain.records import Origin
from models.domain.roles import ActName
from models.domain.terms import LetterSeries
from models.queries.document_rows import DocumentPage
from models.queries.office import PersonRow

_ANSWERS = (
    LetterSeries.SUGGESTION_ACKNOWLEDGEMENT,
    LetterSeries.SUGGESTION_SUPPLEMENT,
    LetterSeries.SUGGESTION_DECLINED,
    LetterSeries.SUGGESTION_REPLY,
)


def sheets_about(page: DocumentPage) -> tuple[str, ...]:
    """Return the kinds of sheet that can be printed, in the order of the document's life."""
    reported = ("filing_statement",) if _is_reported(page) else ()
    cleaned = ("cleanup_opinion_sheet",) if _is_in_force(page) else ()
    return (*reported, *cleaned, "dossier_cover", "dossier_contents")


def letters_about(page: DocumentPage, person: PersonRow) -> tuple[LetterSeries, ...]:
    """Return the kinds of letter that can be issued, in the order of the document's life."""
    state = page.facts.making_state
    if state is MakingState.NOT_REGISTERED or not person.may(ActName.ISSUE_LETTER):
        return ()
    is_draft = page.facts.origin is Origin.OWN and page.facts.published_date is None
    if is_draft:
        return (LetterSeries.LEGALITY_OPINION,)
    reported = (LetterSeries.FILING_REPORT,) if _is_reported(page) else ()
    evaluated = (LetterSeries.EVALUATION_NOTICE,) if _is_in_force(page) else ()
    return (*reported, *evaluated, *_ANSWERS)


def _is_reported(page: DocumentPage) -> bool:
    """Reports go up once the document is published."""
    return page.facts.origin is Origin.OWN and page.facts.published_date is not None


def _is_in_force(page: DocumentPage) -> bool:
    return page.facts.effective_date is not None and page.validity.status.is_in_force
