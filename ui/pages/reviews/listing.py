"""How the reviews are narrowed, counted and told in short."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from models.domain.lifecycle import ReviewState
from models.domain.roles import ActName
from models.queries.office import PersonRow, people
from models.queries.review_page import ReviewPage, review_page
from models.queries.reviews import ReviewFilter, ReviewOrder, review_state_counts
from resources.terms import name_of
from ui.desk import Changes
from ui.pages.reviews.table import COLUMNS, ReviewSource
from ui.parts.listing import Choices, Listing
from ui.parts.tones import review_status
from ui.widgets.facts_grid import Fact
from ui.widgets.filter_chips import Choice
from ui.widgets.record_detail import RecordSummary
from ui.widgets.table_columns import Order


@dataclass(frozen=True)
class ReviewCounts:
    """How many reviews there are in each state, and who reviews."""

    states: Mapping[ReviewState, int]
    reviewers: tuple[PersonRow, ...]


def count_reviews() -> ReviewCounts:
    """Count the reviews for the filters."""
    reviewers = tuple(one for one in people() if one.may(ActName.CONCLUDE_REVIEW))
    return ReviewCounts(review_state_counts(), reviewers)


def choices_of(counts: ReviewCounts) -> Choices:
    """Return what each filter offers."""
    return {
        "state": [
            Choice(state.value, name_of(state), count) for state, count in counts.states.items()
        ],
        "reviewer": [Choice(person.login, person.name) for person in counts.reviewers],
    }


def filter_of(words: str, values: Mapping[str, str]) -> ReviewFilter:
    """Return the filter that words and chips describe."""
    state = values.get("state")
    return ReviewFilter(
        containing=words,
        states=frozenset({ReviewState(state)} if state else ()),
        reviewer_login=values.get("reviewer", ""),
    )


def summarise(review_id: int) -> RecordSummary:
    """Tell what is reviewed, by whom, until when, and what was found so far."""
    page = review_page(review_id)
    return RecordSummary(page.id, page.title, (review_status(page.state),), _facts(page))


def _facts(page: ReviewPage) -> list[Fact]:
    standing = Counter(one.finding_class for one in page.findings if not one.withdrawn_reason)
    found = "，".join(f"{name_of(one)} {count} 个" for one, count in standing.items())
    return [
        Fact("发文字号", page.document_number),
        Fact("备案登记号", page.filing_register_number),
        Fact("制定机关", page.issuing_body_name),
        Fact("审查方式", name_of(page.trigger)),
        Fact("审查员", page.reviewer),
        Fact("启动日期", page.opened_date.isoformat()),
        Fact("审结期限", page.due_date.isoformat()),
        Fact("审结日期", page.concluded_date.isoformat() if page.concluded_date else ""),
        Fact("审查发现", found),
    ]


def _concerns(changes: Changes) -> bool:
    return changes.reviews or changes.documents


REVIEWS = Listing(
    columns=COLUMNS,
    source=ReviewSource(),
    order=Order(ReviewOrder.DUE_DATE),
    narrow=filter_of,
    count=count_reviews,
    choices=choices_of,
    concerns=_concerns,
    summarise=summarise,
)
