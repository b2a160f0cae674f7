"""The files of a year put into a folder, beside whatever stands there already."""

from collections.abc import Callable
from pathlib import Path

from review.figures.yearly_files import YearlyPapers, yearly_files
from ui.parts.papers.file_names import free_place
from ui.parts.saving import FileNotSavedError, save_copy


def save_yearly_files(
    papers: YearlyPapers, folder: Path, report: Callable[[int, int], None]
) -> list[Path]:
    """Write every file and return where they stand; a paper edited by hand is never replaced.

    Args:
        papers: what the files are written from.
        folder: made if it is not there.
        report: is told how many of how many are written, and may stop the work by raising.

    Raises:
        FileNotSavedError: the folder cannot be made, or a file not be written into it.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileNotSavedError(name=folder.name, detail=error.strerror or "") from error
    written: list[Path] = []
    for name, content in yearly_files(papers):
        report(len(written), papers.file_count)
        place = Path(name)
        written.append(save_copy(free_place(folder, place.stem, place.suffix[1:]), content))
    return written
