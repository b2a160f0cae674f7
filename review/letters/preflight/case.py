"""All that the rules of the pre-flight may see of one letter: values, no database, no clock."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from models.domain.calendar import WorkingDayCalendar
from models.domain.profile import Profile
from review.letters.kinds.base import NumberedLetter
from review.letters.letter_model import LetterModel


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a letter: where it stands, under which identifier, and what it is called.

    Attributes:
        place: Path in the letter's data, rows as ``findings[2].quote``.
        identifier: Name of the field in its class.
        name: Chinese name of the field.
    """

    place: str
    identifier: str
    name: str
    value: object


@dataclass(frozen=True)
class EarlierLetter:
    """A letter of the same kind about the same matter that stands already."""

    letter_number: str
    letter_date: date
    addressee: str


@dataclass(frozen=True)
class RegisterFacts:
    """What the register knows that bears on a letter.

    Attributes:
        bodies: Names of all bodies in force, with the office's government and recipients.
        ended_bodies: Bodies renamed or merged, with the body they went into.
        record: What the register says of the one document the letter is about, by field.
        sharing: Titles of other documents that bear the same number.
        number_taken: The number the letter would get, when the ledger has it already.
        earlier: Letters of the same kind about the same matter that stand.
    """

    bodies: frozenset[str] = frozenset()
    ended_bodies: Mapping[str, str] = field(default_factory=dict)
    record: Mapping[str, str] = field(default_factory=dict)
    sharing: tuple[str, ...] = ()
    number_taken: str = ""
    earlier: tuple[EarlierLetter, ...] = ()


@dataclass(frozen=True)
class Case:
    """One letter before its issue, with what it is judged by.

    Attributes:
        asked: Identifiers of the fields its wording prints without a condition.
    """

    kind_id: str
    letter: NumberedLetter
    values: tuple[Value, ...]
    asked: frozenset[str]
    model: LetterModel
    today: date
    calendar: WorkingDayCalendar
    profile: Profile
    facts: RegisterFacts

    def of(self, identifier: str) -> Value | None:
        """Return the letter's own value of a field, not those of its rows."""
        return next((one for one in self.values if one.place == one.identifier == identifier), None)

    def day(self, identifier: str) -> date | None:
        """Return a date of the letter, None when it has none of this name."""
        found = self.of(identifier)
        return found.value if found is not None and isinstance(found.value, date) else None

    def texts(self) -> Iterator[tuple[Value, str]]:
        """Yield every text of the letter and its rows."""
        for one in self.values:
            if isinstance(one.value, str):
                yield one, one.value

    def name_of(self, identifier: str) -> str:
        """Return the Chinese name of a field of the letter."""
        found = self.of(identifier)
        return found.name if found is not None else identifier
