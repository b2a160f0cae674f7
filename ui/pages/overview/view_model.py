"""What the desk shows: due dates first, then the lists of work that wait for the person."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject, Signal

from models.derivations import explain
from models.domain.audit_chain import Anchor
from models.domain.profile import Profile
from models.domain.roles import ActName
from models.queries.deadlines import OpenDeadlineRow
from models.queries.desk import DeskPage, WaitingRow, desk_page, year_counts
from models.queries.office import PersonRow, today
from models.queries.recent import RecentDeed, recent_deeds
from models.queries.trail import present_anchor
from resources.terms import name_in, name_of
from ui.desk import Changes, Desk, Route
from ui.pages.overview.imports import unfinished_imports
from ui.pages.overview.reminders import units_to_remind
from ui.pages.overview.work import PAGE_OF, Work, counts_by_work, work_of
from ui.parts.days import instant_words
from ui.parts.due_words import due_status
from ui.widgets.tokens import Tone

_SHOWN = 6
_RECENT = 8
_WORK_OF_DEADLINE = {
    "formal_check": Work.FORMAL_CHECK,
    "supplement": Work.SUPPLEMENT,
    "review": Work.REVIEW,
}
_SINCE = {
    Work.TO_NUMBER: "登记",
    Work.TO_ISSUE: "登记",
    Work.FORMAL_CHECK: "收件",
    Work.SUPPLEMENT: "收件",
    Work.REVIEW: "启动",
    Work.RECEIPT: "收件",
    Work.OPINION: "启动",
}
_RECORD_PAGE = {
    Work.TO_NUMBER: "document",
    Work.TO_ISSUE: "document",
    Work.FORMAL_CHECK: "filing",
    Work.SUPPLEMENT: "filing",
    Work.REVIEW: "review",
}
_LETTER = {
    Work.RECEIPT: ("filing_receipt", "filing"),
    Work.OPINION: ("review_opinion", "review"),
}


@dataclass(frozen=True)
class DeskLine:
    """One thing that waits, and where it is done."""

    title: str
    note: str
    route: Route
    status: tuple[str, Tone] | None = None
    why: str = ""


@dataclass(frozen=True)
class DeskSection:
    """One list: how much there is, the most pressing lines, and the page that holds them all."""

    title: str
    count: int
    lines: tuple[DeskLine, ...]
    page: str | None = None


@dataclass(frozen=True)
class DeskView:
    """Everything the desk shows at once."""

    day: date
    sections: tuple[DeskSection, ...]
    recent: tuple[DeskLine, ...]
    figures: tuple[tuple[str, int], ...]
    anchor: Anchor


class OverviewViewModel(QObject):
    """Reads the desk of the person; reads again when something has changed."""

    desk_read = Signal(object)
    imports_read = Signal(object)
    refused = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        desk.changes.happened.connect(self._follow)

    def read(self) -> None:
        """Read what waits."""
        desk = self._desk
        desk.runner.store.run(
            read_desk,
            desk.profile,
            desk.person,
            owner=self,
            done=self.desk_read.emit,
            failed=self.refused.emit,
        )

    def read_imports(self) -> None:
        """Read which folders were not read to the end."""
        desk = self._desk
        if desk.person.may(ActName.REGISTER_DOCUMENT):
            desk.runner.paper.run(
                unfinished_imports,
                desk.register.folder,
                owner=self,
                done=self.imports_read.emit,
                failed=self.refused.emit,
            )

    def _follow(self, _changes: Changes) -> None:
        self.read()


def read_desk(profile: Profile, person: PersonRow) -> DeskView:
    """Read the desk of a person; runs in the store lane."""
    day = today()
    page = desk_page(profile)
    counted = year_counts(day.year)
    figures = tuple((name_in("YearCount", name), counted[name]) for name in counted)
    recent = tuple(_deed(deed) for deed in recent_deeds(_RECENT))
    sections = (*_sections(page, work_of(person), day), *_reminders(person, day))
    return DeskView(day, sections, recent, figures, present_anchor())


def _sections(page: DeskPage, mine: frozenset[Work], day: date) -> tuple[DeskSection, ...]:
    rows = {
        Work.TO_NUMBER: page.to_number,
        Work.TO_ISSUE: page.to_issue,
        Work.FORMAL_CHECK: page.filings_to_decide,
        Work.SUPPLEMENT: page.filings_to_supplement,
        Work.REVIEW: page.reviews_to_conclude,
        Work.RECEIPT: page.filings_without_receipt,
        Work.OPINION: page.reviews_without_opinion,
    }
    counts = counts_by_work(page.counts)
    pressing = [row for row in page.deadlines if _WORK_OF_DEADLINE.get(row.kind) in mine]
    due = DeskSection(
        "临近期限", len(pressing), tuple(_deadline(row, day) for row in pressing[:_SHOWN])
    )
    lists = (
        DeskSection(
            name_of(work),
            counts[work],
            tuple(_line(work, row, day) for row in rows[work][:_SHOWN]),
            PAGE_OF[work] if counts[work] > _SHOWN else None,
        )
        for work in Work
        if work in mine
    )
    return tuple(section for section in (due, *lists) if section.count)


def _reminders(person: PersonRow, day: date) -> tuple[DeskSection, ...]:
    units = units_to_remind(person, day)
    lines = tuple(
        DeskLine(
            unit.unit,
            f"{unit.count} 件，最早 {unit.first_expiry.isoformat()} 届满",
            Route("letter_batch", None, (("kind", "expiry_reminder"),)),
            due_status(unit.first_expiry, day),
        )
        for unit in units[:_SHOWN]
    )
    return (DeskSection("待提醒有效期届满", len(units), lines),) if units else ()


def _deadline(row: OpenDeadlineRow, day: date) -> DeskLine:
    if row.review_id is not None:
        route = Route("review", row.review_id)
    elif row.filing_id is not None:
        route = Route("filing", row.filing_id)
    else:
        route = Route("document", row.document_id)
    note = f"{name_in('DeadlineKind', row.kind)}　{row.due_date.isoformat()} 到期"
    status = due_status(row.due_date, day)
    return DeskLine(row.title, note, route, status, explain(row.computed))


def _line(work: Work, row: WaitingRow, day: date) -> DeskLine:
    status = due_status(row.due_date, day) if row.due_date else None
    note = f"{row.since.isoformat()} {_SINCE[work]}"
    return DeskLine(row.title, note, _route(work, row.record_id), status)


def _deed(deed: RecentDeed) -> DeskLine:
    note = f"{name_of(deed.act)}　{deed.person}　{instant_words(deed.at)}"
    return DeskLine(deed.title, note, Route(deed.subject_kind, deed.subject_id))


def _route(work: Work, record_id: int) -> Route:
    if work in _LETTER:
        kind, record = _LETTER[work]
        return Route("letter", None, (("kind", kind), (record, str(record_id))))
    return Route(_RECORD_PAGE[work], record_id)
