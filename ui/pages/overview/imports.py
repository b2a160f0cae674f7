"""Folders whose import was broken off before all files were read."""

from dataclasses import dataclass
from pathlib import Path

from review.folder_import.batch import batches
from review.folder_import.shown_names import shown
from ui.desk import Route

_MOST = 3


@dataclass(frozen=True)
class UnfinishedImport:
    """One such folder: how far it was read, and where it is gone on with."""

    words: str
    route: Route


def unfinished_imports(register_folder: Path) -> tuple[UnfinishedImport, ...]:
    """Return the newest of them; runs in the paper lane."""
    found: list[UnfinishedImport] = []
    for batch in batches(register_folder):
        done, total = len(batch.records()), len(batch.found())
        if done < total and len(found) < _MOST:
            name = shown(Path(batch.plan.sources[0]).name)
            words = f"{name}：已读 {done}/{total} 个文件"
            route = Route("folder_import", extra=(("batch", batch.plan.id),))
            found.append(UnfinishedImport(words, route))
    return tuple(found)
