"""The content-addressed store of original files and issued letters: never changed, never lost."""

import hashlib
import os
import stat
import tempfile
from dataclasses import dataclass
from pathlib import Path

from models.errors import FaultError, InputError

_CHUNK = 1 << 20


class FileNotReadableError(InputError):
    """The file a person named cannot be read."""

    code = "input.file_not_readable"
    facts = ("name",)


class FileChangedError(InputError):
    """The file was changed on disk after it was read and shown."""

    code = "input.file_changed"
    facts = ("name",)


class FileNotStoredError(FaultError):
    """A file could not be written into the store: the disk is full or refuses."""

    code = "machine.file_not_stored"
    facts = ("name", "detail")


class StoredFileMissingError(FaultError):
    """A file the register knows is not in the store."""

    code = "machine.stored_file_missing"
    facts = ("sha256",)


class StoredFileDamagedError(FaultError):
    """A file in the store no longer has the content it was stored with, or cannot be read."""

    code = "machine.stored_file_damaged"
    facts = ("sha256",)


@dataclass(frozen=True)
class StoredFile:
    """A file in the store: its SHA-256 (64 hex digits), size in bytes and name as received."""

    sha256: str
    size: int
    original_name: str


@dataclass(frozen=True)
class FileStore:
    """Files named by the SHA-256 of their content, under ``folder/ab/abcd…``."""

    folder: Path

    def put_file(self, source: Path) -> StoredFile:
        """Copy a file into the store and return its identity; the source stays untouched.

        Raises:
            FileNotReadableError: the source cannot be opened.
            FileNotStoredError: the store cannot be written.
        """
        try:
            content = source.read_bytes()
        except OSError as error:
            raise FileNotReadableError(name=source.name) from error
        return self.put_bytes(content, source.name)

    def put_read_file(self, source: Path, sha256: str) -> StoredFile:
        """Copy a file into the store that a person was shown before, with this hash.

        Raises:
            FileChangedError: it is no longer the one that was shown.
            FileNotReadableError, FileNotStoredError: as in ``put_file``.
        """
        stored = self.put_file(source)
        if stored.sha256 != sha256:
            raise FileChangedError(name=source.name)
        return stored

    def put_bytes(self, content: bytes, original_name: str) -> StoredFile:
        """Store content under its hash: written beside, synced, then renamed into place.

        Raises:
            FileNotStoredError: the store cannot be written; nothing of the file is left in it.
        """
        sha256 = hashlib.sha256(content).hexdigest()
        target = self.path_of(sha256)
        stored = StoredFile(sha256, len(content), original_name)
        try:
            if not (target.exists() and _sha256_of(target) == sha256):
                _make_folder(target.parent)
                _write_durably(target, content)
        except OSError as error:
            raise FileNotStoredError(name=original_name, detail=error.strerror) from error
        return stored

    def read(self, sha256: str) -> bytes:
        """Return the content of a stored file, checked against its hash.

        Raises:
            StoredFileMissingError: it is not in the store.
            StoredFileDamagedError: it was changed on disk, or the disk cannot read it.
        """
        path = self.path_of(sha256)
        if not path.exists():
            raise StoredFileMissingError(sha256=sha256)
        try:
            content = path.read_bytes()
        except OSError as error:
            raise StoredFileDamagedError(sha256=sha256) from error
        if hashlib.sha256(content).hexdigest() != sha256:
            raise StoredFileDamagedError(sha256=sha256)
        return content

    def path_of(self, sha256: str) -> Path:
        """Return where a file with this hash stands, whether it is there or not."""
        return self.folder / sha256[:2] / sha256


def _sha256_of(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def _make_folder(folder: Path) -> None:
    if not folder.exists():
        folder.mkdir(parents=True, exist_ok=True)
        _sync_folder(folder.parent)


def _write_durably(target: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=target.parent)
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        part.chmod(stat.S_IRUSR | stat.S_IRGRP)
        if target.exists():
            # What was changed on disk may be evidence; and Windows replaces no read-only file.
            target.replace(target.with_name(f".{target.name}.damaged"))
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    _sync_folder(target.parent)


def _sync_folder(folder: Path) -> None:
    # Windows cannot open a folder for syncing; NTFS journals the rename itself.
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
