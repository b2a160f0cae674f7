"""A stored original that was changed, lost or made unreadable is refused, and can be restored."""

from pathlib import Path

import pytest

from models.files import StoredFile, StoredFileDamagedError, StoredFileMissingError
from models.register import Register
from tests.reliability.desk_programs import content_of
from tests.reliability.killing import moments_of

FLIPS = 60


@pytest.fixture
def stored(sqlite_register: Register) -> StoredFile:
    """Return a file in the store."""
    return sqlite_register.files.put_bytes(content_of(1), "1.docx")


def write(path: Path, content: bytes) -> None:
    """Write past the protection of a stored file, as another program or the disk would."""
    path.chmod(0o600)
    path.write_bytes(content)


def test_every_flipped_bit_of_a_stored_file_is_found(
    sqlite_register: Register, stored: StoredFile
) -> None:
    store, content, moments = sqlite_register.files, content_of(1), moments_of("damage")
    for _ in range(FLIPS):
        # Given one bit turned over
        damaged = bytearray(content)
        damaged[moments.randrange(len(content))] ^= 1 << moments.randrange(8)
        write(store.path_of(stored.sha256), bytes(damaged))
        # When it is read, then it is refused
        with pytest.raises(StoredFileDamagedError):
            store.read(stored.sha256)


@pytest.mark.parametrize("length", [0, 1, 4096])
def test_a_stored_file_that_was_cut_is_refused(
    sqlite_register: Register, stored: StoredFile, length: int
) -> None:
    write(sqlite_register.files.path_of(stored.sha256), content_of(1)[:length])
    with pytest.raises(StoredFileDamagedError):
        sqlite_register.files.read(stored.sha256)


def test_a_stored_file_that_the_disk_cannot_read_is_refused(
    sqlite_register: Register, stored: StoredFile
) -> None:
    path = sqlite_register.files.path_of(stored.sha256)
    path.unlink()
    path.mkdir()
    with pytest.raises(StoredFileDamagedError):
        sqlite_register.files.read(stored.sha256)


def test_a_stored_file_that_is_gone_is_refused(
    sqlite_register: Register, stored: StoredFile
) -> None:
    sqlite_register.files.path_of(stored.sha256).unlink()
    with pytest.raises(StoredFileMissingError):
        sqlite_register.files.read(stored.sha256)


def test_a_damaged_file_is_whole_again_when_the_same_file_is_stored(
    sqlite_register: Register, stored: StoredFile
) -> None:
    write(sqlite_register.files.path_of(stored.sha256), b"")
    assert sqlite_register.files.put_bytes(content_of(1), "1.docx") == stored
    assert sqlite_register.files.read(stored.sha256) == content_of(1)
