"""Write the result of an omission check as a workbook that prints on A4, landscape."""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from models.domain.omissions import NumberGap, RowDecision
from models.errors import FaultError
from models.queries.omissions import OmissionListRow
from resources.terms import name_in, name_of, sentence_in
from review.omissions.report import OmissionReport, ReportPart, Share

_A4 = 9
_MARGIN = 0.4
_TITLE_HEIGHT = 26
# Text stays text: what begins with = or looks like an address was typed by somebody else.
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_WORDS = "OmissionReport"


class ReportNotWrittenError(FaultError):
    """The workbook could not be written where it was wanted."""

    code = "machine.report_not_written"
    facts = ("name", "detail")


@dataclass(frozen=True)
class _Column:
    """A column of a list of lines: its word, its width, what stands in it."""

    word: str
    width: int
    text: Callable[[OmissionListRow], str | int]


def _day(row: OmissionListRow) -> str:
    return row.adopted_date.isoformat() if row.adopted_date else ""


def _reasons(row: OmissionListRow) -> str:
    return "；".join(row.reasons)


def _decision(row: OmissionListRow) -> str:
    return name_of(row.decision) if row.decision else ""


_LINE = (
    _Column("row_number", 7, lambda row: row.row_number),
    _Column("document_number", 22, lambda row: row.document_number),
    _Column("title", 58, lambda row: row.title),
    _Column("issuing_body", 20, lambda row: row.issuing_body_name),
    _Column("adopted_date", 12, _day),
)
_LOOK = (
    _Column("standing", 13, lambda row: name_of(row.standing)),
    _Column("reasons", 28, _reasons),
)
_MET = (
    _Column("match", 18, lambda row: name_of(row.match)),
    _Column("registered_number", 22, lambda row: row.registered_number),
    _Column("registered_title", 48, lambda row: row.document_title),
)
_DECIDED = (
    _Column("decision", 16, _decision),
    _Column("decision_reason", 28, lambda row: row.decision_reason),
    _Column("decided_by", 10, lambda row: row.decided_by),
)
_COLUMNS: dict[ReportPart, tuple[_Column, ...]] = {
    ReportPart.UNREGISTERED: (*_LINE, *_LOOK, *_MET[1:], *_DECIDED),
    ReportPart.DISAGREES: (*_LINE, *_MET, *_DECIDED),
    ReportPart.REGISTERED: (*_LINE, *_MET, *_DECIDED),
    ReportPart.NOT_NORMATIVE: (*_LINE, _LOOK[1], *_DECIDED),
    ReportPart.SETTLED: (*_LINE, *_DECIDED),
    ReportPart.REPEATED: (*_LINE, _Column("repeats_row", 12, lambda row: row.repeats_row or "")),
}


def workbook_of(report: OmissionReport) -> bytes:
    """Return the workbook: the figures first, then each list, then the missing numbers."""
    # Heavy, and only who exports needs it; it has no stubs.
    import xlsxwriter  # type: ignore[import-untyped]  # noqa: PLC0415

    content = io.BytesIO()
    book = xlsxwriter.Workbook(content, _OPTIONS)
    looks = _Looks(book)
    _write_summary(_sheet(book, report, "summary"), looks, report)
    for part, rows in report.lists.items():
        _write_lines(_sheet(book, report, part.value), looks, _COLUMNS[part], rows)
    _write_gaps(_sheet(book, report, "gaps"), looks, report)
    book.close()
    return content.getvalue()


def save_workbook(report: OmissionReport, target: Path) -> None:
    """Write the workbook into a file.

    Raises:
        ReportNotWrittenError: the folder or the file does not take it.
    """
    content = workbook_of(report)
    try:
        target.write_bytes(content)
    except OSError as refusal:
        raise ReportNotWrittenError(name=target.name, detail=refusal.strerror) from refusal


class _Looks:
    """The formats of the cells."""

    def __init__(self, book: Any) -> None:  # noqa: ANN401 -- the library has no types
        edge = {"border": 1, "border_color": "#B8B6B0", "valign": "vcenter"}
        self.title = book.add_format({"bold": True, "font_size": 16})
        self.note = book.add_format({"font_color": "#5B6168"})
        self.section = book.add_format({"bold": True, "font_size": 12})
        head = {"bold": True, "bg_color": "#EFEDE7", "text_wrap": True}
        self.head = book.add_format({**edge, **head})
        self.text = book.add_format({**edge, "text_wrap": True})
        self.number = book.add_format({**edge, "num_format": "0"})


def _word(key: str) -> str:
    return name_in(_WORDS, key)


def _sheet(book: Any, report: OmissionReport, key: str) -> Any:  # noqa: ANN401
    sheet = book.add_worksheet(_word(key))
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(_MARGIN, _MARGIN, 2 * _MARGIN, 2 * _MARGIN)
    sheet.set_header(f"&L{_plain(report.office_name)}&R{_plain(report.check.name)}")
    sheet.set_footer(f"&L{report.day.isoformat()}　{_plain(report.person)}&R&P / &N")
    return sheet


def _plain(words: str) -> str:
    """Return words for a printed head or foot, where & begins an instruction."""
    return words.replace("&", "&&")[:60]


