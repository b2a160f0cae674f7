"""Passwords come from a file: on the line everybody at this computer could read them."""

from pathlib import Path
from typing import Annotated

import typer

from models.data_files import read_text

KeyPasswordOption = Annotated[
    Path | None,
    typer.Option(
        "--key-password-file", metavar="文件", help="本单位密钥的口令所在的文件，取第一行"
    ),
]

PasswordOption = Annotated[
    Path | None,
    typer.Option("--password-file", metavar="文件", help="数据包的口令所在的文件，取第一行"),
]


def read_password(file: Path | None) -> str:
    """Return the first line of the file; nothing where no file is named.

    Raises:
        FileNotReadableError: it cannot be read.
    """
    if file is None:
        return ""
    return next(iter(read_text(file).splitlines()), "").strip()
