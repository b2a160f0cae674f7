"""What a rule of the pre-flight finds: how grave, where, and with which facts."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from review.letters.preflight.rule_table import rule_table
from review.letters.wording_filters import chinese_date

PAGE = "page"
"""Root of a place that is no field but a page of the paper, counted from 0: ``page[1]``."""


class Severity(Enum):
    """Whether a finding stops the letter or asks for a second look."""

    MUST_CHANGE = "must_change"  # 必须改
    LOOK_AGAIN = "look_again"  # 请核对


@dataclass(frozen=True)
class Finding:
    """Something that is wrong, or may be, in a letter that is to be issued.

    Attributes:
        rule: Name of the rule in ``resources/letters/preflight.toml``.
        place: The letter's field it is about, with rows as ``findings[2].quote``, or the page
            of the paper as ``page[1]``; empty when it is about the paper as a whole.
        facts: What its words are filled with.
    """

    rule: str
    place: str = ""
    facts: tuple[tuple[str, str], ...] = ()

    @property
    def severity(self) -> Severity:
        """How grave it is."""
        return Severity(rule_table().rules[self.rule].severity)

    @property
    def is_serious(self) -> bool:
        """Whether the letter cannot be issued as long as it stands."""
        return self.severity is Severity.MUST_CHANGE

    @property
    def words(self) -> str:
        """The sentence that tells it, in Chinese."""
        return rule_table().rules[self.rule].text.format(**dict(self.facts))

    @property
    def code(self) -> str:
        """The rule and the place, as the trail keeps what a person has looked at."""
        return f"{self.rule}:{self.place}" if self.place else self.rule


def found(rule: str, place: str = "", /, **facts: object) -> Finding:
    """Return a finding, its facts as text; days as papers print them."""
    spoken = (
        (name, chinese_date(fact) if isinstance(fact, date) else str(fact))
        for name, fact in facts.items()
    )
    return Finding(rule, place, tuple(spoken))
