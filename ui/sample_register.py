"""The sample register of the fictional 云溪县: built once, from the story, then opened again."""

from collections.abc import Callable
from pathlib import Path

from ui.demonstration.story import load_story
from ui.demonstration.telling import Told, build_register
from ui.tasks.ticket import Ticket


def build_sample(ticket: Ticket, folder: Path) -> Path:
    """Tell the story in this folder, unless its register stands there; runs in the store lane."""
    if not folder.exists():
        build_register(load_story(), folder, _teller(ticket))
    return folder


def _teller(ticket: Ticket) -> Callable[[Told], None]:
    sentences: list[str] = []

    def tell(told: Told) -> None:
        sentences.append(told.sentence)
        # How many are still to come is not known: the bar only shows that work goes on.
        ticket.report(f"{told.day.isoformat()} {told.sentence}", len(sentences), len(sentences) + 1)

    return tell
