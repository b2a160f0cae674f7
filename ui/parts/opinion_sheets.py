"""The sheets of a cleanup as files in a folder: one workbook and one Word file a unit."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from review.cleanup.opinion_sheets.asked import AskedUnit
from review.cleanup.opinion_sheets.word_sheet import word_sheet_of
from review.cleanup.opinion_sheets.workbook import workbook_of
from ui.parts.papers.file_names import free_place, paper_stem
from ui.parts.saving import FileNotSavedError, save_copy

_WRITERS: dict[str, Callable[[AskedUnit], bytes]] = {"xlsx": workbook_of, "docx": word_sheet_of}
_KIND = "清理意见表"


@dataclass(frozen=True)
class WrittenSheet:
    """The files of one unit."""

    unit_id: int
    unit_name: str
    documents: int
    paths: tuple[Path, ...]


def write_sheets(
    units: Sequence[AskedUnit],
    folder: Path,
    report: Callable[[int, int], None],
    is_stopped: Callable[[], bool],
) -> tuple[WrittenSheet, ...]:
    """Write the sheets of these units; a file that stands there may be a reply and is left alone.

    Args:
        units: Whose sheets are written.
        folder: Made when it is missing.
        report: Told how many are done, and of how many.
        is_stopped: Asked before each unit; what was written then stays.

    Raises:
        FileNotSavedError: the folder is full or not to be written to.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileNotSavedError(name=folder.name, detail=error.strerror or "") from error
    written: list[WrittenSheet] = []
    for place, unit in enumerate(units):
        if is_stopped():
            break
        report(place, len(units))
        written.append(_write(unit, folder))
    return tuple(written)


def _write(unit: AskedUnit, folder: Path) -> WrittenSheet:
    stem = paper_stem(_KIND, unit.unit_name)
    paths = tuple(
        save_copy(free_place(folder, stem, suffix), write(unit))
        for suffix, write in _WRITERS.items()
    )
    return WrittenSheet(unit.unit_id, unit.unit_name, len(unit.documents), paths)
