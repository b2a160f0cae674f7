"""Drafts of registrations: kept beside the register, no part of its records."""

import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import uuid4

import msgspec

from models.files import FileNotReadableError
from ui.pages.registration.form_values import EMPTY, FormValues, PickedFile
from ui.pages.registration.imported import ImportItem

_FOLDER = "drafts"


@dataclass(frozen=True)
class Draft:
    """A form that somebody has begun to fill, with copies of its files."""

    id: str
    login: str
    saved_at: datetime
    is_historic: bool = False
    values: FormValues = EMPTY
    files: tuple[PickedFile, ...] = ()
    item: ImportItem | None = None


def new_draft_id() -> str:
    """Return a name for a new draft."""
    return uuid4().hex


class DraftShelf:
    """The drafts of one person in the folder of a register."""

    def __init__(self, register_folder: Path, login: str) -> None:
        self._folder = register_folder / _FOLDER
        self._login = login

    def drafts(self) -> tuple[Draft, ...]:
        """Return the person's drafts, the newest first; one that cannot be read is left out."""
        found = (_read(file) for file in self._folder.glob("*.json"))
        own = [draft for draft in found if draft is not None and draft.login == self._login]
        return tuple(sorted(own, key=lambda draft: draft.saved_at, reverse=True))

    def save(self, draft: Draft) -> None:
        """Keep a draft: written beside, then renamed, so that a crash leaves the last one."""
        self._folder.mkdir(parents=True, exist_ok=True)
        part = self._folder / f".{draft.id}.part"
        part.write_bytes(msgspec.json.encode(draft))
        part.replace(self._folder / f"{draft.id}.json")

    def remove(self, draft_id: str) -> None:
        """Forget a draft and its files."""
        (self._folder / f"{draft_id}.json").unlink(missing_ok=True)
        shutil.rmtree(self._folder / draft_id, ignore_errors=True)

    def keep_file(self, draft_id: str, source: Path) -> Path:
        """Copy a file beside the draft: the stick it came from may be gone tomorrow.

        Raises:
            FileNotReadableError: the file cannot be opened.
        """
        folder = self._folder / draft_id
        folder.mkdir(parents=True, exist_ok=True)
        target = folder / source.name
        if source == target:
            return target
        try:
            shutil.copyfile(source, target)
        except OSError as error:
            raise FileNotReadableError(name=source.name) from error
        return target

    def keep_content(self, draft_id: str, name: str, content: bytes) -> Path:
        """Keep a file from the store beside the draft, under the name it had.

        Raises:
            FileNotReadableError: it cannot be written.
        """
        folder = self._folder / draft_id
        folder.mkdir(parents=True, exist_ok=True)
        target = folder / name
        if target.exists() and target.read_bytes() != content:
            target = folder / f"{uuid4().hex[:4]} {name}"
        try:
            target.write_bytes(content)
        except OSError as error:
            raise FileNotReadableError(name=name) from error
        return target


def _read(file: Path) -> Draft | None:
    try:
        return msgspec.json.decode(file.read_bytes(), type=Draft)
    except (OSError, msgspec.DecodeError, msgspec.ValidationError):
        return None
