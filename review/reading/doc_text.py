"""Turn the characters of a Word 97–2003 file into text: fields, cells, breaks, revisions."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from review.reading.doc_properties import Mark
from review.reading.text import Fact, Place

_FIELD_BEGIN, _FIELD_SEPARATOR, _FIELD_END = "\x13", "\x14", "\x15"
_CELL = "\x07"
_BREAKS = "\r\x0b\x0c\x0e"
_CHARACTERS = {"\x1e": "-", "\t": "\t", "\n": "\n", "\xa0": "\xa0"}
# A picture in the line, and a picture, shape or text box that floats over the page.
_PICTURE, _DRAWING = "\x01", "\x08"
_UNSHOWN = Mark.DELETED | Mark.HIDDEN
_INNER = Mark.INNER_CELL | Mark.INNER_ROW_END
_ROW_END = Mark.ROW_END | Mark.INNER_ROW_END
_REPLACEMENT = "\ufffd"
# Fields that print nothing, or the number of a page: no words are lost with them.
_SILENT_FIELDS = (
    "XE",
    "TC",
    "TA",
    "RD",
    "PAGE",
    "NUMPAGES",
    "SECTION",
    "SHAPE",
    "EMBED",
    "CONTROL",
)


@dataclass
class DocText:
    """The text so far, and what was noticed on the way."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    deleted: list[Fact] = field(default_factory=list)
    inserted: list[Fact] = field(default_factory=list)
    hidden: list[Fact] = field(default_factory=list)
    numbered: list[Fact] = field(default_factory=list)
    symbols: list[Fact] = field(default_factory=list)
    empty_fields: list[Fact] = field(default_factory=list)
    boxes: list[Fact] = field(default_factory=list)
    pictures: int = 0
    drawings: int = 0

    @property
    def text(self) -> str:
        """Return the text; halves of characters beyond the first plane are joined."""
        units = "".join(self.pieces).encode("utf-16-le", "surrogatepass")
        return units.decode("utf-16-le", "replace")

    def write(self, words: str) -> None:
        """Add characters to the text."""
        self.pieces.append(words)
        self.length += len(words)


@dataclass
class _Field:
    instruction: list[str] = field(default_factory=list)
    has_result: bool = False


class DocWriter:
    """Writes characters one after the other and remembers what they stand in.

    ``boxes`` are the words of the drawings of the part, in the order of their anchors.
    """

    def __init__(self, boxes: Iterable[str] = ()) -> None:
        self.result = DocText()
        self._fields: list[_Field] = []
        self._boxes = iter(boxes)
        self._waiting: list[str] = []
        # How many of the open fields have only told their instruction so far.
        self._unfinished = 0
        self._run: tuple[int, int, list[str]] = (0, 0, [])

    def write(
        self, characters: Sequence[str], marks: Sequence[int], labels: Mapping[int, str]
    ) -> None:
        """Write the characters of one part of the document, and labels in front of some."""
        for index, (character, mark) in enumerate(zip(characters, marks, strict=True)):
            if index in labels:
                self._write_label(labels[index])
            if character in "\x13\x14\x15":
                self._step_field(character)
            elif self._unfinished:
                self._fields[-1].instruction.append(character)
            else:
                self._write_one(character, mark)
        self._close_run()

    def _write_label(self, label: str) -> None:
        self._close_run()
        start = self.result.length
        self.result.write(label)
        place = Place(start, self.result.length)
        self.result.numbered.append(Fact("numbered", label.strip(), place))

    def _step_field(self, character: str) -> None:
        if character == _FIELD_BEGIN:
            self._fields.append(_Field())
            self._unfinished += 1
        elif self._fields and character == _FIELD_SEPARATOR:
            self._unfinished -= not self._fields[-1].has_result
            self._fields[-1].has_result = True
        elif self._fields:
            closed = self._fields.pop()
            self._unfinished -= not closed.has_result
            words = "".join(closed.instruction).strip()
            if not closed.has_result and words and not words.upper().startswith(_SILENT_FIELDS):
                self.result.empty_fields.append(Fact("field", words))

    def _write_one(self, character: str, mark: int) -> None:
        kind = mark & _UNSHOWN
        revision = kind or mark & Mark.INSERTED
        if revision != self._run[0]:
            self._close_run()
            self._run = (revision, self.result.length, [])
        words = self._words(character, mark)
        self._run[2].append(words)
        if not kind:
            self.result.write(words)
        if character == "\r" and self._waiting:
            self._write_boxes()

    def _write_boxes(self) -> None:
        """Write the boxes that are anchored in the paragraph which ends here."""
        for box in self._waiting:
            place = Place(self.result.length, self.result.length + len(box))
            self.result.write(f"{box}\n")
            self.result.boxes.append(Fact("box", box, place))
        self._waiting = []

    def _words(self, character: str, mark: int) -> str:
        if character == _CELL or mark & _INNER:
            return self._end_of_cell(character, mark)
        if character in _BREAKS:
            return "\n"
        if mark & Mark.SYMBOL:
            self.result.symbols.append(Fact("damaged", character))
            return _REPLACEMENT
        if character == _PICTURE:
            self.result.pictures += 1
        elif character == _DRAWING:
            self.result.drawings += 1
            self._waiting += [box for box in (next(self._boxes, ""),) if box]
        if character < " ":
            return _CHARACTERS.get(character, "")
        return "" if character == "\x1f" else character

    def _end_of_cell(self, character: str, mark: int) -> str:
        if character not in (_CELL, "\r"):
            return character
        if not mark & _ROW_END:
            return "\t"
        # The mark that ends a row follows the one that ended its last cell.
        if self.result.pieces and self.result.pieces[-1] == "\t":
            self.result.pieces.pop()
            self.result.length -= 1
        return "\n"

    def _close_run(self) -> None:
        mark, start, words = self._run
        self._run = (0, self.result.length, [])
        text = "".join(words).strip("\n")
        if not mark or not text:
            return
        if mark & Mark.DELETED:
            self.result.deleted.append(Fact("deleted", text, Place(start, start)))
        elif mark & Mark.HIDDEN:
            self.result.hidden.append(Fact("hidden", text, Place(start, start)))
        else:
            self.result.inserted.append(Fact("inserted", text, Place(start, self.result.length)))
