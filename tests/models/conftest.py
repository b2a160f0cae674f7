"""A fresh register for each test, on SQLite and, where there is one, on PostgreSQL."""

import os
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest

from models.register import Register, create_register
from models.settings import FolderSettings
from tests.models.office import FOUNDING, staff_the_office

POSTGRES = "NORMDESK_TEST_POSTGRES"


def fresh_postgres() -> Iterator[str]:
    """Make an empty database on the test server, give its address, and drop it."""
    server = os.environ.get(POSTGRES, "")
    if not server:
        pytest.skip(f"{POSTGRES} names no PostgreSQL server (.ci/postgres starts one)")
    name = f"normdesk_{uuid4().hex}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    yield server.replace(":///postgres", f":///{name}", 1)
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture(params=["sqlite", "postgres"])
def folder_settings(request: pytest.FixtureRequest) -> Iterator[FolderSettings]:
    """Say where the database of the register is."""
    if request.param == "sqlite":
        yield FolderSettings()
    else:
        for url in fresh_postgres():
            yield FolderSettings(url)


@pytest.fixture
def register(tmp_path: Path, folder_settings: FolderSettings) -> Iterator[Register]:
    """Return an open register of 云溪县 with its staff."""
    opened = create_register(tmp_path / "register", FOUNDING, folder_settings)
    staff_the_office()
    yield opened
    opened.close()


@pytest.fixture
def sqlite_register(tmp_path: Path) -> Iterator[Register]:
    """Return an open register on SQLite, for what concerns its file."""
    opened = create_register(tmp_path / "register", FOUNDING)
    staff_the_office()
    yield opened
    opened.close()
