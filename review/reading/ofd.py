"""Read an OFD file (GB/T 33190): the text of its pages in reading order."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from review.reading.findings import Findings
from review.reading.ofd_package import OfdDocument, OfdPackage, OfdPage
from review.reading.ofd_text import (
    Character,
    PageText,
    TextPiece,
    drawn_once,
    leans,
    origin_of,
    page_box,
)
from review.reading.page_lines import REPLACEMENT, Glyph, PageLine, lines_of_glyphs
from review.reading.page_paragraphs import join_pages
from review.reading.text import Contents, Fact, NoteKind, ReadingNote
from review.reading.wordml import child, children, local

# A page with fewer characters than this carries a stamp or a page number, not a text.
_FEWEST_CHARACTERS = 5
# The middle of a character lies this share of its size above its foot.
_MIDDLE = 0.35
_PICTURES = frozenset(("ImageObject", "PathObject"))
_PRIVATE_USE = range(0xE000, 0xF900)


@dataclass
class _Findings:
    """What was noticed on the pages so far."""

    scanned: list[int] = field(default_factory=list)
    recognised: list[int] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    asides: list[str] = field(default_factory=list)


class _Reader:
    def __init__(self, package: OfdPackage) -> None:
        self._package = package
        self._text = PageText(package.file_name)
        self.findings = _Findings()

    def pages(self, documents: list[OfdDocument]) -> Iterator[list[PageLine]]:
        """Yield the lines of each page of all documents."""
        number = 0
        for document in documents:
            units = self._units(document.resources)
            for page in document.pages:
                number += 1
                yield self._page(document, page, units, number)

    def _page(
        self, document: OfdDocument, page: OfdPage, units: dict[str, etree._Element], number: int
    ) -> list[PageLine]:
        root = self._package.root(page.location)
        units = units | self._units(self._page_resources(page.location, root))
        pieces: list[TextPiece] = []
        for each in (*self._templates(document, root), root):
            pieces += self._text.pieces(child(each, "Content"), units)
        self._note_annotations(document.annotations.get(page.identifier), units)
        shown, hidden = _parted(pieces, page_box(root, document.box))
        if _length(shown) < _FEWEST_CHARACTERS and _has_picture(root):
            if _length(hidden) < _FEWEST_CHARACTERS:
                self.findings.scanned.append(number)
            else:
                # The picture of a scanned page lies over the text that a program recognised.
                self.findings.recognised.append(number)
                shown, hidden = shown + hidden, []
        self.findings.hidden += [piece.text for piece in hidden]
        self.findings.asides += [piece.text for piece in shown if leans(piece)]
        return _lines([piece for piece in shown if not leans(piece)])

    def _templates(self, document: OfdDocument, root: etree._Element) -> Iterator[etree._Element]:
        for each in children(root, "Template"):
            if place := document.templates.get(each.get("TemplateID", "")):
                yield self._package.root(place)

    def _page_resources(self, base: str, root: etree._Element) -> Iterator[str]:
        for each in children(root, "PageRes"):
            if place := self._package.resolve(base, each.text or ""):
                yield place

    def _units(self, resources: Iterable[str]) -> dict[str, etree._Element]:
        return {
            unit.get("ID", ""): unit
            for place in resources
            for group in children(self._package.root(place), "CompositeGraphicUnits")
            for unit in children(group, "CompositeGraphicUnit")
        }

    def _note_annotations(self, place: str | None, units: dict[str, etree._Element]) -> None:
        for note in children(self._package.root(place), "Annot") if place else ():
            for appearance in children(note, "Appearance"):
                origin = origin_of(appearance.get("Boundary", ""))
                pieces = self._text.pieces(appearance, units, origin)
                self.findings.asides += [line.text for line in _lines(list(pieces))]


def read_ofd(content: bytes, file_name: str) -> Findings:
    """Return the text of all pages in paragraphs, and what stands beside it.

    Raises:
        ReadingError: the package is broken, locked or unsafe; see the subclasses.
    """
    package = OfdPackage(content, file_name)
    documents = package.documents()
    reader = _Reader(package)
    pages = list(reader.pages(documents))
    joined = join_pages(pages)
    text = "\n".join(joined.paragraphs)
    notes = _notes(reader.findings, pages, joined.running_heads, documents)
    contents = Contents(pages=len(pages), paragraphs=len(joined.paragraphs))
    return Findings(text, tuple(notes), contents=contents)


def _notes(
    findings: _Findings,
    pages: list[list[PageLine]],
    running_heads: tuple[str, ...],
    documents: list[OfdDocument],
) -> Iterator[ReadingNote]:
    scanned = findings.scanned
    if not any(pages):
        yield ReadingNote(NoteKind.NO_TEXT_LAYER, (Fact("page_count", str(len(pages))),))
        scanned = []
    found = {
        NoteKind.PARTLY_SCANNED: [Fact("page", str(number)) for number in scanned],
        NoteKind.RECOGNISED_TEXT: [Fact("page", str(page)) for page in findings.recognised],
        NoteKind.MISSING_PAGES: [
            Fact("page", str(number)) for each in documents for number in each.lost_pages
        ],
        NoteKind.HEADERS: [Fact("header", head) for head in running_heads],
        NoteKind.HIDDEN_TEXT: [Fact("hidden", words) for words in findings.hidden if words.strip()],
        NoteKind.ASIDES: _told_once("aside", findings.asides),
        NoteKind.DAMAGED_CHARACTERS: [
            Fact("damaged", letter)
            for lines in pages
            for line in lines
            for letter in line.text
            if letter == REPLACEMENT or ord(letter) in _PRIVATE_USE
        ],
        NoteKind.ATTACHED_FILES: [
            Fact("attached", name) for each in documents for name in each.attachments
        ],
        NoteKind.SIGNATURES: [
            Fact("signature", "") for each in documents for _ in range(each.signature_count)
        ],
    }
    for kind, facts in found.items():
        if facts:
            yield ReadingNote(kind, tuple(facts))


def _told_once(name: str, texts: Iterable[str]) -> list[Fact]:
    return [Fact(name, text) for text in dict.fromkeys(text.strip() for text in texts) if text]


def _parted(
    pieces: list[TextPiece], box: tuple[float, float, float, float]
) -> tuple[list[TextPiece], list[TextPiece]]:
    """Part the pieces that the page shows from those that it does not."""
    left, top, right, bottom = box
    shown: list[TextPiece] = []
    hidden: list[TextPiece] = []
    for piece in pieces:
        is_inside = any(
            left <= each.x <= right and top <= each.y <= bottom for each in piece.characters
        )
        (shown if piece.is_visible and is_inside else hidden).append(piece)
    return shown, hidden


def _length(pieces: list[TextPiece]) -> int:
    return sum(len(piece.text.strip()) for piece in pieces)


def _has_picture(root: etree._Element) -> bool:
    return any(local(each) in _PICTURES for each in root.iter())


def _lines(pieces: list[TextPiece]) -> list[PageLine]:
    """Put the pieces into lines; those that run another way follow, turned upright."""
    ways: dict[int, list[Character]] = {}
    for piece in pieces:
        way = round(piece.degrees / 90) % 4
        ways.setdefault(way, []).extend(piece.characters)
    lines: list[PageLine] = []
    for way in sorted(ways):
        glyphs = [_glyph(each, way) for each in drawn_once(ways[way])]
        lines += lines_of_glyphs(glyphs)
    return lines


def _glyph(character: Character, way: int) -> Glyph:
    x, y = character.x, character.y
    along, across = ((x, -y), (y, x), (-x, y), (-y, -x))[way]
    middle = across + _MIDDLE * character.height
    return Glyph(character.text, along, along + character.width, middle, character.height)