def _write_summary(sheet: Any, looks: _Looks, report: OmissionReport) -> None:  # noqa: ANN401
    sheet.set_column(0, 0, 34)
    sheet.set_column(1, len(ReportPart) + 2, 14)
    sheet.set_row(0, _TITLE_HEIGHT)
    sheet.write_string(0, 0, _word("report"), looks.title)
    facts = {
        "office": report.office_name,
        "list": report.check.name,
        "source": report.check.source_name,
        "day": report.day.isoformat(),
        "person": report.person,
        "state": name_of(report.check.state),
    }
    row = 1
    for key, words in facts.items():
        sheet.write_string(row, 0, _word(key), looks.note)
        sheet.write_string(row, 1, words)
        row += 1
    row = _write_figures(sheet, looks, report, row + 1)
    row = _write_shares(sheet, looks, "by_body", report.by_body, row + 1)
    _write_shares(sheet, looks, "by_year", report.by_year, row + 1)


def _write_figures(sheet: Any, looks: _Looks, report: OmissionReport, row: int) -> int:  # noqa: ANN401
    sheet.write_string(row, 0, _word("figures"), looks.section)
    whole = report.whole
    lines: list[tuple[str, int]] = [(_word(part.value), whole.counts[part]) for part in ReportPart]
    lines.append((_word("total"), whole.total))
    lines.append((_word("row_count"), report.check.row_count))
    for name, count in lines:
        row += 1
        sheet.write_string(row, 0, name, looks.text)
        sheet.write_number(row, 1, count, looks.number)
    row += 1
    agrees = whole.total == report.check.row_count
    sheet.write_string(row, 0, _word("check_sum"), looks.text)
    sheet.write_string(row, 1, _word("agrees" if agrees else "differs"), looks.text)
    row += 1
    sheet.write_string(row, 0, _word("rate"), looks.text)
    sheet.write_string(row, 1, rate_words(report.registered, report.to_be_registered), looks.text)
    sheet.write_string(row, 2, _word("rate_note"), looks.note)
    row += 2
    sheet.write_string(row, 0, _word("decisions"), looks.section)
    for decision in RowDecision:
        row += 1
        sheet.write_string(row, 0, name_of(decision), looks.text)
        sheet.write_number(row, 1, report.decisions[decision], looks.number)
    return row + 1


def rate_words(part: int, whole: int) -> str:
    """Return a rate with one decimal, half up, its numerator and denominator; a dash for none."""
    if not whole:
        return "—"
    tenths = (2000 * part + whole) // (2 * whole)
    return f"{tenths // 10}.{tenths % 10}%（{part}/{whole}）"


def gap_words(gap: NumberGap) -> str:
    """Return which numbers are missing: 第 7 号, 第 7 至 9 号."""
    key = "gap_one" if gap.count == 1 else "gap_run"
    return sentence_in(_WORDS, key, first=gap.first, last=gap.last)


def _write_shares(
    sheet: Any,  # noqa: ANN401
    looks: _Looks,
    key: str,
    shares: Sequence[Share],
    row: int,
) -> int:
    sheet.write_string(row, 0, _word(key), looks.section)
    row += 1
    heads = [_word("name"), *(_word(part.value) for part in ReportPart), _word("total")]
    for place, head in enumerate(heads):
        sheet.write_string(row, place, head, looks.head)
    sums = Share(_word("total"), {p: sum(one.counts[p] for one in shares) for p in ReportPart})
    for share in (*shares, sums):
        row += 1
        sheet.write_string(row, 0, share.name or _word("unnamed"), looks.text)
        for place, part in enumerate(ReportPart, start=1):
            sheet.write_number(row, place, share.counts[part], looks.number)
        sheet.write_number(row, len(ReportPart) + 1, share.total, looks.number)
    return row + 1


def _write_lines(
    sheet: Any,  # noqa: ANN401
    looks: _Looks,
    columns: Sequence[_Column],
    rows: Sequence[OmissionListRow],
) -> None:
    _write_head(sheet, looks, [(column.word, column.width) for column in columns])
    for line, row in enumerate(rows, start=1):
        for place, column in enumerate(columns):
            value = column.text(row)
            if isinstance(value, int):
                sheet.write_number(line, place, value, looks.number)
            else:
                sheet.write_string(line, place, value, looks.text)
    sheet.autofilter(0, 0, max(len(rows), 1), len(columns) - 1)


def _write_gaps(sheet: Any, looks: _Looks, report: OmissionReport) -> None:  # noqa: ANN401
    _write_head(sheet, looks, [("organ_code_text", 24), ("year", 8), ("missing", 30), ("count", 8)])
    line = 0
    for line, gap in enumerate(report.gaps, start=1):
        sheet.write_string(line, 0, gap.organ_code_text, looks.text)
        sheet.write_number(line, 1, gap.year, looks.number)
        sheet.write_string(line, 2, gap_words(gap), looks.text)
        sheet.write_number(line, 3, gap.count, looks.number)
    note = sentence_in(_WORDS, "gap_note", known=report.known_gaps)
    sheet.write_string(line + 2, 0, note, looks.note)


def _write_head(sheet: Any, looks: _Looks, columns: Sequence[tuple[str, int]]) -> None:  # noqa: ANN401
    for place, (word, width) in enumerate(columns):
        sheet.set_column(place, place, width)
        sheet.write_string(0, place, _word(word), looks.head)
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
