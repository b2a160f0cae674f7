"""The office program of this computer, which knows old formats better than any reader."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

import psutil

from review.errors import ReadingCancelledError

# A cold start of the program takes some seconds; a document of hundreds of pages takes more.
TIME_LIMIT = 60.0
_MEMORY_LIMIT = 2 * 1024**3
_BLINK_SECONDS = 0.1
_NAMES = ("soffice", "libreoffice")
_USUAL_PLACES = (
    "/usr/bin/soffice",
    "/usr/lib/libreoffice/program/soffice",
    "/opt/libreoffice/program/soffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
_WINDOWS_FOLDERS = ("PROGRAMFILES", "PROGRAMFILES(X86)", "PROGRAMW6432")
# No macros, no links to elsewhere fetched, nothing kept for next time.
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop>
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Setup/Office">
<prop oor:name="OfficeRestartInProgress" oor:op="fuse"><value>false</value></prop></item>
</oor:items>
"""


@dataclass(frozen=True, slots=True)
class OfficeProgram:
    """An office program that turns files into docx."""

    name: str
    command: Path

    @contextmanager
    def as_docx(
        self, path: Path, cancelled: Callable[[], bool] | None = None
    ) -> Iterator[Path | None]:
        """Turn a copy of the file into docx and lend the result, or None where that failed.

        Raises:
            ReadingCancelledError: the clerk did not want to wait.
        """
        with tempfile.TemporaryDirectory(prefix="normdesk-", ignore_cleanup_errors=True) as name:
            folder = Path(name)
            # The name of the file is a stranger's; the program is given one of ours.
            copy = folder / "document.doc"
            shutil.copyfile(path, copy)
            profile = folder / "profile" / "user" / "registrymodifications.xcu"
            profile.parent.mkdir(parents=True)
            profile.write_text(_SETTINGS, encoding="utf-8")
            self._run(self._arguments(folder, copy), path.name, cancelled)
            converted = folder / "converted" / "document.docx"
            yield converted if converted.is_file() else None

    def _arguments(self, folder: Path, copy: Path) -> list[str]:
        return [
            str(self.command),
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--norestore",
            "--nolockcheck",
            "--convert-to",
            "docx:MS Word 2007 XML",
            "--outdir",
            str(folder / "converted"),
            str(copy),
        ]

    def _run(
        self, arguments: list[str], file_name: str, cancelled: Callable[[], bool] | None
    ) -> None:
        process = subprocess.Popen(  # noqa: S603 -- the program found on this computer, our own arguments
            arguments,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=_environment(),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        started = monotonic()
        try:
            while process.poll() is None and monotonic() - started < TIME_LIMIT:
                if cancelled is not None and cancelled():
                    raise ReadingCancelledError(file_name=file_name)
                if _memory_of(process.pid) > _MEMORY_LIMIT:
                    break
                with suppress(subprocess.TimeoutExpired):
                    process.wait(_BLINK_SECONDS)
        finally:
            _end(process)


def find_office_program() -> OfficeProgram | None:
    """Return the office program of this computer, or None."""
    found = next((place for name in _NAMES if (place := shutil.which(name))), None)
    places = [Path(found)] if found else []
    places += [Path(place) for place in _USUAL_PLACES]
    folders = [os.environ[name] for name in _WINDOWS_FOLDERS if name in os.environ]
    places += [Path(folder, "LibreOffice", "program", "soffice.exe") for folder in folders]
    command = next((place for place in places if place.is_file()), None)
    return OfficeProgram("LibreOffice", command) if command else None


def _environment() -> dict[str, str]:
    """Return the environment without what a packed program sets for its own libraries."""
    environment = dict(os.environ)
    if getattr(sys, "frozen", False):
        environment.pop("LD_LIBRARY_PATH", None)
        original = environment.pop("LD_LIBRARY_PATH_ORIG", "")
        if original:
            environment["LD_LIBRARY_PATH"] = original
    return environment


def _memory_of(pid: int) -> int:
    total = 0
    for process in _family(pid):
        with suppress(psutil.Error):
            total += process.memory_info().rss
    return total


def _family(pid: int) -> list[psutil.Process]:
    with suppress(psutil.Error):
        parent = psutil.Process(pid)
        return [parent, *parent.children(recursive=True)]
    return []


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the program with all that it started, where it has not ended by itself."""
    if process.poll() is None:
        for each in _family(process.pid):
            with suppress(psutil.Error):
                each.kill()
    process.wait()
