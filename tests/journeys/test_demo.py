"""The story of the sample office, told by the demo: numbers, letters, states, checks."""

import json
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from ui.command_line import run

ROOT = Path(__file__).parents[2]
FILED = {"registered": 3, "refused": 1}


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a demo that was told once."""
    folder = tmp_path_factory.mktemp("demo")
    assert run(["demo", "--out", str(folder)]) == 0
    return folder


def listed(folder: Path, *words: str) -> list[dict[str, Any]]:
    """Return the objects of a command on the demo's register."""
    done = subprocess.run(
        [sys.executable, "main.py", "--register", str(folder / "register"), "--json", *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


def papers(folder: Path) -> dict[str, str]:
    """Return name and hash of every paper."""
    found = [path for path in folder.iterdir() if path.suffix in {".docx", ".pdf"}]
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in found}


def test_the_countys_own_documents_are_numbered_in_the_order_of_their_days(told: Path) -> None:
    own = [one for one in listed(told, "list") if one["origin"] == "own"]
    by_number = sorted(one["unified_number"] for one in own)
    assert by_number == [
        "YXDR—2026—01001",
        "YXDR—2026—01002",
        "YXDR—2026—01003",
        "YXDR—2026—01004",
        "YXDR—2026—02001",
        "YXDR—2026—11001",
    ]
    assert {one["making_state"] for one in own} == {"published"}


def test_every_record_carries_the_day_of_the_story(told: Path) -> None:
    rows = {one["document_number"]: one for one in listed(told, "list")}
    parking = rows["云政规〔2026〕2号"]
    assert (parking["registered_date"], parking["published_date"]) == ("2026-03-27", "2026-03-30")
    assert parking["expiry_date"] == "2031-04-30"
    assert rows["云政发〔2018〕23号"]["origin"] == "historic"


def test_filings_end_as_the_story_says(told: Path) -> None:
    filings = listed(told, "list", "filings")
    counts = {state: sum(one["state"] == state for one in filings) for state in FILED}
    assert counts == FILED
    assert len(filings) == sum(FILED.values())
    stalls = next(one for one in filings if one["document_number"] == "云城管规〔2026〕2号")
    page = listed(told, "show", str(stalls["id"]), "--kind", "filing")[0]
    (supplement,) = page["supplements"]
    assert supplement["requested_date"] == "2026-08-19"
    assert supplement["due_date"] == "2026-09-03"
    assert supplement["answered_date"] == "2026-08-28"
    assert len(supplement["defects"]) == 4


def test_reviews_end_as_their_findings_demand(told: Path) -> None:
    reviews = listed(told, "list", "reviews")
    assert sorted(one["state"] for one in reviews) == [
        "concluded_defect",
        "concluded_ok",
        "under_review",
    ]
    found = {
        one["id"]: listed(told, "show", str(one["id"]), "--kind", "review")[0] for one in reviews
    }
    assert sorted(len(one["findings"]) for one in found.values()) == [0, 0, 9]


def test_receipts_and_opinion_are_written_in_both_formats(told: Path) -> None:
    numbers = [
        "备案回执-云司备回〔2026〕1号",
        "备案回执-云司备回〔2026〕2号",
        "备案回执-云司备回〔2026〕3号",
    ]
    numbers.append("备案审查意见书-云司备审〔2026〕1号")
    assert set(papers(told)) == {f"{one}.{form}" for one in numbers for form in ("docx", "pdf")}
    letters = listed(told, "list", "letters")
    assert [one["letter_date"] for one in letters] == [
        "2026-08-31",
        "2026-08-25",
        "2026-08-03",
        "2026-06-30",
    ]


def test_ledger_and_trail_are_sound(told: Path) -> None:
    assert listed(told, "numbers", "report")[0]["faults"] == []
    assert listed(told, "audit", "verify")[0]["is_sound"] is True


def test_a_second_run_prints_the_same_papers_and_changes_nothing(
    told: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = papers(told)
    anchor = listed(told, "audit", "anchor")
    assert run(["demo", "--out", str(told)]) == 0
    said = capsys.readouterr().out
    assert "没有改动" in said
    assert all(str(told / name) in said for name in before)
    assert papers(told) == before
    assert listed(told, "audit", "anchor") == anchor


def test_the_story_told_anew_gives_the_same_papers(told: Path, tmp_path: Path) -> None:
    assert run(["demo", "--out", str(tmp_path)]) == 0
    assert papers(tmp_path) == papers(told)


def test_another_offices_register_is_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    register = str(tmp_path / "register")
    run(["--register", register, "init", "--name", "某县司法局", "--profile", "national"])
    assert run(["demo", "--out", str(tmp_path)]) == 2
    assert "另一个单位的登记簿" in capsys.readouterr().err


def test_a_demo_that_was_broken_off_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    register = str(tmp_path / "register")
    run(["--register", register, "init", "--name", "云溪县司法局", "--profile", "hunan"])
    assert run(["demo", "--out", str(tmp_path)]) == 2
    assert "没有做完" in capsys.readouterr().err


def test_where_there_is_no_display_the_demo_is_told(tmp_path: Path) -> None:
    # Given a machine without display
    environment = {"HOME": str(tmp_path), "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    # When the program is started twice
    started = [
        subprocess.run(
            [sys.executable, str(ROOT / "main.py")],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        for _ in range(2)
    ]
    # Then it tells so and prints the papers both times
    assert [one.returncode for one in started] == [0, 0]
    assert all("没有可用的显示屏" in one.stdout for one in started)
    assert all(one.stdout.count(".pdf") == 4 for one in started)
