"""The manual is whole: each chapter listed, each link and picture name known."""

import re
from pathlib import Path

import pytest

from review.letters.letter_kinds import LETTER_KINDS
from ui.screenshots import LOOKS, SHOTS

FOLDER = Path(__file__).parents[2] / "docs" / "manual"
CHAPTERS = sorted(FOLDER.glob("[0-9]*.md"))
PICTURES = FOLDER / "pictures"
FRONT = FOLDER.parents[1] / "README.md"
LARGEST_PICTURE = 250_000


def test_the_list_of_chapters_names_each_chapter_in_order() -> None:
    listed = re.findall(r"\((\d{2}-[\w-]+\.md)\)", (FOLDER / "README.md").read_text("utf-8"))

    assert listed == [path.name for path in CHAPTERS]


def test_every_picture_shown_is_there_and_none_lies_idle() -> None:
    words = "".join(path.read_text(encoding="utf-8") for path in (*CHAPTERS, FRONT))

    shown = set(re.findall(r"\((?:docs/manual/)?pictures/([\w.-]+)\)", words))

    assert shown == {path.name for path in PICTURES.iterdir()}


def test_every_picture_is_one_that_is_taken_by_make_screenshots() -> None:
    known = {f"{shot.name}-{look.name}" for shot in SHOTS for look in LOOKS}
    known |= {f"paper-{kind}" for kind in LETTER_KINDS}

    assert {path.stem for path in PICTURES.iterdir()} <= known


def test_pictures_are_small() -> None:
    large = [path.name for path in PICTURES.iterdir() if path.stat().st_size > LARGEST_PICTURE]

    assert large == []


@pytest.mark.parametrize("path", CHAPTERS, ids=lambda path: path.stem)
def test_links_between_papers_lead_somewhere(path: Path) -> None:
    links = re.findall(r"(?<!!)\[[^\]]+\]\(([^)]+\.md)\)", path.read_text(encoding="utf-8"))

    assert [link for link in links if not (path.parent / link).is_file()] == []


@pytest.mark.parametrize("path", CHAPTERS, ids=lambda path: path.stem)
def test_chapters_use_chinese_punctuation(path: Path) -> None:
    words = re.sub(r"```.*?```|`[^`]*`|\([^)]*\)", "", path.read_text("utf-8"), flags=re.DOTALL)

    assert re.findall(r"[\u4e00-\u9fff][,;:!?]", words) == []
