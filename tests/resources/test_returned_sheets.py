"""The sheets that came back are what their script builds, and speak of the older documents."""

import tomllib
from pathlib import Path

import pytest

from resources.samples.build_returned_sheets import FOLDER, NAME, SOURCE, main
from review.errors import BrokenFileError
from review.ledgers.reader import read_here

TOLD = tomllib.loads(SOURCE.read_text(encoding="utf-8"))


def test_rebuilding_changes_no_cell_of_the_committed_sheet(tmp_path: Path) -> None:
    main(tmp_path)
    name = TOLD["whole"]["name"]
    assert read_here(tmp_path / name).sheets == read_here(FOLDER / NAME / name).sheets


def test_the_other_one_is_broken() -> None:
    with pytest.raises(BrokenFileError):
        read_here(FOLDER / NAME / TOLD["broken"]["name"])


def test_every_row_names_an_older_document_of_the_cleanups() -> None:
    story = tomllib.loads((FOLDER / "cleanups.toml").read_text(encoding="utf-8"))
    known = {(one["title"], one["document_number"]) for one in story["older_documents"]}
    assert {(row[1], row[2]) for row in TOLD["whole"]["rows"]} <= known
