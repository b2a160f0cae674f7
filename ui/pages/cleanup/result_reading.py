"""What the result tab of a cleanup reads at once, in the store lane, and how its paper is drawn."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from models.domain.cleanup_campaign import IN_WORK
from models.domain.cleanup_result import ResultTerms
from models.domain.lifecycle import CampaignState
from models.domain.terms import ValidityStatus
from models.queries.cleanup import campaign
from models.queries.cleanup_letters import DecisionLetter, decision_letter
from models.queries.cleanup_results import (
    LookBack,
    ResultPreview,
    ResultRow,
    look_back,
    result_of,
    result_preview,
    standing_counts,
)
from models.queries.office import today
from resources.terms import name_of
from review.letters.compose import compose
from review.letters.drafting.cleanup_decision import DecisionPaper, propose_cleanup_decision
from review.letters.drafting.proposed_letter import ProposedLetter
from review.letters.office_style import style_in_force
from review.letters.pdf_writer import write_pdf
from review.letters.press import WRITERS
from review.letters.style import LetterStyle
from review.letters.wording_in_force import wording_in_force
from ui.parts.papers.file_names import paper_stem
from ui.parts.saving import save_copy

_A_DAY = timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class StandingChange:
    """How many documents of the list had a status before the result took effect, and after."""

    status: ValidityStatus
    before: int
    after: int


@dataclass(frozen=True, kw_only=True)
class ResultShown:
    """A result before it is applied, or as it was applied with what is open after it.

    Attributes:
        preview: The result as it would be applied with ``terms``; None once it was applied.
        letter: The decision of the office by which it goes out, if it was issued.
        applied: The result as it was applied.
    """

    campaign_id: int
    state: CampaignState
    day: date
    terms: ResultTerms
    preview: ResultPreview | None
    letter: DecisionLetter | None
    applied: ResultRow | None
    changes: tuple[StandingChange, ...]
    later: LookBack | None

    @property
    def may_change(self) -> bool:
        """Whether decisions may still change."""
        return self.state in IN_WORK

    @property
    def is_ready(self) -> bool:
        """Whether nothing keeps the result from being decided and applied."""
        return self.preview is not None and self.preview.is_ready


@dataclass(frozen=True)
class DecisionDraft:
    """The decision as it would be issued, with its paper as it would be printed."""

    paper: DecisionPaper
    proposed: ProposedLetter
    style: LetterStyle
    wording: str
    pdf: bytes = b""


def usual_terms(campaign_id: int) -> ResultTerms:
    """Return the terms a result has while nobody says otherwise: from today, to the scope's end."""
    page = campaign(campaign_id)
    last = (page.scope.issued_to if page.scope else None) or page.scope_date or today()
    return ResultTerms(effect_date=today(), cutoff_date=last)


def read_result(campaign_id: int, terms: ResultTerms | None) -> ResultShown:
    """Read the result of a cleanup; a letter that was issued says its terms.

    Raises:
        CampaignMissingError: there is no such cleanup.
    """
    day = today()
    applied = result_of(campaign_id)
    letter = decision_letter(campaign_id) if applied is None else None
    said = letter.terms if letter else terms or usual_terms(campaign_id)
    return ResultShown(
        campaign_id=campaign_id,
        state=campaign(campaign_id).row.state,
        day=day,
        terms=said,
        preview=result_preview(campaign_id, said) if applied is None else None,
        letter=letter,
        applied=applied,
        changes=_changes(campaign_id, applied) if applied else (),
        later=look_back(campaign_id, day) if applied else None,
    )


def propose_decision(campaign_id: int, paper: DecisionPaper) -> DecisionDraft:
    """Return the decision to be drawn, with the office's wording and style.

    Raises:
        LetterFactMissingError: nothing was decided, or it is not known what ordered the cleanup.
    """
    proposed = propose_cleanup_decision(campaign_id, paper, today())
    wording = wording_in_force(proposed.kind.value).text
    return DecisionDraft(paper, proposed, style_in_force(), wording)


def draw_decision(draft: DecisionDraft) -> DecisionDraft:
    """Return the decision with its paper."""
    model = compose(draft.proposed.letter, wording=draft.wording)
    return replace(draft, pdf=write_pdf(model, draft.style))


def save_draft(draft: DecisionDraft, paper_format: str, target: Path) -> Path:
    """Save the decision as a draft without a number of this office.

    Raises:
        FileNotSavedError: the folder is full, missing, or not to be written to.
    """
    model = compose(draft.proposed.letter, wording=draft.wording)
    return save_copy(target, WRITERS[paper_format](model, draft.style))


def draft_stem(draft: DecisionDraft) -> str:
    """Return what the file of a draft is called."""
    return paper_stem(f"{name_of(draft.proposed.kind)}（草稿）", draft.proposed.letter.office_name)


def _changes(campaign_id: int, applied: ResultRow) -> tuple[StandingChange, ...]:
    before = standing_counts(campaign_id, applied.effect_date - _A_DAY)
    after = standing_counts(campaign_id, applied.effect_date)
    return tuple(
        StandingChange(status=one, before=before.get(one, 0), after=after.get(one, 0))
        for one in ValidityStatus
        if one in before or one in after
    )
