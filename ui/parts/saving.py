"""A copy of a paper is saved where the person wants it: written beside, then renamed."""

from contextlib import suppress
from pathlib import Path

from models.errors import FaultError


class FileNotSavedError(FaultError):
    """The copy could not be written."""

    code = "machine.file_not_saved"
    facts = ("name", "detail")


def save_copy(target: Path, content: bytes) -> Path:
    """Write the content and return where it stands; a broken write leaves nothing behind.

    Raises:
        FileNotSavedError: the folder is full, missing, or not to be written to.
    """
    part = target.with_name(f".{target.name}.part")
    try:
        part.write_bytes(content)
        part.replace(target)
    except OSError as error:
        with suppress(OSError):
            part.unlink()
        raise FileNotSavedError(name=target.name, detail=error.strerror or "") from error
    return target
