"""What is written down while a Word file is walked: its text, and what was noticed on the way."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from lxml import etree

from review.reading.docx_numbering import Numbering, Reference
from review.reading.docx_symbols import private_places
from review.reading.text import Fact, Place


class Reading(Enum):
    """Which of the two texts of a file with tracked changes is written."""

    ACCEPTED = "accepted"
    ORIGINAL = "original"


# What each reading shows and what it leaves out.
SHOWN = {
    Reading.ACCEPTED: frozenset(("ins", "moveTo")),
    Reading.ORIGINAL: frozenset(("del", "moveFrom")),
}
LEFT_OUT = {Reading.ACCEPTED: SHOWN[Reading.ORIGINAL], Reading.ORIGINAL: SHOWN[Reading.ACCEPTED]}


@dataclass
class Noticed:
    """Facts by what they are about, with places in the text."""

    inserted: list[Fact] = field(default_factory=list)
    deleted: list[Fact] = field(default_factory=list)
    moved: list[Fact] = field(default_factory=list)
    hidden: list[Fact] = field(default_factory=list)
    numbered: list[Fact] = field(default_factory=list)
    boxes: list[Fact] = field(default_factory=list)
    symbols: list[Fact] = field(default_factory=list)
    formulas: list[Fact] = field(default_factory=list)
    pictures: list[Fact] = field(default_factory=list)
    foreign: list[Fact] = field(default_factory=list)
    fields: list[Fact] = field(default_factory=list)
    anchors: dict[str, Place] = field(default_factory=dict)
    tables: int = 0


@dataclass
class Page:
    """The text so far and what was noticed; ``hidden_styles`` are styles of hidden text."""

    numbering: Numbering
    style_lists: Mapping[str, Reference]
    hidden_styles: frozenset[str] = frozenset()
    reading: Reading = Reading.ACCEPTED
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    noticed: Noticed = field(default_factory=Noticed)
    waiting_boxes: list[etree._Element | str] = field(default_factory=list)
    # One entry an open field: whether its code is being read, which nobody sees.
    open_fields: list[bool] = field(default_factory=list)

    def write(self, text: str) -> None:
        """Add characters to the text."""
        for index in private_places(text):
            place = Place(self.length + index, self.length + index + 1)
            self.noticed.symbols.append(Fact("damaged", text[index], place))
        self.pieces.append(text)
        self.length += len(text)

    def here(self, start: int) -> Place:
        """Return the place from ``start`` to the end of the text so far."""
        return Place(start, self.length)

    @property
    def is_in_code(self) -> bool:
        """Tell whether a field's code is being read, not its result."""
        return any(self.open_fields)

    @property
    def text(self) -> str:
        """Return the text so far."""
        return "".join(self.pieces)
