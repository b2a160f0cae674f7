"""Decision records are complete, short, in order and true to the dependencies."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "docs" / "decisions"
RECORDS = sorted(FOLDER.glob("[0-9]*.md"))
LONGEST = 75


def test_records_are_numbered_without_gap() -> None:
    numbers = [int(path.name[:4]) for path in RECORDS]

    assert numbers == list(range(1, len(RECORDS) + 1))


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_a_record_asks_weighs_decides_and_admits_what_is_bad(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert text.startswith(f"# {path.name[:4]} ")
    for part in ("- Status: ", "- Date: ", "## Question", "## Options", "## Outcome"):
        assert part in text, part
    assert "- Good: " in text
    assert "- Bad: " in text
    assert len(text.splitlines()) <= LONGEST


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_a_record_names_guards_that_exist(path: Path) -> None:
    held_by = path.read_text(encoding="utf-8").partition("\n## Held by\n")[2]
    named = re.findall(r"`((?:tests|models|ui)/[\w/.]+|pyproject\.toml)`", held_by)

    assert named or "make check" in held_by
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_the_list_of_decisions_names_every_record() -> None:
    listed = re.findall(r"\((\d{4}-[\w-]+\.md)\)", (FOLDER / "README.md").read_text("utf-8"))

    assert listed == [path.name for path in RECORDS]


def test_every_dependency_has_its_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = [*project["dependencies"], *project["optional-dependencies"]["server"]]
    table = next(path for path in RECORDS if "dependencies" in path.name).read_text("utf-8")

    reasons = {name.lower() for name in re.findall(r"^\| ([\w-]+)", table, re.MULTILINE)}

    names = {re.split(r"[\[<>=]", line)[0].lower() for line in declared}
    assert names - reasons == set()
    assert reasons - names == {"package", "---"}
