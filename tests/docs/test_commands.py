"""The page of commands is what the commands say of themselves."""

from ui.command_reference import PAGE, reference_page
from ui.commands.table import COMMANDS


def test_the_page_of_commands_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == reference_page(), "run make docs"


def test_the_page_names_every_command() -> None:
    page = reference_page()
    assert [entry.name for entry in COMMANDS if f"\n## {entry.name}\n" not in page] == []
