"""A register whose founding was broken off is whole, or can be founded again."""

import os
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from models.acts.found_register import Founding
from models.acts.refusals import FieldEmptyError
from models.database import DATABASE
from models.queries.office import office, people
from models.queries.trail import verify_trail
from models.register import (
    DATABASE_FILE,
    NoRegisterError,
    RegisterExistsError,
    create_register,
    open_register,
)
from models.settings import FolderSettings, write_folder_settings
from tests.conftest import postgres_database, url_of
from tests.models.office import ADMINISTRATOR, FOUNDING, OFFICE
from tests.reliability.desk_programs import found_a_register
from tests.reliability.killing import moments_of
from tests.reliability.programs import running

KILLS = int(os.environ.get("NORMDESK_KILLS", "25"))
LONGEST_SECONDS = 0.12


@pytest.fixture(params=["sqlite", "postgres"])
def settings(request: pytest.FixtureRequest) -> Iterator[FolderSettings]:
    """Return where the new register is to stand: in its folder, or on the test server."""
    if request.param == "sqlite":
        yield FolderSettings()
        DATABASE.close()
        return
    with postgres_database() as name:
        yield FolderSettings(url_of(name))
        DATABASE.close()


def empty(settings: FolderSettings) -> None:
    """Make the database on the test server as new."""
    if settings.database_url:
        DATABASE.close()
        with psycopg.connect(settings.database_url) as connection:
            connection.execute("DROP SCHEMA public CASCADE")
            connection.execute("CREATE SCHEMA public")


def check_whole(folder: Path) -> None:
    """Check that the register in the folder is founded, once."""
    open_register(folder)
    assert office() == OFFICE
    assert [person.login for person in people()] == [ADMINISTRATOR]
    verdict = verify_trail()
    assert verdict.is_sound
    assert verdict.count == 1


def test_a_founding_that_was_refused_can_be_mended(
    tmp_path: Path, settings: FolderSettings
) -> None:
    # Given a founding that is refused for want of a name
    with pytest.raises(FieldEmptyError):
        create_register(tmp_path, Founding(OFFICE, ADMINISTRATOR, ""), settings)
    # When the name is given, then the register is founded in the same place
    create_register(tmp_path, FOUNDING, settings)
    check_whole(tmp_path)


def test_a_founding_killed_at_any_moment_is_whole_or_can_be_repeated(
    tmp_path: Path, settings: FolderSettings
) -> None:
    moments = moments_of("founding")
    half_ways = 0
    # A new database takes the server half a second.
    for number in range(KILLS // 4 if settings.database_url else KILLS):
        folder = tmp_path / str(number)
        # Given a founding that is killed at a random moment
        with running(found_a_register, folder, settings) as program:
            program.next_word()
            words = list(program.words_within(moments.uniform(0, LONGEST_SECONDS)))
            words += program.kill()
        is_told = any(said.answer for said in words)
        # When it is founded again
        try:
            create_register(folder, FOUNDING, settings)
        except RegisterExistsError:
            # Then it was whole already
            pass
        else:
            assert not is_told
            half_ways += 1
        check_whole(folder)
        empty(settings)
    assert half_ways


def test_a_database_that_nobody_founded_is_no_register(
    tmp_path: Path, settings: FolderSettings
) -> None:
    # Given a folder that points to an empty database
    write_folder_settings(tmp_path, settings)
    if not settings.database_url:
        (tmp_path / DATABASE_FILE).touch()
    # When it is opened, then no register without an office is made of it
    with pytest.raises(NoRegisterError):
        open_register(tmp_path)
    # And it can be founded
    create_register(tmp_path, FOUNDING, settings)
    check_whole(tmp_path)


def test_a_register_whose_database_is_lost_is_not_founded_anew(tmp_path: Path) -> None:
    write_folder_settings(tmp_path, FolderSettings())
    with pytest.raises(RegisterExistsError):
        create_register(tmp_path, FOUNDING)
    assert not (tmp_path / DATABASE_FILE).exists()


def test_a_folder_that_points_to_one_database_is_not_founded_in_another(tmp_path: Path) -> None:
    write_folder_settings(tmp_path, FolderSettings("postgresql:///elsewhere"))
    with pytest.raises(RegisterExistsError):
        create_register(tmp_path, FOUNDING)
    assert not (tmp_path / DATABASE_FILE).exists()
