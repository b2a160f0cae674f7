"""What a person must look at before a row of a reply counts."""

from dataclasses import dataclass
from enum import StrEnum

from review.cleanup.opinion_sheets.choices import question_words


class QuestionKind(StrEnum):
    """A question about a reply (收取意见时的疑问)."""

    OTHER_CAMPAIGN = "other_campaign"
    UNIT_UNKNOWN = "unit_unknown"
    NO_HEAD = "no_head"
    EMPTY = "empty"
    CHOICE_UNKNOWN = "choice_unknown"
    CHOICE_MISSING = "choice_missing"
    REASON_UNKNOWN = "reason_unknown"
    BASIS_MISSING = "basis_missing"
    REPLACING_MISSING = "replacing_missing"
    PLANNED_DATE_MISSING = "planned_date_missing"
    DATE_UNREADABLE = "date_unreadable"
    NOT_IN_CAMPAIGN = "not_in_campaign"
    OTHER_UNIT = "other_unit"
    SEVERAL_MEANT = "several_meant"
    ALTERED = "altered"
    KEY_DAMAGED = "key_damaged"
    TWICE = "twice"


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its place.

    Attributes:
        row_number: As the spreadsheet counts; 0 for the whole file.
        title: The document as the row names it; empty for the whole file.
        fact: What the sentence is filled with.
    """

    kind: QuestionKind
    file_name: str
    row_number: int = 0
    title: str = ""
    fact: str = ""

    @property
    def text(self) -> str:
        """Return in Chinese words what is the matter."""
        return question_words(self.kind.value, "text", self.fact)

    @property
    def remedy(self) -> str:
        """Return in Chinese words what to do about it."""
        return question_words(self.kind.value, "remedy", self.fact)
