"""A register is a folder: founded whole, opened safely, refused where it is not safe."""

import os
from pathlib import Path

import pytest

from models.acts.found_register import Founding
from models.acts.refusals import FieldEmptyError
from models.database import DATABASE, DatabaseUrlError, postgres_database
from models.domain.law_errors import ProfileUnknownError
from models.files import (
    FileNotReadableError,
    FileStore,
    StoredFileDamagedError,
    StoredFileMissingError,
)
from models.folders import LinkedRegisterError, is_on_network_mount
from models.migrations.chain import NEWEST_VERSION, NewerRegisterError, migrate, schema_version
from models.queries.office import office, people
from models.queries.trail import verify_trail
from models.register import (
    DATABASE_FILE,
    DatabaseFileMissingError,
    NoRegisterError,
    Register,
    RegisterExistsError,
    create_register,
    open_register,
)
from models.settings import (
    FOLDER_SETTINGS,
    FolderSettingsError,
    Office,
    read_folder_settings,
)
from tests.models.office import FOUNDING, OFFICE, add_body

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
//server/share /mnt/share cifs rw 0 0
server:/home /srv/home nfs4 rw 0 0
/dev/sdb1 /mnt/share/local ext4 rw 0 0
server:/x /mnt/with\\040blank nfs rw 0 0
"""


def test_a_founded_register_is_opened_again_as_it_was(register: Register) -> None:
    body_id = add_body()
    register.close()

    opened = open_register(register.folder)

    assert opened == register
    assert office() == OFFICE
    assert [person.name for person in people()] == ["方若川", "许知禾", "顾明澈", "唐守正"]
    assert body_id
    assert verify_trail().is_sound


@pytest.mark.usefixtures("sqlite_register")
def test_a_sqlite_register_is_durable_and_guards_its_references() -> None:
    pragmas = {
        name: DATABASE.execute_sql(f"PRAGMA {name}").fetchone()[0]
        for name in ("journal_mode", "synchronous", "foreign_keys", "trusted_schema")
    }
    assert pragmas == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "trusted_schema": 0,
    }


def test_a_register_is_not_founded_over_another(register: Register) -> None:
    with pytest.raises(RegisterExistsError):
        create_register(register.folder, FOUNDING)


def test_a_second_folder_does_not_take_over_a_database_that_is_in_use(
    register: Register, tmp_path: Path
) -> None:
    settings = read_folder_settings(register.folder)
    if not settings.database_url:
        pytest.skip("a register on SQLite has its database in its own folder")
    register.close()
    with pytest.raises(RegisterExistsError):
        create_register(tmp_path / "second", FOUNDING, settings)


@pytest.mark.parametrize(
    ("founding", "refusal"),
    [
        (Founding(Office("", "hunan"), "fang", "方若川"), FieldEmptyError),
        (Founding(Office("云溪县司法局", "atlantis"), "fang", "方若川"), ProfileUnknownError),
        (Founding(OFFICE, "", "方若川"), FieldEmptyError),
    ],
)
def test_a_founding_that_is_refused_leaves_no_register(
    tmp_path: Path, founding: Founding, refusal: type[Exception]
) -> None:
    folder = tmp_path / "register"
    with pytest.raises(refusal):
        create_register(folder, founding)
    DATABASE.close()
    with pytest.raises(NoRegisterError):
        open_register(folder)


def test_a_folder_without_register_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NoRegisterError):
        open_register(tmp_path)


def test_a_lost_database_file_is_not_replaced_by_an_empty_one(sqlite_register: Register) -> None:
    # Given a register whose database file is gone
    sqlite_register.close()
    file = sqlite_register.folder / DATABASE_FILE
    file.rename(file.with_suffix(".away"))
    # When it is opened, then it is refused and nothing is put in its place
    with pytest.raises(DatabaseFileMissingError):
        open_register(sqlite_register.folder)
    assert not file.exists()


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege on Windows")
def test_a_database_behind_a_link_is_refused(sqlite_register: Register, tmp_path: Path) -> None:
    sqlite_register.close()
    file = sqlite_register.folder / DATABASE_FILE
    file.rename(tmp_path / "elsewhere.db")
    file.symlink_to(tmp_path / "elsewhere.db")
    DATABASE.initialize(None)
    with pytest.raises(LinkedRegisterError):
        open_register(sqlite_register.folder)


def test_a_register_of_a_newer_program_is_refused_and_not_touched(register: Register) -> None:
    newer = NEWEST_VERSION + 1
    DATABASE.execute_sql(f"UPDATE schema_version SET version = {newer}")
    register.close()
    with pytest.raises(NewerRegisterError) as refusal:
        open_register(register.folder)
    assert refusal.value.values == {"found": newer, "known": NEWEST_VERSION}
    assert schema_version() == newer


@pytest.mark.usefixtures("register")
def test_migrating_a_register_of_today_changes_nothing() -> None:
    tables = DATABASE.get_tables()
    migrate()
    assert DATABASE.get_tables() == tables
    assert schema_version() == NEWEST_VERSION


@pytest.mark.parametrize("text", ["database_url = ", "other = 1\n", "\x00"])
def test_settings_that_cannot_be_read_are_refused(sqlite_register: Register, text: str) -> None:
    (sqlite_register.folder / FOLDER_SETTINGS).write_text(text, encoding="utf-8")
    with pytest.raises(FolderSettingsError):
        read_folder_settings(sqlite_register.folder)


@pytest.mark.parametrize("url", ["mysql://host/db", "register.db", "http://host"])
def test_only_a_postgresql_address_is_a_database_address(url: str) -> None:
    with pytest.raises(DatabaseUrlError):
        postgres_database(url)


@pytest.mark.parametrize(
    ("folder", "is_network"),
    [
        ("/home/clerk/register", False),
        ("/mnt/share/register", True),
        ("/srv/home/clerk", True),
        ("/mnt/share/local/register", False),
        ("/mnt/with blank/register", True),
        ("/mnt/sharenot", False),
    ],
)
def test_a_folder_on_a_share_is_known_by_its_mount(folder: str, *, is_network: bool) -> None:
    assert is_on_network_mount(Path(folder), MOUNTS) is is_network


def test_a_stored_file_is_found_by_its_content_and_stored_once(tmp_path: Path) -> None:
    # Given the same content under two names
    store = FileStore(tmp_path / "files")
    (tmp_path / "甲.txt").write_text("停车办法", encoding="utf-8")
    (tmp_path / "乙.txt").write_text("停车办法", encoding="utf-8")
    first, second = store.put_file(tmp_path / "甲.txt"), store.put_file(tmp_path / "乙.txt")
    # Then one file stands in the store, and the sources stay
    assert first.sha256 == second.sha256
    assert store.read(first.sha256) == "停车办法".encode()
    assert len([path for path in store.folder.rglob("*") if path.is_file()]) == 1
    assert (tmp_path / "甲.txt").exists()


def test_a_changed_stored_file_is_not_handed_out_and_is_mended_by_storing_it_again(
    tmp_path: Path,
) -> None:
    store = FileStore(tmp_path)
    stored = store.put_bytes("原件".encode(), "原件.txt")
    path = store.path_of(stored.sha256)
    path.chmod(0o600)
    path.write_bytes(b"changed")
    with pytest.raises(StoredFileDamagedError):
        store.read(stored.sha256)
    store.put_bytes("原件".encode(), "原件.txt")
    assert store.read(stored.sha256) == "原件".encode()
    assert path.with_name(f".{path.name}.damaged").read_bytes() == b"changed"


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    store = FileStore(tmp_path)
    with pytest.raises(StoredFileMissingError):
        store.read("0" * 64)
    with pytest.raises(FileNotReadableError):
        store.put_file(tmp_path / "nothing.docx")
