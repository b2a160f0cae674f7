"""Every row of a ledger can be imported, or says what is wrong with it and how to mend it."""

from datetime import date

import pytest

from models.domain.imports import EndingEntry, ImportedDocument, KnownDocuments
from models.domain.records import DuplicateHandling, EvidenceEntry
from models.domain.terms import DocumentClass, EvidenceKind
from models.domain.validity import EndingKind, ValidityTerm, ValidityTermKind
from review.ledgers.columns import LedgerField
from review.ledgers.issuers import LEAVE_OUT, BodyChoice, BodyNames, new_body
from review.ledgers.judging import judge
from review.ledgers.problems import ProblemKind, Verdict, advised, said
from review.ledgers.understanding import Understanding, choices_text, issuer_names, remembered
from tests.review.ledgers.office import (
    BODIES,
    EDUCATION,
    GOVERNMENT,
    OFFICE,
    TOWN,
    facts,
    judged_row,
    problems_of,
    table_of,
    understood,
)


def document_of(cells: dict[str, str], **choices: object) -> ImportedDocument:
    """Return the document of a row that can be imported."""
    document = judged_row(cells, **choices).document
    assert document is not None
    return document


def test_a_whole_row_becomes_a_whole_document() -> None:
    row = judged_row(
        {
            "文件名称": "云溪县人民政府关于印发《云溪县停车管理暂行办法》的通知",
            "文号": "云政发[2020] 3 号",
            "制定机关": "县政府",
            "联合发文单位": "县教育局、县水利局",
            "起草单位": "县城管局",
            "通过日期": "2020.3.1",
            "会议名称": "第3次常务会议",
            "签发日期": "2020-03-04",
            "成文日期": "二○二○年三月五日",
            "公布日期": "2020/3/9",
            "施行日期": "2020年4月1日",
            "有效期": "5年",
            "备注": "原件在档案馆",
        }
    )
    document = row.document
    assert (row.verdict, row.problems) == (Verdict.READY, ())
    assert document is not None
    entry = document.entry
    assert (entry.document_number, entry.issuing_body_id) == ("云政发〔2020〕3号", GOVERNMENT)
    assert (entry.signed_date, entry.adopted_date) == (date(2020, 3, 4), date(2020, 3, 5))
    assert (entry.published_date, entry.effective_date) == (date(2020, 3, 9), date(2020, 4, 1))
    assert entry.validity_term == ValidityTerm(ValidityTermKind.YEARS, 5)
    assert (entry.document_kind, entry.is_trial) == ("通知", True)
    assert entry.document_class is DocumentClass.GOVERNMENT
    assert [(one.name, one.body_id) for one in entry.joint_issuers] == [
        ("云溪县人民政府", GOVERNMENT),
        ("云溪县教育局", EDUCATION),
        ("县水利局", None),
    ]
    assert entry.evidence == (
        EvidenceEntry(
            EvidenceKind.COLLECTIVE_DELIBERATION,
            end_date=date(2020, 3, 1),
            reference="第3次常务会议",
        ),
    )
    assert document.unheld == (("备注", "原件在档案馆"),)


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        ({"文件名称": ""}, ProblemKind.TITLE_MISSING),
        ({"文号": "依据上级文件"}, ProblemKind.NUMBER_UNREADABLE),
        ({"文号": "云政发〔2020〕3）"}, ProblemKind.NUMBER_MENDED),
        ({"文号": "云政发〔2020〕3号、云政办发〔2021〕5号"}, ProblemKind.NUMBER_SEVERAL),
        ({"成文日期": "三月初"}, ProblemKind.DATE_UNREADABLE),
        ({"成文日期": "2020年3月"}, ProblemKind.DATE_WITHOUT_DAY),
        ({"成文日期": "20.3.5"}, ProblemKind.DATE_MENDED),
        ({"公布日期": "2027-01-01"}, ProblemKind.DATE_IN_FUTURE),
        ({"成文日期": "2020-05-01", "公布日期": "2020-03-01"}, ProblemKind.DATES_IN_DISORDER),
        ({"施行日期": "2020-05-01", "失效日期": "2019-03-01"}, ProblemKind.DATES_IN_DISORDER),
        ({"成文日期": "2012-05-05"}, ProblemKind.NUMBER_YEAR_DIFFERS),
        ({"有效期": "视情况"}, ProblemKind.VALIDITY_UNREADABLE),
        ({"有效期": "5"}, ProblemKind.VALIDITY_WITHOUT_UNIT),
        ({"时效性": "待研究"}, ProblemKind.STATUS_UNREADABLE),
        ({"清理建议": "应予废止"}, ProblemKind.STATUS_PROPOSED),
        ({"时效性": "有效", "有效期至": "2024-12-31"}, ProblemKind.STATUS_CONTRADICTS),
        ({"时效性": "已废止"}, ProblemKind.ENDED_DATE_MISSING),
        ({"文件类别": "甲类"}, ProblemKind.CLASS_UNREADABLE),
        ({"制定机关": "县旅游局"}, ProblemKind.ISSUER_UNKNOWN),
        ({"制定机关": ""}, ProblemKind.ISSUER_FROM_NUMBER),
        ({"文号": ""}, ProblemKind.ISSUER_MISSING),
        ({"统一登记号": "第一号"}, ProblemKind.UNIFIED_UNREADABLE),
    ],
)
def test_what_is_wrong_with_a_cell_is_said_with_a_remedy(
    cells: dict[str, str], problem: ProblemKind
) -> None:
    row = judged_row(cells)
    assert problem in [one.kind for one in row.problems]
    for one in row.problems:
        assert said(one)
        assert advised(one)
        assert "{" not in said(one) + advised(one)


