"""Word files set as PDF by LibreOffice, where it is installed: a second look at our pages.

LibreOffice finds our bundled faces under the names that the Word files ask for, so that its pages
compare with ours on a machine without Chinese faces.
"""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.sax.saxutils import escape

from resources import path_of
from review.letters.faces import face_table

_SECONDS = 600


def office_program() -> str | None:
    """Return the program, or None where it is not installed."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def set_as_pdf(files: Sequence[Path], folder: Path) -> None:
    """Convert Word files into PDF files of the same name in a folder; without LibreOffice, none."""
    program = office_program()
    if program is None or not files:
        return
    with TemporaryDirectory() as place:
        fonts = Path(place) / "fonts.conf"
        fonts.write_text(_font_settings(Path(place)), encoding="utf-8")
        subprocess.run(
            [
                program,
                "--headless",
                f"-env:UserInstallation={Path(place, 'office').as_uri()}",
                "--convert-to",
                "pdf",
                "--outdir",
                str(folder),
                *map(str, files),
            ],
            check=True,
            capture_output=True,
            timeout=_SECONDS,
            env={**os.environ, "FONTCONFIG_FILE": str(fonts)},
        )


def _font_settings(place: Path) -> str:
    """Return a fontconfig file: our faces only, under the names that the Word files ask for."""
    return "\n".join(
        [
            '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>',
            f"<dir>{escape(str(path_of('fonts')))}</dir>",
            f"<cachedir>{escape(str(place / 'cache'))}</cachedir>",
            *_substitutes(),
            "</fontconfig>",
        ]
    )


def _substitutes() -> Iterator[str]:
    for faces in face_table().roles.values():
        ours = "".join(f"<string>{_family(name)}</string>" for name in faces.pdf)
        yield (
            f"<match target='pattern'><test name='family'><string>{escape(faces.docx)}</string>"
            f"</test><edit name='family' mode='assign' binding='strong'>{ours}</edit></match>"
        )


def _family(file_name: str) -> str:
    """Return the family name of a bundled face: the words of its file name."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", file_name)
