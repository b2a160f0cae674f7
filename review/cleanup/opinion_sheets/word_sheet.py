"""Write the sheet of one unit as a Word file, for units that fill no workbooks."""

import io
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from models.domain.cleanup import CleanupOutcome, CleanupReason
from resources.terms import name_of
from review.cleanup.opinion_sheets.asked import AskedDocument, AskedUnit
from review.cleanup.opinion_sheets.choices import column_name, fact_line, label, word_instructions
from review.cleanup.opinion_sheets.row_key import RowKey

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
# A4 landscape in twentieths of a point, and the widths of the columns that share its line.
_LONG, _SHORT, _MARGIN = 16838, 11906, 850
_WIDTHS = {
    "order": 620,
    "title": 2600,
    "number": 1750,
    "issued_date": 1200,
    "expiry_date": 1200,
    "status": 850,
    "choice": 1350,
    "reason": 1500,
    "basis": 1700,
    "replacing_document": 1400,
    "planned_date": 1250,
    "remark": 918,
}
_PREFILLED: dict[str, Callable[[AskedDocument], str]] = {
    "title": lambda one: one.title,
    "number": lambda one: one.number,
    "issued_date": lambda one: _day(one.issued_date),
    "expiry_date": lambda one: _day(one.expiry_date),
    "status": lambda one: one.status,
}
_FACE = '<w:rFonts w:ascii="宋体" w:hAnsi="宋体" w:eastAsia="宋体"/>'
# Half points: the title, and all the rest.
_TITLE_SIZE, _TEXT_SIZE = 32, 18


def word_sheet_of(asked: AskedUnit) -> bytes:
    """Return the Word file of a unit: one row a document, with lists to choose from.

    The keys stand as hidden text beside the order numbers.
    """
    # Heavy, and only who sends sheets needs it.
    from docx import Document  # noqa: PLC0415
    from docx.oxml import parse_xml  # noqa: PLC0415

    document = Document()
    body: Any = document.element.body
    for child in list(body):
        body.remove(child)
    for part in (*_top(asked), _table(asked), _paragraph(""), _section()):
        body.append(parse_xml(part.replace(">", f' xmlns:w="{_MAIN}">', 1)))
    document.core_properties.title = label("title", campaign=asked.campaign_name)
    document.core_properties.author = asked.office_name
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def _top(asked: AskedUnit) -> tuple[str, ...]:
    title = label("title", campaign=asked.campaign_name)
    filler = [
        _cell(_run(label("filled_by")), 1800),
        _cell("", 4500),
        _cell(_run(label("filled_on")), 1800),
        _cell("", 4500),
    ]
    return (
        _paragraph(_run(title, size=_TITLE_SIZE), centred=True),
        *(_paragraph(_run(line)) for line in (fact_line(asked), *word_instructions())),
        _rows_table([_row(filler)]),
        _paragraph(""),
    )


def _table(asked: AskedUnit) -> str:
    head = _row(
        [
            _cell(_run(column_name(column), bold=True), width, centred=True)
            for column, width in _WIDTHS.items()
        ],
        is_head=True,
    )
    rows = [_document_row(asked, order, one) for order, one in enumerate(asked.documents, start=1)]
    return _rows_table([head, *rows])


def _document_row(asked: AskedUnit, order: int, document: AskedDocument) -> str:
    key = RowKey(asked.campaign_id, asked.unit_id, document.document_id)
    contents = {
        "order": _run(str(order)) + _run(str(key), hidden=True),
        "choice": _list([name_of(choice) for choice in CleanupOutcome]),
        "reason": _list([name_of(reason) for reason in CleanupReason]),
        **{column: _run(value(document)) for column, value in _PREFILLED.items()},
    }
    return _row([_cell(contents.get(column, ""), width) for column, width in _WIDTHS.items()])


def _list(names: Sequence[str]) -> str:
    """Return a content control from whose list one name is chosen."""
    items = "".join(
        f"<w:listItem w:displayText={quoteattr(name)} w:value={quoteattr(name)}/>" for name in names
    )
    return (
        f"<w:sdt><w:sdtPr><w:showingPlcHdr/><w:dropDownList>{items}</w:dropDownList></w:sdtPr>"
        f"<w:sdtContent>{_run(label('placeholder'))}</w:sdtContent></w:sdt>"
    )


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _run(words: str, *, size: int = _TEXT_SIZE, hidden: bool = False, bold: bool = False) -> str:
    if not words:
        return ""
    kind = "<w:vanish/>" if hidden else "<w:b/>" if bold else ""
    look = f'<w:rPr>{_FACE}{kind}<w:sz w:val="{size}"/></w:rPr>'
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(words)}</w:t></w:r>'


def _paragraph(content: str, *, centred: bool = False) -> str:
    where = '<w:jc w:val="center"/>' if centred else ""
    look = f'<w:pPr><w:spacing w:before="0" w:after="0"/>{where}</w:pPr>'
    return f"<w:p>{look}{content}</w:p>"


def _cell(content: str, width: int, *, centred: bool = False) -> str:
    look = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
    return f"<w:tc>{look}{_paragraph(content, centred=centred)}</w:tc>"


def _row(cells: Sequence[str], *, is_head: bool = False) -> str:
    head = "<w:tblHeader/>" if is_head else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>{''.join(cells)}</w:tr>"


def _rows_table(rows: Sequence[str]) -> str:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    lines = "".join(f'<w:{side} w:val="single" w:sz="4" w:color="666666"/>' for side in sides)
    look = (
        f'<w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>{lines}</w:tblBorders>'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="50" w:type="dxa"/>'
        '<w:right w:w="50" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    )
    return f"<w:tbl>{look}{''.join(rows)}</w:tbl>"


def _section() -> str:
    sides = " ".join(f'w:{side}="{_MARGIN}"' for side in ("top", "right", "bottom", "left"))
    return (
        f'<w:sectPr><w:pgSz w:w="{_LONG}" w:h="{_SHORT}" w:orient="landscape"/>'
        f'<w:pgMar {sides} w:header="500" w:footer="500" w:gutter="0"/></w:sectPr>'
    )
