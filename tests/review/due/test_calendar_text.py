"""The calendar file holds every row, escaped and folded as calendars demand."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime

from models.domain.validity_replies import ReplyChoice
from models.queries.due import DueRow
from review.due.calendar_text import calendar_file

MADE = datetime(2026, 9, 16, 2, 0, tzinfo=UTC)
ROW = DueRow(
    kind="evaluation",
    document_id=7,
    filing_id=None,
    review_id=None,
    title="云溪县𬀩坪片区农村生活污水处理设施运行维护管理资金筹集使用监督检查和绩效评价办法",
    document_number="云政发〔2021〕7号",
    unified_number="",
    unit="云溪县交通运输局",
    due_date=date(2026, 9, 30),
    days_left=14,
    derivation="届满前 6 个月，县规定; 第九条\\一",
    expiry_date=date(2027, 3, 31),
    reply=ReplyChoice.AMEND,
)


def lines_of(content: bytes) -> list[str]:
    """Return the unfolded lines."""
    return content.decode().replace("\r\n ", "").removesuffix("\r\n").split("\r\n")


def test_a_row_is_an_all_day_event_with_an_alarm() -> None:
    lines = lines_of(calendar_file([ROW], MADE, "云溪县司法局"))
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-1] == "END:VCALENDAR"
    assert "DTSTART;VALUE=DATE:20260930" in lines
    assert "DTEND;VALUE=DATE:20261001" in lines
    assert "DTSTAMP:20260916T020000Z" in lines
    assert f"SUMMARY:开展评估：《{ROW.title}》（云溪县交通运输局）" in lines
    assert lines.count("BEGIN:VALARM") == lines.count("END:VEVENT") == 1


def test_no_line_is_longer_than_75_octets_and_no_character_is_cut() -> None:
    content = calendar_file([ROW], MADE, "云溪县司法局")
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert content.count(b"\n") == content.count(b"\r\n")
    for line in content.split(b"\r\n"):
        line.decode()


def test_signs_with_a_meaning_are_escaped() -> None:
    row = replace(ROW, title="甲,乙;丙\\丁")
    lines = lines_of(calendar_file([row], MADE, "云溪县司法局"))
    (summary,) = [line for line in lines if line.startswith("SUMMARY")]
    assert "《甲\\,乙\\;丙\\\\丁》" in summary
    described = [line for line in lines if line.startswith("DESCRIPTION:云政")]
    assert described == ["DESCRIPTION:云政发〔2021〕7号\\n届满前 6 个月，县规定\\; 第九条\\\\一"]


def test_rows_have_ids_of_their_own_that_stay_the_same_when_made_again() -> None:
    filing = replace(ROW, kind="formal_check", filing_id=7, expiry_date=None)
    again = replace(ROW, due_date=date(2026, 10, 8), title="改名以后")

    def ids(*rows: DueRow) -> list[str]:
        text = "\n".join(lines_of(calendar_file(rows, MADE, "云溪县司法局")))
        return re.findall("^UID:.*$", text, re.MULTILINE)

    first, second = ids(ROW, filing)
    assert first != second
    assert ids(again) == [first]


def test_an_empty_list_is_a_calendar_without_events() -> None:
    assert "BEGIN:VEVENT" not in calendar_file([], MADE, "云溪县司法局").decode()