@pytest.mark.parametrize("cell", ["", "/", "无", "——", "发文字号："])
def test_a_mark_of_nothing_is_no_value_and_no_problem(cell: str) -> None:
    assert problems_of({"文号": cell, "制定机关": "县政府", "有效期": cell}) == []


def test_a_date_that_can_be_read_in_two_ways_is_left_to_the_clerk() -> None:
    row = judged_row({"成文日期": "3/5/2020"})
    assert row.verdict is Verdict.ERROR
    assert "2020-03-05" in said(row.problems[0])


def test_a_cell_with_date_and_number_gives_both() -> None:
    table = table_of(
        ("文件名称", "发文日期、文号"), ("云溪县停车管理办法", "2020年3月5日、云政发〔2020〕3号")
    )
    (row,) = judge(table, understood(table), facts())
    assert row.document is not None
    assert row.document.entry.adopted_date == date(2020, 3, 5)
    assert row.document.entry.document_number == "云政发〔2020〕3号"


@pytest.mark.parametrize(
    ("cells", "ending"),
    [
        (
            {"时效性": "已废止", "废止日期": "2024.1.1", "废止理由": "被新办法代替"},
            EndingEntry(EndingKind.REPEALED, date(2024, 1, 1), "被新办法代替"),
        ),
        (
            {"时效性": "宣布失效", "废止日期": "2024.1.1"},
            EndingEntry(EndingKind.DECLARED_LAPSED, date(2024, 1, 1), "宣布失效"),
        ),
        ({"时效性": "已失效", "有效期至": "2024-12-31"}, None),
        ({"时效性": "继续有效"}, None),
        (
            {"废止日期": "2024.1.1"},
            EndingEntry(EndingKind.REPEALED, date(2024, 1, 1), "废止日期"),
        ),
    ],
)
def test_the_status_column_tells_whether_and_when_a_document_ended(
    cells: dict[str, str], ending: EndingEntry | None
) -> None:
    assert document_of(cells).ending == ending


def test_one_day_named_by_the_clerk_stands_for_all_missing_days_of_repeal() -> None:
    document = document_of({"时效性": "已废止"}, ended_date=date(2023, 6, 30))
    assert document.ending == EndingEntry(EndingKind.REPEALED, date(2023, 6, 30), "已废止")


def test_another_date_stands_for_the_day_of_effect_only_where_the_clerk_says_so() -> None:
    cells = {"成文日期": "2020-03-05"}
    assert document_of(cells).entry.effective_date is None
    filled = document_of(cells, effective_field=LedgerField.ADOPTED_DATE)
    assert filled.entry.effective_date == date(2020, 3, 5)


