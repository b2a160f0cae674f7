"""A fresh register for each test, on SQLite and, where there is one, on PostgreSQL.

Founding and staffing a register is done once for each database; every test gets a copy.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest

from models.register import Register, create_register, open_register
from models.settings import FolderSettings, write_folder_settings
from tests.models.office import FOUNDING, staff_the_office

POSTGRES = "NORMDESK_TEST_POSTGRES"


def server() -> str:
    """Return the address of the test server, or skip."""
    address = os.environ.get(POSTGRES, "")
    if not address:
        pytest.skip(f"{POSTGRES} names no PostgreSQL server (.ci/postgres starts one)")
    return address


@contextmanager
def postgres_database(template: str = "template1") -> Iterator[str]:
    """Make a database on the test server, give its name, and drop it afterwards."""
    name = f"normdesk_{uuid4().hex}"
    with psycopg.connect(server(), autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    yield name
    with psycopg.connect(server(), autocommit=True) as connection:
        connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def url_of(name: str) -> str:
    """Return the address of a database on the test server."""
    return server().replace(":///postgres", f":///{name}", 1)


def found(folder: Path, settings: FolderSettings) -> None:
    """Found the register of 云溪县 with its staff and close it."""
    opened = create_register(folder, FOUNDING, settings)
    staff_the_office()
    opened.close()


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a founded register on SQLite, closed."""
    folder = tmp_path_factory.mktemp("template") / "register"
    found(folder, FolderSettings())
    return folder


@pytest.fixture(scope="session")
def postgres_template(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the name of a database with a founded register."""
    with postgres_database() as name:
        found(tmp_path_factory.mktemp("template") / "register", FolderSettings(url_of(name)))
        yield name


@pytest.fixture(params=["sqlite", "postgres"])
def register(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Register]:
    """Return an open register of 云溪县 with its staff, on one database and on the other."""
    yield from request.getfixturevalue(f"copy_on_{request.param}")(tmp_path / "register")


@pytest.fixture
def sqlite_register(sqlite_template: Path, tmp_path: Path) -> Iterator[Register]:
    """Return an open register on SQLite, for what concerns its file."""
    yield from _sqlite_copy(sqlite_template, tmp_path / "register")


@pytest.fixture
def copy_on_sqlite(sqlite_template: Path) -> object:
    """Return how a register on SQLite is copied into a folder and opened."""
    return lambda folder: _sqlite_copy(sqlite_template, folder)


@pytest.fixture
def copy_on_postgres(postgres_template: str) -> object:
    """Return how a register on PostgreSQL is copied, and opened from a folder."""
    return lambda folder: _postgres_copy(postgres_template, folder)


def _sqlite_copy(template: Path, folder: Path) -> Iterator[Register]:
    shutil.copytree(template, folder)
    opened = open_register(folder)
    yield opened
    opened.close()


def _postgres_copy(template: str, folder: Path) -> Iterator[Register]:
    folder.mkdir()
    with postgres_database(template) as name:
        write_folder_settings(folder, FolderSettings(url_of(name)))
        opened = open_register(folder)
        yield opened
        opened.close()
