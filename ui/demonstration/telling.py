"""The story is told: each of its days performs the acts of that day, in the order of the law."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial
from pathlib import Path

from models.acts.found_register import Founding
from models.acts.performing import Order
from models.domain.clock import OFFICE_TIME
from models.domain.roles import Role
from models.domain.terms import IssuanceKind, ReviewConclusion
from models.files import FileStore
from models.register import Register, create_register
from ui.demonstration.cleanup_story import StoryCleanup
from ui.demonstration.cleanup_teller import CleanupTeller
from ui.demonstration.entries import office_of
from ui.demonstration.evaluation_story import StoryEvaluation
from ui.demonstration.evaluation_teller import EvaluationTeller
from ui.demonstration.story import Story, StoryDocument, StoryFiling, StoryIssuance, StoryReview
from ui.demonstration.teller import Teller

_OPENING_HOUR = time(9, 0, tzinfo=OFFICE_TIME)
_PRINTED_ON = "纸质公文"


@dataclass(frozen=True)
class Told:
    """One thing that happened: the day, and a sentence."""

    day: date
    sentence: str


@dataclass(frozen=True)
class _Event:
    """An act of a day; acts of one day keep the order in which they were planned."""

    day: date
    login: str
    perform: Callable[[Order], str]


def build_register(story: Story, folder: Path, tell: Callable[[Told], None]) -> None:
    """Tell the story in a register that is to stand in this folder.

    It is told beside and then renamed, so that a story broken off leaves no half register.
    """
    part = folder.with_name(f"{folder.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    try:
        tell_story(story, part, tell)
    finally:
        Register(part, FileStore(part), FileStore(part)).close()
    part.rename(folder)


def tell_story(story: Story, folder: Path, tell: Callable[[Told], None]) -> Register:
    """Found a register in a folder and let the whole story happen in it.

    Raises:
        RegisterExistsError: the folder holds a register.
    """
    administrator = story.with_role(Role.ADMINISTRATOR)
    office = office_of(story, story.with_role(Role.CLERK))
    founded_at = _moment(story.office.founded_date, 0)
    founding = Founding(office, administrator.login, administrator.name, founded_at)
    teller = Teller(story, create_register(folder, founding))
    events = [_Event(story.office.founded_date, administrator.login, teller.set_up)]
    for document in story.samples:
        events += _events(teller, document)
    cleaning = CleanupTeller(teller)
    for cleanup in story.cleanups:
        events += _cleanup_way(cleaning, cleanup, story)
    evaluating = EvaluationTeller(teller)
    first = min(one.planned_date for one in story.evaluations)
    clerk = story.with_role(Role.CLERK).login
    events.append(_Event(first, clerk, evaluating.record))
    for evaluation in story.evaluations:
        events += _evaluation_way(evaluating, evaluation, story)
    events.sort(key=lambda event: event.day)
    for number, event in enumerate(events):
        order = Order(event.login, f"demo-{number}", _moment(event.day, number))
        tell(Told(event.day, event.perform(order)))
    return teller.register


def _moment(day: date, number: int) -> datetime:
    return datetime.combine(day, _OPENING_HOUR) + timedelta(minutes=number)


def _events(teller: Teller, document: StoryDocument) -> Iterator[_Event]:
    if document.issuance is not None:
        yield from _own_way(teller, document, document.issuance)
    if document.filing is not None:
        yield from _filing_way(teller, document, document.filing)
    if document.review is not None:
        yield from _review_way(teller, document, document.review)


def _own_way(teller: Teller, document: StoryDocument, issuance: StoryIssuance) -> Iterator[_Event]:
    clerk = teller.story.with_role(Role.CLERK).login
    printed = (IssuanceKind.PRINTED, issuance.printed_date, _PRINTED_ON)
    published = (IssuanceKind.PUBLISHED, issuance.published_date, issuance.medium)
    yield _Event(issuance.registered_date, clerk, partial(teller.enter, document))
    yield _Event(issuance.registered_date, clerk, partial(teller.number, document))
    for issued in (printed, published):
        yield _Event(issued[1], clerk, partial(teller.issue, document, issued))
    for relation in document.relations:
        yield _Event(published[1], clerk, partial(teller.take_effect, document, relation))


def _filing_way(teller: Teller, document: StoryDocument, filing: StoryFiling) -> Iterator[_Event]:
    clerk = teller.story.with_role(Role.CLERK).login
    decided = filing.decided_date
    yield _Event(filing.received_date, clerk, partial(teller.receive, document, filing))
    if filing.outcome == "refused":
        yield _Event(decided, clerk, partial(teller.refuse, document, filing))
        return
    if filing.answered_date is not None:
        yield _Event(decided, clerk, partial(teller.send_back, document, filing))
        came = partial(teller.take_supplement, document, filing)
        yield _Event(filing.answered_date, clerk, came)
    registered = filing.registered_date or decided
    yield _Event(registered, clerk, partial(teller.accept, document))
    yield _Event(registered, clerk, partial(teller.send_receipt, document, registered))


def _review_way(teller: Teller, document: StoryDocument, review: StoryReview) -> Iterator[_Event]:
    concluded = review.concluded_date
    yield _Event(review.opened_date, review.reviewer, partial(teller.open_review, document, review))
    if concluded is None:
        return
    yield _Event(concluded, review.reviewer, partial(teller.conclude, document, review))
    if review.conclusion is ReviewConclusion.CONCLUDED_DEFECT:
        sent = partial(teller.send_opinion, document, concluded)
        yield _Event(concluded, review.reviewer, sent)


def _cleanup_way(cleaning: CleanupTeller, cleanup: StoryCleanup, story: Story) -> Iterator[_Event]:
    clerk, head = story.with_role(Role.CLERK).login, story.with_role(Role.HEAD).login
    reviewer = story.with_role(Role.REVIEWER).login
    if cleanup.recorded_date is not None:
        yield _Event(cleanup.recorded_date, clerk, cleaning.record)
    yield _Event(cleanup.opened_date, clerk, partial(cleaning.open, cleanup))
    yield _Event(cleanup.sent_date, clerk, partial(cleaning.send, cleanup))
    for reply in cleanup.replies:
        yield _Event(reply.received_date, clerk, partial(cleaning.take, cleanup, reply))
    yield _Event(cleanup.reviewed_date, reviewer, partial(cleaning.review, cleanup))
    if cleanup.result is not None:
        applied = partial(cleaning.apply, cleanup, cleanup.result)
        yield _Event(cleanup.result.published_date, head, applied)


def _evaluation_way(
    evaluating: EvaluationTeller, evaluation: StoryEvaluation, story: Story
) -> Iterator[_Event]:
    clerk, reviewer = story.with_role(Role.CLERK).login, story.with_role(Role.REVIEWER).login
    yield _Event(evaluation.planned_date, clerk, partial(evaluating.plan, evaluation))
    if evaluation.started_date is not None:
        yield _Event(evaluation.started_date, clerk, partial(evaluating.start, evaluation))
    paper, sheet, conclusion = evaluation.material, evaluation.sheet, evaluation.conclusion
    if paper is not None:
        yield _Event(paper.added_date, clerk, partial(evaluating.add, evaluation, paper))
    if sheet is not None:
        yield _Event(sheet.scored_date, reviewer, partial(evaluating.score, evaluation, sheet))
    if conclusion is not None:
        head = story.with_role(Role.HEAD).login
        concluded = partial(evaluating.conclude, evaluation, conclusion)
        yield _Event(conclusion.concluded_date, head, concluded)
