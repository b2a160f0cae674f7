"""The sample register of the fictional 云溪县: built once, from the story, then opened again."""

import shutil
from collections.abc import Callable
from pathlib import Path

from models.files import FileStore
from models.register import Register
from ui.demonstration.story import load_story
from ui.demonstration.telling import Told, tell_story
from ui.tasks.ticket import Ticket


def build_sample(ticket: Ticket, folder: Path) -> Path:
    """Tell the story in a register in this folder, unless it stands there; runs in the store lane.

    It is told beside and then renamed, so that a story broken off leaves no half register.
    """
    if folder.exists():
        return folder
    part = folder.with_name(f"{folder.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    try:
        tell_story(load_story(), part, _teller(ticket))
    finally:
        Register(part, FileStore(part), FileStore(part)).close()
    part.rename(folder)
    return folder


def _teller(ticket: Ticket) -> Callable[[Told], None]:
    sentences: list[str] = []

    def tell(told: Told) -> None:
        sentences.append(told.sentence)
        # How many are still to come is not known: the bar only shows that work goes on.
        ticket.report(f"{told.day.isoformat()} {told.sentence}", len(sentences), len(sentences) + 1)

    return tell
