"""A batch: what was chosen, found and read, kept as files in the register's folder."""

import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from uuid import uuid4

import msgspec

from models.domain.clock import present_instant
from models.errors import AppError
from review.folder_import.errors import (
    BatchUnknownError,
    JournalNotWrittenError,
    NothingFoundError,
    error_of,
)
from review.folder_import.file_reading import Digest, KeptReading
from review.folder_import.journal import records_of
from review.folder_import.shown_names import shown
from review.folder_import.walking import walk

FOLDER = "imports"
_PLAN, _FOUND, _READ, _DECIDED, _TEXTS = (
    "plan.json",
    "found.json",
    "read.jsonl",
    "decided.jsonl",
    "texts",
)


class Handling(StrEnum):
    """As what the documents of a batch are taken in."""

    BY_YEAR = "by_year"  # 往年的补录，本年的登记
    HISTORIC = "historic"  # 全部补录
    NEW = "new"  # 全部作为新文件登记


@dataclass(frozen=True)
class BatchPlan:
    """Who chose what, when, and as what it is taken in."""

    id: str
    login: str
    begun_at: datetime
    sources: tuple[str, ...]
    handling: Handling = Handling.BY_YEAR


@dataclass(frozen=True)
class KeptError:
    """A refusal as it is written down."""

    code: str
    facts: dict[str, str]

    @property
    def error(self) -> AppError:
        """Return the refusal itself."""
        return error_of(self.code, self.facts)


@dataclass(frozen=True)
class FoundFile:
    """One file of a batch by its number, which never changes."""

    number: int
    place: str
    shown: str
    refusal: KeptError | None = None

    @property
    def name(self) -> str:
        """Return the file's own name."""
        return shown(Path(self.place).name)


@dataclass(frozen=True)
class FileRecord:
    """One line of the journal: what became of a file."""

    number: int
    sha256: str = ""
    size: int = 0
    error: KeptError | None = None
    digest: Digest | None = None


def kept_error(error: AppError) -> KeptError:
    """Return a refusal in the form in which it is written down."""
    return KeptError(error.code, {name: str(value) for name, value in error.values.items()})


@dataclass(frozen=True)
class Batch:
    """A batch in its folder."""

    folder: Path
    plan: BatchPlan

    @property
    def read_journal(self) -> Path:
        """Return the journal of what was read."""
        return self.folder / _READ

    @property
    def decision_journal(self) -> Path:
        """Return the journal of what was decided."""
        return self.folder / _DECIDED

    def found(self) -> tuple[FoundFile, ...]:
        """Return all files, by number."""
        content = (self.folder / _FOUND).read_text(encoding="ascii")
        return tuple(msgspec.convert(one, FoundFile) for one in json.loads(content))

    def records(self) -> dict[int, FileRecord]:
        """Return what became of the files read so far; a text that was lost counts as unread."""
        texts = self.folder / _TEXTS
        kept = {one.name for one in os.scandir(texts)} if texts.is_dir() else set()
        records: dict[int, FileRecord] = {}
        for line in records_of(self.read_journal):
            try:
                record = msgspec.convert(line, FileRecord)
            except msgspec.ValidationError:
                # A line of another version of the program: the file is read again.
                continue
            if record.digest is None or f"{record.sha256}.json" in kept:
                records.setdefault(record.number, record)
        return records

    def keep_text(self, sha256: str, kept: KeptReading) -> None:
        """Keep a text beside the journal, under the hash of its file.

        Raises:
            JournalNotWrittenError: the disk is full or refuses.
        """
        _write(self.folder / _TEXTS / f"{sha256}.json", msgspec.json.encode(kept))

    def text(self, sha256: str) -> KeptReading | None:
        """Return the text kept of a file, or None where there is none."""
        try:
            content = (self.folder / _TEXTS / f"{sha256}.json").read_bytes()
            return msgspec.json.decode(content, type=KeptReading)
        except (OSError, msgspec.DecodeError):
            return None


def begin_batch(
    register_folder: Path, login: str, sources: Iterable[Path], handling: Handling
) -> Batch:
    """List the files of the chosen places as a new batch; nothing is read yet.

    Raises:
        NothingFoundError: there is no file.
        JournalNotWrittenError: the register's folder cannot be written.
    """
    places = tuple(place.absolute() for place in sources)
    found = [
        FoundFile(
            number, str(one.place), one.shown, kept_error(one.refusal) if one.refusal else None
        )
        for number, one in enumerate(walk(places), start=1)
    ]
    if not found:
        raise NothingFoundError(place="、".join(shown(str(place)) for place in places))
    moment = present_instant()
    name = f"{moment.astimezone():%Y%m%d-%H%M%S}-{uuid4().hex[:4]}"
    plan = BatchPlan(name, login, moment, tuple(map(str, places)), handling)
    batch = Batch(register_folder / FOLDER / name, plan)
    listed = json.dumps(msgspec.to_builtins(found), ensure_ascii=True)
    _write(batch.folder / _FOUND, listed.encode("ascii"))
    # The plan comes last: a folder without one is no batch.
    written = json.dumps(msgspec.to_builtins(plan), ensure_ascii=True)
    _write(batch.folder / _PLAN, written.encode("ascii"))
    return batch


def open_batch(register_folder: Path, name: str) -> Batch:
    """Return a batch by its name.

    Raises:
        BatchUnknownError: there is none.
    """
    batch = _batch_in(register_folder / FOLDER / Path(name).name)
    if batch is None:
        raise BatchUnknownError(batch=name)
    return batch


def batches(register_folder: Path) -> tuple[Batch, ...]:
    """Return all batches of the register, the newest first."""
    folder = register_folder / FOLDER
    names = sorted((one.name for one in folder.iterdir()), reverse=True) if folder.is_dir() else []
    found = (_batch_in(folder / name) for name in names)
    return tuple(batch for batch in found if batch is not None)


def _batch_in(folder: Path) -> Batch | None:
    try:
        content = json.loads((folder / _PLAN).read_text(encoding="ascii"))
        return Batch(folder, msgspec.convert(content, BatchPlan))
    except (OSError, ValueError, msgspec.ValidationError):
        return None


def _write(file: Path, content: bytes) -> None:
    part = file.with_name(f".{file.name}.part")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(content)
        part.replace(file)
    except OSError as error:
        raise JournalNotWrittenError(detail=error.strerror or "") from error
