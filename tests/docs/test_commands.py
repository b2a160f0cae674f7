"""The page of commands is what the commands say of themselves, and the manual's example works."""

import re
from pathlib import Path

import time_machine

from ui.command_line import run
from ui.command_reference import PAGE, reference_page
from ui.commands.table import COMMANDS

ROOT = Path(__file__).parents[2]
CHAPTER = ROOT / "docs" / "manual" / "11-command-line.md"
SAMPLE = ROOT / "resources" / "samples" / "01-parking-measures.docx"


def test_the_page_of_commands_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == reference_page(), "run make docs"


def test_the_page_names_every_command() -> None:
    page = reference_page()
    assert [entry.name for entry in COMMANDS if f"\n## {entry.name}\n" not in page] == []


def test_the_manual_names_every_command() -> None:
    chapter = CHAPTER.read_text(encoding="utf-8")
    names = [entry.name.split()[0] for entry in COMMANDS]
    assert [name for name in names if f"`{name}" not in chapter] == []


@time_machine.travel("2026-04-01T02:00:00Z")
def test_the_example_of_the_manual_can_be_typed_as_it_stands(tmp_path: Path) -> None:
    # Given the lines of the example, with a folder and a file that are there
    example = CHAPTER.read_text(encoding="utf-8").partition("## 例\n")[2].split("```")[1]
    lines = re.findall(r"^main\.py (.+)$", example, re.MULTILINE)
    here = {"登记簿": str(tmp_path / "register"), "停车场办法.docx": str(SAMPLE)}
    # When they are typed one after the other
    codes = [run([here.get(word, word) for word in line.split()]) for line in lines]
    # Then each of them works
    assert codes == [0] * len(lines)
    assert lines
