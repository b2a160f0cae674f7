"""Sheets go to the units of a cleanup and come back: three units, one silent, one file broken."""

from collections import defaultdict
from pathlib import Path

import pytest

from models.acts.cleanup_decisions import decide_entries
from models.queries.bodies import body_named
from models.queries.cleanup import campaign, progress_by_unit
from models.queries.cleanup_entries import EntryRow, entries
from models.register import open_register
from review.ledgers.reader import read_here
from tests.models.cleanup_office import REPEAL, documents, frozen
from tests.models.office import TODAY, order
from tests.review.cleanup.sheets import Lines, fill, saved
from tests.ui.commands.desk import Answer, Desk

HOUSING, TRANSPORT, WATER = "云溪县住建局", "云溪县交通局", "云溪县水利局"


@pytest.fixture
def campaign_id(desk: Desk) -> int:
    """Return a cleanup of six documents; the office wants to repeal one of transport."""
    register = open_register(desk.folder)
    units = (TRANSPORT, TRANSPORT, TRANSPORT, WATER, HOUSING, HOUSING)
    body = body_named("云溪县人民政府")
    assert body is not None
    documents(*units, body_id=body.id)
    found = frozen()
    contested = next(row for row in entries(found, TODAY) if row.unit_name == TRANSPORT)
    decide_entries(order(), found, (contested.id,), REPEAL)
    register.close()
    return found


def asked(desk: Desk, campaign_id: int) -> tuple[EntryRow, ...]:
    """Return the documents of a cleanup as the register has them now."""
    register = open_register(desk.folder)
    found = entries(campaign_id, TODAY)
    register.close()
    return found


def lines_from(folder: Path, unit: str) -> Lines:
    """Return the rows of the workbook that went to a unit."""
    file = read_here(folder / f"清理意见表 {unit}.xlsx")
    return [list(row) for row in file.sheets[0].rows]


def send(desk: Desk, campaign_id: int, folder: Path) -> Answer:
    """Write the sheets of a cleanup."""
    return desk.run("cleanup", "sheets", campaign_id, "--out", folder, "--due", "2026-10-16")


def bring_back(desk: Desk, campaign_id: int, out: Path, back: Path) -> None:
    """Let transport and water answer, housing be silent, and one file be broken."""
    back.mkdir()
    titles: defaultdict[str, list[str]] = defaultdict(list)
    for row in asked(desk, campaign_id):
        titles[row.unit_name].append(row.title)
    lines = lines_from(out, TRANSPORT)
    keep, repeal, amend = titles[TRANSPORT]
    fill(lines, keep, 清理意见="继续有效")
    fill(lines, repeal, 清理意见="废止", 理由和依据="《云溪县客运管理办法》第三条")
    fill(lines, amend, 清理意见="修改")
    saved(lines, back / "交通局.xlsx")
    lines = lines_from(out, WATER)
    fill(lines, titles[WATER][0], 清理意见="继续有效")
    saved(lines, back / "水利局.xlsx")
    (back / "坏文件.xlsx").write_bytes(b"PK\x03\x04 broken")


def test_every_unit_gets_a_workbook_and_a_word_file_and_the_handing_over_is_recorded(
    desk: Desk, campaign_id: int, tmp_path: Path
) -> None:
    answer = send(desk, campaign_id, tmp_path / "out")

    assert answer.code == 0, answer.err
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert names == sorted(
        f"清理意见表 {unit}.{form}"
        for unit in (HOUSING, TRANSPORT, WATER)
        for form in ("docx", "xlsx")
    )
    register = open_register(desk.folder)
    assert {str(unit.due_date) for unit in progress_by_unit(campaign_id)} == {"2026-10-16"}
    assert campaign(campaign_id).row.state.value == "distributed"
    register.close()


def test_a_draft_records_no_handing_over_and_a_file_that_stands_there_is_left_alone(
    desk: Desk, campaign_id: int, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    filled = out / f"清理意见表 {WATER}.xlsx"
    filled.write_bytes(b"filled by the unit")

    desk.run("cleanup", "sheets", campaign_id, "--out", out, "--unit", WATER, "--draft")

    assert filled.read_bytes() == b"filled by the unit"
    assert (out / f"清理意见表 {WATER} (2).xlsx").exists()
    register = open_register(desk.folder)
    assert campaign(campaign_id).row.state.value == "scope_frozen"
    register.close()


def test_a_unit_that_is_not_asked_is_refused_with_those_that_are(
    desk: Desk, campaign_id: int, tmp_path: Path
) -> None:
    answer = desk.run("cleanup", "sheets", campaign_id, "--out", tmp_path, "--unit", "云溪县教育局")
    assert answer.code == 2
    assert WATER in answer.err


def test_replies_become_opinions_and_the_rest_is_told(
    desk: Desk, campaign_id: int, tmp_path: Path
) -> None:
    # Given sheets out and two replies, one row without a day, and a broken file
    send(desk, campaign_id, tmp_path / "out")
    bring_back(desk, campaign_id, tmp_path / "out", tmp_path / "back")

    # When the folder is collected
    answer = desk.ask("cleanup", "collect", campaign_id, tmp_path / "back")

    # Then each thing is told for what it is
    assert {one["unit"]: one["opinions"] for one in answer["recorded"]} == {TRANSPORT: 2, WATER: 1}
    assert [one["file"] for one in answer["broken"]] == ["坏文件.xlsx"]
    assert [one["kind"] for one in answer["questions"]] == ["planned_date_missing"]
    assert answer["missing_units"] == [HOUSING]
    assert answer["unanswered"] == {TRANSPORT: 1}
    conflict = answer["conflicts"][0]
    assert (conflict["opinion"], conflict["decision"]) == ("keep", "repeal")
    assert conflict["is_grave"] is True


def test_the_original_file_is_kept_and_a_second_collection_records_nothing_twice(
    desk: Desk, campaign_id: int, tmp_path: Path
) -> None:
    out, back = tmp_path / "out", tmp_path / "back"
    send(desk, campaign_id, out)
    bring_back(desk, campaign_id, out, back)
    desk.ask("cleanup", "collect", campaign_id, back)

    again = desk.ask("cleanup", "collect", campaign_id, back)

    assert again["recorded"] == []
    assert sorted(again["known"]) == ["交通局.xlsx", "水利局.xlsx"]
    register = open_register(desk.folder)
    hashes = {row.opinion.file_sha256 for row in entries(campaign_id, TODAY) if row.opinion}
    kept = [register.files.read(one) for one in hashes if one]
    register.close()
    assert sorted(kept) == sorted(
        (back / f"{name}.xlsx").read_bytes() for name in ("交通局", "水利局")
    )


def test_a_person_is_told_in_sentences(desk: Desk, campaign_id: int, tmp_path: Path) -> None:
    send(desk, campaign_id, tmp_path / "out")
    bring_back(desk, campaign_id, tmp_path / "out", tmp_path / "back")

    said = desk.run("cleanup", "collect", campaign_id, tmp_path / "back").out

    assert "收下 2 份意见表，记录意见 3 条。" in said
    assert "读不出：坏文件.xlsx" in said
    assert f"还没有交回：{HOUSING}" in said
    assert "意见不一致" in said
