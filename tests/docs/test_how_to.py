"""The how-tos name files that exist."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAPERS = [*sorted((ROOT / "docs" / "how-to").glob("*.md")), ROOT / "CONTRIBUTING.md"]
# What a how-to asks to create stands with a placeholder or before a bar in its list of changes.
NAMED_FILE = re.compile(r"`((?:models|review|resources|ui|docs|tests)/[\w./-]+\.\w+)`")
LINK = re.compile(r"\]\(([^)#]+)\)")


@pytest.mark.parametrize("path", PAPERS, ids=lambda path: path.stem)
def test_files_named_in_a_how_to_exist(path: Path) -> None:
    words = path.read_text(encoding="utf-8")

    named = [ROOT / name for name in NAMED_FILE.findall(words)]
    linked = [path.parent / link for link in LINK.findall(words)]

    assert [str(file) for file in named + linked if not file.exists()] == []
