"""Walk the body of a Word file in order and write down its text."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from lxml import etree

from review.reading.docx_numbering import Numbering, Reference, reference_of
from review.reading.text import Fact, Place
from review.reading.wordml import attribute, child, children, is_on, local

# Elements that only wrap others; their content is read as if they were not there.
_FIELDS = ("hyperlink", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml", "dir", "bdo")
_CHOICES = ("ruby", "rubyBase", "AlternateContent", "Choice")
_DRAWINGS = ("drawing", "pict", "object", "inline", "anchor", "graphic", "graphicData", "wsp")
_SHAPES = ("txbx", "wgp", "wpc", "group", "shape", "rect", "roundrect", "textbox", "oval", "line")
_WRAPPERS = frozenset((*_FIELDS, *_CHOICES, *_DRAWINGS, *_SHAPES))
_INSERTED = frozenset(("ins", "moveTo"))
_DELETED = frozenset(("del", "moveFrom"))
_CHARACTERS: Mapping[str, str] = {
    "tab": "\t",
    "ptab": "\t",
    "br": "\n",
    "cr": "\n",
    "noBreakHyphen": "-",
}


@dataclass
class Page:
    """The text so far, and what was noticed on the way."""

    numbering: Numbering
    style_lists: Mapping[str, Reference]
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    inserted: list[Fact] = field(default_factory=list)
    deleted: list[Fact] = field(default_factory=list)
    hidden: list[Fact] = field(default_factory=list)
    numbered: list[Fact] = field(default_factory=list)
    boxes: list[Fact] = field(default_factory=list)
    symbols: list[Fact] = field(default_factory=list)
    waiting_boxes: list[etree._Element] = field(default_factory=list)

    def write(self, text: str) -> None:
        """Add characters to the text."""
        self.pieces.append(text)
        self.length += len(text)

    def here(self, start: int) -> Place:
        """Return the place from ``start`` to the end of the text so far."""
        return Place(start, self.length)

    @property
    def text(self) -> str:
        """Return the text so far."""
        return "".join(self.pieces)


def write_blocks(page: Page, container: etree._Element) -> None:
    """Write the paragraphs and tables of a container, each on its own line."""
    for element in container:
        name = local(element)
        if name == "p":
            _write_paragraph(page, element)
        elif name == "tbl":
            _write_table(page, element)
        elif name in _WRAPPERS or name in _INSERTED:
            write_blocks(page, element)


def _write_paragraph(page: Page, paragraph: etree._Element) -> None:
    properties = child(paragraph, "pPr")
    label = (
        page.numbering.next_label(reference) if (reference := _list_of(page, properties)) else ""
    )
    if label:
        start = page.length
        page.write(label)
        page.numbered.append(Fact("numbered", label.strip(), page.here(start)))
    _write_inline(page, paragraph)
    mark = child(properties, "rPr")
    if child(mark, "del") is None:
        page.write("\n")
    boxes, page.waiting_boxes = page.waiting_boxes, []
    for box in boxes:
        start = page.length
        write_blocks(page, box)
        page.boxes.append(Fact("box", "", page.here(start)))


def _list_of(page: Page, properties: etree._Element | None) -> Reference | None:
    own = reference_of(properties)
    if own is not None:
        return own
    return page.style_lists.get(attribute(child(properties, "pStyle"), "val"))


def _write_inline(page: Page, container: Iterable[etree._Element]) -> None:
    for element in container:
        name = local(element)
        if name == "r":
            _write_run(page, element)
        elif name in _INSERTED:
            start = page.length
            _write_inline(page, element)
            page.inserted.append(Fact("inserted", "", page.here(start)))
        elif name in _DELETED:
            _note_deleted(page, element)
        elif name == "txbxContent":
            page.waiting_boxes.append(element)
        elif name in _WRAPPERS:
            _write_inline(page, element)


def _note_deleted(page: Page, element: etree._Element) -> None:
    words = "".join(each.text or "" for each in element.iter() if local(each) in ("delText", "t"))
    page.deleted.append(Fact("deleted", words, page.here(page.length)))


def _write_run(page: Page, run: etree._Element) -> None:
    properties = child(run, "rPr")
    if is_on(child(properties, "vanish")):
        words = "".join(each.text or "" for each in children(run, "t"))
        if words:
            page.hidden.append(Fact("hidden", words, page.here(page.length)))
        return
    for element in run:
        name = local(element)
        if name == "t":
            page.write((element.text or "").replace("\n", " "))
        elif name in _CHARACTERS:
            page.write(_CHARACTERS[name])
        elif name == "sym":
            page.symbols.append(Fact("damaged", attribute(element, "char")))
            page.write("�")
        elif name in _WRAPPERS or name == "txbxContent":
            _write_inline(page, (element,))


def _write_table(page: Page, table: etree._Element) -> None:
    """Write a row on a line, its cells between tabulators; a cell's own lines stay lines."""
    for row in _rows(table):
        cells = list(_cells(row))
        for index, cell in enumerate(cells):
            write_blocks(page, cell)
            if index + 1 < len(cells):
                _end_cell(page)


def _end_cell(page: Page) -> None:
    """Turn the line end of a cell's last paragraph into a tabulator."""
    if page.pieces and page.pieces[-1] == "\n":
        page.pieces[-1] = "\t"


def _rows(table: etree._Element) -> Iterable[etree._Element]:
    for element in table:
        if local(element) == "tr":
            if not _is_deleted_row(element):
                yield element
        elif local(element) in _WRAPPERS:
            yield from _rows(element)


def _is_deleted_row(row: etree._Element) -> bool:
    return child(child(row, "trPr"), "del") is not None


def _cells(row: etree._Element) -> Iterable[etree._Element]:
    for element in row:
        if local(element) == "tc":
            yield element
        elif local(element) in _WRAPPERS:
            yield from _cells(element)
