"""The outcomes of a cleanup on the desk: their keys, their tones, what they still lack."""

from collections.abc import Iterator

from models.domain.cleanup import CleanupOutcome, CleanupReason
from models.queries.cleanup_entries import DecisionRow, SuggestionRow
from resources.terms import name_of
from ui.widgets.tokens import Tone

KEYS = {
    CleanupOutcome.KEEP: "1",
    CleanupOutcome.AMEND: "2",
    CleanupOutcome.REPEAL: "3",
    CleanupOutcome.DECLARE_LAPSED: "4",
    CleanupOutcome.ALREADY_ENDED: "5",
}
TONES = {
    CleanupOutcome.KEEP: Tone.OK,
    CleanupOutcome.AMEND: Tone.WAIT,
    CleanupOutcome.REPEAL: Tone.LATE,
    CleanupOutcome.DECLARE_LAPSED: Tone.GONE,
    CleanupOutcome.ALREADY_ENDED: Tone.GONE,
}


def lacking(decision: DecisionRow) -> Iterator[str]:
    """Yield what a result will still want to know of a decision."""
    if decision.outcome.wants_basis and not decision.basis:
        yield "依据"
    if decision.reason is CleanupReason.REPLACED and not decision.replacing_document:
        yield "代替的文件"
    if decision.outcome is CleanupOutcome.AMEND and decision.amendment_due_date is None:
        yield "修改期限"


def suggestion_words(suggestion: SuggestionRow) -> str:
    """Return why the program suggests an outcome."""
    fact = f"（{suggestion.fact}）" if suggestion.fact else ""
    return f"{name_of(suggestion.ground)}{fact}"