@pytest.mark.parametrize(
    ("cells", "term"),
    [
        ({"有效期": "长期有效"}, ValidityTerm(ValidityTermKind.PERMANENT)),
        ({"有效期": "6个月"}, ValidityTerm(ValidityTermKind.MONTHS, 6)),
        (
            {"有效期": "至2030年12月31日"},
            ValidityTerm(ValidityTermKind.UNTIL_DATE, until_date=date(2030, 12, 31)),
        ),
        (
            {"施行日期": "2026-01-01", "有效期": "5年", "失效日期": "2030-12-31"},
            ValidityTerm(ValidityTermKind.YEARS, 5),
        ),
        (
            {"施行日期": "2026-01-01", "有效期": "5年", "失效日期": "2028-12-31"},
            ValidityTerm(ValidityTermKind.UNTIL_DATE, until_date=date(2028, 12, 31)),
        ),
        ({"失效日期": "长期有效"}, None),
    ],
)
def test_validity_is_read_from_its_term_and_its_last_day(
    cells: dict[str, str], term: ValidityTerm | None
) -> None:
    assert document_of(cells).entry.validity_term == term


def test_what_a_record_has_no_place_for_is_kept_by_the_name_of_its_column() -> None:
    document = document_of({"浏览次数": "312", "备注": "重要", "成文日期": "2020年3月"})
    assert document.unheld == (("浏览次数", "312"), ("备注", "重要"), ("成文日期", "2020年3月"))


def test_a_row_below_a_heading_takes_its_issuer_from_it() -> None:
    table = table_of(
        ("序号", "文件名称", "文号"),
        ("一、县教育局文件", "", ""),
        ("1", "云溪县校车管理办法", ""),
    )
    (row,) = judge(table, understood(table), facts())
    assert row.document is not None
    assert row.document.entry.issuing_body_id == EDUCATION


def test_a_double_of_the_register_or_of_the_ledger_is_not_imported_by_itself() -> None:
    # Given a ledger whose first row is registered and whose last repeats the second
    known = KnownDocuments()
    known.add("云溪县停车管理办法", "云政发〔2020〕3号", "云溪县人民政府", "《云溪县停车管理办法》")
    table = table_of(
        ("文件名称", "文号"),
        ("停车办法", "云政发[2020]3号"),
        ("云溪县河道管理规定", "云政发〔2021〕8号"),
        ("云溪县校车管理办法", "云政发〔2021〕8号"),
        ("云溪县河道管理规定", "云政发〔2021〕8号"),
    )
    # When it is judged
    rows = judge(table, understood(table), facts(known))
    # Then each says of what it is a double
    assert [row.verdict for row in rows] == [
        Verdict.DUPLICATE,
        Verdict.READY,
        Verdict.DUPLICATE,
        Verdict.DUPLICATE,
    ]
    assert [row.problems[0].kind for row in rows if row.problems] == [
        ProblemKind.DOUBLE_IN_REGISTER,
        ProblemKind.NUMBER_TWICE,
        ProblemKind.DOUBLE_IN_FILE,
    ]
    assert [row.is_imported for row in rows] == [False, True, False, False]
    # And all come in where the clerk has looked at them
    again = judge(table, understood(table, takes_doubles=True), facts(known))
    assert [row.is_imported for row in again] == [True] * 4
    assert again[0].document is not None
    assert again[0].document.handling is DuplicateHandling.REGISTER_ALL_THE_SAME


def test_one_title_year_after_year_is_no_double() -> None:
    table = table_of(
        ("文件名称", "文号"),
        ("关于调整最低工资标准的通知", "云政发〔2020〕3号"),
        ("关于调整最低工资标准的通知", "云政发〔2021〕3号"),
    )
    rows = judge(table, understood(table), facts())
    assert [row.verdict for row in rows] == [Verdict.READY, Verdict.READY]


def test_a_unified_number_that_stands_twice_is_a_problem() -> None:
    table = table_of(
        ("文件名称", "文号", "统一登记号"),
        ("甲管理办法", "云政发〔2020〕3号", "YXDR-2020-01001"),
        ("乙管理办法", "云政发〔2020〕4号", "YXDR—2020—01001"),
    )
    rows = judge(table, understood(table), facts())
    assert [one.kind for one in rows[1].problems] == [ProblemKind.UNIFIED_TWICE]


