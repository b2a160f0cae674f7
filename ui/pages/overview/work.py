"""The kinds of work that wait, whose they are, and which page holds them all."""

from enum import StrEnum

from models.domain.roles import ActName
from models.queries.desk import WaitingCounts
from models.queries.office import PersonRow


class Work(StrEnum):
    """A kind of work that waits (待办)."""

    TO_NUMBER = "to_number"  # 待编号
    TO_ISSUE = "to_issue"  # 待印发公布
    FORMAL_CHECK = "formal_check"  # 待形式审查
    SUPPLEMENT = "supplement"  # 待补正
    REVIEW = "review"  # 待审结
    RECEIPT = "receipt"  # 待出回执
    OPINION = "opinion"  # 待出意见书


# Receipts are the counter's work and opinions the reviewers', though both may issue letters.
_ACT_OF = {
    Work.TO_NUMBER: ActName.ALLOT_NUMBER,
    Work.TO_ISSUE: ActName.RECORD_ISSUANCE,
    Work.FORMAL_CHECK: ActName.ACCEPT_FILING,
    Work.SUPPLEMENT: ActName.RECORD_SUPPLEMENT,
    Work.REVIEW: ActName.CONCLUDE_REVIEW,
    Work.RECEIPT: ActName.ACCEPT_FILING,
    Work.OPINION: ActName.CONCLUDE_REVIEW,
}

PAGE_OF = {
    Work.TO_NUMBER: "documents",
    Work.TO_ISSUE: "documents",
    Work.FORMAL_CHECK: "filings",
    Work.SUPPLEMENT: "filings",
    Work.REVIEW: "reviews",
    Work.RECEIPT: "filings",
    Work.OPINION: "reviews",
}


def work_of(person: PersonRow) -> frozenset[Work]:
    """Return the kinds of work this person does."""
    return frozenset(work for work, act in _ACT_OF.items() if person.may(act))


def counts_by_work(counts: WaitingCounts) -> dict[Work, int]:
    """Return how much of each kind waits."""
    return {
        Work.TO_NUMBER: counts.to_number,
        Work.TO_ISSUE: counts.to_issue,
        Work.FORMAL_CHECK: counts.filings,
        Work.SUPPLEMENT: counts.supplements,
        Work.REVIEW: counts.reviews,
        Work.RECEIPT: counts.receipts,
        Work.OPINION: counts.opinions,
    }
