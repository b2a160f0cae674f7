"""Build the Excel file of the sample issue list from its text.

Run as ``python -m resources.samples.build_issue_list``.
"""

from datetime import UTC, datetime
from pathlib import Path

import xlsxwriter  # type: ignore[import-untyped] # no stubs

FOLDER = Path(__file__).parent
SOURCE = FOLDER / "issue-list-2026.tsv"
_CREATED = datetime(2026, 1, 1, tzinfo=UTC).replace(tzinfo=None)
_WIDTHS = (6, 72, 22, 30, 16)
_TITLE = "云溪县2026年发文目录"


def build(target: Path) -> None:
    """Write the list as an office system exports it: a merged title above the head."""
    book = xlsxwriter.Workbook(target, {"strings_to_numbers": False, "strings_to_formulas": False})
    book.set_properties({"created": _CREATED})
    sheet = book.add_worksheet("发文目录")
    heading = book.add_format({"bold": True, "align": "center", "font_size": 14})
    sheet.merge_range(0, 0, 0, len(_WIDTHS) - 1, _TITLE, heading)
    for place, width in enumerate(_WIDTHS):
        sheet.set_column(place, place, width)
    for number, line in enumerate(SOURCE.read_text(encoding="utf-8").splitlines(), start=1):
        for place, cell in enumerate(line.split("\t")):
            sheet.write_string(number, place, cell)
    book.close()


if __name__ == "__main__":
    build(FOLDER / f"{SOURCE.stem}.xlsx")
