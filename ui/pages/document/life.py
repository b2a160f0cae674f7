"""The life line of a document: what was done and by whom, and what is still to come."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from models.derivations import explain
from models.domain.clock import legal_day
from models.domain.roles import ActName
from models.domain.validity import expiry_of
from models.queries.trail import TrailRow
from resources.terms import name_in, name_of
from ui.pages.document.trail_words import trail_words
from ui.pages.document.view_model import DocumentView
from ui.parts.days import term_words
from ui.parts.due_words import due_status, met_status
from ui.parts.tones import filing_status, letter_status, review_status
from ui.widgets.life_line import LifeItem, Paper

_LONG = 3


@dataclass(frozen=True)
class Ways:
    """The ways from a point of the line to the page of a record."""

    to_filing: Callable[[int], Callable[[], None]]
    to_review: Callable[[int], Callable[[], None]]
    to_letter: Callable[[int], Callable[[], None]]


def life_of(view: DocumentView, ways: Ways) -> list[LifeItem]:
    """Return all points of the line, from the first to the last."""
    items = [
        *_acts(view),
        *_dates(view),
        *_reports(view),
        *_filings(view, ways),
        *_reviews(view, ways),
        *_letters(view, ways),
        *_deadlines(view),
    ]
    return sorted(items, key=lambda item: item.date)


def _acts(view: DocumentView) -> Iterator[LifeItem]:
    for row in view.trail:
        if row.act is ActName.RECORD_ISSUANCE:
            yield _issuance(row)
        else:
            yield LifeItem(
                date=legal_day(row.at).isoformat(),
                title=name_of(row.act),
                person=row.person,
                text=_short(row),
            )


def _issuance(row: TrailRow) -> LifeItem:
    return LifeItem(
        date=str(row.facts.get("issued_date")),
        title=name_in("IssuanceKind", str(row.facts.get("kind"))),
        person=row.person,
        text=str(row.facts.get("medium")),
    )


def _short(row: TrailRow) -> str:
    if row.act is ActName.REGISTER_DOCUMENT:
        return ""
    return "；".join(trail_words(row)[:_LONG])


def _dates(view: DocumentView) -> Iterator[LifeItem]:
    facts = view.page.facts
    if facts.adopted_date is not None:
        yield LifeItem(facts.adopted_date.isoformat(), "成文")
    if facts.effective_date is not None:
        is_due = facts.effective_date > view.today
        yield LifeItem(facts.effective_date.isoformat(), "施行", is_due=is_due)
    if facts.expiry_date is not None:
        is_due = facts.expiry_date >= view.today
        yield LifeItem(
            facts.expiry_date.isoformat(),
            "有效期最后一日",
            why=_expiry_words(view),
            is_due=is_due,
            status=due_status(facts.expiry_date, view.today) if is_due else None,
        )


def _expiry_words(view: DocumentView) -> str:
    facts = view.page.facts
    start = facts.effective_date or facts.published_date
    if facts.validity_term is None or start is None:
        return ""
    if facts.expiry_date != expiry_of(facts.effective_date, start, facts.validity_term):
        return "按时效经历推算，每一步见“有效期与清理”。"
    event = "施行" if facts.effective_date else "公布"
    term = term_words(facts.validity_term)
    return f"{event} {start} 起，有效期{term}，最后一日是 {facts.expiry_date}。"


def _reports(view: DocumentView) -> Iterator[LifeItem]:
    """Own documents go up for filing; what was sent is not kept, so only what is ahead shows."""
    for one in view.report_deadlines:
        if one.computed.due_date >= view.today:
            yield LifeItem(
                one.computed.due_date.isoformat(),
                f"报{one.recipient}备案期限",
                why=explain(one.computed),
                is_due=True,
                status=due_status(one.computed.due_date, view.today),
            )


def _filings(view: DocumentView, ways: Ways) -> Iterator[LifeItem]:
    for row in view.page.filings:
        yield LifeItem(
            row.received_date.isoformat(),
            f"{row.filing_body_name}报送备案",
            text=row.filing_register_number,
            papers=(Paper("打开备案件", ways.to_filing(row.id)),),
            status=filing_status(row.state),
        )


def _reviews(view: DocumentView, ways: Ways) -> Iterator[LifeItem]:
    for row in view.page.reviews:
        yield LifeItem(
            row.opened_date.isoformat(),
            "启动审查",
            row.reviewer,
            papers=(Paper("打开审查件", ways.to_review(row.id)),),
            status=review_status(row.state),
        )


def _letters(view: DocumentView, ways: Ways) -> Iterator[LifeItem]:
    for row in view.page.letters:
        yield LifeItem(
            row.letter_date.isoformat(),
            name_of(row.kind),
            text=row.letter_number,
            papers=(Paper("打开文书", ways.to_letter(row.id)),),
            status=letter_status(row.state),
        )


def _deadlines(view: DocumentView) -> Iterator[LifeItem]:
    for row in view.page.deadlines:
        due = row.computed.due_date
        status = met_status(due, row.met_date) if row.met_date else due_status(due, view.today)
        yield LifeItem(
            due.isoformat(),
            f"{name_in('DeadlineKind', row.kind)}期限",
            why=explain(row.computed),
            is_due=row.met_date is None,
            status=status,
        )
