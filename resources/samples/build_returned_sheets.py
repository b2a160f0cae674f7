"""Build the sheets that units returned: `python -m resources.samples.build_returned_sheets`."""

import sys
import tomllib
from datetime import UTC, datetime
from pathlib import Path

import xlsxwriter  # type: ignore[import-untyped] # no stubs

FOLDER = Path(__file__).parent
SOURCE = FOLDER / "returned_sheets.toml"
NAME = "清理意见表"
# One moment for all: the same text always gives the same file.
_MOMENT = datetime(2026, 1, 1, tzinfo=UTC)
_WIDTHS = (6, 40, 20, 12, 24, 36, 24, 14, 18)
# A workbook of which only the beginning came over with the stick.
_KEPT_BYTES = 2000


def build(folder: Path) -> None:
    """Write the sheet of one unit whole, and that of another cut off."""
    told = tomllib.loads(SOURCE.read_text(encoding="utf-8"))
    whole = folder / told["whole"]["name"]
    book = xlsxwriter.Workbook(str(whole))
    book.set_properties({"author": "云溪县（虚构）", "created": _MOMENT.replace(tzinfo=None)})
    sheet = book.add_worksheet(told["whole"]["sheet"])
    cell = book.add_format({"border": 1, "text_wrap": True, "valign": "vcenter"})
    bold = book.add_format({"border": 1, "text_wrap": True, "bold": True, "align": "center"})
    for place, width in enumerate(_WIDTHS):
        sheet.set_column(place, place, width)
    sheet.merge_range(0, 0, 0, len(_WIDTHS) - 1, told["whole"]["title"], bold)
    sheet.write_row(1, 0, told["columns"], bold)
    for row, line in enumerate(told["whole"]["rows"], start=2):
        sheet.write_row(row, 0, line, cell)
    book.close()
    (folder / told["broken"]["name"]).write_bytes(whole.read_bytes()[:_KEPT_BYTES])


def main(folder: Path = FOLDER / NAME) -> None:
    """Build both files into the folder."""
    folder.mkdir(exist_ok=True)
    build(folder)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER / NAME)
