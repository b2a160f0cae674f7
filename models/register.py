"""A register is a folder: found one, open it, close it."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from peewee import Database

from models.acts.found_register import Founding, found_register
from models.acts.life_lines import documents_without_life, redraw
from models.database import (
    DATABASE,
    check_durability,
    postgres_database,
    sqlite_database,
    unit_of_work,
)
from models.errors import FaultError, InputError
from models.files import FileStore
from models.folders import refuse_unsafe_place
from models.migrations.chain import NEWEST_VERSION, check_not_newer, migrate, schema_version
from models.settings import (
    FOLDER_SETTINGS,
    FolderSettings,
    read_folder_settings,
    write_folder_settings,
)

DATABASE_FILE = "register.db"


class NoRegisterError(InputError):
    """The folder holds no register."""

    code = "input.no_register"
    facts = ("folder",)


class RegisterExistsError(InputError):
    """The folder, or the database it names, holds a register already."""

    code = "input.register_exists"
    facts = ("folder",)


class DatabaseFileMissingError(FaultError):
    """The folder is a register's, but its database file is gone."""

    code = "machine.database_file_missing"
    facts = ("folder", "file")


@dataclass(frozen=True)
class Register:
    """An open register: its folder and its stores; tables and acts use the database in use."""

    folder: Path
    files: FileStore
    letters: FileStore

    def close(self) -> None:
        """Close the database connection of this thread."""
        if DATABASE.obj is not None:
            DATABASE.close()


def create_register(
    folder: Path, founding: Founding, settings: FolderSettings | None = None
) -> Register:
    """Found a register in a folder and open it.

    Raises:
        RegisterExistsError: there is one, or one that was lost.
        FolderSettingsError: the folder's settings cannot be read.
        NetworkFolderError: the folder lies on a share.
    """
    chosen = settings or FolderSettings()
    _refuse_other_register(folder, chosen)
    folder.mkdir(parents=True, exist_ok=True)
    _connect(folder, chosen)
    if schema_version():
        DATABASE.close()
        raise RegisterExistsError(folder=str(folder))
    # The folder points to the database before anything stands in it, and all that founds the
    # register is committed at once: broken off anywhere, it is whole or can be founded again.
    write_folder_settings(folder, chosen)
    with unit_of_work():
        migrate()
        found_register(founding, uuid4().hex)
    return _register(folder)


def open_register(folder: Path) -> Register:
    """Open the register in a folder, bringing its schema up to date.

    Raises:
        NoRegisterError: the folder holds none, or one whose founding was broken off.
        FolderSettingsError: its settings cannot be read.
        NewerRegisterError: a newer program wrote it.
        NetworkFolderError, LinkedRegisterError: it does not stand on a local disk.
    """
    if not (folder / FOLDER_SETTINGS).exists():
        raise NoRegisterError(folder=str(folder))
    settings = read_folder_settings(folder)
    if not settings.database_url and not (folder / DATABASE_FILE).exists():
        # Opening would make an empty database in its place and hide that the register is gone.
        raise DatabaseFileMissingError(folder=str(folder), file=DATABASE_FILE)
    _connect(folder, settings)
    check_not_newer()
    if not schema_version():
        DATABASE.close()
        raise NoRegisterError(folder=str(folder))
    if schema_version() < NEWEST_VERSION:
        _copy_before_migration(folder)
        migrate()
        with unit_of_work():
            redraw(documents_without_life())
    return _register(folder)


def _refuse_other_register(folder: Path, chosen: FolderSettings) -> None:
    """Refuse a folder whose settings point elsewhere, or to a database file that is gone."""
    if not (folder / FOLDER_SETTINGS).exists():
        return
    is_lost = not chosen.database_url and not (folder / DATABASE_FILE).exists()
    if is_lost or read_folder_settings(folder) != chosen:
        raise RegisterExistsError(folder=str(folder))


def _connect(folder: Path, settings: FolderSettings) -> None:
    if not DATABASE.obj or not _same_database(DATABASE.obj, folder, settings):
        if DATABASE.obj is not None:
            DATABASE.close()
        DATABASE.initialize(_database(folder, settings))
    DATABASE.connect(reuse_if_open=True)
    check_durability()


def _database(folder: Path, settings: FolderSettings) -> Database:
    if settings.database_url:
        return postgres_database(settings.database_url)
    file = folder / DATABASE_FILE
    refuse_unsafe_place(folder, file)
    return sqlite_database(file)


def _same_database(database: Database, folder: Path, settings: FolderSettings) -> bool:
    return str(database.database) == (settings.database_url or str(folder / DATABASE_FILE))


def _copy_before_migration(folder: Path) -> None:
    """Keep a whole copy of a SQLite register beside it before its schema changes."""
    file = folder / DATABASE_FILE
    if file.exists():
        moment = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
        copy = folder / f"register-v{schema_version()}-{moment}.db"
        DATABASE.execute_sql("VACUUM INTO ?", (str(copy),))


def _register(folder: Path) -> Register:
    return Register(folder, FileStore(folder / "files"), FileStore(folder / "letters"))
