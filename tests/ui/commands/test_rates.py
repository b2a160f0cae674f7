"""The rates of a year are told with what they count; printed ones are reckoned again."""

from pathlib import Path

import pytest

from tests.ui.commands.desk import Desk


def test_every_rate_stands_with_numerator_and_denominator(desk: Desk) -> None:
    desk.receive_housing()
    answer = desk.type("--register", desk.folder, "--json", "rates", "--year", 2026)
    rates = {(row["name"], row["kind"]): row for row in answer.objects}
    filing_rate = rates["总计", "filing_rate"]
    assert (filing_rate["numerator"], filing_rate["denominator"]) == (1, 1)
    assert (filing_rate["percent"], filing_rate["target"]) == ("100.0%", "100%")
    assert rates["总计", "review_rate"]["percent"] == "—"
    # The number opens its record.
    (record,) = desk.type(
        "--register", desk.folder, "--json", "rates", "--year", 2026, "--records", "备案及时率"
    ).objects
    assert (record["record"], record["part"]) == ("document", "分子和分母")


def test_a_person_reads_the_bodies_apart_and_that_the_sums_agree(desk: Desk) -> None:
    desk.receive_housing()
    told = desk.type("--register", desk.folder, "rates", "--year", 2026, "--by", "issuer").out
    assert told.startswith("2026年收件1件：")
    assert "柳渡镇人民政府" in told
    assert "都与总数相符" in told


@pytest.mark.parametrize(
    ("printed", "sentence"),
    [
        ("45/72=63.5%", "45/72，印为63.5%，有误，应为62.5%。"),
        ("100/197=51%", "100/197，印为51%，正确。"),
    ],
)
def test_a_printed_rate_is_reckoned_again(desk: Desk, printed: str, sentence: str) -> None:
    assert desk.type("rates", "--check", printed).out.strip() == sentence


def test_what_is_no_printed_rate_is_refused_with_how_to_write_it(desk: Desk) -> None:
    answer = desk.type("rates", "--check", "约六成")
    assert answer.code != 0
    assert "45/72=63.5%" in answer.err


def test_the_papers_of_a_year_are_written_into_a_folder(desk: Desk, tmp_path: Path) -> None:
    desk.receive_housing()
    told = desk.ask("report", "yearly", "--year", 2026, "--out", tmp_path / "年报")
    assert told["year"] == 2026
    assert sorted(map(str, (tmp_path / "年报").iterdir())) == sorted(told["files"])
    assert len(told["files"]) == 7


def test_a_folder_that_cannot_be_written_is_named(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "占用").write_text("", encoding="utf-8")
    answer = desk.run("report", "yearly", "--year", 2026, "--out", tmp_path / "占用")
    assert answer.code != 0
    assert "占用" in answer.err
