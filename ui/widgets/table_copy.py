"""A table on the clipboard: as text with tabs, and as a table that WPS and Word lay out."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from ui.widgets.table_columns import Column, Row

# WPS and Excel read a document number or a date as a number unless the cell is told to be text.
_CELL = "border:1px solid #000;padding:2px 6px;text-align:{side};mso-number-format:'\\@'"


@dataclass(frozen=True)
class CopiedTable:
    """One table in both forms."""

    text: str
    html: str


def copied_table(columns: Sequence[Column[Row]], rows: Sequence[Row]) -> CopiedTable:
    """Return the rows with their titles in both forms."""
    titles = [column.title for column in columns]
    lines = [[column.text(row) for column in columns] for row in rows]
    text = "\n".join("\t".join(map(_one_line, line)) for line in [titles, *lines])
    return CopiedTable(text, _html(columns, titles, lines))


def put_on_clipboard(table: CopiedTable) -> None:
    """Let the table be pasted."""
    data = QMimeData()
    data.setText(table.text)
    data.setHtml(table.html)
    QGuiApplication.clipboard().setMimeData(data)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _html(
    columns: Sequence[Column[Row]], titles: Sequence[str], lines: Sequence[Sequence[str]]
) -> str:
    head = "".join(f'<th style="{_CELL.format(side="center")}">{escape(t)}</th>' for t in titles)
    body = "".join(f"<tr>{_html_row(columns, line)}</tr>" for line in lines)
    return f'<table style="border-collapse:collapse"><tr>{head}</tr>{body}</table>'


def _html_row(columns: Sequence[Column[Row]], line: Sequence[str]) -> str:
    return "".join(
        f'<td style="{_CELL.format(side=column.side.value)}">{escape(text)}</td>'
        for column, text in zip(columns, line, strict=True)
    )
