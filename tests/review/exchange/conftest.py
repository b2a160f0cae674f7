"""A town and a county that trust each other, and a stick that goes between them."""

from pathlib import Path

import pytest

from tests.review.exchange.offices import Place, Stick, found_place, let_trust


@pytest.fixture
def town(tmp_path: Path) -> Place:
    """Return the office of the town."""
    return found_place(tmp_path / "town", "柳渡镇司法所")


@pytest.fixture
def county(tmp_path: Path, town: Place) -> Place:
    """Return the bureau of the county; it and the town trust each other."""
    founded = found_place(tmp_path / "county", "云溪县司法局")
    let_trust(founded, town)
    let_trust(town, founded)
    return founded


@pytest.fixture
def stick(tmp_path: Path, town: Place, county: Place) -> Stick:
    """Return an empty stick."""
    folder = tmp_path / "stick"
    folder.mkdir()
    return Stick(folder, town, county)
