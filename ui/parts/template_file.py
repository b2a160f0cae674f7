"""A template that comes from a file outside."""

from pathlib import Path

from models.errors import InputError

LARGEST_FILE = 1_000_000
"""Bytes; a template has a few thousand."""


class TemplateFileError(InputError):
    """A file is no template: not a text of Chinese, or far too large."""

    code = "wording.unfit_file"
    facts = ("name",)


def read_template(file: Path) -> str:
    """Return the text of a template from outside.

    Raises:
        TemplateFileError: it is not there, no text, or too large.
    """
    try:
        if file.stat().st_size > LARGEST_FILE:
            raise TemplateFileError(name=file.name)
        return file.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as refusal:
        raise TemplateFileError(name=file.name) from refusal
