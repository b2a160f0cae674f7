"""Where a register may stand: on a local disk, never on a share, never behind a link."""

import ctypes
import os
from pathlib import Path, PureWindowsPath

from models.errors import InputError

# With the locks of a share absent or broken, four writers destroyed a database in seconds.
_NETWORK_FILE_SYSTEMS = frozenset(
    {"nfs", "nfs4", "cifs", "smb2", "smb3", "smbfs", "ncpfs", "afs", "9p", "davfs", "fuse.sshfs"}
)
_WINDOWS_REMOTE_DRIVE = 4
_MOUNTS = Path("/proc/self/mounts")


class NetworkFolderError(InputError):
    """The folder lies on a network share."""

    code = "input.network_folder"
    facts = ("folder",)


class LinkedRegisterError(InputError):
    """The database file is a link to somewhere else."""

    code = "input.linked_register"
    facts = ("file",)


def refuse_unsafe_place(folder: Path, file: Path) -> None:
    """Refuse a folder on a share, and a database file that is a link.

    Raises:
        NetworkFolderError: the folder lies on a network share.
        LinkedRegisterError: the file is a symbolic link.
    """
    if file.is_symlink():
        raise LinkedRegisterError(file=str(file))
    mounts = _MOUNTS.read_text(encoding="utf-8") if _MOUNTS.exists() else ""
    if _is_windows_share(folder) or is_on_network_mount(folder.resolve(), mounts):
        raise NetworkFolderError(folder=str(folder))


def is_on_network_mount(folder: Path, mounts: str) -> bool:
    """Tell whether a folder lies on a network file system, by a table like /proc/self/mounts."""
    best, kind = Path(), ""
    for line in mounts.splitlines():
        _, place, file_system, *_ = line.split()
        point = Path(place.replace("\\040", " "))
        if folder.is_relative_to(point) and len(point.parts) >= len(best.parts):
            best, kind = point, file_system
    return kind in _NETWORK_FILE_SYSTEMS


def _is_windows_share(folder: Path) -> bool:
    drive = PureWindowsPath(folder).drive
    if drive.startswith("\\\\"):
        return True
    if os.name != "nt":
        return False
    windll = getattr(ctypes, "windll")  # noqa: B009 - the attribute exists on Windows only
    return bool(windll.kernel32.GetDriveTypeW(f"{drive}\\") == _WINDOWS_REMOTE_DRIVE)
