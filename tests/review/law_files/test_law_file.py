"""An office's catalogue is read whatever its form; rows that cannot be taken are named."""

from datetime import date
from pathlib import Path

import pytest
import xlsxwriter  # type: ignore[import-untyped] # no stubs

from review.errors import LawColumnsError
from review.law_files.changes import Manner, changes_by
from review.law_files.law_file import LawRowFault, read_law_file
from review.laws.catalogue import Catalogue, Law, LawStatus
from review.laws.catalogue_text import shipped_catalogue, write_catalogue

HEADINGS = ("法规名称", "效力级别", "发布机关", "公布日期", "实施日期", "时效性")
PARKING = (
    "云溪省停车场条例",
    "地方性法规",
    "云溪省人大常委会",
    "2026.9.30",
    "2027-01-01",
    "尚未生效",
)
TODAY = date(2026, 11, 22)


def sheet(tmp_path: Path, *rows: tuple[object, ...]) -> Path:
    """Write a workbook as somebody keeps it: a title over the headings."""
    path = tmp_path / "法律目录.xlsx"
    book = xlsxwriter.Workbook(path)
    page = book.add_worksheet()
    for place, row in enumerate((("法律法规目录（内部整理）",), HEADINGS, *rows)):
        page.write_row(place, 0, row)
    book.close()
    return path


def test_headings_are_found_under_a_title_and_by_their_other_names(tmp_path: Path) -> None:
    read = read_law_file(sheet(tmp_path, PARKING))

    (law,) = read.laws
    assert (law.name, law.kind, law.body) == PARKING[:3]
    assert (law.promulgated_date, law.effective_date) == (date(2026, 9, 30), date(2027, 1, 1))
    assert law.status is LawStatus.NOT_YET_EFFECTIVE
    assert read.faulty == ()


def test_what_the_program_writes_it_reads_again(tmp_path: Path) -> None:
    path = tmp_path / "目录.csv"
    some = shipped_catalogue().laws[:400]
    path.write_bytes(write_catalogue(some))

    read = read_law_file(path)

    assert [law.identity for law in read.laws] == [law.identity for law in some]
    assert [law.status for law in read.laws] == [law.status for law in some]


@pytest.mark.parametrize(
    ("place", "words", "fault"),
    [
        (0, "", LawRowFault.NO_NAME),
        (3, "去年秋天", LawRowFault.UNREADABLE_DATE),
        (5, "大概有效", LawRowFault.UNKNOWN_STATUS),
    ],
)
def test_a_row_that_cannot_be_taken_is_named_and_the_others_are_read(
    tmp_path: Path, place: int, words: str, fault: LawRowFault
) -> None:
    broken = tuple(words if at == place else cell for at, cell in enumerate(PARKING))

    read = read_law_file(sheet(tmp_path, broken, PARKING))

    assert [(row.number, row.fault) for row in read.faulty] == [(3, fault)]
    assert len(read.laws) == 1


def test_a_version_named_twice_is_taken_once(tmp_path: Path) -> None:
    read = read_law_file(sheet(tmp_path, PARKING, PARKING))

    assert len(read.laws) == 1
    assert [(row.number, row.fault) for row in read.faulty] == [(4, LawRowFault.TWICE)]


def test_a_table_without_the_headings_is_refused_and_says_which_are_needed(tmp_path: Path) -> None:
    path = tmp_path / "台账.csv"
    path.write_text("文件名称,文号\n云溪县停车办法,云政规〔2026〕1号\n", encoding="utf-8")

    with pytest.raises(LawColumnsError) as refusal:
        read_law_file(path)

    assert "时效" in str(refusal.value.values["columns"])


OLD = Law(
    "L1",
    "云溪省停车场条例",
    "地方性法规",
    promulgated_date=date(2016, 5, 1),
    effective_date=date(2016, 6, 1),
    status=LawStatus.IN_FORCE,
    note="旧",
)
PRESENT = Catalogue((OLD,), TODAY)


def test_a_file_supplements_what_is_known_and_an_empty_cell_takes_nothing_away() -> None:
    repealed = Law(
        "", OLD.name, "", promulgated_date=OLD.promulgated_date, status=LawStatus.REPEALED
    )
    new = Law("", "云溪省绿化条例", "地方性法规", status=LawStatus.IN_FORCE)

    changes = changes_by((repealed, new), PRESENT)

    ((before, after),) = changes.changed
    assert before is OLD
    assert (after.id, after.status, after.effective_date, after.note) == (
        "L1",
        LawStatus.REPEALED,
        date(2016, 6, 1),
        "旧",
    )
    assert [law.name for law in changes.added] == ["云溪省绿化条例"]
    assert changes.removed == ()
    assert len(changes.laws) == 2


def test_only_a_replacement_removes_what_the_file_does_not_name() -> None:
    new = Law("", "云溪省绿化条例", "地方性法规", status=LawStatus.IN_FORCE)

    assert changes_by((new,), PRESENT, Manner.REPLACE).removed == (OLD,)
    assert changes_by((new,), PRESENT, Manner.REPLACE).laws == changes_by((new,), PRESENT).added


def test_an_old_version_left_in_force_beside_a_new_one_is_pointed_out() -> None:
    new = Law(
        "", OLD.name, "地方性法规", promulgated_date=date(2026, 9, 30), status=LawStatus.IN_FORCE
    )

    assert changes_by((new,), PRESENT).overtaken == (OLD,)


def test_new_laws_get_numbers_of_their_own() -> None:
    first = changes_by((Law("", "甲条例", ""),), PRESENT)
    second = changes_by((Law("", "乙条例", ""),), Catalogue(first.laws, TODAY))

    assert len({law.id for law in second.laws}) == 3
