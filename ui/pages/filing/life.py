"""The life line of a filing: what was done and by whom, what is due and why."""

from collections.abc import Callable, Iterator

from models.derivations import explain
from models.domain.clock import legal_day
from models.domain.roles import ActName
from models.queries.document_rows import DeadlineRow
from models.queries.trail import TrailRow
from resources.terms import RECEIVED_WAYS, name_in, name_of
from ui.pages.filing.view_model import FilingView
from ui.parts.due_words import due_status, met_status, timely_status
from ui.widgets.life_line import LifeItem, Paper

FORMAL_CHECK, SUPPLEMENT = "formal_check", "supplement"
# Which deadline an act keeps.
_KEEPS = {
    ActName.ACCEPT_FILING: FORMAL_CHECK,
    ActName.REFUSE_FILING: FORMAL_CHECK,
    ActName.REQUEST_SUPPLEMENT: FORMAL_CHECK,
    ActName.RECORD_SUPPLEMENT: SUPPLEMENT,
}


def life_of(view: FilingView, open_letter: Callable[[int], Callable[[], None]]) -> list[LifeItem]:
    """Return the points of the line; ``open_letter`` gives the way to a letter."""
    page = view.page
    letters = [
        LifeItem(
            date=row.letter_date.isoformat(),
            title=name_of(row.kind),
            text=row.letter_number,
            papers=(Paper("打开文书", open_letter(row.id)),),
        )
        for row in page.letters
    ]
    due = [
        LifeItem(
            date=row.computed.due_date.isoformat(),
            title=f"{name_in('DeadlineKind', row.kind)}期限",
            why=explain(row.computed),
            is_due=True,
            status=due_status(row.computed.due_date, view.today),
        )
        for row in page.deadlines
        if row.met_date is None
    ]
    return [*_acts(view), *letters, *due]


def _acts(view: FilingView) -> Iterator[LifeItem]:
    kept = {
        kind: iter([row for row in view.page.deadlines if row.kind == kind and row.met_date])
        for kind in (FORMAL_CHECK, SUPPLEMENT)
    }
    supplements = iter(view.page.supplements)
    for line in view.trail:
        if line.act is ActName.RECEIVE_FILING:
            yield _receipt(view, line)
            continue
        deadline = next(kept[_KEEPS[line.act]], None) if line.act in _KEEPS else None
        text = ""
        if line.act is ActName.REQUEST_SUPPLEMENT:
            asked = next(supplements, None)
            text = "；".join(row.defect for row in asked.defects) if asked else ""
        yield _act(line, text or _outcome(view, line.act), deadline)


def _receipt(view: FilingView, line: TrailRow) -> LifeItem:
    page = view.page
    way = name_in(RECEIVED_WAYS, page.received_way)
    return LifeItem(
        date=page.received_date.isoformat(),
        title=name_of(line.act),
        person=line.person,
        text="，".join(filter(None, (page.filing_body_name, way, page.filing_report_number))),
        why=explain(view.timeliness.computed) if view.timeliness else "",
        status=timely_status(page.received_date, page.filing_due_date, page.days_used),
    )


def _act(line: TrailRow, text: str, deadline: DeadlineRow | None) -> LifeItem:
    has_kept = deadline is not None and deadline.met_date is not None
    return LifeItem(
        date=legal_day(line.at).isoformat(),
        title=name_of(line.act),
        person=line.person,
        text=text,
        why=explain(deadline.computed) if deadline else "",
        status=met_status(deadline.computed.due_date, deadline.met_date)
        if has_kept and deadline and deadline.met_date
        else None,
    )


def _outcome(view: FilingView, act: ActName) -> str:
    if act is ActName.ACCEPT_FILING:
        return f"备案登记号 {view.page.filing_register_number}"
    return view.page.refusal_reason if act is ActName.REFUSE_FILING else ""
