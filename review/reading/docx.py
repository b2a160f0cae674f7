"""Read a Word file (docx): what Word would show, and a note for what it would not."""

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from review.errors import ArchiveTooLargeError, BrokenFileError
from review.reading.docx_body import write_blocks
from review.reading.docx_numbering import Numbering, read_numbering
from review.reading.docx_page import Page, Reading
from review.reading.docx_parts import (
    Parts,
    comments,
    embedded_files,
    external_targets,
    headers,
    live_fields,
    notes_of_text,
)
from review.reading.docx_styles import Styles, read_styles
from review.reading.findings import Findings
from review.reading.package import open_package
from review.reading.text import Contents, Fact, NoteKind, OriginalText, Place, ReadingNote
from review.reading.wordml import child

# Cheap looks at the bytes that save parsing what no text depends on.
_TRACKED = re.compile(rb"<\w+:(?:ins|del|moveFrom|moveTo|cellIns|cellDel|pPrChange)[ />]")
_NUMBERED, _HIDDEN = b":numPr", b":vanish"
_WORN = re.compile(rb"<\w+:[pr]Style ")
_DEFAULT, _STYLE_END, _STYLE_LENGTH = re.compile(rb':default="(?:1|true)"'), b":style>", 8192
_PARAGRAPH = re.compile(rb"<\w+:p[ >]")
# Several times the paragraphs of the longest annex; every cell of a table holds one.
PARAGRAPH_LIMIT = 200_000


def read_docx(content: bytes, file_name: str) -> Findings:
    """Return the text of the body with its notes, and the original text under tracked changes.

    Raises:
        ReadingError: the package is broken, locked or unsafe; see the subclasses.
    """
    parts = Parts(open_package(content, file_name))
    if sum(1 for _ in _PARAGRAPH.finditer(parts.bytes_of(parts.main))) > PARAGRAPH_LIMIT:
        raise ArchiveTooLargeError(file_name=file_name)
    body = child(parts.root(parts.main), "body")
    if body is None:
        raise BrokenFileError(file_name=file_name)
    try:
        return _findings(parts, body)
    except ValueError as fault:
        raise BrokenFileError(file_name=file_name) from fault


def _findings(parts: Parts, body: etree._Element) -> Findings:
    page = _written(parts, body, Reading.ACCEPTED)
    text, footnotes = _with_footnotes(page, parts)
    original = None
    if _TRACKED.search(parts.bytes_of(parts.main)):
        before = _written(parts, body, Reading.ORIGINAL)
        original = _original(before, _with_footnotes(before, parts)[0], page)
    contents = Contents(paragraphs=text.count("\n") + 1, tables=page.noticed.tables)
    return Findings(text, tuple(_notes(page, text, footnotes, parts)), original, contents)


def _written(parts: Parts, body: etree._Element, reading: Reading) -> Page:
    numbering, styles = _lists_and_styles(parts)
    page = Page(numbering, styles.lists, styles.hidden, reading)
    write_blocks(page, body)
    return page


def _lists_and_styles(parts: Parts) -> tuple[Numbering, Styles]:
    styles = parts.root(parts.styles) if _do_styles_matter(parts) else None
    if styles is None and _NUMBERED not in parts.bytes_of(parts.main):
        return Numbering({}, {}, {}), Styles({}, frozenset())
    numbering = read_numbering(parts.root(parts.numbering), styles)
    return numbering, read_styles(styles, numbering)


def _do_styles_matter(parts: Parts) -> bool:
    """Tell whether a style that is worn may number or hide anything; most files wear none."""
    styles, body = parts.bytes_of(parts.styles), parts.bytes_of(parts.main)
    if _NUMBERED not in styles and _HIDDEN not in styles:
        return False
    defaults = (
        styles[found.start() : found.start() + _STYLE_LENGTH].partition(_STYLE_END)[0]
        for found in _DEFAULT.finditer(styles)
    )
    return _WORN.search(body) is not None or any(
        _NUMBERED in style or _HIDDEN in style for style in defaults
    )


def _with_footnotes(page: Page, parts: Parts) -> tuple[str, list[Fact]]:
    text, facts = page.text.rstrip("\n"), []
    for words in notes_of_text(parts):
        start = len(text) + 1
        text += f"\n{words}"
        facts.append(Fact("footnote", words, Place(start, len(text))))
    return text, facts


def _original(before: Page, text: str, after: Page) -> OriginalText | None:
    deleted = (*before.noticed.inserted, *before.noticed.moved)
    inserted = (*after.noticed.inserted, *after.noticed.moved)
    return OriginalText(
        text,
        tuple(fact.place for fact in deleted if fact.place is not None),
        tuple(fact.place for fact in inserted if fact.place is not None),
    )


def _notes(page: Page, text: str, footnotes: list[Fact], parts: Parts) -> Iterator[ReadingNote]:
    noticed = page.noticed
    changes = [*noticed.inserted, *noticed.moved]
    found = {
        NoteKind.TRACKED_CHANGES: _with_words(changes, text) + noticed.deleted,
        NoteKind.COMMENTS: comments(parts, noticed.anchors),
        NoteKind.HIDDEN_TEXT: noticed.hidden,
        NoteKind.AUTOMATIC_NUMBERING: noticed.numbered,
        NoteKind.TEXT_BOXES: _with_words(noticed.boxes, text),
        NoteKind.FOOTNOTES: footnotes,
        NoteKind.HEADERS: headers(parts),
        NoteKind.FORMULAS: _with_words(noticed.formulas, text),
        NoteKind.PICTURES: noticed.pictures,
        NoteKind.FOREIGN_OBJECTS: noticed.foreign,
        NoteKind.ATTACHED_FILES: embedded_files(parts),
        NoteKind.DAMAGED_CHARACTERS: noticed.symbols,
        NoteKind.LIVE_FIELDS: live_fields(noticed.fields),
        NoteKind.MACROS: [Fact("macro", name) for name in parts.names if "vbaProject" in name],
        NoteKind.EXTERNAL_CONTENT: external_targets(parts),
    }
    return (ReadingNote(kind, tuple(facts)) for kind, facts in found.items() if facts)


def _with_words(facts: Iterable[Fact], text: str) -> list[Fact]:
    """Fill in the words of facts that were noted by place only; empty ones are dropped."""
    filled = (
        Fact(
            fact.name,
            text[fact.place.start : fact.place.end].strip("\n"),
            fact.place,
            fact.author,
            fact.written,
        )
        for fact in facts
        if fact.place is not None
    )
    return [fact for fact in filled if fact.text]