@pytest.mark.parametrize(
    ("name", "body_id"),
    [
        ("县政府", GOVERNMENT),
        ("云溪县政府", GOVERNMENT),
        ("县府办", OFFICE),
        ("县人民政府办公室", OFFICE),
        ("教育局", EDUCATION),
        ("县教育局（县体育局）", EDUCATION),
        ("柳渡镇政府", TOWN),
        ("市政府", None),
        ("晋安县教育局", None),
        ("县水利局", None),
    ],
)
def test_bodies_are_known_by_what_ledgers_call_them(name: str, body_id: int | None) -> None:
    assert BodyNames(BODIES).body_called(name) == body_id


def test_each_unknown_name_is_decided_once_for_all_its_rows() -> None:
    # Given three names that the register does not know
    table = table_of(
        ("文件名称", "文号", "制定机关"),
        ("甲管理办法", "", "县旅游局"),
        ("乙管理办法", "", "旧城办"),
        ("丙管理办法", "", "县文教局"),
        ("丁管理办法", "", "县旅游局"),
    )
    proposals = BodyNames(BODIES).propose(issuer_names(table, understood(table).columns))
    assert next((one.name, one.count, one.is_sure) for one in proposals) == ("县旅游局", 2, False)
    # When the clerk enters one, leaves one out, and says who the third is
    choices = {
        "县旅游局": BodyChoice(new_body=new_body("县旅游局")),
        "旧城办": LEAVE_OUT,
        "县文教局": BodyChoice(EDUCATION),
    }
    rows = judge(table, understood(table, bodies=choices), facts())
    # Then every row follows
    assert [row.is_imported for row in rows] == [True, False, True, True]
    assert rows[0].document is not None
    assert rows[0].document.new_issuer == "县旅游局"
    assert rows[2].document is not None
    assert rows[2].document.entry.issuing_body_id == EDUCATION


@pytest.mark.parametrize(
    ("name", "body_class"),
    [
        ("县旅游局", DocumentClass.DEPARTMENT),
        ("白石乡人民政府", DocumentClass.TOWNSHIP),
        ("城东街道办事处", DocumentClass.TOWNSHIP),
        ("县政府办", DocumentClass.GOVERNMENT),
    ],
)
def test_the_class_of_a_new_body_is_told_by_its_name(name: str, body_class: DocumentClass) -> None:
    assert new_body(name).body_class is body_class


def test_how_a_ledger_was_understood_is_remembered_by_the_names_of_its_columns() -> None:
    # Given a ledger in which the clerk has changed a column and decided on names
    table = table_of(("文件名称", "号码"), ("甲管理办法", "县旅游局"))
    choices = {
        "县旅游局": BodyChoice(new_body=new_body("县文化和旅游局")),
        "文教局": BodyChoice(EDUCATION),
        "旧城办": LEAVE_OUT,
    }
    changed = Understanding({0: LedgerField.TITLE, 1: LedgerField.ISSUING_BODY}, choices)
    # When it is kept and asked for again
    text = choices_text(table, changed, {EDUCATION: "云溪县教育局"})
    columns, bodies = remembered(table, text)
    # Then columns and names are as they were, left-out names are asked again
    assert columns == changed.columns
    assert bodies == {"县旅游局": "县文化和旅游局", "文教局": "云溪县教育局"}


def test_a_ledger_seen_for_the_first_time_is_understood_as_it_seems() -> None:
    table = table_of(("文件名称", "文号"), ("甲管理办法", "云政发〔2020〕3号"))
    assert remembered(table, None) == (understood(table).columns, {})


class StoppedError(Exception):
    """The clerk has stopped."""


def test_judging_tells_how_far_it_is_and_can_be_stopped() -> None:
    table = table_of(("文件名称", "文号"), *[(f"第{n}号办法", "") for n in range(1200)])

    def stop(done: int, total: int) -> None:
        assert total == 1200
        if done == 1000:
            raise StoppedError

    with pytest.raises(StoppedError):
        judge(table, understood(table), facts(), stop)
