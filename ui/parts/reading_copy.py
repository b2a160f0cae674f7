"""A copy of an original, to be shown by another program and never to be changed."""

import stat
from pathlib import Path
from tempfile import mkdtemp
from typing import Protocol

from models.files import FileStore


class StoredOriginal(Protocol):
    """A file of the store and the name it came with."""

    @property
    def sha256(self) -> str:
        """Its content hash in the store."""
        ...

    @property
    def original_name(self) -> str:
        """The name it came with."""
        ...


def copy_to_read(store: FileStore, file: StoredOriginal, folder: str) -> Path:
    """Write a copy that cannot be changed into a folder of its own and return its place."""
    place = Path(mkdtemp(dir=folder)) / file.original_name
    place.write_bytes(store.read(file.sha256))
    place.chmod(stat.S_IRUSR)
    return place
