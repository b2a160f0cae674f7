"""Opinion sheets go out pre-filled and come back in whatever order the units left them."""

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest

from models.domain.cleanup import CleanupOutcome, CleanupReason
from review.cleanup.opinion_sheets.collecting import Collected, collect
from review.cleanup.opinion_sheets.questions import QuestionKind
from review.cleanup.opinion_sheets.reply_reading import read_reply_here
from review.cleanup.opinion_sheets.row_key import RowKey, read_key
from review.cleanup.opinion_sheets.workbook import workbook_of
from review.errors import BrokenFileError
from tests.review.cleanup.sheets import (
    BUSES,
    CAMPAIGN,
    HOUSES,
    HOUSING,
    PARKING,
    RIVERS,
    TAXIS,
    TRANSPORT,
    UNITS,
    WATER,
    Lines,
    asked,
    document,
    fill,
    head_of,
    lines_of,
    saved,
)

# Where a zip file lists a part: the length of the head before its name, the place of the sum.
CENTRAL_HEADER, CHECK_SUM = 46, 16
KEEP = {"清理意见": "继续有效", "理由类别": "内容合法适当，仍需执行"}


def collected(*files: Path) -> Collected:
    return collect(files, UNITS, campaign_id=CAMPAIGN)


def kinds(result: Collected) -> list[QuestionKind]:
    return [question.kind for question in result.questions]


@pytest.fixture
def transport(tmp_path: Path) -> Lines:
    """The sheet of the transport bureau, as it went out."""
    return lines_of(UNITS[0], tmp_path)


def test_a_sheet_shows_every_document_with_what_the_register_knows(transport: Lines) -> None:
    rows = transport[head_of(transport) + 1 :]

    assert [row[1:3] for row in rows] == [[d.title, d.number] for d in UNITS[0].documents]
    assert rows[0][4:9] == ["2020-03-05", "2020-04-01", "", "有效", ""]


def test_a_sheet_offers_its_choices_hides_its_keys_and_prints_on_a4_landscape() -> None:
    with zipfile.ZipFile(io.BytesIO(workbook_of(UNITS[0]))) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
        names = book.read("xl/workbook.xml").decode()

    assert '"继续有效,修改,废止,宣布失效,已废止或失效"' in sheet.replace("&quot;", '"')
    assert 'hidden="1"' in sheet
    assert 'paperSize="9"' in sheet
    assert 'orientation="landscape"' in sheet
    assert 'fitToHeight="0"' in sheet
    assert "Print_Titles" in names
    assert 'state="veryHidden"' in names


def test_a_title_that_begins_like_a_formula_stays_words(tmp_path: Path) -> None:
    trick = document(99, '=HYPERLINK("x")', "云政发〔2020〕4号")

    lines = lines_of(asked(TRANSPORT, "云溪县交通运输局", trick), tmp_path)

    assert lines[-1][1] == trick.title


def test_three_units_answer_one_is_in_conflict_one_silent_one_broken(
    transport: Lines, tmp_path: Path
) -> None:
    # Given a reply of the transport bureau and another with a different opinion on one document
    for title in (PARKING.title, BUSES.title, TAXIS.title):
        fill(transport, title, **KEEP)
    first = saved(transport, tmp_path / "交通局.xlsx")
    fill(transport, BUSES.title, 清理意见="宣布失效", 理由和依据="线路已经停运")
    second = saved(transport, tmp_path / "交通局改.xlsx")
    # and a damaged file
    broken = tmp_path / "水利局.xlsx"
    broken.write_bytes(workbook_of(UNITS[1])[:900])

    result = collected(first, second, broken)

    assert {one.document_id for one in result.opinions} == {11, 13}
    assert kinds(result) == [QuestionKind.TWICE]
    assert result.questions[0].title == BUSES.title
    assert [(name, type(why)) for name, why in result.broken] == [("水利局.xlsx", BrokenFileError)]
    assert [unit.unit_id for unit in result.silent_units] == [WATER, HOUSING]
    assert result.unanswered == ((TRANSPORT, 12), (WATER, 21), (HOUSING, 31))


def test_rows_sorted_deleted_and_without_title_are_known_by_their_key(
    transport: Lines, tmp_path: Path
) -> None:
    fill(transport, PARKING.title, **KEEP)
    fill(transport, TAXIS.title, 清理意见="修改", 理由和依据="第八条", 计划完成日期="2027年6月30日")
    head = head_of(transport)
    parking, _buses, taxis = transport[head + 1 :]
    taxis[1:3] = ["", ""]

    result = collected(saved([*transport[: head + 1], taxis, parking], tmp_path / "r.xlsx"))

    assert {one.document_id: one.choice for one in result.opinions} == {
        13: CleanupOutcome.AMEND,
        11: CleanupOutcome.KEEP,
    }
    assert result.opinions[0].planned_date == date(2027, 6, 30)
    assert result.opinions[1].reason is CleanupReason.STILL_NEEDED
    assert result.questions == ()


def test_without_keys_a_row_is_known_by_number_and_then_by_title(
    transport: Lines, tmp_path: Path
) -> None:
    fill(transport, PARKING.title, 文号="云政发[2020]3号", **KEEP)
    fill(transport, BUSES.title, 文号="", **KEEP)
    plain = [row[:-1] for row in transport]

    result = collected(saved(plain, tmp_path / "r.xlsx"))

    assert [one.document_id for one in result.opinions] == [11, 12]
    assert result.replies[0].unit_id == TRANSPORT


