"""The frozen papers of a letter are written out for printing and sending."""

from collections.abc import Iterable
from pathlib import Path

from models.queries.letters import LetterPage
from models.register import Register
from resources.terms import name_of
from ui.commands.refusals import FolderNotWritableError


def write_papers(
    register: Register, page: LetterPage, folder: Path, formats: Iterable[str]
) -> tuple[Path, ...]:
    """Write the papers of an issued letter, byte for byte as they were frozen.

    Raises:
        FolderNotWritableError: the folder does not take them.
        StoredFileMissingError, StoredFileDamagedError: the store lost one.
    """
    written = []
    for paper_format in formats:
        content = register.letters.read(page.papers[paper_format])
        target = folder / f"{name_of(page.kind)}-{page.letter_number}.{paper_format}"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        except OSError as refusal:
            raise FolderNotWritableError(folder=str(folder)) from refusal
        written.append(target)
    return tuple(written)
