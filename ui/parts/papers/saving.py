"""Papers are saved into a folder, in one format or both; nothing there is replaced."""

from collections.abc import Sequence
from pathlib import Path

from models.files import FileStore
from ui.parts.papers.file_names import free_place
from ui.parts.papers.paper import Paper
from ui.parts.saving import save_copy
from ui.tasks.ticket import Ticket

_DOING = "另存"


def save_papers(
    ticket: Ticket,
    papers: Sequence[Paper],
    formats: Sequence[str],
    store: FileStore,
    folder: Path,
) -> tuple[Path, ...]:
    """Save the papers and return where they stand; what was saved before a cancel stays.

    Raises:
        FileNotSavedError: the folder does not take them.
        StoredFileMissingError, StoredFileDamagedError: the store lost one.
        CancelledError: the person asked to stop.
    """
    saved: list[Path] = []
    wanted = [(paper, paper_format) for paper in papers for paper_format in formats]
    for paper, paper_format in wanted:
        ticket.report(_DOING, len(saved), len(wanted))
        target = free_place(folder, paper.name, paper_format)
        saved.append(save_copy(target, paper.read(store, paper_format)))
    ticket.report(_DOING, len(saved), len(wanted))
    return tuple(saved)
