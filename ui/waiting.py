"""What waits for a person on each page, for the numbers of the navigation."""

from collections.abc import Mapping

from models.domain.roles import ActName
from models.queries.desk import WaitingCounts, waiting_counts
from models.queries.office import PersonRow, profile


def waiting_for(person: PersonRow) -> Mapping[str, int]:
    """Count what waits for this person, by page id."""
    return by_page(waiting_counts(profile()), person)


def by_page(counts: WaitingCounts, person: PersonRow) -> dict[str, int]:
    """Return the counts of the pages, leaving out what the person's roles do not let them do."""
    waiting = {
        "documents": (ActName.ALLOT_NUMBER, counts.documents),
        "filings": (ActName.ACCEPT_FILING, counts.filings + counts.receipts),
        "reviews": (ActName.CONCLUDE_REVIEW, counts.reviews + counts.opinions),
    }
    mine = {page: count for page, (act, count) in waiting.items() if person.may(act)}
    return mine | {"overview": sum(mine.values())}
