"""The parts of a Word file beside its body: notes, comments, heads, and what it would fetch."""

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping

from lxml import etree

from review.reading.package import Package
from review.reading.text import Fact, Place
from review.reading.wordml import attribute, child, children, is_on, local

# Word keeps these pseudo notes for the lines that part notes from text.
_SEPARATORS = ("separator", "continuationSeparator", "continuationNotice")
_PAGE_NUMBER_SIGNS = "—–-－·.第页共/ \t\n0123456789"
_MAIN = "word/document.xml"
# Fields that fetch or start something when Word brings them up to date.
_LIVE = re.compile(
    r"^\s*(DDEAUTO|DDE|INCLUDEPICTURE|INCLUDETEXT|IMPORT|LINK|MACROBUTTON|DATABASE)\b",
    re.IGNORECASE,
)
_EMBEDDED = re.compile(r"(?:^|/)embeddings/")


class Parts:
    """The parts of a Word file by what they are, wherever the file keeps them."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self.names = package.names
        self.main = self._target("_rels/.rels", "officeDocument", "") or _MAIN
        self.folder = posixpath.dirname(self.main)
        self._rels = f"{self.folder}/_rels/{posixpath.basename(self.main)}.rels"
        self.styles = self.beside("styles")
        self.numbering = self.beside("numbering")

    def beside(self, kind: str) -> str:
        """Return the name of the part that stands beside the body in this role."""
        found = self._target(self._rels, kind, self.folder)
        return found or f"{self.folder}/{kind}.xml"

    def root(self, name: str) -> etree._Element | None:
        """Return the parsed part, or None."""
        return self._package.root(name)

    def bytes_of(self, name: str) -> bytes:
        """Return the bytes of an XML part; none where there is no such part."""
        return self._package.bytes_of(name)

    def _target(self, relations: str, kind: str, folder: str) -> str:
        for relation in children(self._package.root(relations), "Relationship"):
            if str(relation.get("Type", "")).endswith(f"/{kind}"):
                target = str(relation.get("Target", ""))
                path = target.lstrip("/") if target.startswith("/") else f"{folder}/{target}"
                name = posixpath.normpath(path).lstrip("/")
                if name in self._package.names:
                    return name
        return ""


def notes_of_text(parts: Parts) -> Iterator[str]:
    """Return the words of footnotes and endnotes."""
    for kind, name in (("footnotes", "footnote"), ("endnotes", "endnote")):
        for note in children(parts.root(parts.beside(kind)), name):
            words = words_of(note).strip()
            if attribute(note, "type") not in _SEPARATORS and words:
                yield words


def comments(parts: Parts, anchors: Mapping[str, Place]) -> list[Fact]:
    """Return the comments with who wrote them and what they stand at."""
    return [
        Fact(
            "comment",
            words_of(comment).strip(),
            anchors.get(attribute(comment, "id")),
            attribute(comment, "author"),
            attribute(comment, "date")[:10],
        )
        for comment in children(parts.root(parts.beside("comments")), "comment")
    ]


def headers(parts: Parts) -> list[Fact]:
    """Return the texts of headers and footers that hold more than a page number."""
    starts = (f"{parts.folder}/header", f"{parts.folder}/footer")
    names = sorted(name for name in parts.names if name.startswith(starts))
    texts = [words_of(root).strip() for name in names if (root := parts.root(name)) is not None]
    telling = dict.fromkeys(text for text in texts if text.strip(_PAGE_NUMBER_SIGNS))
    return [Fact("header", text) for text in telling]


def embedded_files(parts: Parts) -> list[Fact]:
    """Return the files that lie inside this one, as an attachment shown by an icon does."""
    names = sorted(name for name in parts.names if _EMBEDDED.search(name))
    return [Fact("attached", posixpath.basename(name)) for name in names]


def live_fields(codes: Iterable[Fact]) -> list[Fact]:
    """Return the fields whose code fetches or starts something."""
    found = ((fact, _LIVE.match(fact.text)) for fact in codes)
    return [Fact("field", match[1].upper(), fact.place) for fact, match in found if match]


def external_targets(parts: Parts) -> list[Fact]:
    """Return what the file would fetch from elsewhere; plain links fetch nothing."""
    facts = []
    for name in sorted(parts.names):
        if not name.endswith(".rels") or b"External" not in parts.bytes_of(name):
            continue
        for relation in children(parts.root(name), "Relationship"):
            values = {str(key): str(value) for key, value in relation.items()}
            is_link = values.get("Type", "").endswith("/hyperlink")
            if values.get("TargetMode") == "External" and not is_link:
                facts.append(Fact("target", values.get("Target", "")))
    return facts


def words_of(element: etree._Element) -> str:
    """Return the visible words of a small part, paragraphs joined with blanks."""
    words = []
    for each in element.iter():
        name = local(each)
        if name == "t" and not is_on(child(child(each.getparent(), "rPr"), "vanish")):
            words.append(each.text or "")
        elif name == "p" and words:
            words.append(" ")
    return "".join(words)
