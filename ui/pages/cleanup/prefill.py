"""What a key decides: the outcome, with what the unit or the program already said for it."""

from collections import defaultdict
from collections.abc import Sequence

from models.domain.cleanup import CleanupOutcome, CleanupReason
from models.domain.cleanup_campaign import DecisionEntry, SuggestionGround
from models.queries.cleanup_entries import EntryRow
from ui.pages.cleanup.outcomes import suggestion_words

_REASONS = {
    SuggestionGround.EXPIRED: CleanupReason.TERM_OVER,
    SuggestionGround.REPLACED: CleanupReason.REPLACED,
    SuggestionGround.BASIS_REPEALED: CleanupReason.BASIS_ENDED,
    SuggestionGround.CITES_REPEALED: CleanupReason.CONFLICTS,
    SuggestionGround.OLD_ORGAN: CleanupReason.DUTIES_CHANGED,
    SuggestionGround.LONG_UNAMENDED: CleanupReason.UNSUITABLE,
}


def proposed(row: EntryRow, outcome: CleanupOutcome) -> DecisionEntry:
    """Return the decision that an outcome means for a document.

    A unit that proposes the same outcome has given reason, basis and day; else a suggestion of
    the program for this outcome gives its ground as basis. Otherwise they are left to be written.
    """
    opinion = row.opinion
    if opinion is not None and opinion.choice is outcome:
        is_amendment = outcome is CleanupOutcome.AMEND
        return DecisionEntry(
            outcome=outcome,
            reason=opinion.reason,
            basis=opinion.basis,
            replacing_document=opinion.replacing_document,
            amendment_due_date=opinion.planned_date if is_amendment else None,
        )
    for suggestion in row.suggestions:
        if suggestion.outcome is outcome and outcome is not CleanupOutcome.KEEP:
            is_replaced = suggestion.ground is SuggestionGround.REPLACED
            return DecisionEntry(
                outcome=outcome,
                reason=_REASONS[suggestion.ground],
                basis=suggestion_words(suggestion),
                replacing_document=suggestion.fact if is_replaced else "",
            )
    return DecisionEntry(outcome=outcome)


def as_written(row: EntryRow) -> DecisionEntry:
    """Return the decision on a document as it stands, else as the unit or the program proposes."""
    decision = row.decision
    if decision is not None:
        return DecisionEntry(
            outcome=decision.outcome,
            reason=decision.reason,
            basis=decision.basis,
            replacing_document=decision.replacing_document,
            responsible_unit=decision.responsible_unit,
            amendment_due_date=decision.amendment_due_date,
            remark=decision.remark,
        )
    if row.opinion is not None:
        return proposed(row, row.opinion.choice)
    if row.suggestions:
        return proposed(row, row.suggestions[0].outcome)
    return DecisionEntry(outcome=CleanupOutcome.KEEP)


def alike(
    rows: Sequence[EntryRow], outcome: CleanupOutcome
) -> dict[DecisionEntry, tuple[EntryRow, ...]]:
    """Return the rows by the decision an outcome means for them: one act each decides them."""
    groups: defaultdict[DecisionEntry, tuple[EntryRow, ...]] = defaultdict(tuple)
    for row in rows:
        groups[proposed(row, outcome)] += (row,)
    return dict(groups)
