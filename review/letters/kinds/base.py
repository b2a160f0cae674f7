"""What every paper says of itself, whatever its kind."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A paper of the office: who makes it and of which day it is.

    Attributes:
        office_name: The office that makes and signs it.
        letter_date: The date it bears.
    """

    office_name: str
    letter_date: date


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberedLetter(Letter):
    """A letter that leaves the office under a number of its own series.

    Attributes:
        letter_number: Printed number, exactly as allotted.
        addressee: Who it is written to (主送机关).
        contact_name: Who answers questions about it.
        contact_phone: Telephone of that person.
    """

    letter_number: str
    addressee: str
    contact_name: str
    contact_phone: str


@dataclass(frozen=True, slots=True)
class LetterKind:
    """A kind of paper: its id, the class of its data and its Chinese name.

    Its words stand in ``resources/letters/wording``, in a file of its id.
    """

    kind_id: str
    letter_class: type[Letter]
    name: str

    @property
    def is_numbered(self) -> bool:
        """Whether it takes a number when it is issued; registers and forms are only printed."""
        return issubclass(self.letter_class, NumberedLetter)
