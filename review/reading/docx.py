"""Read a Word file (docx): what Word would show, and a note for what it would not."""

from collections.abc import Iterable, Iterator

from lxml import etree

from review.errors import BrokenFileError
from review.reading.docx_body import Page, write_blocks
from review.reading.docx_numbering import read_numbering, style_references
from review.reading.package import Package, open_package
from review.reading.text import Fact, NoteKind, ReadingNote
from review.reading.wordml import attribute, child, children, is_on, local

# Word keeps these pseudo notes for the lines that part notes from text.
_SEPARATORS = ("separator", "continuationSeparator", "continuationNotice")
_PAGE_NUMBER_SIGNS = "—–-－·.第页共/ \t\n0123456789"


def read_docx(content: bytes, file_name: str) -> tuple[str, tuple[ReadingNote, ...]]:
    """Return the text of the body with its notes.

    Raises:
        ReadingError: the package is broken, locked or unsafe; see the subclasses.
    """
    package = open_package(content, file_name)
    body = child(package.root("word/document.xml"), "body")
    if body is None:
        raise BrokenFileError(file_name=file_name)
    styles = style_references(package.root("word/styles.xml"))
    try:
        page = Page(read_numbering(package.root("word/numbering.xml")), styles)
        write_blocks(page, body)
    except ValueError as fault:
        raise BrokenFileError(file_name=file_name) from fault
    footnotes = list(_footnotes(package))
    text = page.text.rstrip("\n") + "".join(f"\n{note}" for note in footnotes)
    return text, tuple(_notes(page, text, footnotes, package))


def _notes(page: Page, text: str, footnotes: list[str], package: Package) -> Iterator[ReadingNote]:
    found = {
        NoteKind.TRACKED_CHANGES: _with_words(page.inserted, text) + page.deleted,
        NoteKind.COMMENTS: _comments(package),
        NoteKind.HIDDEN_TEXT: page.hidden,
        NoteKind.AUTOMATIC_NUMBERING: page.numbered,
        NoteKind.TEXT_BOXES: _with_words(page.boxes, text),
        NoteKind.FOOTNOTES: [Fact("footnote", words) for words in footnotes],
        NoteKind.HEADERS: _headers(package),
        NoteKind.DAMAGED_CHARACTERS: page.symbols,
        NoteKind.MACROS: [Fact("macro", name) for name in package.names if "vbaProject" in name],
        NoteKind.EXTERNAL_CONTENT: _external(package),
    }
    return (ReadingNote(kind, tuple(facts)) for kind, facts in found.items() if facts)


def _with_words(facts: Iterable[Fact], text: str) -> list[Fact]:
    """Fill in the words of facts that were noted by place only; empty ones are dropped."""
    filled = (
        Fact(fact.name, text[fact.place.start : fact.place.end].strip("\n"), fact.place)
        for fact in facts
        if fact.place is not None
    )
    return [fact for fact in filled if fact.text]


def _footnotes(package: Package) -> Iterator[str]:
    for part, name in (("word/footnotes.xml", "footnote"), ("word/endnotes.xml", "endnote")):
        for note in children(package.root(part), name):
            kind = attribute(note, "type")
            words = _words(note).strip()
            if kind not in _SEPARATORS and words:
                yield words


def _comments(package: Package) -> list[Fact]:
    root = package.root("word/comments.xml")
    return [Fact("comment", _words(comment)) for comment in children(root, "comment")]


def _headers(package: Package) -> list[Fact]:
    """Return the texts of headers and footers that hold more than a page number."""
    names = sorted(
        name for name in package.names if name.startswith(("word/header", "word/footer"))
    )
    texts = [_words(root).strip() for name in names if (root := package.root(name)) is not None]
    telling = dict.fromkeys(text for text in texts if text.strip(_PAGE_NUMBER_SIGNS))
    return [Fact("header", text) for text in telling]


def _external(package: Package) -> list[Fact]:
    """Return what the file would fetch from elsewhere; plain links fetch nothing."""
    facts = []
    for name in sorted(package.names):
        root = package.root(name) if name.endswith(".rels") else None
        for relation in children(root, "Relationship"):
            values = {str(key): str(value) for key, value in relation.items()}
            is_link = values.get("Type", "").endswith("/hyperlink")
            if values.get("TargetMode") == "External" and not is_link:
                facts.append(Fact("target", values.get("Target", "")))
    return facts


def _words(element: etree._Element) -> str:
    """Return the visible words of a small part, paragraphs joined with blanks."""
    words = []
    for each in element.iter():
        name = local(each)
        if name == "t" and not is_on(child(child(each.getparent(), "rPr"), "vanish")):
            words.append(each.text or "")
        elif name == "p" and words:
            words.append(" ")
    return "".join(words)
