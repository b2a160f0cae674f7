"""A commit is on the disk before its number is told, whatever the database was set to.

A kill cannot show this and a power cut cannot be made in a test: the settings that decide it are
held here instead.
"""

import pytest

from models.database import (
    DATABASE,
    UnsafeDatabaseError,
    check_durability,
    is_postgres,
    unit_of_work,
)
from models.register import Register, open_register


def synchronous_commit() -> str:
    """Return what the server is to wait for at the next commit."""
    return str(DATABASE.execute_sql("SHOW synchronous_commit").fetchone()[0])


@pytest.mark.parametrize("mode", ["OFF", "NORMAL"])
def test_a_database_that_does_not_wait_for_the_disk_is_refused(
    sqlite_register: Register, mode: str
) -> None:
    DATABASE.execute_sql(f"PRAGMA synchronous = {mode}")
    with pytest.raises(UnsafeDatabaseError):
        check_durability()
    # A new connection waits again.
    sqlite_register.close()
    open_register(sqlite_register.folder)


@pytest.mark.usefixtures("register")
@pytest.mark.parametrize(
    ("kept", "in_force"), [("off", "on"), ("on", "on"), ("remote_apply", "remote_apply")]
)
def test_a_server_that_would_not_wait_for_its_disk_waits_for_every_act(
    kept: str, in_force: str
) -> None:
    if not is_postgres():
        pytest.skip("SQLite is asked for its mode when it is opened")
    # Given a server that is set to answer before it has written, or to wait for a second one
    DATABASE.execute_sql(f"SET synchronous_commit = {kept}")
    # When an act is committed, then the server waits at least for its own disk
    with unit_of_work():
        assert synchronous_commit() == in_force
    assert synchronous_commit() == kept