def test_who_filled_the_sheet_and_when_is_read(transport: Lines, tmp_path: Path) -> None:
    fill(transport, PARKING.title, **KEEP)
    line = next(row for row in transport if "填报人" in row)
    line[line.index("填报人") + 1] = "王芳"
    line[line.index("填报日期") + 1] = "2026.12.1"

    reply = collected(saved(transport, tmp_path / "r.xlsx")).replies[0]

    assert (reply.filled_by, reply.filled_on) == ("王芳", date(2026, 12, 1))


@pytest.mark.parametrize(
    ("answers", "kind"),
    [
        ({"清理意见": "再议"}, QuestionKind.CHOICE_UNKNOWN),
        ({"备注": "文号有误"}, QuestionKind.CHOICE_MISSING),
        ({"清理意见": "继续有效", "理由类别": "领导要求"}, QuestionKind.REASON_UNKNOWN),
        ({"清理意见": "废止"}, QuestionKind.BASIS_MISSING),
        ({"清理意见": "已废止"}, QuestionKind.BASIS_MISSING),
        (
            {"清理意见": "废止", "理由和依据": "有新办法", "理由类别": "已被新的文件代替"},
            QuestionKind.REPLACING_MISSING,
        ),
        ({"清理意见": "修改"}, QuestionKind.PLANNED_DATE_MISSING),
        ({"清理意见": "修改", "计划完成日期": "明年"}, QuestionKind.DATE_UNREADABLE),
        ({"文件名称": "云溪县渡口管理办法", "清理意见": "继续有效"}, QuestionKind.ALTERED),
        ({"核对码": "QL-7-1-11-000000", "清理意见": "再议"}, QuestionKind.KEY_DAMAGED),
    ],
)
def test_a_row_in_question_is_told_and_does_not_count(
    transport: Lines, tmp_path: Path, answers: dict[str, str], kind: QuestionKind
) -> None:
    fill(transport, BUSES.title, **KEEP)
    fill(transport, PARKING.title, **answers)

    result = collected(saved(transport, tmp_path / "r.xlsx"))

    assert kind in kinds(result)
    assert [one.document_id for one in result.opinions] == [12]
    assert all(question.text and question.remedy for question in result.questions)


def test_a_document_that_is_not_of_the_cleanup_or_of_another_unit_is_asked_about(
    transport: Lines, tmp_path: Path
) -> None:
    fill(transport, PARKING.title, **KEEP)
    width = len(transport[-1])
    blank = [""] * width
    stranger, foreign = list(blank), list(blank)
    stranger[1], foreign[1] = "云溪县渡口管理办法", RIVERS.title
    lines = [*transport, stranger, foreign]
    fill(lines, stranger[1], 清理意见="继续有效")
    fill(lines, RIVERS.title, 清理意见="继续有效")

    result = collected(saved(lines, tmp_path / "r.xlsx"))

    assert kinds(result) == [QuestionKind.NOT_IN_CAMPAIGN, QuestionKind.OTHER_UNIT]
    assert "云溪县水利局" in result.questions[1].text


@pytest.mark.parametrize(
    ("campaign", "unit", "kind"),
    [
        (6, TRANSPORT, QuestionKind.OTHER_CAMPAIGN),
        (CAMPAIGN, 44, QuestionKind.UNIT_UNKNOWN),
    ],
)
def test_a_sheet_of_another_cleanup_or_of_no_unit_does_not_count(
    tmp_path: Path, campaign: int, unit: int, kind: QuestionKind
) -> None:
    lines = lines_of(asked(unit, "云溪县交通运输局", PARKING, campaign_id=campaign), tmp_path)
    fill(lines, PARKING.title, **KEEP)

    result = collected(saved(lines, tmp_path / "r.xlsx"))

    assert (kinds(result), result.opinions) == ([kind], ())


def test_an_empty_reply_and_a_table_that_is_no_sheet_are_told(
    transport: Lines, tmp_path: Path
) -> None:
    empty = saved(transport, tmp_path / "空.xlsx")
    other = saved([["姓名", "电话"], ["王芳", "1"]], tmp_path / "通讯录.xlsx")

    result = collected(empty, other)

    assert kinds(result) == [QuestionKind.EMPTY, QuestionKind.NO_HEAD]
    assert len(result.silent_units) == len(UNITS)


def test_two_documents_of_one_title_need_their_number(tmp_path: Path) -> None:
    again = document(32, HOUSES.title, "云政发〔2024〕6号")
    unit = asked(HOUSING, "云溪县住房和城乡建设局", HOUSES, again)
    lines = [["文件名称", "文号", "清理意见"], [HOUSES.title, "", "继续有效"]]

    result = collect([saved(lines, tmp_path / "r.xlsx")], (unit,), campaign_id=CAMPAIGN)

    assert kinds(result) == [QuestionKind.SEVERAL_MEANT]


def test_a_key_with_a_slip_in_it_is_no_key() -> None:
    key = RowKey(7, 1, 11)

    assert read_key(str(key)) == key
    assert read_key(str(key).replace("-11-", "-12-")) is None


def test_a_workbook_whose_sheet_does_not_fit_its_sum_is_broken(tmp_path: Path) -> None:
    # Given a workbook in whose list of parts the sum of the sheet was damaged
    content = bytearray(workbook_of(UNITS[0]))
    listed = content.rindex(b"xl/worksheets/sheet1.xml") - CENTRAL_HEADER
    content[listed + CHECK_SUM : listed + CHECK_SUM + 4] = b"\x01\x02\x03\x04"
    path = tmp_path / "水利局.xlsx"
    path.write_bytes(content)

    with pytest.raises(BrokenFileError):
        read_reply_here(path)
