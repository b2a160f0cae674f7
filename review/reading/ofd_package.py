"""The parts of an OFD package: which documents and pages it has, and where they lie."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from review.errors import BrokenFileError, EncryptedFileError, TooManyPagesError
from review.reading.package import Package, open_package
from review.reading.wordml import child, children, local

PAGE_LIMIT = 2000
# The parts that a package encrypted after the standard carries beside its locked pages.
_ENCRYPTION_PARTS = frozenset(("encryptions.xml", "decryptseed.dat", "entriesmap.dat"))


@dataclass(frozen=True)
class OfdPage:
    """Where one page lies: its content, its own resources come with it, and its number."""

    location: str
    identifier: str


@dataclass(frozen=True)
class OfdDocument:
    """One document of the package with everything its pages refer to."""

    pages: tuple[OfdPage, ...]
    lost_pages: tuple[int, ...]
    box: str
    templates: dict[str, str]
    resources: tuple[str, ...]
    annotations: dict[str, str]
    attachments: tuple[str, ...]
    signature_count: int


class OfdPackage:
    """Finds parts as real producers name them: with and without root, in any case."""

    def __init__(self, content: bytes, file_name: str) -> None:
        self._package: Package = open_package(content, file_name, may_begin_with_slash=True)
        self.file_name = file_name
        self._names = {_plain(name): name for name in self._package.names}
        self._roots: dict[str, etree._Element] = {}

    def root(self, location: str) -> etree._Element:
        """Return a part's root element.

        Raises:
            BrokenFileError: the part is missing or no well-formed XML.
        """
        if location not in self._roots:
            found = self._package.root(location)
            if found is None:
                raise BrokenFileError(file_name=self.file_name)
            self._roots[location] = found
        return self._roots[location]

    def resolve(self, base: str, location: str) -> str | None:
        """Return the name of the part that ``location`` means inside the part ``base``.

        After the standard a location without a leading slash starts at the part that names
        it; producers also write such locations from the root of the package.
        """
        wanted = location.strip()
        if not wanted:
            return None
        beside = posixpath.join(posixpath.dirname(_plain(base)), wanted)
        tries = (wanted,) if wanted.startswith("/") else (beside, wanted)
        return next((name for each in tries if (name := self._names.get(_plain(each)))), None)

    def documents(self) -> list[OfdDocument]:
        """Return the documents of the package in their order.

        Raises:
            EncryptedFileError: the pages are locked with a key.
            BrokenFileError: no document can be found.
            TooManyPagesError: the documents have more pages than the program reads.
        """
        if any(posixpath.basename(name) in _ENCRYPTION_PARTS for name in self._names):
            raise EncryptedFileError(file_name=self.file_name)
        entry = self.resolve("", "OFD.xml")
        bodies = list(children(self.root(entry), "DocBody")) if entry else []
        found = [document for body in bodies if (document := self._document(entry or "", body))]
        if not found:
            raise BrokenFileError(file_name=self.file_name)
        if sum(len(document.pages) for document in found) > PAGE_LIMIT:
            raise TooManyPagesError(file_name=self.file_name, page_limit=PAGE_LIMIT)
        return found

    def _document(self, entry: str, body: etree._Element) -> OfdDocument | None:
        location = self.resolve(entry, text_of(body, "DocRoot"))
        if location is None:
            return None
        root = self.root(location)
        shared = child(root, "CommonData")
        found = [
            (number, self.resolve(location, page.get("BaseLoc", "")), page.get("ID", ""))
            for number, page in enumerate(children(child(root, "Pages"), "Page"), start=1)
        ]
        return OfdDocument(
            pages=tuple(OfdPage(place, name) for _, place, name in found if place),
            lost_pages=tuple(number for number, place, _ in found if not place),
            box=text_of(child(shared, "PageArea"), "PhysicalBox"),
            templates=self._templates(location, shared),
            resources=tuple(self._resources(location, shared)),
            annotations=self._annotations(location, text_of(root, "Annotations")),
            attachments=tuple(self._attachments(location, text_of(root, "Attachments"))),
            signature_count=self._signatures(entry, text_of(body, "Signatures")),
        )

    def _templates(self, base: str, shared: etree._Element | None) -> dict[str, str]:
        places = {
            each.get("ID", ""): self.resolve(base, each.get("BaseLoc", ""))
            for each in children(shared, "TemplatePage")
        }
        return {name: place for name, place in places.items() if place}

    def _resources(self, base: str, shared: etree._Element | None) -> Iterator[str]:
        for name in ("PublicRes", "DocumentRes"):
            for each in children(shared, name):
                if place := self.resolve(base, each.text or ""):
                    yield place

    def _annotations(self, base: str, location: str) -> dict[str, str]:
        """Return where the annotations of each page lie, by the page's identifier."""
        place = self.resolve(base, location)
        pages = list(children(self.root(place), "Page")) if place else []
        files = {
            page.get("PageID", ""): self.resolve(place or "", text_of(page, "FileLoc"))
            for page in pages
        }
        return {name: file for name, file in files.items() if file}

    def _attachments(self, base: str, location: str) -> Iterator[str]:
        place = self.resolve(base, location)
        for each in children(self.root(place), "Attachment") if place else ():
            yield each.get("Name", "") or text_of(each, "FileLoc")

    def _signatures(self, base: str, location: str) -> int:
        place = self.resolve(base, location)
        if place is None:
            return 0
        return sum(1 for each in self.root(place).iter() if local(each) == "Signature")


def text_of(element: etree._Element | None, name: str) -> str:
    """Return the text of a child element, or an empty text."""
    found = child(element, name)
    return (found.text or "").strip() if found is not None else ""


def _plain(name: str) -> str:
    return posixpath.normpath("/" + name.replace("\\", "/").lstrip("/")).lower()
