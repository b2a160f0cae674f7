"""Real papers in shapes that break a simple reading, by the groups of the list of edge cases."""

from datetime import date

import pytest

from review.extraction.proposal import Confidence
from tests.review.extraction.test_known_traps import proposal


@pytest.mark.parametrize(
    ("document_id", "number"),
    [
        # A1–A3: other numbers stand in the text, its own does not
        ("C0436", None),
        ("C0532", None),
        ("C0490", None),
        ("C0328", None),
        ("C0332", None),
        # A4: half-width and full-width brackets
        ("C0514", "沪财法〔2007〕9号"),
        ("C0746", "宁政〔2006〕86号"),
        # A6: it was damaged
        ("C0741", "广安区府办发〔2020〕26号"),
        # A7: without prefix or issuer
        ("C0092", "交通运输部公告2020年第18号"),
        ("C0754", "济南市人民政府令第19号"),
        # A8, A9: orders over two lines, typed with blanks, with the whole name
        ("C0572", "广州市人民政府令第179号"),
        ("C0753", "渝府令第121号"),
        ("C0033", "中华人民共和国国务院令第707号"),
        # A14: a standard (GB18351-2004) looks like a number
        ("C0516", "湖北省人民政府令第282号"),
        # the day of the bracket under the title is no part of the number in it
        ("L02449", "交通部交安监发〔1996〕1号"),
    ],
)
def test_the_own_number_is_taken_and_no_other(document_id: str, number: str | None) -> None:
    assert proposal(document_id).document_number.value == number


@pytest.mark.parametrize("document_id", ["C0741", "C0092", "C0754", "L02449"])
def test_a_number_that_was_mended_or_completed_is_to_be_checked(document_id: str) -> None:
    assert proposal(document_id).document_number.confidence is Confidence.CHECK


def test_an_old_number_with_its_year_first_stays_with_the_document_it_names() -> None:
    (basis,) = proposal("C0748").legal_bases
    assert basis.value is not None
    assert basis.value.number == "〔94〕财农字第345号"


@pytest.mark.parametrize(
    ("document_id", "adopted", "effective"),
    [
        ("C0742", date(2003, 10, 15), None),  # B17: 二三年, its zeros lost
        ("C0505", date(1999, 5, 23), date(1999, 5, 23)),  # B18: full-width figures
        ("C0424", date(2018, 4, 27), date(2018, 4, 27)),  # B19: the page says another day
        ("C0570", date(2022, 9, 6), date(2022, 9, 13)),  # B20: signed, then printed
        ("C0572", date(2021, 1, 29), date(2021, 5, 1)),  # B20: passed, signed, printed
        ("C0510", date(1998, 8, 11), None),  # B21: a forwarding notice
        ("C0014", date(2018, 12, 25), None),  # B22: years in the title
        ("C0058", date(2018, 11, 6), date(2019, 3, 1)),  # B25: order with three days
    ],
)
def test_the_day_of_the_document_is_told_from_the_others(
    document_id: str, adopted: date, effective: date | None
) -> None:
    found = proposal(document_id)
    assert (found.adopted_date.value, found.effective_date.value) == (adopted, effective)


@pytest.mark.parametrize(
    ("document_id", "issuer", "joint"),
    [
        ("C0332", "义乌市人民政府办公室", 0),  # E46: the page names the uploader
        ("C0436", "陕西省人民政府", 0),  # E47: government or its office
        ("C0333", "义乌市人民政府办公室", 0),
        ("C0399", "广西壮族自治区人民政府办公厅", 0),  # E48: a day without a name
        ("C0447", "天津市人力资源和社会保障局", 0),  # E49: 市人社局
        ("C0452", "天津市人力资源和社会保障局", 2),  # E50: glued
        ("C0238", "人力资源社会保障部", 3),  # E50: a stroke between two names
        ("C0406", "中共清水河县五良太乡委员会", 1),  # E50: party and government
        ("C0746", "西宁市人民政府", 0),  # A12: 宁政 may be a region's or a city's
    ],
)
def test_the_issuer_is_named_in_full(document_id: str, issuer: str, joint: int) -> None:
    found = proposal(document_id)
    assert (found.issuing_body.value, len(found.joint_issuers)) == (issuer, joint)


@pytest.mark.parametrize("document_id", ["C0399", "C0447", "C0452", "C0406", "C0746"])
def test_an_issuer_that_was_inferred_is_to_be_checked(document_id: str) -> None:
    assert proposal(document_id).issuing_body.confidence is Confidence.CHECK


@pytest.mark.parametrize(
    ("document_id", "addressee"),
    [
        ("C0741", "各街道办事处,区级各部门,官盛新区管委会"),  # E52: no colon
        ("C0760", "各省、自治区、直辖市人民政府,国务院各部委、各直属机构"),  # U+2236
        ("C0746", "各区、县人民政府,市政府各局、委、办"),  # a blank before the colon
        ("C0014", "河北省人民政府、国家发展改革委"),  # those who asked
        ("C0092", None),  # 分送 is no addressee
    ],
)
def test_the_addressee_is_found_with_any_colon_or_none(
    document_id: str, addressee: str | None
) -> None:
    assert proposal(document_id).addressee.value == addressee


@pytest.mark.parametrize(
    ("document_id", "title"),
    [
        ("C0040", "国务院关于棉粮、糖粮挂钩奖售粮几个问题的通知"),  # F53: letter-spaced
        ("C0616", "阿坝州人民政府办公室关于印发《阿坝州政务数据资源管理暂行办法》的通知"),  # twice
        ("C0544", "广州市人民政府办公厅关于印发广州市公共租赁住房管理办法的通知"),  # 〔有效〕
        ("C0516", "湖北省推广使用车用乙醇汽油试点办法"),  # 省政府令 glued in front
        ("C0493", "上海市民政局关于印发《2017年上海民政减灾救灾工作要点》的通知"),
        ("C0371", "重庆市人民政府关于加快电子商务产业发展的意见"),  # H59: one line
        ("C0336", None),  # no title in the text
    ],
)
def test_the_title_is_whole_and_nothing_else(document_id: str, title: str | None) -> None:
    assert proposal(document_id).title.value == title


def test_marks_of_other_shapes_name_documents_too() -> None:
    names = [each.value.name for each in proposal("C0733").legal_bases if each.value]
    assert "关于解决城市低收入家庭住房困难的若干意见" in names


def test_the_issuer_outside_the_marks_is_no_part_of_the_basis() -> None:
    (basis,) = proposal("C0338").legal_bases
    assert basis.value is not None
    assert (basis.value.name, basis.value.number) == (
        "关于促进民营医疗机构加快发展的意见",
        "浙政发〔2013〕46号",
    )
