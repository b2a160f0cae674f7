"""Read a Word 97–2003 file (doc, wps) from its own streams, as well as they tell it."""

from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from itertools import accumulate

from review.errors import BrokenFileError, OldFormatError
from review.reading.doc_lists import read_lists, reference_in, style_lists
from review.reading.doc_pieces import (
    Head,
    Parts,
    Piece,
    box_bounds,
    characters_of,
    piece_properties,
    read_head,
    read_pieces,
)
from review.reading.doc_properties import (
    Mark,
    character_spans,
    marks_of,
    paragraph_spans,
    placed,
)
from review.reading.doc_text import DocWriter
from review.reading.docx_numbering import Reference
from review.reading.ole import read_streams
from review.reading.text import Fact, NoteKind, ReadingNote

_STREAM = "WordDocument"
# The number of its style stands in front of a paragraph's properties.
_STYLE_LENGTH = 2
_PARAGRAPH_ENDS = "\r\x07\x0c"
_PAGE_NUMBER_SIGNS = "—–-－·.第页共/ \t\n0123456789"


def read_doc(content: bytes, file_name: str) -> tuple[str, tuple[ReadingNote, ...]]:
    """Return the text of the body, of its boxes and its footnotes, with notes.

    Raises:
        ReadingError: the file is broken, locked or too old; see the subclasses.
    """
    streams = read_streams(content, (_STREAM, "0Table", "1Table"), file_name)
    if _STREAM not in streams:
        raise OldFormatError(file_name=file_name, format_name="wps")
    document = _Document(streams, file_name)
    writer = DocWriter(document.anchored_boxes())
    document.write("body", writer)
    placed_boxes = writer.result.boxes
    boxes = [] if placed_boxes else document.lines("boxes")
    footnotes = document.lines("footnotes") + document.lines("endnotes")
    body = writer.result.text.rstrip("\n")
    text = "\n".join((body, *boxes, *footnotes))
    found = {
        NoteKind.TRACKED_CHANGES: writer.result.inserted + writer.result.deleted,
        NoteKind.COMMENTS: [Fact("comment", line) for line in document.lines("comments")],
        NoteKind.HIDDEN_TEXT: writer.result.hidden,
        NoteKind.AUTOMATIC_NUMBERING: writer.result.numbered,
        NoteKind.TEXT_BOXES: placed_boxes or [Fact("box", line) for line in boxes],
        NoteKind.FOOTNOTES: [Fact("footnote", line) for line in footnotes],
        NoteKind.HEADERS: list(_telling(document)),
        NoteKind.DAMAGED_CHARACTERS: writer.result.symbols,
        NoteKind.EMPTY_FIELDS: writer.result.empty_fields,
        NoteKind.PICTURES: [Fact("picture", "")] * document.picture_count(writer),
    }
    notes = [ReadingNote(kind, tuple(facts)) for kind, facts in found.items() if facts]
    if not text.strip() and not notes:
        return "", ()
    return text, (ReadingNote(NoteKind.OLD_WORD), *notes)


class _Document:
    """The characters of the whole file, their marks, and where each part stands."""

    def __init__(self, streams: dict[str, bytes], file_name: str) -> None:
        stream = streams[_STREAM]
        head = read_head(stream, file_name)
        table = streams.get(head.table_name)
        if table is None:
            raise BrokenFileError(file_name=file_name)
        pieces = read_pieces(head, table, stream, file_name)
        self._characters = characters_of(pieces, stream)
        lists = piece_properties(head, table, file_name)
        self._marks = _marks(head, table, stream, pieces, lists)
        self._parts = head.parts
        self._numbered = _numbered(head, table, stream, pieces, self._characters)
        self._lists = read_lists(head, table)
        self._box_bounds = box_bounds(head, table)

    def write(self, name: str, writer: DocWriter) -> None:
        """Write one part of the document."""
        part = self._part(name)
        labels = self._labels(part) if name == "body" else {}
        writer.write(self._characters[part], self._marks[part], labels)

    def _part(self, name: str) -> slice:
        names = [each.name for each in fields(Parts)]
        lengths = [getattr(self._parts, each) for each in names]
        index = names.index(name)
        end = list(accumulate(lengths))[index]
        return slice(end - lengths[index], end)

    def _labels(self, part: slice) -> dict[int, str]:
        """Return the words of the numbers in front of paragraphs, counted in their order."""
        labels = {
            place: self._lists.next_label(self._numbered[place])
            for place in sorted(self._numbered)
            if part.start <= place < part.stop and not self._marks[place] & Mark.DELETED
        }
        return {place - part.start: label for place, label in labels.items() if label}

    def anchored_boxes(self) -> list[str]:
        """Return the words of each drawing of the body, where every drawing tells its own."""
        body = self._characters[: self._parts.body]
        part = self._part("boxes")
        words, marks = self._characters[part], self._marks[part]
        if body.count("\x08") != len(self._box_bounds):
            return []
        return [_plain(words[start:end], marks[start:end]) for start, end in self._box_bounds]

    def picture_count(self, writer: DocWriter) -> int:
        """Return how many pictures the body shows; drawings with words are none."""
        drawings = 0 if self._parts.boxes else writer.result.drawings
        return writer.result.pictures + drawings

    def lines(self, name: str) -> list[str]:
        """Return the lines of a part that hold words."""
        writer = DocWriter()
        self.write(name, writer)
        return [line.strip() for line in writer.result.text.split("\n") if line.strip()]


def _plain(characters: list[str], marks: list[int]) -> str:
    writer = DocWriter()
    writer.write(characters, marks, {})
    return writer.result.text.strip("\n")


def _marks(
    head: Head, table: bytes, stream: bytes, pieces: list[Piece], lists: list[bytes]
) -> list[int]:
    marks = [0] * pieces[-1].end
    # Most stretches share their properties with others.
    mark_of = cache(marks_of)
    for spans, skipped in (
        (character_spans(head, table, stream), 0),
        (paragraph_spans(head, table, stream), _STYLE_LENGTH),
    ):
        for first, after, block in placed(pieces, spans):
            mark = mark_of(block[skipped:])
            for index in range(first, after if mark else first):
                marks[index] |= mark
    for piece in pieces:
        # The lowest bit tells that the others number a list of properties.
        number = piece.properties >> 1
        if piece.properties & 1 and number < len(lists) and (mark := marks_of(lists[number])):
            marks[piece.start : piece.end] = [
                each | mark for each in marks[piece.start : piece.end]
            ]
    return marks


def _numbered(
    head: Head, table: bytes, stream: bytes, pieces: list[Piece], characters: list[str]
) -> dict[int, Reference]:
    """Return the numbered paragraphs by their first character."""
    styles = style_lists(head, table)
    list_of = cache(reference_in)
    found: dict[int, Reference] = {}
    for first, _, block in placed(pieces, paragraph_spans(head, table, stream)):
        if first and characters[first - 1] not in _PARAGRAPH_ENDS:
            continue
        reference = list_of(block[_STYLE_LENGTH:])
        if reference is None:
            reference = styles.get(int.from_bytes(block[:_STYLE_LENGTH], "little"))
        if reference is not None and reference.list_id != "0":
            found[first] = reference
    return found


def _telling(document: _Document) -> Iterator[Fact]:
    """Yield the headers and footers that hold more than a page number."""
    lines = document.lines("headers") + document.lines("header_boxes")
    for line in dict.fromkeys(lines):
        if line.strip(_PAGE_NUMBER_SIGNS):
            yield Fact("header", line)
