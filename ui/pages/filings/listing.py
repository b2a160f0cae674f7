"""How the filings are narrowed, counted and told in short."""

from collections.abc import Mapping
from dataclasses import dataclass

from models.domain.lifecycle import FilingState
from models.queries.filing_page import FilingPage, filing_page
from models.queries.filings import (
    FilingFilter,
    FilingOrder,
    filing_body_counts,
    filing_state_counts,
    late_filing_count,
)
from models.queries.office import profile, today
from resources.terms import RECEIVED_WAYS, name_in, name_of
from ui.desk import Changes
from ui.pages.filings.table import COLUMNS, FilingSource
from ui.parts.due_words import due_status, timely_status
from ui.parts.listing import Choices, Listing
from ui.parts.tones import filing_status
from ui.widgets.facts_grid import Fact
from ui.widgets.filter_chips import Choice
from ui.widgets.record_detail import RecordSummary
from ui.widgets.table_columns import Order

_LATE = "late"


@dataclass(frozen=True)
class FilingCounts:
    """How many filings there are for each choice of each filter."""

    states: Mapping[FilingState, int]
    filing_bodies: Mapping[str, int]
    late: int


def count_filings() -> FilingCounts:
    """Count the filings for the filters."""
    return FilingCounts(filing_state_counts(), filing_body_counts(), late_filing_count())


def choices_of(counts: FilingCounts) -> Choices:
    """Return what each filter offers."""
    return {
        "state": [
            Choice(state.value, name_of(state), count) for state, count in counts.states.items()
        ],
        "filing_body": [
            Choice(name, name, count) for name, count in sorted(counts.filing_bodies.items())
        ],
        "timely": [Choice(_LATE, "逾期报送", counts.late)],
    }


def filter_of(words: str, values: Mapping[str, str]) -> FilingFilter:
    """Return the filter that words and chips describe."""
    state, body = values.get("state"), values.get("filing_body")
    return FilingFilter(
        containing=words,
        states=frozenset({FilingState(state)} if state else ()),
        filing_body_names=frozenset({body} if body else ()),
        is_late_only=values.get("timely") == _LATE,
    )


def summarise(filing_id: int) -> RecordSummary:
    """Tell what a filing is, what it lacks and by when it must be decided."""
    page = filing_page(filing_id, profile())
    timely = timely_status(page.received_date, page.filing_due_date, page.days_used)
    return RecordSummary(page.id, page.title, (filing_status(page.state), timely), _facts(page))


def _facts(page: FilingPage) -> list[Fact]:
    missing = [name_of(row.kind) for row in page.materials if row.is_demanded and not row.copies]
    open_dates = [one.computed.due_date for one in page.deadlines if one.met_date is None]
    due = [f"{day.isoformat()}，{due_status(day, today())[0]}" for day in open_dates]
    return [
        Fact("发文字号", page.document_number),
        Fact("备案登记号", page.filing_register_number),
        Fact("报备文号", page.filing_report_number),
        Fact("报送机关", page.filing_body_name),
        Fact("收到日期", page.received_date.isoformat()),
        Fact("收件方式", name_in(RECEIVED_WAYS, page.received_way)),
        Fact("还缺材料", "、".join(missing)),
        Fact("办理期限", "；".join(due)),
        Fact("经办人", page.handled_by),
    ]


def _concerns(changes: Changes) -> bool:
    return changes.filings or changes.documents


FILINGS = Listing(
    columns=COLUMNS,
    source=FilingSource(),
    order=Order(FilingOrder.RECEIVED_DATE, is_descending=True),
    narrow=filter_of,
    count=count_filings,
    choices=choices_of,
    concerns=_concerns,
    summarise=summarise,
)
