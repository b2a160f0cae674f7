"""Open a package from outside in a child process, and believe nothing of it unchecked."""

import hashlib
import io
import stat
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec

from models.domain.exchange_records import SCHEMA_VERSION, PackageContent, SentFile
from review.exchange.bag import PAYLOAD, RECORD, check_bag
from review.exchange.errors import (
    NotAPackageError,
    PackageFilesError,
    PackageNewerError,
    PackageUnreadableError,
    SignatureWrongError,
)
from review.exchange.lock import is_locked, unlock
from review.isolation.limits import Limits
from review.isolation.worker import IsolatedWorker
from review.reading.file_bytes import bytes_of
from review.reading.package import check_members

_FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, OSError)
_FORBIDDEN = frozenset('/\\:*?"<>|')


@dataclass(frozen=True)
class OpenedPackage:
    """A package whose every byte was checked against its signature."""

    file_name: str
    content: PackageContent
    files: Mapping[str, bytes]
    is_locked: bool

    def bytes_of(self, file: SentFile) -> bytes:
        """Return the content of one of its files."""
        return self.files[file.path]


class _Version(msgspec.Struct):
    """The only thing that is read before it is known who may say what."""

    schema_version: int


def open_package_file(path: Path, password: str = "") -> OpenedPackage:
    """Open a package and check its form, its integrity and its signature, not yet whose it is.

    Raises:
        ReadingError: the file is missing, too large, unsafe, or took too much time or memory.
        NotAPackageError, PackagePasswordError, PackageUnsignedError, SignatureWrongError,
        PackageFilesError, PackageAlteredError, PackageNewerError, PackageUnreadableError: see each.
    """
    return OPENER.run(open_here, path, password, file_name=path.name)


def open_here(path: Path, password: str) -> OpenedPackage:
    """Open a package in this process; only for a child, which may hang or die over it.

    Raises:
        AppError: as in ``open_package_file``.
    """
    content, name = bytes_of(path), path.name
    was_locked = is_locked(content)
    if was_locked:
        content = unlock(content, password, name)
    bag = _unpacked(content, name)
    public_key = check_bag(bag, name)
    said = _content_of(bag, name)
    if said.head.sender.public_key != public_key:
        raise SignatureWrongError(file_name=name)
    files = {part.removeprefix(PAYLOAD): bag[part] for part in bag if part.startswith(PAYLOAD)}
    del files[RECORD.removeprefix(PAYLOAD)]
    _check_files(said, files, name)
    return OpenedPackage(name, said, files, was_locked)


def load_opener() -> None:
    """Load what opens: importing this module did; a child calls it before its walls stand."""


OPENER = IsolatedWorker(Limits(seconds=30.0, memory_megabytes=800), prepare=load_opener)


def _unpacked(content: bytes, name: str) -> dict[str, bytes]:
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
        members = archive.infolist()
        check_members(members, name)
        tops = {member.filename.partition("/")[0] for member in members}
        if len(tops) != 1 or not all(_is_plain(member) for member in members):
            raise PackageFilesError(file_name=name, part="、".join(sorted(tops)))
        return {member.filename.partition("/")[2]: archive.read(member) for member in members}
    except _FAULTS as fault:
        raise NotAPackageError(file_name=name) from fault


def _is_plain(member: zipfile.ZipInfo) -> bool:
    """Tell whether a member is a file and neither folder, link nor device."""
    mode = member.external_attr >> 16
    return not member.is_dir() and (mode == 0 or stat.S_ISREG(mode))


def _content_of(bag: Mapping[str, bytes], name: str) -> PackageContent:
    if RECORD not in bag:
        raise PackageFilesError(file_name=name, part=RECORD)
    try:
        found = msgspec.json.decode(bag[RECORD], type=_Version).schema_version
        if found > SCHEMA_VERSION:
            raise PackageNewerError(file_name=name, found=found, known=SCHEMA_VERSION)
        return msgspec.json.decode(bag[RECORD], type=PackageContent)
    except (msgspec.DecodeError, RecursionError) as error:
        raise PackageUnreadableError(file_name=name, detail=str(error)[:200]) from error


def _check_files(said: PackageContent, files: Mapping[str, bytes], name: str) -> None:
    """The record names each file once, with its true hash and a name that is only a name."""
    named = [file for filing in said.filings for file in filing.files]
    for path in sorted({file.path for file in named} ^ set(files)):
        raise PackageFilesError(file_name=name, part=path)
    for file in named:
        content = files[file.path]
        is_true = (len(content), hashlib.sha256(content).hexdigest()) == (file.size, file.sha256)
        is_name = file.original_name.isprintable() and not _FORBIDDEN & set(file.original_name)
        if not is_true or not is_name or file.original_name.strip(". ") == "":
            raise PackageUnreadableError(file_name=name, detail=file.path)
