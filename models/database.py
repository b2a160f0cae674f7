"""Open the database of a register and run units of work on it (SQLite file or PostgreSQL)."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from peewee import Database, DatabaseProxy, PostgresqlDatabase
from playhouse.sqlcipher_ext import SqlCipherDatabase  # type: ignore[import-untyped] # no stubs
from sqlcipher3 import dbapi2 as sqlcipher  # type: ignore[import-untyped] # no stubs

from models.errors import FaultError, InputError

DATABASE = DatabaseProxy()

# Two writers wait for each other this long before a person is told that the register is busy.
BUSY_TIMEOUT_SECONDS = 30

# The SQLite before this version can corrupt a WAL database that several processes write.
OLDEST_SAFE_SQLITE = (3, 51, 3)

# One advisory lock serialises all acts on PostgreSQL, as BEGIN IMMEDIATE does on SQLite: counters
# and the audit chain have one writer at a time.
POSTGRES_WRITER_LOCK = 0x4E4F524D

# A server may be set to acknowledge before it has written; an act waits for the disk all the same.
_WAIT_FOR_DISK = """
    SELECT set_config('synchronous_commit', 'on', true)
    WHERE current_setting('synchronous_commit') = 'off'
"""

_PRAGMAS: tuple[tuple[str, object], ...] = (
    ("journal_mode", "wal"),
    ("synchronous", 2),  # FULL: NORMAL loses acknowledged numbers at a power cut
    ("foreign_keys", 1),
    ("trusted_schema", 0),
    ("cell_size_check", 1),
    ("wal_autocheckpoint", 200),
    ("mmap_size", 0),
)


class UnsafeDatabaseError(FaultError):
    """The database engine cannot promise that an acknowledged number survives a power cut."""

    code = "machine.unsafe_database"
    facts = ("detail",)


class DatabaseUrlError(InputError):
    """The database address in the settings is not a PostgreSQL address."""

    code = "input.database_url"
    facts = ("url",)


def sqlite_database(file: Path) -> Database:
    """Return the database of a register file, configured for durability; not yet connected.

    Raises:
        UnsafeDatabaseError: the SQLite library is older than the fix of the WAL fault.
    """
    if tuple(sqlcipher.sqlite_version_info) < OLDEST_SAFE_SQLITE:
        raise UnsafeDatabaseError(detail=f"SQLite {sqlcipher.sqlite_version}")
    database: Database = SqlCipherDatabase(
        str(file), pragmas=_PRAGMAS, timeout=BUSY_TIMEOUT_SECONDS
    )
    return database


def postgres_database(url: str) -> Database:
    """Return the PostgreSQL database an administrator configured; not yet connected.

    Raises:
        DatabaseUrlError: the address is not a PostgreSQL address.
    """
    if urlsplit(url).scheme != "postgresql":
        raise DatabaseUrlError(url=url.rsplit("@", maxsplit=1)[-1])
    return PostgresqlDatabase(url, prefer_psycopg3=True, connect_timeout=10)


def is_postgres() -> bool:
    """Tell whether the register in use stands on PostgreSQL."""
    return isinstance(DATABASE.obj, PostgresqlDatabase)


def check_durability() -> None:
    """Refuse a SQLite connection whose synchronous mode is not FULL.

    Raises:
        UnsafeDatabaseError: the pragma did not take.
    """
    if is_postgres():
        return
    mode = DATABASE.execute_sql("PRAGMA synchronous").fetchone()[0]
    if mode != dict(_PRAGMAS)["synchronous"]:
        raise UnsafeDatabaseError(detail=f"synchronous={mode}")


@contextmanager
def unit_of_work() -> Iterator[None]:
    """Run the block as one transaction that takes the write lock before it reads anything."""
    if is_postgres():
        with DATABASE.atomic():
            DATABASE.execute_sql("SELECT pg_advisory_xact_lock(%s)", (POSTGRES_WRITER_LOCK,))
            DATABASE.execute_sql(_WAIT_FOR_DISK)
            yield
    else:
        with DATABASE.atomic("IMMEDIATE"):
            yield
