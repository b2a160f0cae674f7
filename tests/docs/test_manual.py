"""The manual is whole: each chapter listed, each link and picture name known."""

import re
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[2] / "docs" / "manual"
CHAPTERS = sorted(FOLDER.glob("[0-9]*.md"))
PICTURES = {
    "desk.png",
    "registration.png",
    "document.png",
    "filing.png",
    "review.png",
    "letter.png",
    "settings.png",
    "dark.png",
}


def test_the_list_of_chapters_names_each_chapter_in_order() -> None:
    listed = re.findall(r"\((\d{2}-[\w-]+\.md)\)", (FOLDER / "README.md").read_text("utf-8"))

    assert listed == [path.name for path in CHAPTERS]


def test_every_picture_has_its_place_in_the_manual() -> None:
    words = "".join(path.read_text(encoding="utf-8") for path in CHAPTERS)

    assert set(re.findall(r"\(pictures/([\w.-]+)\)", words)) == PICTURES


@pytest.mark.parametrize("path", CHAPTERS, ids=lambda path: path.stem)
def test_links_between_papers_lead_somewhere(path: Path) -> None:
    links = re.findall(r"(?<!!)\[[^\]]+\]\(([^)]+\.md)\)", path.read_text(encoding="utf-8"))

    assert [link for link in links if not (path.parent / link).is_file()] == []


@pytest.mark.parametrize("path", CHAPTERS, ids=lambda path: path.stem)
def test_chapters_use_chinese_punctuation(path: Path) -> None:
    words = re.sub(r"```.*?```|`[^`]*`|\([^)]*\)", "", path.read_text("utf-8"), flags=re.DOTALL)

    assert re.findall(r"[\u4e00-\u9fff][,;:!?]", words) == []
