"""Build the ledger of the past from its text: `python -m resources.samples.build_ledger`."""

import sys
import tomllib
from datetime import UTC, datetime
from pathlib import Path

import xlsxwriter  # type: ignore[import-untyped] # no stubs

FOLDER = Path(__file__).parent
SOURCE = FOLDER / "past_ledger.toml"
NAME = "11-past-ledger.xlsx"
# One moment for all: the same text always gives the same file.
_MOMENT = datetime(2026, 1, 1, tzinfo=UTC)
_WIDTHS = (6, 40, 22, 12, 20, 14, 18, 10, 12, 20)


def build(target: Path) -> None:
    """Write the workbook as an office would have kept it: title rows, sections, a footer."""
    ledger = tomllib.loads(SOURCE.read_text(encoding="utf-8"))
    book = xlsxwriter.Workbook(str(target))
    book.set_properties({"author": "云溪县（虚构）", "created": _MOMENT.replace(tzinfo=None)})
    sheet = book.add_worksheet(ledger["sheet"])
    cell = book.add_format({"border": 1, "text_wrap": True, "valign": "vcenter"})
    bold = book.add_format({"border": 1, "text_wrap": True, "bold": True, "align": "center"})
    last = len(ledger["columns"]) - 1
    for place, width in enumerate(_WIDTHS):
        sheet.set_column(place, place, width)
    sheet.merge_range(0, 0, 0, last, ledger["title"], bold)
    sheet.write_string(1, 0, ledger["filled_by"])
    sheet.write_row(2, 0, ledger["columns"], bold)
    row = 3
    for section in ledger["sections"]:
        sheet.merge_range(row, 0, row, last, section["name"], bold)
        for line in section["rows"]:
            row += 1
            sheet.write_row(row, 0, line, cell)
        row += 1
    sheet.write_string(row, 0, ledger["footer"])
    book.close()


def main(folder: Path = FOLDER) -> None:
    """Build the ledger into the folder."""
    build(folder / NAME)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
