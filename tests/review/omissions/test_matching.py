"""An issue list meets the register by number first, then by title, then by nearness."""

from datetime import date

import pytest

from models.domain.omissions import CheckedRow, ListedDocument, RowMatch
from models.queries.omissions import RegisteredDocument
from review.errors import ReadingCancelledError
from review.omissions.matching import check_rows

PARKING = RegisteredDocument(
    1, "云溪县人民政府关于印发云溪县城镇公共停车场管理办法的通知", "云政发〔2026〕2号", 2026
)
DOGS = RegisteredDocument(2, "云溪县养犬管理暂行规定", "", 2025)
BUSES = RegisteredDocument(3, "云溪县农村客运补贴资金管理办法", "云政办发〔2025〕18号", 2025)
REGISTER = (PARKING, DOGS, BUSES)


def meet(title: str, number: str = "", day: date | None = None) -> CheckedRow:
    """Return how one line meets the register."""
    (row,) = check_rows((ListedDocument(2, title, number, "", day),), REGISTER, _quiet, _never)
    return row


def _quiet(_done: int, _whole: int) -> None:
    """Hear of the progress and say nothing."""


def _never() -> bool:
    return False


@pytest.mark.parametrize(
    "number",
    ["云政发〔2026〕2号", "云政发[2026]2号", "云政发（2026）第2号", "云政发〔2026〕 02 号"],
)
def test_a_number_is_met_in_any_writing(number: str) -> None:
    row = meet("关于印发《云溪县城镇公共停车场管理办法》的通知", number)
    assert (row.match, row.document_id) == (RowMatch.BY_NUMBER, PARKING.id)


def test_a_number_alone_is_enough() -> None:
    assert meet("", "云政发〔2026〕2号").match is RowMatch.BY_NUMBER


def test_a_shortened_title_is_no_other_title() -> None:
    assert meet("停车场管理办法", "云政发〔2026〕2号").match is RowMatch.BY_NUMBER


def test_one_number_with_two_titles_is_a_wrong_number() -> None:
    row = meet("云溪县人民政府关于表彰劳动模范的决定", "云政发〔2026〕2号")
    assert (row.match, row.document_id) == (RowMatch.TITLE_DIFFERS, PARKING.id)


def test_a_title_without_number_is_met_by_its_words() -> None:
    row = meet("云溪县养犬管理暂行规定", "云政发〔2025〕9号")
    assert (row.match, row.document_id) == (RowMatch.BY_TITLE, DOGS.id)


def test_the_title_inside_a_notice_counts() -> None:
    assert meet("云溪县城镇公共停车场管理办法", "").match is RowMatch.BY_TITLE


def test_one_title_with_two_numbers_of_one_series_is_a_wrong_number() -> None:
    row = meet(BUSES.title, "云政办发〔2025〕81号")
    assert (row.match, row.document_id) == (RowMatch.NUMBER_DIFFERS, BUSES.id)


def test_the_same_title_of_another_series_is_another_document() -> None:
    assert meet(BUSES.title, "清政办发〔2025〕3号").match is RowMatch.UNMATCHED


def test_the_same_title_years_later_is_another_document() -> None:
    assert meet(DOGS.title, "", date(2020, 3, 1)).match is RowMatch.UNMATCHED


def test_a_title_with_a_slip_of_the_pen_is_near() -> None:
    row = meet("云溪县农村客运补帖资金管理办法")
    assert (row.match, row.document_id) == (RowMatch.NEAR_TITLE, BUSES.id)


@pytest.mark.parametrize(
    "title",
    [
        "清河县农村客运补贴资金管理办法",
        "云溪县农村公路补贴资金管理办法",
        "云溪县2026年农村客运补贴资金管理办法",
    ],
)
def test_another_place_subject_or_year_is_not_near(title: str) -> None:
    assert meet(title).match is RowMatch.UNMATCHED


def test_a_page_that_explains_a_document_is_not_the_document() -> None:
    row = meet("《云溪县农村客运补贴资金管理办法》解读")
    assert row.match is RowMatch.UNMATCHED
    assert not row.looks_normative


def test_a_line_that_stands_twice_in_the_list_repeats_the_first() -> None:
    line = ("云溪县犬只收容办法", "云政发〔2026〕8号")
    rows = check_rows(
        tuple(ListedDocument(place, *line) for place in (2, 9)), REGISTER, _quiet, _never
    )
    assert [row.repeats_row for row in rows] == [None, 2]


def test_a_cancelled_comparison_ends() -> None:
    with pytest.raises(ReadingCancelledError):
        check_rows((ListedDocument(2, "甲办法", ""),), REGISTER, _quiet, lambda: True)


def test_the_organ_that_both_titles_name_makes_them_no_more_alike() -> None:
    organ = "云溪县城市管理和综合执法局关于"
    known = RegisteredDocument(
        7, f"{organ}印发《早市夜市摊位管理规定》的通知", "云城管规〔2026〕2号", 2026
    )
    line = ListedDocument(2, f"{organ}规范户外招牌设置的通告", "云城管规〔2026〕2号")

    (row,) = check_rows((line,), (known,), _quiet, _never)

    assert row.match is RowMatch.TITLE_DIFFERS


def test_the_same_title_a_year_later_is_for_a_person_to_see() -> None:
    row = meet(DOGS.title, "", date(2026, 1, 8))
    assert (row.match, row.document_id) == (RowMatch.NEAR_TITLE, DOGS.id)
