"""Collect the replies of all units: what counts, what is asked, what is broken, who is missing."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from resources.terms import name_of
from review.cleanup.opinion_sheets.asked import AskedUnit
from review.cleanup.opinion_sheets.judging import JudgedReply, UnitOpinion, judge
from review.cleanup.opinion_sheets.matching import Scope
from review.cleanup.opinion_sheets.questions import Question, QuestionKind
from review.cleanup.opinion_sheets.reply import reply_of
from review.cleanup.opinion_sheets.reply_reading import read_reply_file
from review.errors import ReadingCancelledError, ReadingError


@dataclass(frozen=True, slots=True, kw_only=True)
class Collected:
    """What a collection brought.

    Attributes:
        opinions: One a document at most.
        broken: Files that could not be read, each with its refusal.
        silent_units: Units of which no reply was read.
        unanswered: Documents without an opinion, as pairs of unit and document id.
    """

    replies: tuple[JudgedReply, ...]
    opinions: tuple[UnitOpinion, ...]
    questions: tuple[Question, ...]
    broken: tuple[tuple[str, ReadingError], ...]
    silent_units: tuple[AskedUnit, ...]
    unanswered: tuple[tuple[int, int], ...]


def collect(
    files: Sequence[Path],
    units: tuple[AskedUnit, ...],
    *,
    campaign_id: int,
    cancelled: Callable[[], bool] | None = None,
) -> Collected:
    """Read replies and hold them against the sheets that went out; a broken file stops no other.

    Raises:
        ReadingCancelledError: the person asked to stop.
    """
    scope = Scope(units)
    replies: list[JudgedReply] = []
    broken: list[tuple[str, ReadingError]] = []
    for file in files:
        try:
            read = read_reply_file(file, cancelled=cancelled)
        except ReadingCancelledError:
            raise
        except ReadingError as refusal:
            broken.append((file.name, refusal))
        else:
            replies.append(judge(reply_of(read), scope, campaign_id))
    opinions, twice = _one_each(replies, scope)
    heard = {reply.unit_id for reply in replies}
    answered = {(one.unit_id, one.document_id) for one in opinions}
    return Collected(
        replies=tuple(replies),
        opinions=opinions,
        questions=(*(one for reply in replies for one in reply.questions), *twice),
        broken=tuple(broken),
        silent_units=tuple(unit for unit in units if unit.unit_id not in heard),
        unanswered=tuple(
            place
            for unit in units
            for place in ((unit.unit_id, one.document_id) for one in unit.documents)
            if place not in answered
        ),
    )


def _one_each(
    replies: Sequence[JudgedReply], scope: Scope
) -> tuple[tuple[UnitOpinion, ...], tuple[Question, ...]]:
    """Return one opinion a document; where two rows differ, none, and a question."""
    given: defaultdict[tuple[int, int], list[UnitOpinion]] = defaultdict(list)
    for reply in replies:
        for opinion in reply.opinions:
            given[opinion.unit_id, opinion.document_id].append(opinion)
    opinions, questions = [], []
    for (unit_id, document_id), several in given.items():
        last = several[-1]
        if len({_substance(one) for one in several}) == 1:
            opinions.append(last)
            continue
        title = scope.title_of(unit_id, document_id)
        fact = "、".join(f"{name_of(one.choice)}（{one.file_name}）" for one in several)
        questions.append(Question(QuestionKind.TWICE, last.file_name, last.row_number, title, fact))
    return tuple(opinions), tuple(questions)


def _substance(opinion: UnitOpinion) -> tuple[object, ...]:
    return (
        opinion.choice,
        opinion.reason,
        opinion.basis,
        opinion.replacing_document,
        opinion.planned_date,
        opinion.remark,
    )
