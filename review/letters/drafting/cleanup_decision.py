"""The decision that ends a cleanup (清理结果决定), its annexes taken from the documents decided."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from models.domain.cleanup import CleanupOutcome
from models.domain.cleanup_result import ResultTerms
from models.domain.letter_terms import CleanupOpinion
from models.domain.terms import LetterSeries
from models.queries.cleanup import campaign
from models.queries.cleanup_entries import DecisionRow, EntryRow, entries
from review.letters.drafting.proposed_letter import ProposedLetter
from review.letters.drafting.sender import sender_fields
from review.letters.drafting.words import day_text, phrase
from review.letters.errors import LetterFactMissingError
from review.letters.kinds.cleanup import CleanedList, CleanedRow, CleanupDecision

_OPINIONS = {
    CleanupOutcome.KEEP: CleanupOpinion.RETAIN,
    CleanupOutcome.AMEND: CleanupOpinion.AMEND,
    CleanupOutcome.REPEAL: CleanupOpinion.REPEAL,
    CleanupOutcome.DECLARE_LAPSED: CleanupOpinion.DECLARE_LAPSED,
    CleanupOutcome.ALREADY_ENDED: CleanupOpinion.ALREADY_ENDED,
}


@dataclass(frozen=True, kw_only=True)
class DecisionPaper:
    """What the paper of a result says that the cleanup itself does not know.

    Attributes:
        decided_by: Who decides; empty for the office itself.
        decision_number: Its number, where another office numbers it; empty for the office's own.
        addressee: To whom it is sent; empty for the usual words.
        meeting: Where it was adopted; may be empty.
        mandate: What ordered the cleanup, as the part of a sentence after 根据; empty for what
            was written when it was opened.
        printing_office: Who prints it; empty for who decides.
    """

    terms: ResultTerms
    decided_by: str = ""
    decision_number: str = ""
    addressee: str = ""
    meeting: str = ""
    mandate: str = ""
    copy_to: tuple[str, ...] = ()
    printing_office: str = ""


def propose_cleanup_decision(campaign_id: int, paper: DecisionPaper, day: date) -> ProposedLetter:
    """Return the decision of a cleanup, dated on a day; undecided documents are on no list.

    Raises:
        CampaignMissingError: there is no such cleanup.
        LetterFactMissingError: nothing was decided, or it is not known what ordered the cleanup.
    """
    page = campaign(campaign_id)
    rows = [row for row in entries(campaign_id, day) if row.decision is not None]
    lists = tuple(_lists(rows))
    if not lists:
        raise LetterFactMissingError(field="lists")
    mandate = paper.mandate or page.mandate
    if not mandate:
        raise LetterFactMissingError(field="mandate")
    fields = sender_fields(day)
    decided_by = paper.decided_by or fields["office_name"]
    fields["office_name"] = decided_by
    if paper.decision_number:
        fields["letter_number"] = paper.decision_number
    letter = CleanupDecision(
        **fields,
        addressee=paper.addressee or phrase("cleanup_addressee"),
        mandate=mandate,
        cutoff_date=paper.terms.cutoff_date,
        meeting=paper.meeting,
        lists=lists,
        amendment_date=_last_amendment(rows, paper.terms.effect_date),
        effect_date=paper.terms.effect_date,
        ends_unlisted=paper.terms.ends_unlisted,
        copy_to=paper.copy_to,
        printing_office=paper.printing_office or decided_by,
    )
    ids = tuple(row.document_id for row in rows)
    return ProposedLetter(
        LetterSeries.CLEANUP_DECISION,
        letter,
        ids[0] if len(ids) == 1 else None,
        document_ids=ids,
    )


def _lists(rows: Iterable[EntryRow]) -> Iterable[CleanedList]:
    decided = [(row, row.decision) for row in rows if row.decision is not None]
    for outcome, opinion in _OPINIONS.items():
        documents = tuple(
            _row(row, decision) for row, decision in decided if decision.outcome is outcome
        )
        if documents:
            yield CleanedList(opinion=opinion, documents=documents)


def _row(row: EntryRow, decision: DecisionRow) -> CleanedRow:
    return CleanedRow(
        title=row.title,
        document_number=row.document_number,
        unified_number=row.unified_number,
        published_date=row.issued_date,
        implementing_department=row.unit_name,
        remark=_remark(row, decision),
    )


def _remark(row: EntryRow, decision: DecisionRow) -> str:
    """Return what the annex says beside a document: why it ends, or who amends it and by when."""
    if decision.outcome is CleanupOutcome.AMEND and decision.amendment_due_date is not None:
        unit, day = decision.responsible_unit, day_text(decision.amendment_due_date)
        if unit in ("", row.unit_name):
            return phrase("amended_until", day=day)
        return phrase("amended_by", unit=unit, day=day)
    if not decision.outcome.wants_basis:
        return ""
    if decision.replacing_document:
        return phrase("replaced_by", document=decision.replacing_document)
    return decision.basis


def _last_amendment(rows: Iterable[EntryRow], effect_date: date) -> date:
    days = (
        row.decision.amendment_due_date
        for row in rows
        if row.decision is not None and row.decision.amendment_due_date is not None
    )
    return max(days, default=effect_date)
