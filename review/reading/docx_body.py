"""Walk the body of a Word file in order and write down its text."""

from collections.abc import Iterable, Iterator

from lxml import etree

from review.reading.docx_inline import write_inline
from review.reading.docx_numbering import Reference, reference_of
from review.reading.docx_page import LEFT_OUT, SHOWN, Page, Reading
from review.reading.text import Fact
from review.reading.wordml import attribute, child, local

_SKIPPED = frozenset(
    ("sectPr", "tblPr", "tblGrid", "tcPr", "trPr", "sdtPr", "sdtEndPr", "Fallback", "pPr")
)
# Where a change of a paragraph's mark, a row or a cell stands, by the reading that leaves it out.
_LEFT_OUT_MARKS = {Reading.ACCEPTED: ("del", "moveFrom"), Reading.ORIGINAL: ("ins", "moveTo")}
_LEFT_OUT_CELLS = {Reading.ACCEPTED: "cellDel", Reading.ORIGINAL: "cellIns"}


def write_blocks(page: Page, container: Iterable[etree._Element]) -> None:
    """Write the paragraphs and tables of a container, each on its own line."""
    joined: list[etree._Element] = []
    for element in container:
        if local(element) == "p":
            joined.append(element)
            if not _is_mark_left_out(page, element):
                _write_paragraph(page, joined)
                joined = []
        else:
            _write_rest(page, joined)
            joined = []
            _write_block(page, element)
    _write_rest(page, joined)


def _write_block(page: Page, element: etree._Element) -> None:
    name = local(element)
    if name == "tbl":
        _write_table(page, element)
    elif name == "altChunk":
        page.noticed.foreign.append(Fact("object", "altChunk", page.here(page.length)))
    elif name == "oMathPara":
        write_inline(page, (element,))
        page.write("\n")
    elif name not in _SKIPPED and name not in LEFT_OUT[page.reading]:
        write_blocks(page, element)


def _is_mark_left_out(page: Page, paragraph: etree._Element) -> bool:
    mark = child(child(paragraph, "pPr"), "rPr")
    return mark is not None and any(
        child(mark, name) is not None for name in _LEFT_OUT_MARKS[page.reading]
    )


def _write_paragraph(page: Page, joined: list[etree._Element]) -> None:
    """Write what one reading shows as a paragraph: several, where marks between them are gone.

    The last mark is the one that stays, so it says how the paragraph is numbered.
    """
    _write_label(page, _properties(page, joined[-1]))
    _write_words(page, joined)
    page.write("\n")
    _write_boxes(page)


def _write_rest(page: Page, joined: list[etree._Element]) -> None:
    """Write paragraphs whose marks are all gone, with nothing behind them to be joined to."""
    start = page.length
    _write_words(page, joined)
    if page.length > start:
        page.write("\n")
    _write_boxes(page)


def _write_words(page: Page, joined: list[etree._Element]) -> None:
    for paragraph in joined:
        write_inline(page, paragraph)
    # A field's code does not run over a paragraph: where it seems to, its end was lost.
    if page.open_fields:
        page.open_fields = [False] * len(page.open_fields)


def _properties(page: Page, paragraph: etree._Element) -> etree._Element | None:
    properties = child(paragraph, "pPr")
    if page.reading is Reading.ORIGINAL:
        before = child(child(properties, "pPrChange"), "pPr")
        return properties if before is None else before
    return properties


def _write_label(page: Page, properties: etree._Element | None) -> None:
    reference = _list_of(page, properties)
    label = page.numbering.next_label(reference) if reference else ""
    if label:
        start = page.length
        page.write(label)
        page.noticed.numbered.append(Fact("numbered", label.strip(), page.here(start)))


def _list_of(page: Page, properties: etree._Element | None) -> Reference | None:
    """Return the list a paragraph is in: its own, else its style's; either may lack a half."""
    own = reference_of(properties)
    if own is not None and own.list_id and (own.level is not None or not page.style_lists):
        return own
    style = attribute(child(properties, "pStyle"), "val") if page.style_lists else ""
    of_style = page.style_lists.get(style)
    if own is None or of_style is None:
        return own or of_style
    level = of_style.level if own.level is None else own.level
    return Reference(own.list_id or of_style.list_id, level)


def _write_boxes(page: Page) -> None:
    boxes, page.waiting_boxes = page.waiting_boxes, []
    for box in boxes:
        start = page.length
        if isinstance(box, str):
            page.write(box)
            page.write("\n")
        else:
            write_blocks(page, box)
        page.noticed.boxes.append(Fact("box", "", page.here(start)))


def _write_table(page: Page, table: etree._Element) -> None:
    """Write a row on a line, its cells between tabulators; a cell's own lines stay lines."""
    page.noticed.tables += 1
    for row in _parts(page, table, "tr"):
        cells = list(_parts(page, row, "tc"))
        for index, cell in enumerate(cells):
            if not _continues_above(cell):
                write_blocks(page, cell)
            elif index + 1 == len(cells):
                page.write("\n")
            if index + 1 < len(cells):
                _end_cell(page, is_written=not _continues_above(cell))


def _continues_above(cell: etree._Element) -> bool:
    """Tell whether the cell is merged into the one above, which shows the words for both."""
    merge = child(child(cell, "tcPr"), "vMerge")
    return merge is not None and attribute(merge, "val") != "restart"


def _end_cell(page: Page, *, is_written: bool) -> None:
    """Turn the line end of a cell's last paragraph into a tabulator."""
    if is_written and page.pieces and page.pieces[-1] == "\n":
        page.pieces[-1] = "\t"
    else:
        page.write("\t")


def _parts(page: Page, container: etree._Element, name: str) -> Iterator[etree._Element]:
    """Return the rows of a table or the cells of a row that this reading shows."""
    for element in container:
        found = local(element)
        if found == name:
            if not _is_left_out(page, element):
                yield element
        elif found in SHOWN[page.reading] or found not in (*_SKIPPED, *LEFT_OUT[page.reading]):
            yield from _parts(page, element, name)


def _is_left_out(page: Page, part: etree._Element) -> bool:
    row, cell = child(part, "trPr"), child(part, "tcPr")
    is_row_gone = any(child(row, name) is not None for name in _LEFT_OUT_MARKS[page.reading])
    return is_row_gone or child(cell, _LEFT_OUT_CELLS[page.reading]) is not None
