"""Which letters the state of a review leaves open, and which were issued."""

from models.domain.letter_rules import RULES, Standing, Subject
from models.domain.lifecycle import LetterState
from models.domain.roles import ActName
from models.domain.terms import LetterSeries
from models.queries.document_rows import DocumentLetterRow
from models.queries.office import PersonRow
from models.queries.review_page import ReviewPage


def letters_to_write(page: ReviewPage, person: PersonRow) -> tuple[LetterSeries, ...]:
    """Return the kinds that can be written now, in the order of the work."""
    if not person.may(ActName.ISSUE_LETTER):
        return ()
    standing = {row.kind for row in issued_letters(page)}
    return tuple(
        kind
        for kind, rule in RULES.items()
        if rule.subject is Subject.REVIEW
        and page.state in rule.states
        and not (rule.standing is Standing.ONE and kind in standing)
        and not (kind in _AFTER_OPINION and LetterSeries.REVIEW_OPINION not in standing)
    )


def issued_letters(page: ReviewPage) -> tuple[DocumentLetterRow, ...]:
    """Return the letters that stand, in the order of their issue."""
    return tuple(row for row in page.letters if row.state is LetterState.ISSUED)


_AFTER_OPINION = frozenset(
    {
        LetterSeries.CORRECTION_ORDER_REQUEST,
        LetterSeries.CORRECTION_ORDER,
        LetterSeries.SUSPENSION_ORDER,
        LetterSeries.REVOCATION_DECISION,
    }
)
"""The government is asked only about an opinion that was sent."""
