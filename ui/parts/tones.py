"""The tone of every state, so that a state looks the same on every page."""

from models.domain.evaluation import EvaluationFollowUp
from models.domain.lifecycle import (
    EvaluationState,
    FilingState,
    LetterState,
    MakingState,
    ReviewState,
)
from models.domain.terms import ValidityStatus
from models.queries.lives import DocumentLife
from resources.terms import name_of
from ui.widgets.tokens import Tone

MAKING_TONES = {
    MakingState.REGISTERED: Tone.WAIT,
    MakingState.NOT_REGISTERED: Tone.GONE,
    MakingState.NUMBERED: Tone.WAIT,
    MakingState.PRINTED: Tone.WAIT,
    MakingState.PUBLISHED: Tone.OK,
    MakingState.RECEIVED: Tone.PLAIN,
}
VALIDITY_TONES = {
    ValidityStatus.EFFECTIVE: Tone.OK,
    ValidityStatus.NOT_YET_EFFECTIVE: Tone.PLAIN,
    ValidityStatus.AMENDED: Tone.OK,
    ValidityStatus.REPEALED: Tone.GONE,
    ValidityStatus.LAPSED: Tone.GONE,
}
FILING_TONES = {
    FilingState.RECEIVED: Tone.WAIT,
    FilingState.DEFERRED: Tone.WAIT,
    FilingState.REGISTERED: Tone.OK,
    FilingState.REFUSED: Tone.GONE,
}
REVIEW_TONES = {
    ReviewState.UNDER_REVIEW: Tone.WAIT,
    ReviewState.CONCLUDED_OK: Tone.OK,
    ReviewState.CONCLUDED_REMARK: Tone.PLAIN,
    ReviewState.CONCLUDED_DEFECT: Tone.LATE,
}
EVALUATION_TONES = {
    EvaluationState.PLANNED: Tone.WAIT,
    EvaluationState.STARTED: Tone.WAIT,
    EvaluationState.SCORED: Tone.WAIT,
    EvaluationState.CONCLUDED: Tone.OK,
    EvaluationState.WITHDRAWN: Tone.GONE,
}
FOLLOW_UP_TONES = {
    EvaluationFollowUp.NOTHING_OWED: Tone.PLAIN,
    EvaluationFollowUp.OWED: Tone.WAIT,
    EvaluationFollowUp.DONE: Tone.OK,
    EvaluationFollowUp.OVERTAKEN: Tone.LATE,
}
LETTER_TONES = {LetterState.ISSUED: Tone.OK, LetterState.WITHDRAWN: Tone.GONE}


def making_status(state: MakingState) -> tuple[str, Tone]:
    """Return the word and tone of a making state."""
    return name_of(state), MAKING_TONES[state]


def validity_status(status: ValidityStatus) -> tuple[str, Tone]:
    """Return the word and tone of a validity."""
    return name_of(status), VALIDITY_TONES[status]


def suspension_status(life: DocumentLife) -> list[tuple[str, Tone]]:
    """Return the word and tone of a suspension, where there is one on the day judged."""
    if not life.is_suspended:
        return []
    return [("部分条款停止执行" if life.suspended_clauses else "停止执行", Tone.WAIT)]


def filing_status(state: FilingState) -> tuple[str, Tone]:
    """Return the word and tone of a filing."""
    return name_of(state), FILING_TONES[state]


def review_status(state: ReviewState) -> tuple[str, Tone]:
    """Return the word and tone of a review."""
    return name_of(state), REVIEW_TONES[state]


def letter_status(state: LetterState) -> tuple[str, Tone]:
    """Return the word and tone of a letter."""
    return name_of(state), LETTER_TONES[state]


def evaluation_status(state: EvaluationState) -> tuple[str, Tone]:
    """Return the word and tone of an evaluation."""
    return name_of(state), EVALUATION_TONES[state]


def follow_up_status(follow_up: EvaluationFollowUp) -> tuple[str, Tone]:
    """Return the word and tone of what an evaluation came to."""
    return name_of(follow_up), FOLLOW_UP_TONES[follow_up]
